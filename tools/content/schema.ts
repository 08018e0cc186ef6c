/**
 * The shape of every file in `content/`, in words an editor shows while somebody types.
 * What a schema cannot say (a fact that nobody speaks, a name that is missing) is a rule in `lint/`.
 */
import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'is not an id: letters, digits, - and _ only, a letter first');
const factId = id.meta({ description: 'Id of a fact in content/facts.' });
const factIds = z
  .array(factId)
  .min(1)
  .max(3, 'names more than three facts: split the line, so that its words can say each of them');
const basis = z
  .union([factIds, z.literal('conversation')], {
    error: (issue) =>
      Array.isArray(issue.input) && issue.input.length > 3
        ? 'names more than three facts: split the line, so that its words can say each of them'
        : 'must be a list of one to three fact ids, or the word conversation',
  })
  .meta({ description: 'The facts the line rests on (three at most), or `conversation` where it says nothing about health.' });

export const factFile = z
  .array(
    z.strictObject({
      id: id.meta({ description: 'Stable id, never reused.' }),
      claim: z
        .string()
        .min(8)
        .meta({ description: 'What is true, in one plain sentence. A clinician signs this; translators work from it.' }),
      source: id.meta({ description: 'Id of an entry in content/sources.yaml.' }),
      verification: z
        .enum(['primary', 'secondary', 'rule'])
        .optional()
        .meta({ description: "Seen on the publisher's own page, on a copy, or a rule of ours. MedlinePlus facts leave it out." }),
      tier: z.enum(['A', 'B', 'C']).optional().meta({
        description:
          'Who says so: A a government, national body or journal, B a hospital, university or charity, C a clinic or the press. MedlinePlus facts leave it out.',
      }),
      triage: z
        .enum(['E', 'T', 'C', 'S'])
        .optional()
        .meta({ description: 'How urgent: E emergency, T today, C contact, S self-care.' }),
      guard: z.array(factId).optional().meta({ description: 'Facts that must be spoken, or asked about, in the same answer.' }),
      members: z.array(factId).optional().meta({ description: 'For a list: the facts it is made of.' }),
      reviewed: z.iso
        .date('is not a date like 2026-11-23')
        .meta({ description: 'When the claim was last checked against its source.' }),
    }),
  )
  .min(1);

export const sourceFile = z.record(
  id,
  z.strictObject({
    title: z.string().meta({ description: 'Title of the page or paper.' }),
    publisher: z.string().meta({ description: 'Who stands behind it.' }),
    url: z.url('is not a web address').meta({ description: 'Where it was read.' }),
  }),
);

const lineNames = z
  .array(id.meta({ description: 'Name of a line of this topic.' }))
  .min(1)
  .max(3, 'is more than three lines in one turn');

export const topicFile = z.strictObject({
  id: id.meta({ description: 'Same as the file name.' }),
  lines: z
    .record(id, basis)
    .meta({ description: 'Every line of the topic and what it rests on. Its words are topics.<id>.lines.<line>.' }),
  pages: z
    .array(
      z.strictObject({
        id: id.meta({ description: 'Its question is topics.<id>.more.<page>.' }),
        lines: lineNames,
      }),
    )
    .default([])
    .meta({ description: 'Said in this order, a page a turn.' }),
  answers: z
    .record(id, z.record(z.string(), lineNames))
    .default({})
    .meta({ description: 'Slot → id → the lines that answer it first. `*` is any other id, `?` words that no id stands for.' }),
  offers: z
    .array(id)
    .min(2, 'needs two offers at least, so that no question is asked twice running')
    .meta({ description: 'Intents offered once all is said. Their questions are offers.<intent>.' }),
  asksFirst: id.optional().meta({ description: 'An intent offered after the first turn; a no goes on with the next page.' }),
  disclaimer: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether the disclaimer may be said here. false where a provider is named.' }),
});

const seconds = z.number().int().min(4, 'is too short to be held').max(30, 'is longer than any fact says');
const times = z.number().int().min(1).max(5, 'is more often than any fact says');

