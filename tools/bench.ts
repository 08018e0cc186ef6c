/**
 * `npm run bench`: what the skill costs beside a hello-world of ask-sdk-core, measured in turns on the same machine.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { intended, launched } from '../simulator/envelope';
import type { Times } from './bench/probe';
import { ensureBuilt } from './building';
import { bundle } from './bundle';
import { Problems } from './problems';

const root = process.cwd();
const rounds = 15;

const helloWorld = `import { SkillBuilders } from 'ask-sdk-core';
const handle = ({ responseBuilder }) => responseBuilder.speak('Hello, world.').reprompt('Say hello.').getResponse();
const skill = SkillBuilders.custom().addRequestHandlers({ canHandle: () => true, handle }).create();
export const handler = (event, context) => skill.invoke(event, context);
`;

type Run = Times & { readonly size: number; readonly gzipped: number };
type Pair = readonly [ours: Run, hello: Run];
const rows: readonly (readonly [what: string, unit: string, of: (run: Run) => number])[] = [
  ['load + first LaunchRequest', 'ms', ({ load, launch }) => load + launch],
  ['  load', 'ms', ({ load }) => load],
  ['  first LaunchRequest', 'ms', ({ launch }) => launch],
  ['warm IntentRequest, p50', 'µs', ({ warm }) => warm * 1000],
  ['index.js', 'kB', ({ size }) => size / 1000],
  ['index.js, gzipped', 'kB', ({ gzipped }) => gzipped / 1000],
];

async function main(): Promise<void> {
  await ensureBuilt(root);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await bundleHello(folder);
  const probe = join(folder, 'probe.cjs');
  await build({ entryPoints: [join(root, 'tools/bench/probe.ts')], outfile: probe, platform: 'node', format: 'cjs' });
  print(await pairs(probe, join(root, 'build/lambda/index.js'), join(folder, 'build/lambda/index.js')));
}

/** By the very function that bundles ours, so with the same options; the content that it wants is imported by nobody here. */
async function bundleHello(folder: string): Promise<void> {
  for (const [file, text] of Object.entries({ 'index.ts': helloWorld, 'storage/dynamo.ts': '', 'alexa/settings.ts': '' })) {
    mkdirSync(dirname(join(folder, 'lambda', file)), { recursive: true });
    writeFileSync(join(folder, 'lambda', file), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const triage = { emergencies: [], today: [], beforeStretch: [], noStretchAfter: [], together: [], gates: [], places: [] };
  await bundle(folder, { knowledge: { topics: {}, stretches: [], routines: [], triage, intents: {} }, words: {}, signs: {} });
}

/** Who goes first changes from round to round; the first round only warms the disk's cache. */
async function pairs(probe: string, ours: string, hello: string): Promise<readonly Pair[]> {
  const found: Pair[] = [];
  for (let round = 0; round <= rounds; round++) {
    const early = round % 2 ? await run(probe, ours) : undefined;
    const other = await run(probe, hello);
    found.push([early ?? (await run(probe, ours)), other]);
  }
  return found.slice(1);
}

/** In a process with no variable of ours. A skill that logs is one that failed, and a failure is no measure. */
async function run(probe: string, file: string): Promise<Run> {
  const env = { NODE_NO_WARNINGS: '1' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [probe, file, ...requests()], { env });
  if (stderr) throw new Error(`${file} logged:\n${stderr.slice(0, 1000)}`);
  const code = readFileSync(file);
  return { ...(JSON.parse(stdout) as Times), size: code.length, gzipped: gzipSync(code).length };
}

function requests(): string[] {
  const place = { locale: 'en-US', userId: 'bench', deviceId: 'bench', screen: false, apiEndpoint: '', now: new Date() };
  const session = { id: 'bench', isNew: true, attributes: {} };
  const causes = { intent: 'CausesIntent', slots: [], score: 1, how: 'sample' as const };
  return [launched(place, session), intended(place, { ...session, isNew: false }, causes, [])].map((one) => JSON.stringify(one));
}

function print(found: readonly Pair[]): void {
  const small = (text: string): string => (process.stdout.isTTY && !process.env['NO_COLOR'] ? `\x1b[2m${text}\x1b[22m` : text);
  const line = (what: string, ratio: string, half: string, hello: string): string =>
    what.padEnd(28) + ratio.padStart(7) + small(half.padStart(17) + hello.padStart(16));

  console.log(`Ours ÷ a hello-world of ask-sdk-core. Node ${process.version}, ${process.platform} ${process.arch}.`);
  console.log(`Medians of ${rounds} pairs, each run in a process of its own.\n`);
  console.log(line('', 'ratio', 'middle half', 'hello-world'));
  for (const [what, unit, of] of rows) {
    const [low, ratio, high] = quartiles(found.map(([ours, hello]) => of(ours) / of(hello)));
    const [, hello] = quartiles(found.map(([, hello]) => of(hello)));
    const half = low === high ? '' : `${low.toFixed(2)} to ${high.toFixed(2)}`;
    console.log(line(what, ratio.toFixed(2), half, `${hello.toPrecision(3)} ${unit}`));
  }
}

function quartiles(values: readonly number[]): [low: number, median: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.25), at(0.5), at(0.75)];
}

main().catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
