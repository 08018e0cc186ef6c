/**
 * Understands an utterance as Alexa might: the samples word for word, then a classifier trained on them, then Fallback.
 * An approximation, labelled so wherever it shows.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Classifier, guess } from './classifier';
import { withoutConnective } from './connectives';
import { type Filled, type Match, matchSamples } from './match';
import { type IntentModel, type Model, readModel, type SlotDeclaration, slotNameOf } from './model';
import { fillSlots } from './slots';
import { classifierFor } from './store';
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
}

const fallback: Understanding = { intent: 'AMAZON.FallbackIntent', slots: [], score: 0, how: 'none' };

/** Less sure than this, an utterance is not understood. */
const surest = 0.4;
/** An open slot is believed when this many plain words hold it in place. */
const heldInPlace = 3;

/** The NLU of one built locale; its classifier is trained by the build, or now if that has not happened. */
export function loadNlu(root: string, locale: string): Nlu {
  const file = join(root, 'build/skill-package/interactionModels/custom', `${locale}.json`);
  if (!existsSync(file)) throw new Error(`There is no model of ${locale}: run npm run build.`);
  const model = readModel(file);
  return createNlu(model, classifierFor(model, join(root, 'build/nlu', `${locale}.json`)), locale);
}

export function createNlu(model: Model, classifier: Classifier, locale: string): Nlu {
  const literals = countLiterals(model);
  const intentOf = (name: string): IntentModel =>
    model.intents.find((intent) => intent.name === name) ?? { name, slots: [], samples: [] };

  const classify = (tokens: readonly string[]): Understanding => {
    const [best] = guess(classifier, tokens, model);
    if (!best || best.score < surest || best.intent === fallback.intent) return { ...fallback, score: best?.score ?? 0 };
    return { ...best, slots: fillSlots(tokens, intentOf(best.intent), model, literals), how: 'classifier' };
  };

  const understandOnce = (utterance: string): Understanding => {
    const tokens = tokensOf(normalise(utterance));
    if (tokens.length === 0) return fallback;
    const exact = matchSamples(tokens, model, false);
    if (exact) return fromSample(exact);
    const classified = classify(tokens);
    const open = matchSamples(tokens, model, true);
    const believed = open && (open.literal >= heldInPlace || (open.literal > 0 && open.intent === classified.intent));
    return believed && open ? fromSample(open) : classified;
  };

  return {
    slotsOf: (intent) => intentOf(intent).slots,
    understand(utterance, { oneShot }) {
      const heard = understandOnce(utterance);
      const shorter = oneShot ? withoutConnective(normalise(utterance), locale) : undefined;
      if (shorter === undefined) return heard;
      const stripped = understandOnce(shorter);
      return heard.how === 'sample' && stripped.how !== 'sample' ? heard : stripped;
    },
  };
}

/** A sample without a slot carries none on Alexa either; one with slots carries just those. */
const fromSample = ({ intent, slots }: Match): Understanding => ({ intent, slots, score: 1, how: 'sample' });

function countLiterals(model: Model): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { samples } of model.intents)
    for (const sample of samples)
      for (const word of new Set(sample)) if (!slotNameOf(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
