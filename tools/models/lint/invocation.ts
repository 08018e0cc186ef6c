/**
 * The invocation name. Amazon: "Choose the Invocation Name for a Custom Skill" (alexa-rules.md INV1 to INV7, INV12).
 */
import type { Problem } from '../../problems';
import type { Model, Placed } from '../model';
import { problemAt, problemOf, type Rule, textsOf } from './rule';

const letters = /^(?:[\p{Ll}\p{Lo}\p{M}]+(?:'[\p{Ll}]*)?|\p{Ll}\.)(?: (?:[\p{Ll}\p{Lo}\p{M}]+(?:'[\p{Ll}]*)?|\p{Ll}\.))*$/u;
/** German writes as one word what English writes as two. */
const compounding = new Set(['de']);

export const languageWords: Rule = {
  name: 'language-words',
  description:
    'A language says its invocation name and the words that Alexa keeps for itself, or other rules would check nothing.',
  check: (model) => {
    const { invocation, wake, launch, connecting } = model.phrases;
    const lists = { invocation: invocation ? [invocation] : [], wake, launch, connecting };
    const missing = Object.entries(lists).filter(([, words]) => words.length === 0);
    return missing.map(([name]) => problemOf(model, `says no "${name}".`, 'Write it in language.yaml, as phrases/en does.'));
  },
};

export const invocationLength: Rule = {
  name: 'invocation-length',
  description: 'Two words or three (INV1, INV2), 2 to 50 characters (INV12).',
  check: withName((name, { phrases }) => {
    const words = name.text.split(' ').length;
    if (words < 2 && !compounding.has(phrases.language))
      return [problemAt(name, `invocation: "${name.text}" is one word.`, 'Alexa wants two at least.')];
    if (words > 3)
      return [problemAt(name, `invocation: "${name.text}" has ${words} words.`, "Amazon's linter warns above three.")];
    if (name.text.length < 2 || name.text.length > 50)
      return [problemAt(name, `invocation: has ${name.text.length} characters.`, 'Write 2 to 50.')];
    return [];
  }),
};

export const invocationWords: Rule = {
  name: 'invocation-words',
  description: 'No word that Alexa keeps for itself (INV4, INV5, INV6); in a name of two words no article or preposition (INV3).',
  check: withName((name, { phrases }) => {
    const words = name.text.split(' ');
    const forbidden = new Map([
      ...(words.length === 2 ? kind(phrases.small, 'an article or preposition') : []),
      ...kind(phrases.reserved, 'a reserved word'),
      ...kind(phrases.connecting, 'a connecting word'),
      ...kind(phrases.launch, 'a launch word'),
      ...kind(phrases.wake, 'a wake word'),
    ]);
    return words
      .filter((word) => forbidden.has(word))
      .map((word) => problemAt(name, `invocation: "${word}" is ${forbidden.get(word)}.`, 'Choose another name.'));
  }),
};

export const invocationLetters: Rule = {
  name: 'invocation-letters',
  description: 'Lower-case letters, spaces, possessive apostrophes, periods in spelled abbreviations only (INV7).',
  check: withName((name, { locale }) =>
    letters.test(name.text) && name.text === name.text.toLocaleLowerCase(locale)
      ? []
      : [
          problemAt(
            name,
            `invocation: "${name.text}" is not lower-case words.`,
            'Spell numbers out, and write n. p. r. letter by letter.',
          ),
        ],
  ),
};

function withName(check: (name: Placed, model: Model) => Problem[]): Rule['check'] {
  return (model) => (model.phrases.invocation ? check(model.phrases.invocation, model) : []);
}

const kind = (words: readonly Placed[], what: string): [string, string][] => [...textsOf(words)].map((word) => [word, what]);
