/**
 * The shape of `content/manifest.yaml` and `content/listing/`, in words an editor shows while somebody types. The limits are Amazon's.
 */
import { z } from 'zod';
import { isPattern } from '../content/schema';

/** What Amazon takes, in characters or entries. */
export const limits = {
  name: 50,
  summary: 160,
  description: 4000,
  phrases: 3,
  phrase: 200,
  keywords: 30,
  keyword: 150,
  testing: 4000,
  updates: 4000,
} as const;

const text = (what: string, least: number, most: number) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be text: put quotes round it') })
    .trim()
    .min(least, `has fewer than ${least} characters, and Amazon's linter warns`)
    .max(most, `has more than the ${most} characters that Amazon takes`)
    .meta({ description: what });

const sentence = (what: string) => text(what, 20, 1000);

/** What a page of the store may not say besides `content/forbidden`. */
export const storeKinds = ['treatment', 'life_saving', 'brand'] as const;

const forbidden = z.record(
  z.enum(storeKinds),
  z.strictObject({
    patterns: z
      .array(z.string().refine(isPattern, 'is no regular expression'))
      .min(1)
      .meta({ description: 'Regular expressions, any case.' }),
    planted: z.array(z.string().min(4)).min(1).meta({ description: 'Sentences that the patterns must catch.' }),
  }),
);

const said = {
  name: text('The name in the store. No word of Amazon, no "skill", no promise.', 2, limits.name),
  summary: text('One sentence, shown in lists of skills.', 20, limits.summary),
  description: text('What it does, all of it and nothing else; what it keeps. Without the disclaimer.', 40, limits.description),
  disclaimer: z
    .strictObject({
      purpose: sentence(
        'That it is no medical advice, that it informs and educates only, and that it is no substitute for care.',
      ),
      doctor: sentence('That medical advice is a doctor’s.'),
      emergency: sentence('Whom to call in an emergency, without a number: a locale may serve several countries.'),
    })
    .meta({ description: 'The four parts that Amazon asks of every skill about health. They end the description.' }),
  examplePhrases: z
    .array(
      text(
        'Wake word, launch word, invocation name, then a sample of the model. Ends in a period or a question mark.',
        5,
        limits.phrase,
      ),
    )
    .length(limits.phrases, `must be ${limits.phrases}`),
  keywords: z
    .array(text('What somebody would search for; not the name of the skill.', 2, limits.keyword))
    .min(1)
    .max(limits.keywords, `are more than the ${limits.keywords} that Amazon takes`),
  whatsNew: text('What this release changes, in a sentence or two.', 5, limits.updates),
};

export const listingFile = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/, 'is not a language like en'),
  ...said,
  forbidden: forbidden.meta({ description: 'What this page may not say, besides what content/forbidden says.' }),
});

/** A region says only what differs from its language. */
export const regionFile = z.strictObject({
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'is not a locale like en-GB'),
  ...z.object(said).partial().shape,
});

const viewport = z.strictObject({
  mode: z.enum(['HUB', 'TV', 'MOBILE', 'PC', 'AUTO']),
  shape: z.enum(['RECTANGLE', 'ROUND']),
  minWidth: z.number().int().min(1).optional(),
  maxWidth: z.number().int().min(1).optional(),
  minHeight: z.number().int().min(1).optional(),
  maxHeight: z.number().int().min(1).optional(),
});

const page = z.string().regex(/^[\w./-]+\.md$/, 'is not the path of a page like docs/privacy.md');

export const manifestFile = z.strictObject({
  category: z.literal('HEALTH_AND_FITNESS').meta({ description: 'Where the store shows it.' }),
  testingInstructions: text(
    'For the tester who certifies the skill: what to say, and what it is meant to do.',
    40,
    limits.testing,
  ),
  distribution: z
    .strictObject({
      mode: z.enum(['PUBLIC', 'PRIVATE']),
      worldwide: z.boolean().meta({ description: 'Wherever Amazon has skills; else name the countries.' }),
      countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'is not a country like GB')).optional(),
    })
    .refine(({ worldwide, countries = [] }) => worldwide === (countries.length === 0), {
      error: 'must be either worldwide, or have countries',
    }),
  privacy: z
    .strictObject({
      allowsPurchases: z.boolean(),
      usesPersonalInfo: z.boolean(),
      isChildDirected: z.literal(false, { error: 'must be false: skills for children have rules that this one does not keep' }),
      isExportCompliant: z.boolean(),
      containsAds: z.literal(false, { error: 'must be false: it has no advertising' }),
    })
    .meta({ description: 'The answers to the questions about privacy and compliance, every one of them.' }),
  pages: z
    .strictObject({ privacy: page, terms: page })
    .meta({ description: 'Pages of this repository that the store links to.' }),
  permissions: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^alexa:/, 'is not a permission like alexa::alerts:reminders:skill:readwrite')
          .meta({ description: 'As Amazon spells it.' }),
        why: sentence('What it is for, and how a tester comes to it. Ends the testing instructions.'),
      }),
    )
    .meta({ description: 'What a listener is asked to allow. Only what lambda/ uses.' }),
  interfaces: z
    .array(z.strictObject({ type: z.string().regex(/^[A-Z_]+$/), supportedViewports: z.array(viewport).min(1).optional() }))
    .meta({ description: 'What a device must be able to do besides listening and speaking. Only what lambda/ uses.' }),
  events: z
    .array(z.string().regex(/^[A-Z_]+$/, 'is not an event like SKILL_DISABLED'))
    .meta({ description: 'What Alexa tells the skill about outside of any conversation. Only what lambda/ heeds.' }),
});

export type ManifestFile = z.infer<typeof manifestFile>;
export type ListingFile = z.infer<typeof listingFile>;
export type RegionFile = z.infer<typeof regionFile>;
/** What one locale's page says. */
export type Listing = Pick<ListingFile, keyof typeof said>;
export const saidFields = Object.keys(said) as (keyof Listing)[];
