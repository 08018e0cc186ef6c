/**
 * One locale's interaction model as the simulator uses it, read from the very JSON that Alexa is taught.
 */
import { readFileSync } from 'node:fs';
import { type Language, noLanguage } from '../language';
import { normalise, tokensOf } from './text';

export interface SlotDeclaration {
  readonly name: string;
  readonly type: string;
}

/** A sample's words, in which `{name}` stands for a slot. */
export type Sample = readonly string[];

export interface IntentModel {
  readonly name: string;
  readonly slots: readonly SlotDeclaration[];
  readonly samples: readonly Sample[];
}

/** A custom slot type: every value and synonym → its id. */
export type Values = ReadonlyMap<string, string>;

/** One of Amazon's own types, roughly: enough words to recognise it, no more. */
interface AmazonType {
  readonly words: ReadonlySet<string>;
  /** Words of which a value needs one: "half past" is no time. */
  readonly enough: ReadonlySet<string>;
}

export interface Model {
  readonly intents: readonly IntentModel[];
  readonly types: ReadonlyMap<string, Values>;
  readonly amazon: ReadonlyMap<string, AmazonType>;
  /** The text it was read from: a trained classifier belongs to exactly one. */
  readonly source: string;
}

interface AlexaModel {
  readonly interactionModel: {
    readonly languageModel: {
      readonly intents: readonly { name: string; slots?: readonly SlotDeclaration[]; samples?: readonly string[] }[];
      readonly types?: readonly {
        name: string;
        values: readonly { id: string; name: { value: string; synonyms?: readonly string[] } }[];
      }[];
    };
  };
}

export const readModel = (file: string, language: Language): Model => modelOf(readFileSync(file, 'utf8'), language);

/**
 * @param source the text of an interaction model
 * @param language what Alexa knows besides; without it, no number and no time is recognised
 */
export function modelOf(source: string, { numbers, times, clock }: Language = noLanguage): Model {
  const { intents, types = [] } = (JSON.parse(source) as AlexaModel).interactionModel.languageModel;
  return {
    source,
    intents: intents.map(({ name, slots = [], samples = [] }) => ({
      name,
      slots,
      // What is heard has no hyphen either.
      samples: samples.map((text) => text.replaceAll('-', ' ').split(' ')),
    })),
    amazon: new Map([
      ['AMAZON.NUMBER', { words: new Set(numbers), enough: new Set(numbers) }],
      ['AMAZON.TIME', { words: new Set([...numbers, ...times, ...clock]), enough: new Set([...numbers, ...times]) }],
    ]),
    types: new Map(
      types.map(({ name, values }) => [
        name,
        new Map(
          values.flatMap(({ id, name: { value, synonyms = [] } }) =>
            [value, ...synonyms].map((words): [string, string] => [tokensOf(normalise(words)).join(' '), id]),
          ),
        ),
      ]),
    ),
  };
}

/** The slot a sample's word stands for, or undefined for a plain word. `{muscle}'s` is a slot too. */
export const slotNameOf = (word: string): string | undefined => /^\{(\w+)\}/.exec(word)?.[1];