const variant = z.strictObject({
  move: factIds.meta({ description: 'Facts of what is said during a cramp.' }),
  steps: factIds.meta({ description: 'Facts of the whole stretch.' }),
  hold: z
    .number()
    .int()
    .min(4, 'is too short for a cue half-way')
    .max(30, 'is longer than a silence that somebody in pain bears')
    .default(20)
    .meta({ description: 'Seconds of quiet while it is held during a cramp, in two halves with a cue between.' }),
  guided: z
    .strictObject({
      hold: seconds.meta({ description: 'Seconds it is held at the usual pace.' }),
      longest: seconds
        .optional()
        .meta({ description: 'Seconds at most, for somebody who goes slowly; as long as `hold` without it.' }),
      times: times.default(3).meta({ description: 'How often it is held, on each side.' }),
      sides: z
        .union([z.literal(1), z.literal(2)])
        .default(1)
        .meta({ description: '2 where each side has its turn.' }),
      rest: seconds.default(10).meta({ description: 'Seconds of rest between two holds.' }),
      facts: factIds.meta({ description: 'The facts that say how long and how often.' }),
    })
    .meta({ description: 'How it is held when it was asked for.' }),
});

export const stretchFile = z.strictObject({
  id: id.meta({ description: 'Same as the file name.' }),
  muscles: z.array(id).meta({ description: 'Ids of the Muscle type that it serves. Empty for the general first move.' }),
  positions: z.record(id, variant).meta({ description: 'Position → facts. The first position is where a cramp finds people.' }),
  helper: factIds.optional().meta({ description: 'Facts of helping somebody else.' }),
});

export const routineFile = z.strictObject({
  id: id.meta({ description: 'Same as the file name.' }),
  when: z.array(id).min(1).meta({ description: 'Ids of When that ask for it.' }),
  // Two sides each: there are words for three more to go.
  stretches: z
    .array(id)
    .min(1)
    .max(2, 'is more than two stretches: nobody stays awake for them')
    .meta({ description: 'Ids of stretches, in the order in which they are done.' }),
  hold: seconds.meta({ description: 'Seconds each is held, at every pace.' }),
  times: times.meta({ description: 'How often each is held, on each side.' }),
  rest: seconds.meta({ description: 'Seconds of rest between two holds.' }),
  facts: factIds.meta({
    description: 'The facts that say so: they are kept in its holds. The words of its opening are routines.<id>.intro.',
  }),
});

const symptomIds = (level: string) => z.array(id).meta({ description: `Ids of Symptom of level ${level}.` });

export const triageFile = z.strictObject({
  emergencies: z
    .record(id, z.array(factId).min(1).max(5, 'names more than five facts'))
    .meta({ description: 'Every id of EmergencySign, the most pressing first, with its facts.' }),
  levels: z
    .strictObject({
      today: symptomIds('T: a provider today, said before anything else'),
      contact: symptomIds('C: a provider, soon'),
      self_care: symptomIds('S: no sign by itself'),
    })
    .meta({ description: 'The level of every id of Symptom.' }),
  before_stretch: z.array(id).meta({ description: 'Ids of Symptom of level C that are answered before a stretch all the same.' }),
  no_stretch_after: z
    .array(id)
    .meta({ description: 'Ids of Symptom of level T after which no stretch follows in the same conversation.' }),
  together: z
    .array(
      z
        .object({ means: id.meta({ description: 'The id of Symptom or EmergencySign that it comes to.' }) })
        .catchall(z.array(id).min(1)),
    )
    .meta({
      description: 'Slot (or `intent`) → ids: heard in one breath they come to another sign. The first that fits counts.',
    }),
  gates: z
    .record(
      id,
      z.strictObject({
        muscles: z.array(id).default([]).meta({ description: 'Asked before a stretch of these.' }),
        remedies: z.array(id).default([]).meta({ description: 'Asked before these while a cramp is being eased.' }),
        means: id.optional().meta({ description: 'The id of Symptom that a yes comes to. Without it a yes is an emergency.' }),
        facts: factIds,
      }),
    )
    .meta({ description: 'Questions asked first; only a no goes on.' }),
  places: z.record(id, factIds).meta({ description: 'Ids of Place where safety comes before the stretch.' }),
});

export const courtesyFile = z.strictObject({
  lines: z.record(z.string(), basis).meta({ description: 'Lines that belong to no topic; words are dialog.<key>.' }),
  questions: z
    .record(z.string(), basis)
    .meta({ description: 'Questions that belong to no topic; words are dialog.<key> and dialog.<key>Nudge.' }),
});

/** What no answer may do. */
export const forbiddenKinds = ['diagnosis', 'dose', 'medicine', 'cure', 'guarantee', 'reassurance'] as const;

export const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'iu').flags !== '';
  } catch {
    return false;
  }
};

export const forbiddenFile = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/, 'is not a language like en'),
  kinds: z
    .record(
      z.enum(forbiddenKinds),
      z.strictObject({
        patterns: z
          .array(z.string().refine(isPattern, 'is no regular expression'))
          .min(1)
          .meta({ description: 'Regular expressions, any case.' }),
        planted: z.array(z.string().min(4)).min(1).meta({ description: 'Sentences that the patterns must catch.' }),
      }),
    )
    .meta({ description: 'What must never be said, kind by kind.' }),
});

