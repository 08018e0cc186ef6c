/**
 * One locale's interaction model as the simulator uses it, read from the very JSON that Alexa is taught.
 */
import { readFileSync } from 'node:fs';
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

export interface Model {
  readonly intents: readonly IntentModel[];
  readonly types: ReadonlyMap<string, Values>;
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

export const readModel = (file: string): Model => modelOf(readFileSync(file, 'utf8'));

/** @param source the text of an interaction model */
export function modelOf(source: string): Model {
  const { intents, types = [] } = (JSON.parse(source) as AlexaModel).interactionModel.languageModel;
  return {
    source,
    intents: intents.map(({ name, slots = [], samples = [] }) => ({
      name,
      slots,
      samples: samples.map((text) => text.split(' ')),
    })),
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
