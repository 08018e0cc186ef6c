/**
 * What the build wrote beside the bundle. Each file is read when it is first asked for, so that a question about causes parses nothing
 * about medicines, and one locale nothing of another.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Find, SignWords, Topic, Words } from './knowledge/types';

/** Topics by id; each is read when it is looked up. */
export const topicsOf = (ids: readonly string[]): Readonly<Record<string, Topic>> =>
  Object.defineProperties(
    {},
    Object.fromEntries(ids.map((id) => [id, { enumerable: true, get: once(() => read<Topic>('topics', id)) }])),
  );

/** The words of a locale: those of a topic are in a file of its name, all others in `main`. */
export function wordsOf(locale: string): Find {
  const parts = new Map<string, Words>();
  return (key) => {
    const [group, topic] = key.startsWith('topics.') ? key.split('.', 2) : [];
    const part = group && topic ? topic : 'main';
    const words = parts.get(part) ?? read<Words>('words', locale, part);
    parts.set(part, words);
    return words[key];
  };
}

export const signsOf = (locale: string): SignWords => read('signs', locale);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const read = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(`${join(__dirname, ...path)}.json`, 'utf8')) as T;
