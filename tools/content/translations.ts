/**
 * Which text each translation was made from: a fingerprint of both, kept in `content/translations`, so that an original that changes
 * marks its translations until somebody has looked at them. Reads; `write` alone writes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Problem } from '../problems';
import type { Content } from './load';
import { type Word, wordsOf } from './words';

export const translationsFolder = 'content/translations';

/** Eight digits that stand for a text. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The original and the translation, as they were when somebody last compared them. */
export interface Compared {
  readonly of: string;
  readonly is: string;
}

/** Key of a text → what was compared. */
export type Comparisons = Readonly<Record<string, Compared>>;

/** The language that is written first: that of the first locale. Every other folder of words is translated from it, or differs from it. */
export const firstLanguage = ({ locales }: Content): string => Object.values(locales.data)[0]?.language ?? '';

/** Folders of words that are made from the first language. */
const translated = (content: Content): string[] =>
  Object.keys(content.words).filter((folder) => folder !== firstLanguage(content));

/** A translation whose original has changed, and that nobody has touched since. */
export interface Outdated {
  readonly folder: string;
  readonly key: string;
  readonly word: Word;
  /** As it is said now in the first language. */
  readonly original: string;
}

export function outdated(content: Content): Outdated[] {
  const originals = wordsOf(content, firstLanguage(content));
  return translated(content).flatMap((folder) =>
    [...wordsOf(content, folder)].flatMap(([key, word]) => {
      const compared = content.translations[folder]?.[key];
      const original = originals.get(key)?.text;
      if (!compared || original === undefined || compared.is !== fingerprint(word.text)) return [];
      return compared.of === fingerprint(original) ? [] : [{ folder, key, word, original }];
    }),
  );
}

/** The same as problems. They fail the check, not the build: whoever changed the original may go on trying it. */
export const toReview = (content: Content): Problem[] =>
  outdated(content).map(({ folder, key, original, word: { file, line } }) => ({
    file,
    line,
    message: `${key} is to review: ${firstLanguage(content)} says now "${original}".`,
    fix: `Change it; or, if it is right as it is, run \`npm run locale -- ${folder} --reread ${key}\`.`,
  }));

/**
 * What `content/translations` should hold, path → text: new and touched translations count as compared with the original of now, others
 * keep what they were compared with.
 * @param reread keys that somebody has compared and found right as they are, by folder
 */
export function comparisons(content: Content, reread: Readonly<Record<string, readonly string[]>> = {}): Map<string, string> {
  const originals = wordsOf(content, firstLanguage(content));
  return new Map(
    translated(content).map((folder) => {
      const compared = [...wordsOf(content, folder)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { text }]) => {
          const before = content.translations[folder]?.[key];
          const now = { of: fingerprint(originals.get(key)?.text ?? ''), is: fingerprint(text) };
          return [key, before?.is === now.is && !reread[folder]?.includes(key) ? before : now] as const;
        });
      return [`${translationsFolder}/${folder}.yaml`, textOf(Object.fromEntries(compared))];
    }),
  );
}

const textOf = (compared: Comparisons): string =>
  `# Written by \`npm run fix\`: the text each line was translated from (of), and the line itself (is), when they were last compared.\n${stringify(
    compared,
    { lineWidth: 0, collectionStyle: 'any' },
  )}`;

/** The files that are not as they should be, those of folders that are gone included. */
export function staleComparisons(root: string, content: Content): string[] {
  const wanted = comparisons(content);
  const changed = [...wanted].filter(([path, text]) => readIfPresent(join(root, path)) !== text).map(([path]) => path);
  return [...changed, ...present(root).filter((path) => !wanted.has(path))].sort();
}

/** Writes them, and says which. */
export function writeComparisons(root: string, content: Content, reread: Parameters<typeof comparisons>[1] = {}): string[] {
  const wanted = comparisons(content, reread);
  mkdirSync(join(root, translationsFolder), { recursive: true });
  const stale = [...wanted].filter(([path, text]) => readIfPresent(join(root, path)) !== text);
  for (const [path, text] of stale) writeFileSync(join(root, path), text);
  for (const path of present(root)) if (!wanted.has(path)) rmSync(join(root, path));
  return stale.map(([path]) => path);
}

const present = (root: string): string[] =>
  existsSync(join(root, translationsFolder))
    ? readdirSync(join(root, translationsFolder)).map((name) => `${translationsFolder}/${name}`)
    : [];
const readIfPresent = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
