/**
 * What a lint rule is, and the few questions that several rules ask of a model.
 */
import type { Problem } from '../../problems';
import { type Model, type Placed, phrasesFolder, type SpokenIntent } from '../model';

/** One thing that Alexa or this project demands of a model. `description` says where the demand comes from. */
export interface Rule {
  readonly name: string;
  readonly description: string;
  readonly check: (model: Model) => readonly Problem[];
}

/** A problem at the place where the words were written. */
export const problemAt = ({ file, line }: Omit<Placed, 'text'>, message: string, fix: string): Problem => ({
  file,
  line,
  message,
  fix,
});

/** A problem of a whole language, which has no line. */
export const problemOf = ({ phrases }: Model, message: string, fix: string): Problem => {
  return { file: `${phrasesFolder}/${phrases.language}`, message, fix };
};

/** Every sample with the intent it belongs to. */
export const samplesOf = ({ intents }: Model): { readonly intent: SpokenIntent; readonly sample: Placed }[] =>
  intents.flatMap((intent) => intent.samples.map((sample) => ({ intent, sample })));

/** Every value and synonym with its type and id. */
export const wordsOf = ({ types }: Model): { readonly type: string; readonly id: string; readonly word: Placed }[] =>
  types.flatMap(({ name, values }) => values.flatMap(({ id, words }) => words.map((word) => ({ type: name, id, word }))));

/** The slots of a sample, in order. */
export const slotsIn = (sample: string): string[] => [...sample.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');

/** What is spoken in a sample besides its slots. */
export const literalOf = (sample: string): string =>
  sample
    .replace(/\{[^}]*\}('s)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const textsOf = (words: readonly Placed[]): Set<string> => new Set(words.map(({ text }) => text));

/** Groups in the order of their first. Node 20 has no `Map.groupBy`. */
export function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