const whom = z
  .strictObject({
    number: z
      .string({ error: 'must be text: put quotes round telephone numbers' })
      .regex(/^[0-9 -]+$/, 'must be digits, spaces and dashes')
      .optional()
      .meta({ description: 'As it is dialled, in quotes. It is read digit by digit, unless `said` says otherwise.' }),
    said: z.string({ error: 'must be text: put quotes round it' }).min(2).optional().meta({
      description: 'As it is spoken where nobody says the digits one by one, or where only the name of the line is verified.',
    }),
    facts: z.array(factId).min(1).meta({ description: 'The facts that verified it.' }),
  })
  .refine(({ number, said }) => number !== undefined || said !== undefined, 'needs a number, or what is said instead of one');

export const localeFile = z.record(
  z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'is not a locale like en-US'),
  z.strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'is not a language like en')
      .meta({ description: 'Whose words and phrases it speaks.' }),
    numbers: z
      .record(id, whom)
      .refine((numbers) => 'emergency' in numbers, 'must name the emergency number')
      .meta({
        description:
          'Whom to call in the countries of this locale: what {{emergency}}, {{crisis}} … stand for in its words. A country without a verified line has none.',
      }),
  }),
);

type WordTree = { readonly [key: string]: string | WordTree };
const tree: z.ZodType<WordTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().min(1, 'must say something'), tree], { error: 'must be text: put quotes round it' })),
);
/** A file of words: `language:` (or `locale:` in a region folder), then a tree whose leaves are text. */
export const wordFile = tree.meta({ description: 'What is spoken, by key. Leaves are text only.' });

export const signatureFile = z
  .array(
    z.strictObject({
      name: z.string().min(3, 'must be the name of a person').meta({ description: 'Who read the lines.' }),
      role: z.string().min(3, 'must say what the person is').meta({ description: 'As what: physician, native reader …' }),
      date: z.iso.date('is not a date like 2026-11-23').meta({ description: 'When.' }),
      lines: z
        .record(z.string(), z.string().regex(/^[0-9a-f]{8}$/, 'is not the mark of a text, which the review sheet writes'))
        .meta({ description: 'Key of a line → mark of the text that was read. A line that changes is unsigned again.' }),
    }),
  )
  .meta({ description: 'Who has signed what: saved from the review sheet (`npm run review`).' });

/** Written by `npm run fix`, never by a person. */
export const translationFile = z.record(
  z.string(),
  z.strictObject({
    of: z.string().meta({ description: 'Fingerprint of the original when the two were last compared.' }),
    is: z.string().meta({ description: 'Fingerprint of the translation then.' }),
  }),
);

export type SignatureFile = z.infer<typeof signatureFile>;
export type TranslationFile = z.infer<typeof translationFile>;
export type FactFile = z.infer<typeof factFile>;
export type Fact = FactFile[number];
export type SourceFile = z.infer<typeof sourceFile>;
export type TopicFile = z.infer<typeof topicFile>;
export type StretchFile = z.infer<typeof stretchFile>;
export type RoutineFile = z.infer<typeof routineFile>;
export type TriageFile = z.infer<typeof triageFile>;
export type ForbiddenFile = z.infer<typeof forbiddenFile>;
export type CourtesyFile = z.infer<typeof courtesyFile>;
export type LocaleFile = z.infer<typeof localeFile>;
export type WordFile = WordTree;

/** The schema of each kind of file, by the glob an editor matches; `npm run fix` writes them out as JSON Schema. */
export const fileSchemas: Readonly<Record<string, { readonly glob: string; readonly schema: z.ZodType }>> = {
  facts: { glob: 'content/facts/*.yaml', schema: factFile },
  sources: { glob: 'content/sources.yaml', schema: sourceFile },
  topic: { glob: 'content/topics/*.yaml', schema: topicFile },
  stretch: { glob: 'content/stretches/*.yaml', schema: stretchFile },
  triage: { glob: 'content/triage.yaml', schema: triageFile },
  courtesies: { glob: 'content/courtesies.yaml', schema: courtesyFile },
  forbidden: { glob: 'content/forbidden/*.yaml', schema: forbiddenFile },
  signatures: { glob: 'content/signatures/*.yaml', schema: signatureFile },
  locales: { glob: 'content/locales.yaml', schema: localeFile },
  words: { glob: 'content/words/*/*.yaml', schema: wordFile },
};
