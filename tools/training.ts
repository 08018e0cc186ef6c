/**
 * Trains the simulator's ears, as many locales at once as there are processors: each takes some seconds, and eleven in a row would be a
 * long wait. Run as a script, it trains one.
 */
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { isReady, loadNlu } from '../simulator/nlu/nlu';

const run = promisify(execFile);

export async function trainAll(root: string, locales: readonly string[]): Promise<void> {
  const waiting = locales.filter((locale) => !isReady(root, locale));
  const worker = async (): Promise<void> => {
    for (let locale = waiting.shift(); locale !== undefined; locale = waiting.shift())
      await run(process.execPath, [...process.execArgv, __filename, root, locale]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

const [script, root, locale] = process.argv.slice(1);
if (script === __filename && root !== undefined && locale !== undefined) loadNlu(root, locale);
