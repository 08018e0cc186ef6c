/**
 * How a sample may be read: its frame with the slots taken out, and every way of taking its plain words for a slot's.
 */
import type { Model, Placed, SpokenIntent } from '../model';
import { groupBy } from './rule';

/** A sample with its slots taken out, and what stood in them: any word of a type, or the very words. */
export interface Reading {
  readonly position: number;
  readonly intent: SpokenIntent;
  readonly sample: Placed;
  readonly frame: string;
  readonly fillers: readonly Filler[];
}
type Filler = { readonly type: string } | { readonly words: string };

export interface Vocabulary {
  /** Slot words → the types they are in. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
  /** "One Other", two types → what is in both, in words. */
  readonly shared: ReadonlyMap<string, string>;
}

/** No slot value of ours that also stands in a sample is longer than this, in words. */
const longestValue = 7;

/** A sample as it was written. */
export function toReading(position: number, intent: SpokenIntent, sample: Placed): Reading {
  const fillers: Filler[] = [];
  const frame = sample.text.replace(/\{([^}]*)\}/g, (_, slot: string) => {
    fillers.push({ type: intent.slots[slot] ?? slot });
    return '{}';
  });
  return { position, intent, sample, frame, fillers };
}

/** A sample with one run of its words, or two, taken for the words of a slot. */
export function readingsOf(reading: Reading, vocabulary: Vocabulary): Reading[] {
  const once = takeOne(reading, vocabulary);
  return [...once, ...once.flatMap((further) => takeOne(further, vocabulary))];
}

/** What fills the slots of both where they differ in type; undefined when nothing does. */
export function sharedWords(one: Reading, other: Reading, vocabulary: Vocabulary): string[] | undefined {
  const words = one.fillers.map((filler, index) => meet(filler, other.fillers[index], vocabulary));
  return words.includes(undefined) ? undefined : words.flatMap((shared) => shared || []);
}

/** Every word of the model's slots. */
export function vocabularyOf({ types }: Model): Vocabulary {
  const entries = types.flatMap(({ name, values }) => values.flatMap(({ words }) => words.map(({ text }) => ({ text, name }))));
  const found = new Map(
    [...groupBy(entries, ({ text }) => text)].map(([text, all]) => [text, new Set(all.map(({ name }) => name))]),
  );
  const pairs = [...found].flatMap(([text, names]) =>
    [...names].flatMap((one) => [...names].map((other) => ({ pair: `${one} ${other}`, text }))),
  );
  const shared = [...groupBy(pairs, ({ pair }) => pair)].map(([pair, [first, ...rest]]) => {
    return [pair, `"${first?.text}"${rest.length > 0 ? ` and ${rest.length} more` : ''}`] as const;
  });
  return { types: found, shared: new Map(shared) };
}

function takeOne(reading: Reading, { types }: Vocabulary): Reading[] {
  const words = reading.frame.split(' ');
  const runs = words.flatMap((_, start) =>
    Array.from({ length: Math.min(longestValue, words.length - start) }, (__, more) => ({ start, end: start + more + 1 })),
  );
  return runs.flatMap(({ start, end }) => {
    const run = words.slice(start, end).join(' ');
    if (!types.has(run)) return [];
    const before = words.slice(0, start);
    const slots = before.filter((word) => word.startsWith('{}')).length;
    const fillers = [...reading.fillers.slice(0, slots), { words: run }, ...reading.fillers.slice(slots)];
    return [{ ...reading, frame: [...before, '{}', ...words.slice(end)].join(' '), fillers }];
  });
}

/** A word for both, '' where that needs no telling, undefined where there is none. Readings are compared with samples as written. */
function meet(one: Filler, other: Filler | undefined, { types, shared }: Vocabulary): string | undefined {
  if (other === undefined || !('type' in other)) return undefined;
  if ('words' in one) return types.get(one.words)?.has(other.type) ? '' : undefined;
  return one.type === other.type ? '' : shared.get(`${one.type} ${other.type}`);
}
