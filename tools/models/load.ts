/**
 * Reads `intents.yaml` and the phrase files of every locale into plain structures. Collects every problem; judges no words.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../problems';
import { readYaml, type Source } from '../yaml';
import { combine, type Layer, override, toPhrases } from './merge';
import { type Catalogue, catalogueFile, type Locale, type Phrases, phrasesFolder } from './model';
import { catalogueSchema, overrideSchema, phraseSchema } from './schema';

/** What the phrase files and `intents.yaml` say, and what is wrong with them. */
export interface Loaded {
  readonly catalogue: Catalogue | undefined;
  /** By locale. A locale whose files cannot be read is left out, and is in the problems. */
  readonly phrases: ReadonlyMap<string, Phrases>;
  readonly problems: readonly Problem[];
}

/** Reads everything the models of these locales are made of, below `root`. */
export function load(root: string, locales: readonly Locale[]): Loaded {
  const problems: Problem[] = [...strayFolders(root, locales)];
  const catalogue = loadCatalogue(root, problems);
  const languages = new Map<string, Layer>();
  const phrases = new Map<string, Phrases>();
  for (const { locale, language } of locales) {
    const base = languages.get(language) ?? loadLanguage(root, language, problems);
    languages.set(language, base);
    if (base.size > 0) phrases.set(locale, toPhrases(language, override(base, loadOverride(root, locale, problems), problems)));
  }
  return { catalogue, phrases, problems };
}

/** The language-neutral list of intents and types; undefined, with the problems told, when it cannot be read. */
export function loadCatalogue(root: string, problems: Problem[]): Catalogue | undefined {
  const source = readYaml(root, catalogueFile, catalogueSchema, problems);
  if (source === undefined) return undefined;
  const { file, data, lineOf } = source;
  return {
    fallbackSensitivity: data.fallbackSensitivity,
    intents: Object.entries(data.intents).map(([name, { alexa, slots }]) => {
      return { name, alexa, slots, file, line: lineOf(['intents', name, 'alexa']) };
    }),
    types: Object.entries(data.types).map(([name, ids]) => ({ name, ids, file, line: lineOf(['types', name]) })),
  };
}

function loadLanguage(root: string, language: string, problems: Problem[]): Layer {
  const folder = `${phrasesFolder}/${language}`;
  const sources = readFolder(root, folder, phraseSchema, problems);
  if (sources.length === 0 && problems.every(({ file }) => !file.startsWith(`${folder}/`))) {
    problems.push({
      file: folder,
      message: `holds no phrases, but content/locales.yaml has a locale that speaks "${language}".`,
    });
  }
  for (const { file, data, lineOf } of sources) {
    if (data.language !== language) problems.push(wrongFolder(file, lineOf(['language']), 'language', data.language, language));
  }
  return combine(sources, problems);
}

function loadOverride(root: string, locale: string, problems: Problem[]): Layer {
  const sources = readFolder(root, `${phrasesFolder}/${locale}`, overrideSchema, problems);
  for (const { file, data, lineOf } of sources) {
    if (data.locale !== locale) problems.push(wrongFolder(file, lineOf(['locale']), 'locale', data.locale, locale));
  }
  return combine(sources, problems);
}

/** Every phrase file of a folder that can be used, in the order of their names; none when there is no such folder. */
function readFolder<T>(root: string, folder: string, schema: z.ZodType<T>, problems: Problem[]): Source<T>[] {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  return names
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readYaml(root, `${folder}/${name}`, schema, problems) ?? []);
}

/** A folder that no locale reads would be edited in vain. */
function strayFolders(root: string, locales: readonly Locale[]): Problem[] {
  const known = new Set(locales.flatMap(({ locale, language }) => [locale, language]));
  const names = existsSync(join(root, phrasesFolder)) ? readdirSync(join(root, phrasesFolder)).sort() : [];
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: `${phrasesFolder}/${name}`,
      message: `is read by no locale of content/locales.yaml.`,
      fix: 'Phrases stand in a folder named after a language or a locale that is listed there.',
    }));
}

const wrongFolder = (file: string, line: number, what: string, said: string, folder: string): Problem => ({
  file,
  line,
  message: `says ${what}: ${said}, but stands in the folder "${folder}".`,
  fix: 'The two must agree.',
});
