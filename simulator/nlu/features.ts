/**
 * What the classifier looks at: words, their neighbours, their beginnings, and the slot values among them.
 */
import type { Model } from './model';
import { type Span, spot } from './spot';

/** Words of the samples and values; any other word is unknown. */
export type Vocabulary = ReadonlySet<string>;

const unknown = '?';

/** The features of an utterance, without repeats. */
export function featuresOf(tokens: readonly string[], model: Model, known: Vocabulary): string[] {
  const spans = spot(tokens, model);
  const words = tokens.map((token) => (known.has(token) ? token : unknown));
  const slotted = slottedWords(words, spans);
  return [
    ...new Set([
      ...words.filter((word) => word !== unknown).map((word) => `w:${word}`),
      ...tokens.map((token) => `p:${token.slice(0, 5)}`),
      ...pairs(words).map((pair) => `b:${pair}`),
      ...pairs(slotted).map((pair) => `s:${pair}`),
      ...triples(slotted).map((triple) => `t:${triple}`),
      `first:${slotted[0]}`,
      `last:${slotted.at(-1)}`,
      `first2:${slotted.slice(0, 2).join(' ')}`,
      ...spans.map(({ type }) => `type:${type}`),
      ...spans.map(({ type, id }) => `id:${type}:${id}`),
      `length:${Math.min(tokens.length, 8)}`,
      ...unknownWords(words),
    ]),
  ];
}

/** The utterance with each value as the name of its types. */
function slottedWords(words: readonly string[], spans: readonly Span[]): string[] {
  const longest = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start));
  const slotted: string[] = [];
  for (let at = 0; at < words.length; ) {
    const here = longest.find(({ start }) => start === at);
    const same = here ? spans.filter(({ start, end }) => start === at && end === here.end).map(({ type }) => type) : [];
    slotted.push(here ? `{${same.sort().join('|')}}` : (words[at] ?? unknown));
    at = here ? here.end : at + 1;
  }
  return slotted;
}

const pairs = (words: readonly string[]): string[] => ['^', ...words].map((word, index) => `${word} ${words[index] ?? '$'}`);

const triples = (words: readonly string[]): string[] =>
  words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);

function unknownWords(words: readonly string[]): string[] {
  const count = words.filter((word) => word === unknown).length;
  if (count === 0) return [];
  return ['unknown', `unknown:${Math.min(count, 4)}`, ...(count * 2 >= words.length ? ['unknown:most'] : [])];
}
