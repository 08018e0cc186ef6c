/**
 * Amazon's own command line, in the version that is locked here: nobody need install it, and no later one surprises.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { heavy } from '../heavy';

/** The file that Node runs. */
export const askCli = (root: string): string => join(heavy(root, 'ask-cli'), 'node_modules/ask-cli/dist/bin/ask.js');

/** Runs it before the eyes of whoever asked; its exit status. */
export function ask(root: string, words: readonly string[]): number {
  const env = { ...process.env, ASK_SKIP_NEW_VERSION_REMINDER: 'true' };
  const { status } = spawnSync(process.execPath, [askCli(root), ...words], { cwd: root, env, stdio: 'inherit' });
  return status ?? 1;
}
