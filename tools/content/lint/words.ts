/**
 * Words: there for everything that is said, in every language, and no others.
 */
import type { Problem } from '../../problems';
import { leaves } from '../words';
import { idsOfSlot, type Rule, type View } from './rule';

export const completeWords: Rule = {
  name: 'complete-words',
  description: 'Every line, question and title has words in every language.',
  check: ({ spoken, words, languages }) =>
    languages.flatMap((language) =>
      distinctKeys(spoken)
        .filter(({ key }) => !words.get(language)?.has(key))
        .map(({ key, file, line }) => ({
          file: `content/words/${language}`,
          message: `has no words for ${key} (${file}:${line}).`,
          fix: `Add the key under its group in a file of that folder.`,
        })),
    ),
};

export const usedWords: Rule = {
  name: 'used-words',
  description: 'Every text is said by something: a line of no topic would rest on nothing.',
  check: (view) => {
    const keys = new Set(view.spoken.map(({ key }) => key));
    return [...view.words.values()].flatMap((folder) =>
      [...folder]
        .filter(([key]) => !keys.has(key) && !isName(view, key))
        .map(([key, { file, line }]) => ({
          file,
          line,
          message: `${key} is said nowhere, so it rests on no fact.`,
          fix: 'Declare the line with its facts in content/topics, stretches, triage or courtesies, or remove it.',
        })),
    );
  },
};

/** `names.<slot>.<id>`: how a slot id is called inside a sentence. */
const isName = (view: View, key: string): boolean => {
  const [group, slot = '', id = ''] = key.split('.');
  return group === 'names' && (idsOfSlot(view, slot)?.includes(id) ?? false);
};

export const namesForAll: Rule = {
  name: 'names-for-all',
  description: 'A line that asks for the name of a slot finds one for every id that may lead to it.',
  check: (view) =>
    view.content.topics.flatMap(({ file, data, lineOf }) =>
      Object.entries(data.answers).flatMap(([slot, byId]) =>
        Object.entries(byId).flatMap(([id, lines]) => {
          const ids = id === '*' ? (idsOfSlot(view, slot) ?? []).filter((other) => byId[other] === undefined) : [id];
          return view.languages.flatMap((language) => {
            const words = view.words.get(language);
            const asks = lines.some((line) => words?.get(`topics.${data.id}.lines.${line}`)?.text.includes(`{{${slot}}}`));
            return ids
              .filter((one) => asks && !words?.has(`names.${slot}.${one}`))
              .map(
                (one): Problem => ({
                  file,
                  line: lineOf(['answers', slot, id]),
                  message: `${one} leads to a line that asks for its name, and has none in ${language}.`,
                  fix: `Add names.${slot}.${one} to content/words/${language}/names.yaml.`,
                }),
              );
          });
        }),
      ),
    ),
};

export const uniqueWords: Rule = {
  name: 'unique-words',
  description: 'No key stands in two files of one folder.',
  check: ({ content }) =>
    Object.values(content.words).flatMap((files) => {
      const first = new Map<string, string>();
      return files.flatMap((source) =>
        [...leaves(source)].flatMap(([key, { file, line }]) => {
          const before = first.get(key);
          first.set(key, before ?? `${file}:${line}`);
          return before ? [{ file, line, message: `${key} stands at ${before} already.`, fix: 'Keep one of the two.' }] : [];
        }),
      );
    }),
};

export const overrides: Rule = {
  name: 'overrides',
  description: 'A region says only what differs from its language.',
  check: ({ content, words }) =>
    Object.entries(content.locales.data).flatMap(([locale, { language }]) => {
      const base = words.get(language);
      return [...(words.get(locale) ?? [])].flatMap(([key, { text, file, line }]) => {
        const inherited = base?.get(key);
        if (inherited === undefined)
          return [{ file, line, message: `${key} is not in ${language}, so it overrides nothing.`, fix: 'Mend the key.' }];
        return inherited.text === text
          ? [{ file, line, message: `${key} is the same as in ${language}.`, fix: 'Remove it: it is inherited.' }]
          : [];
      });
    }),
};

export const folders: Rule = {
  name: 'folders',
  description: 'A folder of words is a language or locale that exists, and its files say so.',
  check: ({ content, languages }) =>
    Object.entries(content.words).flatMap(([folder, files]) => {
      const kind = languages.includes(folder) ? 'language' : 'locale';
      if (kind === 'locale' && !content.locales.data[folder]) {
        return [
          {
            file: `content/words/${folder}`,
            message: 'is no language and no locale of content/locales.yaml.',
            fix: 'Add the locale, or remove the folder.',
          },
        ];
      }
      return files
        .filter(({ data }) => data[kind] !== folder)
        .map(({ file }) => ({ file, line: 1, message: `must begin with ${kind}: ${folder}.`, fix: 'Add or mend that line.' }));
    }),
};

export const knownSignatures: Rule = {
  name: 'known-signatures',
  description: 'Only lines that are there are signed.',
  check: ({ content, words }) =>
    Object.entries(content.signatures).flatMap(([folder, { file, data, lineOf }]) =>
      data.flatMap(({ lines }, index) =>
        Object.keys(lines)
          .filter((key) => !words.get(folder)?.has(key))
          .map((key) => ({
            file,
            line: lineOf([index, 'lines', key]),
            message: `signs ${key}, which is not in content/words/${folder}.`,
            fix: 'Remove it: the line is gone, or belongs to another folder.',
          })),
      ),
    ),
};

const distinctKeys = <T extends { key: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.key, one])).values(),
];
