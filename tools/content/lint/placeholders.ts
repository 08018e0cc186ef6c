/**
 * Placeholders: what a text asks for is there in every locale that says it, and no language loses one on the way.
 */
import { placeholdersIn, saidIn, type Word } from '../words';
import type { Rule } from './rule';

/** Slots whose ids have a name that can stand inside a sentence. */
const slots = ['muscle', 'cause', 'remedy', 'group'];
/** A translation that lost one of these would leave somebody in danger without a number. */
const vital = ['emergency', 'crisis'];

export const placeholders: Rule = {
  name: 'placeholders',
  description: 'Only values that the skill can give are asked for, in every locale that says the text.',
  check: ({ content }) => {
    const asked = Object.entries(content.locales.data).flatMap(([locale, { numbers }]) => {
      const given = [...Object.keys(numbers), ...slots];
      return [...saidIn(content, locale)].flatMap(([key, { text, file, line }]) =>
        placeholdersIn(text)
          .filter((name) => !given.includes(name))
          .map((name) => ({
            file,
            line,
            message: `${key} asks for {{${name}}}, which nothing gives in ${locale}.`,
            fix: `There are ${given.join(', ')}.`,
          })),
      );
    });
    return [...new Map(asked.map((one) => [`${one.file}:${one.line}`, one])).values()];
  },
};

export const keptPlaceholders: Rule = {
  name: 'kept-placeholders',
  description: 'A translation asks for the names and the numbers of danger that the first language asks for.',
  check: (view) => {
    const [first = ''] = view.languages;
    const kept = (text: string, among: readonly string[]): string[] =>
      [...new Set(placeholdersIn(text))].filter((name) => among.includes(name)).sort();
    return [...view.words].flatMap(([folder, words]) =>
      folder === first
        ? []
        : [...words].flatMap(([key, { text, file, line }]) => {
            const original = view.words.get(first)?.get(key)?.text ?? '';
            const lost = kept(original, [...slots, ...vital]).filter((name) => !placeholdersIn(text).includes(name));
            const added = kept(text, slots).filter((name) => !placeholdersIn(original).includes(name));
            return [
              ...lost.map((name) => ({
                file,
                line,
                message: `${key} has lost {{${name}}}.`,
                fix: `In ${first} it is asked for.`,
              })),
              ...added.map((name) => ({
                file,
                line,
                message: `${key} asks for {{${name}}} as well.`,
                fix: `In ${first} it is not.`,
              })),
            ];
          }),
    );
  },
};

export const wholeNumbers: Rule = {
  name: 'whole-numbers',
  description: 'Every number of a locale is said; one that differs from country to country, wherever the other is said.',
  check: (view) =>
    Object.entries(view.content.locales.data).flatMap(([locale, { numbers }]) => {
      const { file, lineOf } = view.content.locales;
      const said = [...saidIn(view.content, locale)];
      const names = Object.keys(numbers);
      const idle = names.filter((name) => !said.some(([, { text }]) => placeholdersIn(text).includes(name)));
      return [
        ...idle.map((name) => ({
          file,
          line: lineOf([locale, 'numbers', name]),
          message: `${locale} has a number for ${name} that none of its words say.`,
          fix: `Ask for {{${name}}} in a text, or remove it.`,
        })),
        ...said.flatMap((one) => halfSaid(one, names, locale)),
      ];
    }),
};

/** `emergency` without `emergencyAustria`: right in one country of the locale, wrong in the other. */
function halfSaid([key, { text, file, line }]: readonly [string, Word], names: readonly string[], locale: string) {
  const asked = placeholdersIn(text);
  return names
    .filter((name) => !asked.includes(name) && asked.some((other) => names.includes(other) && name.startsWith(other)))
    .map((name) => ({
      file,
      line,
      message: `${key} leaves out {{${name}}}, and ${locale} serves that country too.`,
      fix: 'Say both numbers, or neither.',
    }));
}
