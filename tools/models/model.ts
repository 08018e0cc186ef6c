/**
 * The nouns of the interaction models: what the skill knows, how a locale says it, and where each word was written.
 */

/** Words and the place where a person wrote them, so that every complaint can point at it. */
export interface Placed {
  readonly text: string;
  /** Path from the root of the repository. */
  readonly file: string;
  readonly line: number;
}

/** An intent of `intents.yaml`. */
export interface KnownIntent {
  /** Our own name. */
  readonly name: string;
  /** Alexa's name. */
  readonly alexa: string;
  /** Slot name → type. */
  readonly slots: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
}

/** A slot type of `intents.yaml`. */
export interface KnownType {
  readonly name: string;
  readonly ids: readonly string[];
  readonly file: string;
  readonly line: number;
}

export type Sensitivity = 'LOW' | 'MEDIUM' | 'HIGH';

/** All of `intents.yaml`, in no language. */
export interface Catalogue {
  readonly fallbackSensitivity: Sensitivity;
  readonly intents: readonly KnownIntent[];
  readonly types: readonly KnownType[];
}

/** One locale's phrases: its language's files, with its own folder laid over them. */
export interface Phrases {
  readonly language: string;
  readonly invocation?: Placed;
  readonly wake: readonly Placed[];
  readonly launch: readonly Placed[];
  readonly connecting: readonly Placed[];
  readonly trailing: readonly Placed[];
  readonly numbers: readonly Placed[];
  readonly times: readonly Placed[];
  readonly clock: readonly Placed[];
  readonly small: readonly Placed[];
  readonly reserved: readonly Placed[];
  /** The spelling without its apostrophe → the right one. */
  readonly contractions: Readonly<Record<string, Placed>>;
  readonly rules: Readonly<Record<string, Placed>>;
  /** Our intent name → templates. */
  readonly intents: Readonly<Record<string, readonly Placed[]>>;
  /** Slot type → id → the spoken value, then its synonyms. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, readonly Placed[]>>>>;
}

/** A locale of `content/locales.yaml`. */
export interface Locale {
  readonly locale: string;
  readonly language: string;
}

/** An intent with the samples Alexa will be taught. */
export interface SpokenIntent extends KnownIntent {
  readonly templates: readonly Placed[];
  readonly samples: readonly Placed[];
}

/** A slot type with its words, id by id. */
export interface SpokenType extends KnownType {
  readonly values: readonly { readonly id: string; readonly words: readonly Placed[] }[];
}

/** One locale's model before it takes Alexa's shape: what the lint rules look at. */
export interface Model {
  readonly locale: string;
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  readonly intents: readonly SpokenIntent[];
  /** The types that a slot of this model has; Alexa's own are not ours to list. */
  readonly types: readonly SpokenType[];
}

/** Where the two kinds of file live. */
export const catalogueFile = 'interactionModels/intents.yaml';
export const phrasesFolder = 'interactionModels/phrases';

/** Alexa brings these slot types and intents itself. */
export const isAlexas = (name: string): boolean => name.startsWith('AMAZON.');
