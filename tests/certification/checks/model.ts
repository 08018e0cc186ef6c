/**
 * The interaction model as it is uploaded, by the rules that the build holds its sources to, and by a few of its own.
 */
import { collisions, repeatedSamples } from '../../../tools/models/lint/collisions';
import { invocationLength, invocationLetters, invocationWords, languageWords } from '../../../tools/models/lint/invocation';
import { apostrophes, bareSlots, firstWord, sampleLetters, wakeWords, wordLetters } from '../../../tools/models/lint/letters';
import { builtIns, knownTypes, names } from '../../../tools/models/lint/names';
import type { Rule } from '../../../tools/models/lint/rule';
import { enough, limits } from '../../../tools/models/lint/size';
import { searchQueries, slotReferences, slotsUsed, uniqueWords } from '../../../tools/models/lint/slots';
import type { Model, Placed } from '../../../tools/models/model';
import { catalogue } from '../../support/skill';
import type { Subject } from '../subject';
import { type Check, some, unless } from './check';

/** What the skill is called for ever, by language: a name that was published can't be changed. */
const published: Readonly<Record<string, string>> = {
  en: 'cramp helper',
  es: 'calma calambres',
  de: 'meine krampfhilfe',
  fr: 'allô crampes',
};

const languageModel = ({ model }: Subject) => model.interactionModel.languageModel;

/** Alexa's JSON as the lint of the sources takes it. Our own names of intents are looked up: some rules go by them. */
function asLinted(subject: Subject): Model {
  const { locale, phrases } = subject;
  const { invocationName, intents, types } = languageModel(subject);
  const at = { file: `${locale}.json`, line: 1 };
  const placed = (texts: readonly string[] = []): Placed[] => texts.map((text) => ({ text, ...at }));
  const known = intents.map(({ name, slots = [], samples }) => ({
    name: catalogue.intents.find(({ alexa }) => alexa === name)?.name ?? name,
    alexa: name,
    slots: Object.fromEntries(slots.map((slot) => [slot.name, slot.type])),
    templates: placed(samples),
    samples: placed(samples),
    ...at,
  }));
  const spoken = types.map(({ name, values }) => ({
    name,
    ids: values.map(({ id }) => id),
    values: values.map(({ id, name: { value, synonyms = [] } }) => ({ id, words: placed([value, ...synonyms]) })),
    ...at,
  }));
  return {
    locale,
    catalogue: { fallbackSensitivity: 'LOW', intents: known, types: spoken },
    phrases: { ...phrases, invocation: { text: invocationName, ...at } },
    intents: known,
    types: spoken,
  };
}

/** What a rule of the sources finds; with `about`, only what it says of that. */
const byLint = (rule: string, lint: Rule, about = /./): Check => ({
  rule,
  find: (subject) =>
    some(
      lint
        .check(asLinted(subject))
        .map(({ message }) => message)
        .filter((message) => about.test(message)),
    ),
});

const invocation: readonly Check[] = [
  byLint('INV1', invocationLength, /is one word/),
  byLint('INV2', invocationLength, /has \d+ words/),
  byLint('INV3', invocationWords, /an article or preposition/),
  byLint('INV4', invocationWords, /a launch word/),
  byLint('INV5', invocationWords, /a connecting word/),
  byLint('INV6', invocationWords, /a wake word|a reserved word/),
  byLint('INV7', invocationLetters),
  byLint('INV9', languageWords),
  {
    rule: 'INV11',
    find: (subject) => {
      const { invocationName } = languageModel(subject);
      const name = published[subject.language] ?? invocationName;
      return unless(invocationName === name, `the invocation name is "${invocationName}", and was published as "${name}"`);
    },
  },
  byLint('INV12', invocationLength, /characters/),
];

