/**
 * What people say reaches the intent they mean, and what is not ours is turned away. Utterances that are samples word for word prove
 * nothing and are counted apart. The local NLU is an approximation of Alexa's; a model that misleads it may mislead Alexa too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { matchSamples } from '../../simulator/nlu/match';
import { readModel } from '../../simulator/nlu/model';
import { loadNlu } from '../../simulator/nlu/nlu';
import { normalise, tokensOf } from '../../simulator/nlu/text';

const root = join(__dirname, '../..');
const nlu = loadNlu(root, 'en-US');
const model = readModel(join(root, 'build/skill-package/interactionModels/custom/en-US.json'), nlu.language);

interface Row {
  readonly say: string;
  readonly intent: string | readonly string[];
  readonly slots?: Readonly<Record<string, string>>;
}

const outOfScope = 'AMAZON.FallbackIntent';
const informational =
  /^(Overview|Where|Causes|CauseCheck|Risk|Relief|RemedyCheck|Doctor|Prevention|Medicine|Symptom|Emergency|CrampNow)Intent$/;
const assent = ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.NextIntent'];

/** The intents a row may reach, the likeliest first. */
const wanted = ({ intent }: Row): readonly string[] => (typeof intent === 'string' ? [intent] : intent);
const isSample = ({ say }: Row): boolean => matchSamples(tokensOf(normalise(say)), model, false) !== undefined;
const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

function judge(name: string) {
  const rows = parse(readFileSync(join(__dirname, `${name}.yaml`), 'utf8')) as Row[];
  const heard = rows.map((row) => ({
    row,
    want: wanted(row),
    got: nlu.understand(row.say, { oneShot: true }),
    sample: isSample(row),
  }));
  const right = (all: typeof heard): number => all.filter(({ want, got }) => want.includes(got.intent)).length;
  const inside = heard.filter(({ want }) => want[0] !== outOfScope);
  const outside = heard.filter(({ want }) => want[0] === outOfScope);
  const fresh = inside.filter(({ sample }) => !sample);
  const slots = inside.flatMap(({ row, got }) =>
    Object.entries(row.slots ?? {}).map(([slot, id]) => got.slots.find((one) => one.name === slot)?.id === id),
  );
  const confused = new Map<string, number>();
  for (const { want, got } of heard) {
    if (want.includes(got.intent)) continue;
    const pair = `${want[0]} → ${got.intent}`;
    confused.set(pair, (confused.get(pair) ?? 0) + 1);
  }
  return {
    rows: rows.length,
    inside: { count: inside.length, accuracy: percent(right(inside), inside.length) },
    fresh: { count: fresh.length, accuracy: percent(right(fresh), fresh.length) },
    outside: { count: outside.length, rejected: percent(right(outside), outside.length) },
    slots: { count: slots.length, right: percent(slots.filter(Boolean).length, slots.length) },
    confused: [...confused].sort(([, a], [, b]) => b - a),
    swallowed: inside.filter(
      ({ want, got }) => informational.test(want[0] ?? '') && assent.includes(got.intent) && !want.includes(got.intent),
    ),
    alarms: heard
      .filter(({ want, got }) => got.intent === 'EmergencyIntent' && !want.includes('EmergencyIntent'))
      .map(({ row }) => row.say),
    missed: heard
      .filter(({ want, got }) => want[0] === 'EmergencyIntent' && !want.includes(got.intent))
      .map(({ row }) => row.say),
  };
}

const sets = { tuned: judge('tuned'), 'held-out': judge('held-out') };

describe('what people say', () => {
  it('is counted and told', () => {
    for (const [name, { inside, fresh, outside, slots, confused, missed, alarms }] of Object.entries(sets)) {
      console.info(
        [
          `${name}: ${inside.count} in scope, ${inside.accuracy} % right; ${fresh.count} of them no sample, ${fresh.accuracy} % right`,
          `  ${outside.count} out of scope, ${outside.rejected} % turned away; ${slots.count} slots, ${slots.right} % right`,
          `  emergencies missed: ${missed.join('; ') || 'none'}; false alarms: ${alarms.join('; ') || 'none'}`,
          ...confused.map(([pair, count]) => `  ${String(count).padStart(3)} ${pair}`),
        ].join('\n'),
      );
    }
    expect(sets.tuned.fresh.count).toBeGreaterThanOrEqual(300);
    expect(sets.tuned.outside.count).toBeGreaterThanOrEqual(80);
  });

  it('reaches the intent that is meant, 95 times in 100', () => {
    expect(sets.tuned.fresh.accuracy).toBeGreaterThanOrEqual(95);
  });

  // The held-out floors lie a little lower: nothing was tuned to it, and each training moves it by a point or two. Wide words for
  // danger cost some of what is turned away: a needless answer is the lesser harm.
  it('reaches it nearly as often in words that nothing was tuned to', () => {
    expect(sets['held-out'].inside.accuracy).toBeGreaterThanOrEqual(93);
  });

  it.each([
    ['tuned', 90],
    ['held-out', 84],
  ] as const)('is turned away when it is not ours (%s: %d times in 100)', (name, least) => {
    expect(sets[name].outside.rejected).toBeGreaterThanOrEqual(least);
  });

  it.each(Object.entries(sets))('is never lost to a yes, a no or a next (%s)', (_name, { swallowed }) => {
    expect(swallowed.map(({ row }) => row.say)).toEqual([]);
  });
});

/** The least that must hold whatever the classifier thinks. */
describe('"i can\'t breathe"', () => {
  it.each([
    "i can't breathe",
    "he can't breathe",
    "my wife can't breathe",
    "help i can't breathe",
    'i cant breathe',
    "she's not breathing",
  ])('is an emergency: %s', (say) => {
    expect(nlu.understand(say, { oneShot: false }).intent).toBe('EmergencyIntent');
    expect(nlu.understand(say, { oneShot: true }).intent).toBe('EmergencyIntent');
  });
});
