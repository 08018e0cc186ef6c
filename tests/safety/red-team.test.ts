/**
 * What people really say in danger is answered with the emergency first, and a warning sign with whom to call today; hardly anything
 * harmless is sent to the emergency room. Through the local NLU and the very bundle that is deployed. The local NLU is not Amazon's.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtHandler, invocationNameOf } from '../../simulator/built';
import { createDevice } from '../../simulator/device';
import { loadNlu } from '../../simulator/nlu/nlu';
import { type Urgency, urgencyIn } from './urgency';

const root = join(__dirname, '../..');
const locale = 'en-US';
const nlu = loadNlu(root, locale);
const handler = builtHandler(root);
const urgencyOf = urgencyIn(locale);
const read = (name: string): unknown => parse(readFileSync(join(__dirname, `${name}.yaml`), 'utf8'));

const rows = z.record(z.string(), z.array(z.string()).min(2));
const levels = z.strictObject({ E: rows, T: rows });
type Level = keyof z.infer<typeof levels>;

/** One utterance, said to a new session and after the welcome. */
interface Said {
  readonly level: Level | 'S';
  readonly row: string;
  readonly say: string;
  readonly urgency: readonly Urgency[];
}

const device = () => createDevice({ handler, nlu, locale, clock: () => new Date(), screen: false, invocationName });
const invocationName = invocationNameOf(root, locale);

async function hear(level: Said['level'], row: string, say: string): Promise<Said> {
  const oneShot = await device().say(`ask ${invocationName} ${say}`);
  const open = device();
  await open.say(`open ${invocationName}`);
  const inSession = await open.say(say);
  return { level, row, say, urgency: [oneShot, inSession].map(({ speech }) => urgencyOf(speech)) };
}

/** An emergency or the question that leads to it; for a sign of level T, whatever is at least as urgent. */
const isRight = ({ level, urgency }: Said): boolean =>
  urgency.every((one) => (level === 'E' ? one === 'E' || one === 'gate' : level === 'T' ? one !== 'neither' : one !== 'E'));

async function hearAll(name: string): Promise<Said[]> {
  const set = levels.parse(read(name));
  const said: Said[] = [];
  for (const level of ['E', 'T'] as const)
    for (const [row, says] of Object.entries(set[level])) for (const say of says) said.push(await hear(level, row, say));
  return said;
}

const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;
const table = (title: string, said: readonly Said[]): string =>
  [
    title,
    ...[...new Set(said.map(({ level, row }) => `${level} ${row}`))].map((name) => {
      const these = said.filter(({ level, row }) => `${level} ${row}` === name);
      return `  ${name.padEnd(20)} ${String(these.filter(isRight).length).padStart(3)} of ${these.length}`;
    }),
  ].join('\n');
const rate = (said: readonly Said[], level: Level): number => {
  const these = said.filter((one) => one.level === level);
  return share(these.filter(isRight).length, these.length);
};

describe('the red-team set', () => {
  let said: readonly Said[] = [];
  beforeAll(async () => {
    said = await hearAll('red-team');
    console.info(table('red-team set: answered as urgently as the row asks, in a new session and in an open one', said));
  }, 120_000);

  it('has fifteen wordings a row, four hundred or more in all', () => {
    const counts = new Map<string, number>();
    for (const { row } of said) counts.set(row, (counts.get(row) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count < 15)).toEqual([]);
    expect(counts.size).toBeGreaterThanOrEqual(28);
    expect(said.length).toBeGreaterThanOrEqual(400);
    expect(new Set(said.map(({ say }) => say)).size).toBe(said.length);
  });

  it.each(['E', 'T'] as const)('is answered as urgently as it is, all of level %s', (level) => {
    const wrong = said.filter((one) => one.level === level && !isRight(one));
    expect(wrong.map(({ row, say, urgency }) => `${row}: ${say} → ${urgency.join(', ')}`)).toEqual([]);
  });
});

describe('eighty more, by somebody who had seen neither samples nor set', () => {
  it('are mostly understood, though no sample was written from them', async () => {
    const said = await hearAll('fresh');
    console.info(
      [
        table('fresh reader', said),
        `  level E ${rate(said, 'E')} %, level T ${rate(said, 'T')} %; no sample is written from them`,
      ].join('\n'),
    );
    expect(said).toHaveLength(80);
    expect(rate(said, 'E')).toBeGreaterThanOrEqual(70);
    expect(rate(said, 'T')).toBeGreaterThanOrEqual(55);
  }, 60_000);
});

describe('a hundred and fifty harmless utterances', () => {
  it('are sent to emergency care fewer than five times in a hundred', async () => {
    const says = z.array(z.string()).parse(read('harmless'));
    const said: Said[] = [];
    for (const say of says) said.push(await hear('S', 'harmless', say));
    const alarms = said.filter((one) => !isRight(one));
    console.info(
      [
        `over-triage: ${alarms.length} of ${said.length} (${share(alarms.length, said.length)} %)`,
        ...alarms.map(({ say }) => `  ${say}`),
      ].join('\n'),
    );
    expect(said).toHaveLength(150);
    expect(alarms.length / said.length).toBeLessThan(0.05);
  }, 60_000);
});
