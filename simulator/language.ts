/**
 * What Alexa knows of a language by herself, as far as the simulator needs it. The build takes it from the phrases of the language, so
 * that a new language is a folder of files and no code.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Language {
  /** Words that ask for a skill: "ask cramp helper …". */
  readonly launch: readonly string[];
  /** Words between the question and the name that ends it: "what helps … using cramp helper". */
  readonly trailing: readonly string[];
  /** Words that Alexa takes for herself after the name. */
  readonly connecting: readonly string[];
  /** AMAZON.NUMBER, roughly. The classifier practises with the first three. */
  readonly numbers: readonly string[];
  /** AMAZON.TIME, roughly: words that are a time by themselves, and those that only belong to one. */
  readonly times: readonly string[];
  readonly clock: readonly string[];
}

/** A language of which nothing is known. */
export const noLanguage: Language = { launch: [], trailing: [], connecting: [], numbers: [], times: [], clock: [] };

export const languageFile = (root: string, locale: string): string => join(root, 'build/languages', `${locale}.json`);

/**
 * The language of a built locale.
 * @throws Error when it is not built
 */
export function languageOf(root: string, locale: string): Language {
  const file = languageFile(root, locale);
  if (!existsSync(file)) throw new Error(`There is no build of ${locale}: run npm run build.`);
  return JSON.parse(readFileSync(file, 'utf8')) as Language;
}
