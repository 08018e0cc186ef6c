/**
 * Samples that Alexa cannot tell apart (alexa-rules.md IM11, IM12).
 */
import type { Problem } from '../../problems';
import type { Placed } from '../model';
import { type Reading, readingsOf, sharedWords, toReading, vocabularyOf } from './reading';
import { groupBy, problemAt, type Rule, samplesOf } from './rule';

interface Pair {
  readonly reading: Reading;
  readonly other: Reading;
  /** What fills the slots of both, where their types differ. */
  readonly shared: readonly string[];
}

/**
 * Their samples may say a slot's words outright: "my chest hurts" is an emergency, and "my {muscle} hurts" a cramp;
 * "it's worse" stops a stretch, and "it's {symptom}" does not; "are cramps dangerous" is for a doctor, and "are cramps {aspect}"
 * is not. The words win over the slot, and winning is the safe side.
 */
const outright: readonly string[] = ['emergency', 'notHelping', 'doctor'];

export const repeatedSamples: Rule = {
  name: 'repeated-samples',
  description: 'No sample stands twice in an intent (IM12).',
  check: ({ intents }) =>
    intents.flatMap(({ name, samples }) => {
      const first = new Map([...samples].reverse().map((sample) => [sample.text, sample]));
      const pairs = samples.flatMap((sample) => {
        const before = first.get(sample.text);
        return before && before !== sample ? [{ sample, before }] : [];
      });
      return grouped(pairs, ({ sample, before }) => `${at(sample)} ${at(before)}`).map(([{ sample, before }, more]) =>
        problemAt(sample, `${name}: "${sample.text}"${more} comes from ${at(before)} as well.`, 'Remove one of the two.'),
      );
    }),
};

export const collisions: Rule = {
  name: 'collisions',
  description: 'No sample is heard for two intents, word for word or through the words of a slot (IM11).',
  check: (model) => {
    const vocabulary = vocabularyOf(model);
    const plain = samplesOf(model).map(({ intent, sample }, position) => toReading(position, intent, sample));
    const frames = groupBy(plain, ({ frame }) => frame);
    const meet = (reading: Reading): Pair[] =>
      (frames.get(reading.frame) ?? [])
        .filter((other) => other.intent !== reading.intent)
        .flatMap((other) => {
          const shared = sharedWords(reading, other, vocabulary);
          return shared ? [{ reading, other, shared }] : [];
        });
    const pairs = plain.flatMap((reading) => [
      // Two samples of one frame meet twice, once from each side.
      ...meet(reading).filter(({ other }) => other.position < reading.position),
      ...(outright.includes(reading.intent.name) ? [] : readingsOf(reading, vocabulary).flatMap(meet)),
    ]);
    return grouped(distinct(pairs), ({ reading, other }) => `${at(reading.sample)} ${at(other.sample)}`).map(([pair, more]) =>
      tellPair(pair, more),
    );
  },
};

function tellPair({ reading: { intent, sample }, other, shared }: Pair, more: string): Problem {
  const same = sample.text === other.sample.text;
  const heard = `${same ? 'is a sample' : `is heard as "${other.sample.text}"`} of ${other.intent.name} (${at(other.sample)}) as well`;
  const by = shared.length > 0 ? `, by ${shared.join(', ')}` : '';
  const fix =
    shared.length > 0 ? 'Keep the sample in one of the two, or the word in one of the types.' : 'Keep it in one of the two.';
  return problemAt(sample, `${intent.name}: "${sample.text}"${more} ${heard}${by}.`, fix);
}

/** Two slots may be filled in either order: the samples are the same two. */
const distinct = (pairs: readonly Pair[]): Pair[] => [
  ...new Map(pairs.map((pair) => [`${pair.reading.position} ${pair.other.position}`, pair])).values(),
];

/** The first of every group, and how many more there are, in words. */
function grouped<T>(all: readonly T[], key: (one: T) => string): [T, string][] {
  return [...groupBy(all, key).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, rest.length > 0 ? ` and ${rest.length} more` : ''] as [T, string]],
  );
}

const at = ({ file, line }: Placed): string => `${file}:${line}`;