const samples: readonly Check[] = [
  byLint('IM1', names, /cannot take the name|name of another/),
  byLint('IM2', names, /slot name|types:/),
  byLint('IM3', sampleLetters),
  byLint('IM4', sampleLetters, /cannot be heard/),
  byLint('IM5', sampleLetters, /"[\d%&@#+]"/),
  byLint('IM6', apostrophes),
  byLint('IM7', sampleLetters, /capital/),
  byLint('IM8', slotReferences),
  byLint('IM9', slotReferences, /twice|once/),
  {
    rule: 'IM10',
    find: (subject) =>
      some([slotsUsed, enough, knownTypes].flatMap(({ check }) => check(asLinted(subject)).map((one) => one.message))),
  },
  byLint('IM11', collisions),
  byLint('IM12', repeatedSamples),
  byLint('IM13', firstWord),
  byLint('IM14', wakeWords),
  byLint('IM16', bareSlots),
  byLint('IM17', searchQueries),
  byLint('IM18', wordLetters),
  {
    rule: 'IM19',
    find: (subject) =>
      some([
        ...uniqueWords.check(asLinted(subject)).map(({ message }) => message),
        ...languageModel(subject).types.flatMap(({ name, values }) =>
          values
            .map(({ id }) => id)
            .flatMap((id, index, all) => unless(all.indexOf(id) === index, `${name}: id ${id} stands twice`)),
        ),
      ]),
  },
  byLint('IM20', limits, /bytes/),
  byLint('IM21', limits, /intents|slot words|characters/),
  {
    rule: 'IM22',
    find: (subject) => {
      const { invocationName, intents } = languageModel(subject);
      return [
        ...unless(Boolean(invocationName), 'there is no invocation name'),
        ...unless(Array.isArray(intents) && intents.length > 0, 'there are no intents'),
      ];
    },
  },
];

const builtInIntents: readonly Check[] = [
  byLint('BI1', builtIns, /no intent is/),
  byLint('BI2', builtIns, /Alexa has no/),
  {
    rule: 'BI4',
    find: (subject) =>
      languageModel(subject).intents.flatMap(({ name, samples: list }) =>
        unless(Array.isArray(list), `${name} has no list of samples`),
      ),
  },
  byLint('BI5', builtIns, /AMAZON\.FallbackIntent/),
  {
    rule: 'BI6',
    find: (subject) => {
      const level = languageModel(subject).modelConfiguration?.fallbackIntentSensitivity?.level ?? 'LOW';
      return unless(['LOW', 'MEDIUM', 'HIGH'].includes(level), `Alexa falls back at ${level}`);
    },
  },
  {
    rule: 'BI8',
    find: ({ model }) =>
      unless(!JSON.stringify(model).includes('"_nameFreeInteraction"'), 'the model asks for talk without the name'),
  },
  {
    rule: 'DM6',
    find: (subject) =>
      languageModel(subject).intents.flatMap(({ name, slots = [] }) =>
        slots.flatMap((slot) => unless(slot.multipleValues === undefined, `${name}: slot ${slot.name} takes several values`)),
      ),
  },
];

const wording: readonly Check[] = [
  {
    rule: '4.7',
    find: (subject) =>
      languageModel(subject)
        .intents.filter(({ name }) => !name.startsWith('AMAZON.'))
        .flatMap(({ name, samples: list = [] }) => unless(list.length >= 10, `${name} has ${list.length} samples`)),
  },
  {
    rule: '4.8',
    find: (subject) => {
      const types = new Set(languageModel(subject).types.map(({ name }) => name));
      return languageModel(subject).intents.flatMap(({ name, slots = [] }) =>
        slots.flatMap((slot) =>
          unless(types.has(slot.type) || alexas.has(slot.type), `${name}: slot ${slot.name} has the type ${slot.type}`),
        ),
      );
    },
  },
  {
    rule: '4.10',
    find: (subject) =>
      some(
        [sampleLetters, apostrophes, slotReferences, wordLetters].flatMap(({ check }) =>
          check(asLinted(subject)).map((one) => one.message),
        ),
      ),
  },
];

/** Slot types of Alexa's own that this skill may have. */
const alexas = new Set([
  'AMAZON.NUMBER',
  'AMAZON.TIME',
  'AMAZON.DURATION',
  'AMAZON.DATE',
  'AMAZON.Ordinal',
  'AMAZON.SearchQuery',
]);

export const modelChecks: readonly Check[] = [...invocation, ...samples, ...builtInIntents, ...wording];
