/**
 * `npm run talk`: binds the conversation to this process. Standard output carries the conversation and nothing else.
 */
import { Console } from 'node:console';
import { join } from 'node:path';
import { talk } from './talk';

/** Whatever the build or the skill logs is not part of the conversation. */
globalThis.console = new Console(process.stderr, process.stderr);

/** A reader such as `head` that has seen enough is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { NO_COLOR } = process.env;
const world = {
  root: join(__dirname, '..'),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  colour: process.stdout.isTTY === true && !NO_COLOR,
  // Loaded when needed, so that --help and a wrong option answer at once.
  prepare: async (root: string) => (await import('../tools/building')).ensureBuilt(root),
  loadNlu: async (root: string, locale: string) => (await import('./nlu/nlu')).loadNlu(root, locale),
};

/** Exits by itself, once all is written: sockets the skill keeps alive would hold the process open. */
void talk(process.argv.slice(2), world).then((status) => {
  process.stdout.write('', () => process.exit(status));
});
