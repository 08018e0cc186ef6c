/**
 * Words as one flat list a locale: the language's, with the region's own laid over them.
 */
import type { Words } from '../../lambda/knowledge/types';
import type { Source } from '../yaml';
import type { Content } from './load';
import type { WordFile } from './schema';

/** One text and the place it is written. */
export interface Word {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** Every text of one folder of words, by dotted key. The first of a duplicate wins; the lint names the second. */
export function wordsOf(content: Content, folder: string): Map<string, Word> {
  const found = new Map<string, Word>();
  for (const source of content.words[folder] ?? []) {
    for (const [key, word] of leaves(source)) if (!found.has(key)) found.set(key, word);
  }
  return found;
}

/** Key and text of every leaf of one file, but for its `language` or `locale` line. */
export function* leaves(
  source: Source<WordFile>,
  tree: WordFile = source.data,
  path: readonly string[] = [],
): Generator<[string, Word]> {
  for (const [name, value] of Object.entries(tree)) {
    const here = [...path, name];
    if (typeof value !== 'string') yield* leaves(source, value, here);
    else if (path.length > 0) yield [here.join('.'), { text: value.trim(), file: source.file, line: source.lineOf(here) }];
  }
}

/** What a locale says: the words of its language, and over them the words of its region. */
export function saidIn(content: Content, locale: string): Map<string, Word> {
  const language = content.locales.data[locale]?.language ?? '';
  return new Map([...wordsOf(content, language), ...wordsOf(content, locale)]);
}

/** The same as plain text, for the bundle. */
export const wordsFor = (content: Content, locale: string): Words =>
  Object.fromEntries([...saidIn(content, locale)].map(([key, { text }]) => [key, text]));

/** The names between double braces: what must be filled in before the text is said. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name);
