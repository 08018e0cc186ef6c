/**
 * What is heavy, and not needed to build, talk and test: each folder of tools/heavy locks the packages of one such tool. Whoever needs
 * it asks here, and it is installed once, into .cache/tools, which git ignores.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problems } from './problems';

export type Tool = 'alexa-schemas' | 'ask-cli' | 'ask-sdk' | 'cloudformation-validate' | 'node-22' | 'node-24';

/**
 * The folder of a tool; its packages are in `node_modules` below it.
 * @throws Problems when npm cannot install it
 */
export function heavy(root: string, tool: Tool): string {
  const wanted = join(root, 'tools/heavy', tool);
  const folder = join(root, '.cache/tools', tool);
  if (isSame(wanted, folder)) return folder;

  console.error(`Installing ${tool} into .cache/tools, once.`);
  mkdirSync(join(root, '.cache/tools'), { recursive: true });
  // Beside its place and then moved, so that what is there is whole, whoever else installs it at the same time.
  const fresh = mkdtempSync(`${folder}-`);
  try {
    for (const file of locked) cpSync(join(wanted, file), join(fresh, file));
    cpSync(join(root, '.npmrc'), join(fresh, '.npmrc'));
    const { status, stderr, error } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: fresh, encoding: 'utf8' });
    if (status !== 0) throw new Problems([cannotInstall(tool, error?.message ?? reasonIn(stderr))]);
    putInPlace(fresh, folder, wanted);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Over an older one; one that somebody else has put there meanwhile may be in use, and stays. */
function putInPlace(fresh: string, folder: string, wanted: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (isSame(wanted, folder)) return;
    if (!existsSync(folder)) throw error;
    rmSync(folder, { recursive: true });
    renameSync(fresh, folder);
  }
}

const locked = ['package.json', 'package-lock.json'];

const isSame = (wanted: string, folder: string): boolean =>
  locked.every(
    (file) => existsSync(join(folder, file)) && readFileSync(join(folder, file)).equals(readFileSync(join(wanted, file))),
  );

const cannotInstall = (tool: Tool, reason: string) => ({
  file: `tools/heavy/${tool}/package.json`,
  message: `cannot be installed: ${reason}.`,
  fix: 'See that npm reaches a registry that has these packages, and run the command again.',
});

/** What npm says first in words is what went wrong; before it come names and codes, after it where its log is. */
const reasonIn = (stderr: string): string =>
  /^npm error (?!code |errno |syscall |address |port )(\S.*?)\.?$/m.exec(stderr)?.[1] ?? 'npm does not say why';
