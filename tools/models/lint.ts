/**
 * What Alexa and this project demand of a model, rule by rule, and the check that asks them all.
 */
import type { Problem } from '../problems';
import { collisions, repeatedSamples } from './lint/collisions';
import { invocationLength, invocationLetters, invocationWords, languageWords } from './lint/invocation';
import { apostrophes, bareSlots, firstWord, sampleLetters, wakeWords, wordLetters } from './lint/letters';
import { builtIns, knownTypes, names, sameIntents } from './lint/names';
import type { Rule } from './lint/rule';
import { enough, everyTemplate, limits } from './lint/size';
import { knownIds, searchQueries, slotReferences, slotsUsed, uniqueWords } from './lint/slots';
import type { Model } from './model';

/** Every rule: the language first, then names, amounts, spelling, slots, and what cannot be told apart. */
export const rules: readonly Rule[] = [
  languageWords,
  invocationLength,
  invocationWords,
  invocationLetters,
  names,
  builtIns,
  sameIntents,
  knownTypes,
  knownIds,
  enough,
  everyTemplate,
  limits,
  sampleLetters,
  wordLetters,
  apostrophes,
  wakeWords,
  firstWord,
  bareSlots,
  slotReferences,
  slotsUsed,
  searchQueries,
  uniqueWords,
  repeatedSamples,
  collisions,
];

/** Everything wrong with a model. */
export const lint = (model: Model): Problem[] => distinct(rules.flatMap(({ check }) => check(model)));

/** The samples of one template, and the locales of one language, share their faults: each is told once. */
export const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify([problem.file, problem.line, problem.message]), problem])).values(),
];
