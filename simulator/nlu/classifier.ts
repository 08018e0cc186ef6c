/**
 * A small linear classifier over features: softmax regression, trained by stochastic descent when building. An approximation
 * of Alexa's NLU and nothing more; it is deterministic, so that a test that passes goes on passing.
 */
import { featuresOf, type Vocabulary } from './features';
import { type Model, slotNameOf } from './model';

export interface Classifier {
  readonly intents: readonly string[];
  readonly features: ReadonlyMap<string, number>;
  readonly known: Vocabulary;
  /** Each member's weights: one row a feature, one column an intent. */
  readonly members: readonly Float32Array[];
}

export interface Guess {
  readonly intent: string;
  /** Probability, 0 to 1. */
  readonly score: number;
}

const fallback = 'AMAZON.FallbackIntent';
/** Members that learn by themselves and are asked together: chance errs in other places for each. */
const committee = 3;
const passes = 4;
const learningRate = 0.2;
const decay = 3e-7;
/** How many times a sample with slots is trained on, each time with other values. */
const fillings = 3;
/** How often a word of a sample is made unknown, so that an unknown word alone does not reject an utterance. */
const forgetting = 0.08;

/** Learns every sample of a model; some seconds for ten thousand. */
export function train(model: Model): Classifier {
  const random = randomFrom(20261124);
  const known = vocabulary(model);
  const intents = model.intents.map(({ name }) => name);
  const lessons = Array.from({ length: committee }, () => examplesOf(model, known, random));
  const features = indexOf(lessons.flatMap((examples) => examples.map((example) => example.features)));
  const members = lessons.map((examples) => descend(rowsOf(examples, features), features.size, intents.length, random));
  return { intents, features, known, members };
}

/** The likeliest intents first. */
export function guess({ intents, features, known, members }: Classifier, tokens: readonly string[], model: Model): Guess[] {
  const row = featuresOf(tokens, model, known).flatMap((feature) => features.get(feature) ?? []);
  const opinions = members.map((weights) => softmax(row, weights, intents.length));
  const mean = (index: number): number => opinions.reduce((sum, scores) => sum + (scores[index] ?? 0), 0) / members.length;
  return intents.map((intent, index) => ({ intent, score: mean(index) })).sort((a, b) => b.score - a.score);
}

interface Example {
  readonly intent: number;
  readonly features: readonly string[];
}

/** Every sample as it might be said: slots filled with some of their values, and now and then a word that nobody knows. */
const examplesOf = (model: Model, known: Vocabulary, random: () => number): Example[] =>
  model.intents.flatMap(({ name, slots, samples }, intent) =>
    samples.flatMap((sample) =>
      Array.from({ length: sample.some(slotNameOf) ? fillings : 1 }, () => {
        const tokens = sample.flatMap((word) => fill(word, slots, model, random));
        const heard = tokens.map((token) => (name !== fallback && tokens.length > 2 && random() < forgetting ? '\u0000' : token));
        return { intent, features: featuresOf(heard, model, known) };
      }),
    ),
  );

const rowsOf = (examples: readonly Example[], index: ReadonlyMap<string, number>): Row[] =>
  examples.map(({ intent, features }) => ({ intent, row: features.flatMap((feature) => index.get(feature) ?? []) }));

/** Words of the samples and values, but for those of Fallback: what only it says is unknown to the skill. */
const vocabulary = (model: Model): Vocabulary =>
  new Set([
    ...model.intents.flatMap(({ name, samples }) =>
      name === fallback ? [] : samples.flat().filter((word) => !slotNameOf(word)),
    ),
    ...[...model.types.values()].flatMap((values) => [...values.keys()].flatMap((value) => value.split(' '))),
  ]);

function fill(word: string, slots: readonly { name: string; type: string }[], model: Model, random: () => number): string[] {
  const name = slotNameOf(word);
  if (name === undefined) return [word];
  const values = model.types.get(slots.find((slot) => slot.name === name)?.type ?? '');
  const list = [...(values?.keys() ?? [...(model.amazon.get('AMAZON.NUMBER')?.words ?? [])].slice(0, 3))];
  const value = list[Math.floor(random() * list.length)] ?? '';
  return `${value}${word.slice(name.length + 2)}`.split(' ');
}

/** Every feature that more than two examples have; the members see each sample once or more. */
function indexOf(examples: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const features of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 2).map(([feature], index) => [feature, index]));
}

interface Row {
  readonly intent: number;
  readonly row: readonly number[];
}

/** AdaGrad, example by example; an intent with few samples counts as much as one with many. */
function descend(rows: readonly Row[], features: number, intents: number, random: () => number): Float32Array {
  const weights = new Float32Array(features * intents);
  const squares = new Float32Array(features * intents).fill(1e-2);
  const sizes = rows.reduce((counts, { intent }) => counts.set(intent, (counts.get(intent) ?? 0) + 1), new Map<number, number>());
  const average = rows.length / sizes.size;
  const order = rows.map((_, index) => index);
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    for (const index of order) {
      const { intent, row } = rows[index] as Row;
      const scores = softmax(row, weights, intents);
      const importance = Math.sqrt(average / (sizes.get(intent) ?? average));
      for (let column = 0; column < intents; column += 1) {
        const error = ((scores[column] ?? 0) - (column === intent ? 1 : 0)) * importance;
        if (Math.abs(error) < 1e-4) continue;
        for (const feature of row) {
          const at = feature * intents + column;
          const weight = weights[at] ?? 0;
          const gradient = error + decay * weight * rows.length;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = weight - (learningRate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}

function softmax(row: readonly number[], weights: Float32Array, intents: number): Float64Array {
  const scores = new Float64Array(intents);
  for (const feature of row)
    for (let column = 0; column < intents; column += 1)
      scores[column] = (scores[column] ?? 0) + (weights[feature * intents + column] ?? 0);
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
  }
}
