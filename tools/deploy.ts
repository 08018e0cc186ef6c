/**
 * `npm run deploy`: check, build, then `ask deploy` with your own accounts. Whatever is missing is told before anything leaves the
 * machine. What follows `--` is for ask-cli, such as `--profile work`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './building';
import { ask } from './deploy/ask-cli';
import { profileOf, unconfigured } from './deploy/profile';
import { notBuilt, notPrepared } from './deploy/ready';
import { resourcesFile } from './deploy/resources';
import { type Problem, Problems } from './problems';
import { validity } from './validate/all';

const root = process.cwd();

async function main(words: readonly string[]): Promise<number> {
  const profile = profileOf(words, process.env);
  refuse([...unconfigured(profile, process.env), ...notPrepared(root, profile)]);
  const { status } = spawnSync('npm', ['run', '--silent', 'check'], { stdio: 'inherit' });
  if (status !== 0) return 1;
  await buildAll(root);
  refuse(notBuilt(root, profile));
  refuse(validity(root).problems);
  return askDeploy(words);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Problems(problems);
}

/** ask-cli writes ask-resources.json as it would lay it out, with nothing changed. What it learns is in .ask/ask-states.json. */
function askDeploy(words: readonly string[]): number {
  const file = join(root, resourcesFile);
  const before = readFileSync(file);
  try {
    return ask(root, ['deploy', ...words]);
  } finally {
    writeFileSync(file, before);
  }
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Problems ? `${error.message}\nNothing was deployed.` : error);
    process.exitCode = 1;
  },
);
