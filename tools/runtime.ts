/**
 * `npm run runtime`: the bundle as Lambda runs it, on each Node that it may run on there, answering over the Runtime API.
 */
import { join } from 'node:path';
import { ensureBuilt } from './building';
import { Problems } from './problems';
import { type Life, live } from './runtime/lambda';
import { isHere, nodesHere } from './runtime/nodes';
import { env, events, wrongWith } from './runtime/trial';

const root = process.cwd();

async function main(): Promise<boolean> {
  await ensureBuilt(root);
  if (!isHere)
    console.log(`Lambda's Nodes are here for Linux on x64 only; on ${process.platform} ${process.arch} its own is tried.`);
  let isGood = true;
  for (const node of nodesHere(root)) {
    const life = await live(
      { node, folder: join(root, 'build/lambda'), env },
      events.map(({ event }) => event),
    );
    const wrong = wrongWith(life);
    console.log([told(life), ...wrong.map((why) => `  WRONG: ${why}`)].join('\n'));
    isGood &&= wrong.length === 0;
  }
  return isGood;
}

function told({ version, startMilliseconds, outcomes, megabytes }: Life): string {
  const answers = events.map(({ name }, at) => `${name} ${outcomes[at]?.milliseconds.toFixed(1)} ms`);
  const memory = megabytes ? `, ${megabytes.toFixed(0)} MB at most` : '';
  return `Node ${version}: up in ${startMilliseconds.toFixed(0)} ms${memory}. Answered: ${answers.join(', ')}.`;
}

main().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Problems ? error.message : error);
    process.exitCode = 1;
  },
);
