/**
 * Locales: Alexa has them, each has a page, and no page is without one.
 */
import type { Problem } from '../../problems';
import { listingFolder } from '../load';
import { saidFields } from '../schema';
import type { Rule } from './rule';

/** Every locale of a custom skill: "Develop Skills in Multiple Languages" (alexa-rules 5.2, 6). */
export const alexaLocales = [
  ...['ar-SA', 'de-DE', 'en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US', 'es-ES', 'es-MX', 'es-US'],
  ...['fr-CA', 'fr-FR', 'hi-IN', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR'],
] as const;

export const knownLocales: Rule = {
  name: 'known-locales',
  description: 'Every locale of content/locales.yaml is one of the seventeen of Alexa.',
  check: ({ locales: { file, data, lineOf } }) =>
    Object.keys(data)
      .filter((locale) => !(alexaLocales as readonly string[]).includes(locale))
      .map((locale) => ({
        file,
        line: lineOf([locale]),
        message: `${locale} is no locale of Alexa.`,
        fix: `Mend it, or remove it. There are ${alexaLocales.join(', ')}.`,
      })),
};

export const listings: Rule = {
  name: 'listings',
  description: 'Every language has a page, every page is of a language or locale that exists, and says which.',
  check: ({ locales, languages, regions }) => {
    const spoken = new Map(Object.entries(locales.data).map(([locale, { language }]) => [language, locale]));
    return [
      ...[...spoken]
        .filter(([language]) => !languages.has(language))
        .map(([language, locale]) => ({
          file: `${listingFolder}/${language}.yaml`,
          message: `is missing: the store has nothing to show in ${locale}.`,
          fix: `Write it as ${listingFolder}/en.yaml is.`,
        })),
      ...[...languages].flatMap(([name, { file, data, lineOf }]) =>
        spoken.has(name) ? misnamed(file, lineOf(['language']), 'language', name, data.language) : [stray(file)],
      ),
      ...[...regions].flatMap(([name, { file, data, lineOf }]) =>
        locales.data[name] ? misnamed(file, lineOf(['locale']), 'locale', name, data.locale) : [stray(file)],
      ),
    ];
  },
};

export const regionsDiffer: Rule = {
  name: 'regions-differ',
  description: 'A region says only what differs from its language.',
  check: ({ locales, languages, regions }) =>
    [...regions].flatMap(([locale, { file, data, lineOf }]) => {
      const language = locales.data[locale]?.language ?? '';
      const base = languages.get(language)?.data;
      return saidFields
        .filter((field) => data[field] !== undefined && JSON.stringify(data[field]) === JSON.stringify(base?.[field]))
        .map((field) => ({
          file,
          line: lineOf([field]),
          message: `${field} is the same as in ${language}.`,
          fix: 'Remove it: it is inherited.',
        }));
    }),
};

const stray = (file: string): Problem => ({
  file,
  message: 'is of no language and no locale of content/locales.yaml.',
  fix: 'Add the locale there, or remove the file.',
});

const misnamed = (file: string, line: number, kind: string, name: string, said: string): Problem[] =>
  name === said ? [] : [{ file, line, message: `must begin with ${kind}: ${name}.`, fix: 'Mend that line.' }];
