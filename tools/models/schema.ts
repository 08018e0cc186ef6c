/**
 * The shape of `intents.yaml` and of a phrase file. Every description is for the person who writes the file.
 */
import { z } from 'zod';

const text = z
  .string({ error: 'must be text. Put quotes round what begins with [ or {, or looks like a number' })
  .min(1, 'must not be empty');
const words = z.array(text).min(1, 'must not be empty: leave the key out instead');
const changedWords = z.union(
  [words, z.strictObject({ add: words.meta({ description: 'Words added to what the language says.' }) })],
  {
    error: 'must be a list, which replaces what the language says, or add: [...], which extends it',
  },
);

const intent = z.strictObject({
  alexa: text.meta({ description: "Alexa's name: letters and underscores, or AMAZON.… for a built-in intent." }),
  about: text.meta({ description: 'What the person does who is heard so, for authors and translators.' }),
  slots: z
    .record(z.string(), text)
    .meta({ description: 'Slot name → slot type: one of `types` below, or a type of Alexa (AMAZON.…). {} for none.' }),
});

/** `intents.yaml`: every intent, slot and slot id, in no language. */
export const catalogueSchema = z.strictObject({
  fallbackSensitivity: z
    .enum(['LOW', 'MEDIUM', 'HIGH'])
    .meta({ description: 'How readily Alexa hands an utterance to FallbackIntent; LOW is its default.' }),
  intents: z.record(z.string(), intent).meta({ description: 'Our name of an intent → what it is.' }),
  types: z
    .record(z.string(), z.array(text).min(1))
    .meta({ description: 'Slot type → its ids, in no language. Every language says words for every one.' }),
});

const said = (list: typeof words | typeof changedWords) => ({
  invocation: text.optional().meta({ description: 'The invocation name. It can never change once the skill is published.' }),
  wake: list.optional().meta({ description: 'Words that wake a device; neither the invocation name nor a sample may hold one.' }),
  launch: list.optional().meta({
    description: 'Words before the invocation name: "ask cramp helper …". The simulator strips them; the name may hold none.',
  }),
  connecting: list.optional().meta({
    description:
      'Words after the invocation name that Alexa takes for itself: "ask cramp helper about …". The simulator strips them; no sample begins with one, and the name may hold none.',
  }),
  trailing: list.optional().meta({
    description: 'Words before a name at the end: "what helps … using cramp helper". The simulator strips them.',
  }),
  numbers: list.optional().meta({
    description: 'Number words, as the simulator knows AMAZON.NUMBER; put three ordinary ones first, it learns with them.',
  }),
  times: list.optional().meta({ description: 'Words that are a time by themselves, as the simulator knows AMAZON.TIME.' }),
  clock: list.optional().meta({ description: 'Words that belong to a time, besides the numbers.' }),
  small: list.optional().meta({ description: 'Articles and prepositions that an invocation name of two words may not hold.' }),
  reserved: list.optional().meta({ description: 'Further words that Alexa allows in no invocation name.' }),
  contractions: z.record(z.string(), text).optional().meta({
    description:
      'Spelling without its apostrophe → the right one. Alexa writes "what\'s", so a sample with "whats" is never heard.',
  }),
  rules: z
    .record(z.string(), text)
    .optional()
    .meta({ description: 'Rule name → a template for <name>, known to every file of the language.' }),
  intents: z
    .record(z.string(), list)
    .optional()
    .meta({ description: 'Our intent name → templates. One intent stands in one file.' }),
  slots: z
    .record(z.string(), z.record(z.string(), list))
    .optional()
    .meta({ description: 'Slot type → id → words; the first is the value, the others its synonyms.' }),
});

/** A file in `phrases/<language>/`. */
export const phraseSchema = z.strictObject({
  language: text.meta({ description: 'The language; the same as the name of the folder.' }),
  ...said(words),
});

/** A file in `phrases/<locale>/`: only what differs from the language. */
export const overrideSchema = z.strictObject({
  locale: text.meta({ description: 'The locale; the same as the name of the folder.' }),
  ...said(changedWords),
});

/** `content/locales.yaml`, as far as the models need it. */
export const localesSchema = z
  .record(
    z.string(),
    z.looseObject({ language: text.meta({ description: 'The folder in interactionModels/phrases/ that it speaks.' }) }),
  )
  .superRefine((locales, context) => {
    for (const locale of Object.keys(locales).filter((name) => !/^[a-z]{2}-[A-Z]{2}$/.test(name)))
      context.addIssue({ code: 'custom', path: [locale], message: 'is not a locale of Alexa, like en-US' });
  });
