/**
 * Everything that is said in one language as a reviewer needs it: the line as spoken, what it rests on, and who has signed it. Pure.
 */
import { seconds } from '../../simulator/heard';
import { saidNumbers } from '../content/compile';
import { inventory, type Spoken } from '../content/inventory';
import type { Content } from '../content/load';
import { isEasy, type Readability, readabilities } from '../content/readability';
import type { Fact, LocaleFile, SourceFile } from '../content/schema';
import { type Signature, signatureOf } from '../content/signatures';
import { fingerprint, firstLanguage, outdated } from '../content/translations';
import { placeholdersIn, saidIn, type Word, wordsOf } from '../content/words';

/** A line as it is heard in one or more locales. */
export interface Heard {
  readonly locales: readonly string[];
  readonly text: string;
}

export interface Basis extends Fact {
  readonly published: SourceFile[string] | undefined;
}

export interface Row {
  /** Folder of words it stands in: a language, or a locale where that says it otherwise. */
  readonly folder: string;
  readonly key: string;
  readonly kind: Spoken['kind'] | 'name';
  /** As spoken; more than one where telephone numbers differ. */
  readonly heard: readonly Heard[];
  /** The same in the first language; undefined for that language itself. */
  readonly original: string | undefined;
  /** At 150 words a minute, holds aside. */
  readonly seconds: number;
  readonly grade: number;
  readonly easy: boolean;
  readonly facts: readonly Basis[];
  /** Somebody has to look at it again: its original has changed. */
  readonly toReview: boolean;
  readonly signature: Signature | undefined;
  /** Stands for the text when it is signed. */
  readonly mark: string;
}

export interface Sheet {
  readonly language: string;
  readonly locales: readonly string[];
  readonly measure: Readability;
  /** Lines about health: those that rest on the weakest sources first, then in the order of danger. */
  readonly health: readonly Row[];
  /** Questions, courtesies, titles and names: for a native reader. */
  readonly conversation: readonly Row[];
}

/** @throws Error when the language has no measure of how easy it is */
export function sheetOf(content: Content, language: string): Sheet {
  const measure = readabilities[language];
  if (!measure) throw new Error(`There is no measure of how easy ${language} is: add one to tools/content/readability.ts.`);
  const locales = Object.entries(content.locales.data).filter(([, one]) => one.language === language);
  const names = locales.map(([locale]) => locale);
  const folders = [language, ...names].filter((folder) => content.words[folder]);
  const said = new Map(names.map((locale) => [locale, saidIn(content, locale)] as const));
  const rows = folders.flatMap((folder) => rowsOf(content, folder, said, measure));
  return {
    language,
    locales: names,
    measure,
    health: rows.filter(isHealth).sort((a, b) => urgency(a) - urgency(b)),
    conversation: rows.filter((row) => !isHealth(row)),
  };
}

const isHealth = ({ kind, facts }: Row): boolean => kind === 'line' && facts.length > 0;

/** The weakest sources first; then danger, stretches, and the rest as it is written. */
function urgency({ key, facts }: Row): number {
  if (facts.some(({ tier }) => tier === 'C')) return 0;
  if (key.startsWith('triage.') || key.startsWith('dialog.gate')) return 1;
  return key.startsWith('stretches.') ? 2 : 3;
}

/** Locale → everything it says. */
type Said = ReadonlyMap<string, ReadonlyMap<string, Word>>;

function rowsOf(content: Content, folder: string, said: Said, measure: Readability): Row[] {
  const spoken = new Map(inventory(content).map((one) => [one.key, one]));
  const facts = new Map(content.facts.flatMap(({ data }) => data.map((fact) => [fact.id, fact] as const)));
  const first = firstLanguage(content);
  const originals = wordsOf(content, first);
  const late = new Set(outdated(content).flatMap((one) => (one.folder === folder ? [one.key] : [])));
  return [...wordsOf(content, folder)].map(([key, word]): Row => {
    const { kind = 'name', facts: ids = [] } = spoken.get(key) ?? {};
    const heard = heardIn(content, said, key, word);
    const text = heard[0]?.text ?? word.text;
    return {
      folder,
      key,
      kind,
      heard,
      original: folder === first ? undefined : originals.get(key)?.text,
      seconds: seconds(`<speak>${text}</speak>`),
      grade: measure.score(text),
      easy: isEasy(measure, text),
      facts: ids.flatMap((id) => {
        const fact = facts.get(id);
        return fact ? [{ ...fact, published: content.sources.data[fact.source] }] : [];
      }),
      toReview: late.has(key),
      signature: signatureOf(content, folder, key, word),
      mark: fingerprint(word.text),
    };
  });
}

/** The text with the numbers of every locale that says this very word; alike ones together. */
function heardIn(content: Content, said: Said, key: string, word: Word): Heard[] {
  const byText = new Map<string, string[]>();
  for (const [locale, words] of said) {
    const own = words.get(key);
    if (own?.file !== word.file || own.line !== word.line) continue;
    const text = filled(word.text, content.locales.data[locale]?.numbers);
    byText.set(text, [...(byText.get(text) ?? []), locale]);
  }
  // A text that every locale says otherwise is heard nowhere.
  return [...byText].map(([text, all]) => ({ text, locales: all }));
}

function filled(text: string, numbers: LocaleFile[string]['numbers'] | undefined): string {
  const said = saidNumbers(numbers ?? { emergency: { facts: [] } });
  return placeholdersIn(text).reduce((line, name) => line.replaceAll(`{{${name}}}`, said[name] ?? `[${name}]`), text);
}
