/**
 * Understands an utterance as Alexa might: the samples word for word, then a classifier trained on them, then Fallback.
 * An approximation, labelled so wherever it shows.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageOf } from '../language';
import { type Classifier, guess } from './classifier';
import { withoutConnective } from './connectives';
import { type Filled, type Match, matchSamples } from './match';
import { type IntentModel, type Model, readModel, type SlotDeclaration, slotNameOf } from './model';
import { fillSlots } from './slots';
import { classifierFor, isTrained } from './store';
import { normalise, tokensOf } from './text';

export interface Understanding {
  /** Alexa's name of the intent. */
  readonly intent: string;
  /** The slots that were filled; an id of null is words that no id stands for. */
  readonly slots: readonly Filled[];
  /** How sure, 0 to 1. */
  readonly score: number;
  readonly how: 'sample' | 'classifier' | 'none';
}

export interface Nlu {
  /** @param oneShot "Alexa, ask … <utterance>": Alexa takes one leading connecting word for itself */
  understand(utterance: string, options: { readonly oneShot: boolean }): Understanding;
  slotsOf(intent: string): readonly SlotDeclaration[];
  readonly language: Language;
}

const fallback: Understanding = { intent: 'AMAZON.FallbackIntent', slots: [], score: 0, how: 'none' };

/** Less sure than this, an utterance is not understood. */
const leastScore = 0.15;
/** Built-in intents match nearly word for word, and so do utterances of one or two words. */
const leastScoreOfFew = 0.5;
/** Likelier than this to be out of scope, an utterance is not understood. */
const mostFallback = 0.17;
/** An open slot is believed when this many plain words hold it in place, and the classifier thinks of the same intent. */
const heldInPlace = 2;
/** A slot value of this many words outweighs any doubt about the intent. */
const wordsOfNoAccident = 3;
/** Likelier than this to be out of scope, not even then. */
const mostFallbackOfOpen = 0.5;

/** The NLU of one built locale; its classifier is trained by the build, or now if that has not happened. */
export function loadNlu(root: string, locale: string): Nlu {
  const language = languageOf(root, locale);
  const model = builtModel(root, locale, language);
  return createNlu(model, classifierFor(model, classifierFile(root, locale)), language);
}

/** Whether the NLU of a built locale need not be trained again. */
export const isReady = (root: string, locale: string): boolean =>
  isTrained(builtModel(root, locale, languageOf(root, locale)), classifierFile(root, locale));

function builtModel(root: string, locale: string, language: Language): Model {
  const file = join(root, 'build/skill-package/interactionModels/custom', `${locale}.json`);
  if (!existsSync(file)) throw new Error(`There is no model of ${locale}: run npm run build.`);
  return readModel(file, language);
}

const classifierFile = (root: string, locale: string): string => join(root, 'build/nlu', `${locale}.json`);

export function createNlu(model: Model, classifier: Classifier, language: Language): Nlu {
  const literals = countLiterals(model);
  const spelling = apostrophes(model);
  const intentOf = (name: string): IntentModel =>
    model.intents.find((intent) => intent.name === name) ?? { name, slots: [], samples: [] };

  const understandOnce = (utterance: string): Understanding => {
    const tokens = tokensOf(normalise(utterance)).map((token) => spelling.get(token) ?? token);
    if (tokens.length === 0) return fallback;
    const exact = matchSamples(tokens, model, false);
    if (exact) return { intent: exact.intent, slots: exact.slots, score: 1, how: 'sample' };

    const guesses = guess(classifier, tokens, model);
    const outside = guesses.find(({ intent }) => intent === fallback.intent)?.score ?? 0;
    const best = guesses.find(({ intent }) => intent !== fallback.intent);
    if (!best) return fallback;
    const filled = fillSlots(tokens, intentOf(best.intent), model, literals);
    const open = outside > mostFallbackOfOpen ? undefined : matchSamples(tokens, model, true, best.intent);
    if (open && open.literal >= heldInPlace) return { ...best, slots: [...filled, ...unlisted(open, filled)], how: 'sample' };
    // A value of several words is no accident: the utterance is ours, however odd the rest of it.
    if (filled.some(({ value }) => value.split(' ').length >= wordsOfNoAccident))
      return { ...best, slots: filled, how: 'classifier' };
    const few = tokens.length <= 2 || best.intent.startsWith('AMAZON.');
    const unsure = outside > mostFallback || best.score < (few ? leastScoreOfFew : leastScore);
    return unsure ? { ...fallback, score: outside } : { ...best, slots: filled, how: 'classifier' };
  };

  return {
    language,
    slotsOf: (intent) => intentOf(intent).slots,
    understand(utterance, { oneShot }) {
      const heard = understandOnce(utterance);
      const shorter = oneShot ? withoutConnective(normalise(utterance), language.connecting) : undefined;
      // Alexa takes the connecting word when that makes sense of the rest; "and the neck" makes sense with it.
      const stripped = shorter === undefined ? fallback : understandOnce(shorter);
      return stripped.how !== 'none' && stripped.score >= heard.score ? stripped : heard;
    },
  };
}

/** Slots of an open match whose words hold no value of any other slot: Alexa hands them on unresolved. */
const unlisted = ({ slots }: Match, filled: readonly Filled[]): Filled[] =>
  slots.filter(
    ({ name, id, value }) =>
      id === null && filled.every((other) => other.name !== name && !value.includes(other.value) && !other.value.includes(value)),
  );

/** Alexa's recogniser writes the apostrophe: `cant` → `can't`, where the model knows the one and not the other. */
function apostrophes(model: Model): Map<string, string> {
  const known = new Set([
    ...model.intents.flatMap(({ samples }) => samples.flat()),
    ...[...model.types.values()].flatMap((values) => [...values.keys()].flatMap(tokensOf)),
  ]);
  const pairs = [...known].filter((token) => token.includes("'")).map((token) => [token.replaceAll("'", ''), token] as const);
  return new Map(pairs.filter(([bare]) => !known.has(bare)));
}

function countLiterals(model: Model): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { samples } of model.intents)
    for (const sample of samples)
      for (const word of new Set(sample)) if (!slotNameOf(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
