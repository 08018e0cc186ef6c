/**
 * Samples that say nothing new: plain words that another sample of the intent says with a slot. Alexa would take the plain one,
 * and the slot would be lost: "it's swollen" would be a sign, and not which.
 */
import { type Reading, readingsOf, sharedWords, toReading, vocabularyOf } from './lint/reading';
import { groupBy } from './lint/rule';
import type { Model, SpokenIntent } from './model';

/** The model without them. */
export function withoutCovered(model: Model): Model {
  const vocabulary = vocabularyOf(model);
  const fewer = (intent: SpokenIntent): SpokenIntent => {
    const readings = intent.samples.map((sample, position) => toReading(position, intent, sample));
    const frames = groupBy(readings, ({ frame }) => frame);
    const isCovered = (reading: Reading): boolean =>
      readingsOf(reading, vocabulary).some((other) =>
        (frames.get(other.frame) ?? []).some((slotted) => sharedWords(other, slotted, vocabulary) !== undefined),
      );
    return { ...intent, samples: intent.samples.filter((_, index) => !isCovered(readings[index] as Reading)) };
  };
  return { ...model, intents: model.intents.map(fewer) };
}
