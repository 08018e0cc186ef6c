/**
 * What the build wrote beside the bundle. Each file is read when it is first asked for, so that a question about causes parses nothing
 * about medicines, and one locale nothing of another.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Find, SignWords, Topic, Words } from './knowledge/types';

/** Topics by id; each is read when it is looked up. The dialog looks up none that content does not name, and the check proved those. */
export function topicsOnDisk(): Readonly<Record<string, Topic>> {
  const known = new Map<string, Topic>();
  const topic = (id: string): Topic => {
    const found = known.get(id) ?? read<Topic>('topics', id);
    known.set(id, found);
    return found;
  };
  // A getter for each would cost more at the start than all the rest of it.
  return new Proxy({}, { get: (_, id) => topic(String(id)) });
}

/**
 * The words of a locale: those of a topic are in a file of its name, all others in `main`.
 * @param base the first locale of its language: the locale's own files have what differs from it
 */
export function wordsOf(locale: string, base: string): Find {
  const parts = new Map<string, Words>();
  return (key) => {
    const [group, topic] = key.startsWith('topics.') ? key.split('.', 2) : [];
    const part = group && topic ? topic : 'main';
    const words = parts.get(part) ?? wordsIn(part, locale, base);
    parts.set(part, words);
    return words[key];
  };
}

const wordsIn = (part: string, locale: string, base: string): Words => {
  const inherited = read<Words>('words', base, part);
  return base === locale ? inherited : { ...inherited, ...read<Words>('words', locale, part) };
};

export const signsOf = (locale: string): SignWords => read('signs', locale);

/** @throws where there is no such file. Ids may come out of a session, so none leads out of the folder. */
function read<T>(...path: readonly string[]): T {
  if (!path.every((name) => /^[\w-]+$/.test(name))) throw new Error('That is no name of a file beside the bundle.');
  return JSON.parse(readFileSync(`${join(__dirname, ...path)}.json`, 'utf8')) as T;
}
