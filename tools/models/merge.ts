/**
 * Lays phrase files over each other: the files of a language beside each other, a locale's own on top of them.
 * What would only repeat is refused, so that every difference of a region is a real one.
 */
import type { Problem } from '../problems';
import type { Source } from '../yaml';
import type { Phrases, Placed } from './model';

/** What a file says at one path of keys: a list of words, to replace or to extend what is below it. */
interface Entry {
  readonly path: readonly string[];
  readonly words: readonly Placed[];
  readonly adds: boolean;
  readonly file: string;
  readonly line: number;
}

/** Path of keys, joined → what stands there. */
export type Layer = ReadonlyMap<string, Entry>;

/** The files of one folder as one layer. The same thing said in two files is a problem. */
export function combine(sources: readonly Source<object>[], problems: Problem[]): Layer {
  const layer = new Map<string, Entry>();
  for (const entry of sources.flatMap((source) => entriesOf(source, source.data, []))) {
    const before = layer.get(key(entry));
    if (before === undefined) layer.set(key(entry), entry);
    else
      problems.push({
        ...at(entry),
        message: `${key(entry)} stands in ${place(before)} as well.`,
        fix: 'Keep all of it in one file.',
      });
  }
  return layer;
}

/** A language with a locale's own words on top. */
export function override(base: Layer, own: Layer, problems: Problem[]): Layer {
  const layer = new Map(base);
  for (const [path, entry] of own) {
    const below = base.get(path);
    problems.push(...repeats(entry, below));
    layer.set(path, entry.adds && below ? { ...entry, words: [...below.words, ...entry.words] } : entry);
  }
  return layer;
}

/** A finished layer, by the names of its parts. */
export function toPhrases(language: string, layer: Layer): Phrases {
  const list = (...path: string[]): readonly Placed[] => layer.get(path.join('.'))?.words ?? [];
  const [invocation] = list('invocation');
  const slots: Record<string, Record<string, readonly Placed[]>> = {};
  for (const { path, words } of layer.values()) {
    const [section, type, id] = path;
    if (section === 'slots' && type && id) slots[type] = { ...slots[type], [id]: words };
  }
  return {
    language,
    ...(invocation && { invocation }),
    wake: list('wake'),
    launch: list('launch'),
    connecting: list('connecting'),
    trailing: list('trailing'),
    numbers: list('numbers'),
    times: list('times'),
    clock: list('clock'),
    small: list('small'),
    reserved: list('reserved'),
    contractions: singles(layer, 'contractions'),
    rules: singles(layer, 'rules'),
    intents: section(layer, 'intents'),
    slots,
  };
}

/** Every list of words in a file, however deep: schema.ts has seen to its shape. */
function entriesOf(source: Source<object>, value: unknown, path: readonly string[]): Entry[] {
  const { file, lineOf } = source;
  const placed = (texts: readonly string[], ...deeper: string[]): readonly Placed[] =>
    texts.map((text, index) => ({ text, file, line: lineOf([...path, ...deeper, index]) }));
  const entry = (words: readonly Placed[], adds: boolean): Entry[] => [{ path, words, adds, file, line: lineOf(path) }];

  if (path[0] === 'language' || path[0] === 'locale' || value === undefined) return [];
  if (typeof value === 'string') return entry([{ text: value, file, line: lineOf(path) }], false);
  if (Array.isArray(value)) return entry(placed(value), false);
  const deeper = Object.entries(value as object);
  const added = (value as { add?: unknown }).add;
  if (deeper.length === 1 && Array.isArray(added)) return entry(placed(added, 'add'), true);
  return deeper.flatMap(([name, inner]) => entriesOf(source, inner, [...path, name]));
}

function repeats(entry: Entry, below: Entry | undefined): Problem[] {
  if (below === undefined) return [];
  const known = new Set(below.words.map(({ text }) => text));
  if (entry.adds) {
    const again = entry.words.filter(({ text }) => known.has(text));
    return again.map(({ text, file, line }) => ({
      file,
      line,
      message: `${key(entry)} adds "${text}", which ${place(below)} says already.`,
      fix: 'Remove it: what is not written is inherited.',
    }));
  }
  const texts = (words: readonly Placed[]): string => JSON.stringify(words.map(({ text }) => text));
  if (texts(entry.words) !== texts(below.words)) return [];
  return [
    {
      ...at(entry),
      message: `${key(entry)} says the same as ${place(below)}.`,
      fix: 'Remove it: what is not written is inherited.',
    },
  ];
}

/** The lists of one section, by name. */
function section(layer: Layer, name: string): Record<string, readonly Placed[]> {
  const inside = [...layer.values()].filter(({ path }) => path[0] === name && path.length === 2);
  return Object.fromEntries(inside.map(({ path, words }) => [path[1] ?? '', words]));
}

const singles = (layer: Layer, name: string): Record<string, Placed> =>
  Object.fromEntries(Object.entries(section(layer, name)).flatMap(([word, [first]]) => (first ? [[word, first]] : [])));

const key = ({ path }: Entry): string => path.join('.');
const at = ({ file, line }: Entry): { file: string; line: number } => ({ file, line });
const place = ({ file, line }: Entry): string => `${file}:${line}`;
