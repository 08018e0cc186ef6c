/**
 * Counts how often a set of utterances reaches the intents that are meant. Utterances that are samples word for word prove nothing and
 * are counted apart.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { matchSamples } from '../../simulator/nlu/match';
import type { Model } from '../../simulator/nlu/model';
import type { Nlu } from '../../simulator/nlu/nlu';
import { normalise, tokensOf } from '../../simulator/nlu/text';

/** One utterance of a set; `intent` may be a list of readings, of which any will do. */
export interface Row {
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
const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

/** How one locale hears a set, as in a one-shot. */
export function judge(file: string, nlu: Nlu, model: Model) {
  const rows = parse(readFileSync(file, 'utf8')) as Row[];
  const isSample = ({ say }: Row): boolean => matchSamples(tokensOf(normalise(say)), model, false) !== undefined;
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
    rows,
    inside: { count: inside.length, accuracy: percent(right(inside), inside.length) },
    fresh: { count: fresh.length, accuracy: percent(right(fresh), fresh.length) },
    outside: { count: outside.length, rejected: percent(right(outside), outside.length) },
    slots: { count: slots.length, right: percent(slots.filter(Boolean).length, slots.length) },
    confused: [...confused].sort(([, a], [, b]) => b - a),
    swallowed: inside.filter(
      ({ want, got }) => informational.test(want[0] ?? '') && assent.includes(got.intent) && !want.includes(got.intent),
    ),
    wrong: heard
      .filter(({ want, got }) => !want.includes(got.intent))
      .map(({ row, want, got }) => `${row.say}: ${got.intent}, not ${want[0]}`),
    alarms: heard
      .filter(({ want, got }) => got.intent === 'EmergencyIntent' && !want.includes('EmergencyIntent'))
      .map(({ row }) => row.say),
    missed: heard
      .filter(({ want, got }) => want[0] === 'EmergencyIntent' && !want.includes(got.intent))
      .map(({ row }) => row.say),
  };
}

export type Judged = ReturnType<typeof judge>;
