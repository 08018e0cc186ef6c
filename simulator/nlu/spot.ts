/**
 * Finds slot values inside an utterance: every longest value of every type, wherever it stands.
 */
import type { Model } from './model';

export interface Span {
  readonly type: string;
  readonly id: string;
  /** First word, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** No value of ours is longer. */
const longestValue = 10;

/** Amazon's own types, roughly: enough words to recognise, no more. */
const numbers = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty ninety hundred'.split(
    ' ',
  ),
);
const clock = new Set([
  ...numbers,
  ...'half quarter past to a p m am pm noon midnight tonight oclock thirty fifteen'.split(' '),
  "o'clock",
]);
export const builtIn: Readonly<Record<string, ReadonlySet<string>>> = { 'AMAZON.NUMBER': numbers, 'AMAZON.TIME': clock };

/** Spans of every type, longest first within a type and never overlapping there; types may overlap each other. */
export function spot(tokens: readonly string[], model: Model): Span[] {
  const custom = [...model.types].flatMap(([type, values]) => spotType(tokens, type, (words) => values.get(words)));
  const amazon = Object.keys(builtIn).flatMap((type) =>
    spotType(tokens, type, (words) => (isBuiltIn(type, words) ? words : undefined)),
  );
  return [...custom, ...amazon];
}

const isBuiltIn = (type: string, words: string): boolean => {
  const list = words.split(' ');
  return (
    list.every((word) => builtIn[type]?.has(word)) &&
    list.some((word) => numbers.has(word) || ['noon', 'midnight', 'tonight'].includes(word))
  );
};

function spotType(tokens: readonly string[], type: string, idOf: (words: string) => string | undefined): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start < tokens.length) {
    const found = longestAt(tokens, start, type, idOf);
    if (found) spans.push(found);
    start = found ? found.end : start + 1;
  }
  return spans;
}

function longestAt(
  tokens: readonly string[],
  start: number,
  type: string,
  idOf: (words: string) => string | undefined,
): Span | undefined {
  for (let end = Math.min(tokens.length, start + longestValue); end > start; end -= 1) {
    const words = tokens.slice(start, end).join(' ');
    // "my foot's cramping": the slot ends before the apostrophe.
    const id = idOf(words) ?? (words.endsWith("'s") ? idOf(words.slice(0, -"'s".length)) : undefined);
    if (id !== undefined) return { type, id, start, end };
  }
  return undefined;
}
