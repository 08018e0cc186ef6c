/**
 * Too little or too much of something (alexa-rules.md IM10, IM20 to IM22).
 */
import type { Problem } from '../../problems';
import { samplesPerIntent, toAlexa, toText } from '../compile';
import { catalogueFile, isAlexas, type SpokenIntent } from '../model';
import { problemAt, problemOf, type Rule, samplesOf, wordsOf } from './rule';

const sampleLength = 200;

export const enough: Rule = {
  name: 'enough',
  description:
    "Every intent of ours has phrases; Amazon's linter warns below 5 samples an intent, 5 intents and 2 values a type (IM10, IM22).",
  check: (model) => [
    ...model.intents.filter(({ alexa }) => !isAlexas(alexa)).flatMap(fewSamples),
    ...model.types
      .filter(({ ids }) => ids.length < 2)
      .map((type) => problemAt(type, `types: ${type.name} has one id.`, 'Alexa learns a type from two at least.')),
    ...(model.intents.length < 5
      ? [{ file: catalogueFile, line: 1, message: `intents: only ${model.intents.length}.`, fix: 'Alexa wants five at least.' }]
      : []),
  ],
};

export const everyTemplate: Rule = {
  name: 'every-template',
  description: `An intent keeps ${samplesPerIntent} samples, so with more templates than that some would teach nothing.`,
  check: ({ intents }) =>
    intents
      .filter(({ templates }) => templates.length > samplesPerIntent)
      .map(({ name, templates }) => {
        const place = templates[samplesPerIntent] ?? { file: catalogueFile, line: 1 };
        const message = `${name}: has ${templates.length} templates, but keeps ${samplesPerIntent} samples.`;
        return problemAt(place, message, 'Merge some with (a|b), or drop some.');
      }),
};

export const limits: Rule = {
  name: 'limits',
  description: `A model stays below 1,000,000 bytes (IM20), 250 intents, 50,000 slot words and ${sampleLength} characters a sample (IM21).`,
  check: (model) => {
    const bytes = Buffer.byteLength(toText(toAlexa(model)));
    const words = wordsOf(model).length;
    const over: [boolean, string][] = [
      [bytes >= 1_000_000, `the model for ${model.locale} has ${bytes} bytes, and Alexa takes fewer than 1000000.`],
      [model.intents.length > 250, `the model for ${model.locale} has ${model.intents.length} intents, and Alexa takes 250.`],
      [words > 50_000, `the model for ${model.locale} has ${words} slot words, and Alexa takes 50000.`],
    ];
    return [
      ...over.filter(([tooMuch]) => tooMuch).map(([, message]) => problemOf(model, message, 'Write fewer or shorter ones.')),
      ...samplesOf(model)
        .filter(({ sample }) => sample.text.length > sampleLength)
        .map(({ intent, sample }) =>
          problemAt(sample, `${intent.name}: a sample of ${sample.text.length} characters.`, `Keep below ${sampleLength}.`),
        ),
    ];
  },
};

function fewSamples(intent: SpokenIntent): Problem[] {
  const [first] = intent.templates;
  if (first === undefined)
    return [problemAt(intent, `${intent.name}: has no phrases.`, 'Write some in interactionModels/phrases.')];
  if (intent.samples.length >= 5) return [];
  return [problemAt(first, `${intent.name}: has ${intent.samples.length} of the five samples Alexa wants.`, 'Write more.')];
}
