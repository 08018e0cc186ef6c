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

/** Spans of every type, longest first within a type and never overlapping there; types may overlap each other. */
export function spot(tokens: readonly string[], model: Model): Span[] {
  const custom = [...model.types].flatMap(([type, values]) => spotType(tokens, type, (words) => values.get(words)));
  const amazon = [...model.amazon].flatMap(([type, { words: all, enough }]) =>
    spotType(tokens, type, (words) => {
      const list = words.split(' ');
      return list.every((word) => all.has(word)) && list.some((word) => enough.has(word)) ? words : undefined;
    }),
  );
  return [...custom, ...amazon];
}

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
