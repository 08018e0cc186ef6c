/**
 * Trains the simulator's ears, as many locales at once as there are processors: each takes some seconds, and eleven in a row would be a
 * long wait. Run as a script, it trains one.
 */
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { loadNlu } from '../simulator/nlu/nlu';

const run = promisify(execFile);

/** Whatever is trained already on the same model costs nothing but the start of a process. */
export async function trainAll(root: string, locales: readonly string[]): Promise<void> {
  const waiting = [...locales];
  const worker = async (): Promise<void> => {
    for (let locale = waiting.shift(); locale !== undefined; locale = waiting.shift())
      await run(process.execPath, [...process.execArgv, __filename, root, locale]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

const [script, root, locale] = process.argv.slice(1);
if (script === __filename && root !== undefined && locale !== undefined) loadNlu(root, locale);
