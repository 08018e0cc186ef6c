/**
 * What a manifest is made of, small and on disk, without a fault until a test plants one: two locales of one language, one model.
 */

import type { Emitted } from '../../tools/models/emit';
import type { Phrases, Placed } from '../../tools/models/model';
import { type Changed, type Fault, plant, removeFixtures } from '../support/fixture';

/** Short names for the files that faults are planted in. */
export const at = {
  locales: 'content/locales.yaml',
  manifest: 'content/manifest.yaml',
  listing: 'content/listing/en.yaml',
  british: 'content/listing/en-GB.yaml',
  icon: 'content/listing/icon.svg',
  forbidden: 'content/forbidden/en.yaml',
  privacy: 'docs/privacy.md',
  code: 'lambda/alexa/hour.ts',
  package: 'package.json',
} as const;

const files: Readonly<Record<string, string>> = {
  [at.locales]: `en-US:
  language: en
  numbers: { emergency: { number: '911', facts: [number-us] } }
en-GB:
  language: en
  numbers: { emergency: { number: '999', facts: [number-gb] } }
`,
  [at.manifest]: `category: HEALTH_AND_FITNESS
testingInstructions: Say that your calf is cramping, and do as you are told.
distribution: { mode: PUBLIC, worldwide: true }
privacy: { allowsPurchases: false, usesPersonalInfo: false, isChildDirected: false, isExportCompliant: true, containsAds: false }
pages: { privacy: docs/privacy.md, terms: docs/terms.md }
permissions: []
interfaces: []
events: [SKILL_DISABLED]
`,
  [at.listing]: `language: en
name: Cramp Helper
summary: Talks you through easing a muscle cramp.
description: Say, "Alexa, ask cramp helper what causes cramps", and it tells you.
disclaimer:
  purpose: It is no medical advice, and only informs and educates.
  doctor: Ask your doctor for medical advice.
  emergency: In an emergency call your local number.
examplePhrases:
  - Alexa, open cramp helper.
  - Alexa, ask cramp helper about what causes cramps.
  - Alexa, tell cramp helper my calf is cramping.
keywords: [leg cramps, stretching]
whatsNew: The first version.
forbidden:
  treatment: { patterns: ['treats'], planted: [It treats cramps.] }
  life_saving: { patterns: ['rescue'], planted: [It rescues you.] }
  brand: { patterns: ['amazon'], planted: [The best of Amazon.] }
`,
  [at.british]: `locale: en-GB
summary: Talks you through easing a muscle cramp, wherever you are.
`,
  [at.icon]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#123"/></svg>\n',
  [at.forbidden]: `language: en
kinds:
  diagnosis: { patterns: ['you have a clot'], planted: [You have a clot.] }
  dose: { patterns: ['take two'], planted: [Take two.] }
  medicine: { patterns: ['stop your statin'], planted: [Stop your statin.] }
  cure: { patterns: ['cures'], planted: [It cures cramps.] }
  guarantee: { patterns: ['i promise'], planted: [I promise.] }
  reassurance: { patterns: ['be fine'], planted: [You will be fine.] }
`,
  [at.privacy]: '# Privacy\n',
  'docs/terms.md': '# Terms\n',
  [at.code]: `/** Never calls getReminderManagementServiceClient. */
export const zone = (factory) => factory.getUpsServiceClient().getSystemTimeZone('device');
// AudioPlayer.Play is only told of here.
export const leaves = (type) => type === 'AlexaSkillEvent.SkillDisabled';
`,
  [at.package]: '{ "name": "cramp-helper", "homepage": "https://github.com/somebody/cramp-helper" }\n',
};

const placed = (...texts: readonly string[]): Placed[] => texts.map((text) => ({ text, file: 'language.yaml', line: 1 }));

const english: Phrases = {
  language: 'en',
  invocation: { text: 'cramp helper', file: 'language.yaml', line: 2 },
  wake: placed('alexa', 'echo'),
  launch: placed('ask', 'tell', 'open'),
  connecting: placed('to', 'about'),
  ...{ trailing: [], numbers: [], times: [], clock: [], small: [], reserved: [] },
  contractions: {},
  rules: {},
  intents: {},
  slots: {},
};

const model = JSON.stringify({
  interactionModel: {
    languageModel: {
      invocationName: 'cramp helper',
      intents: [
        { name: 'CausesIntent', slots: [], samples: ['what causes cramps'] },
        { name: 'CrampNowIntent', slots: [{ name: 'muscle', type: 'Muscle' }], samples: ['my {muscle} is cramping'] },
      ],
      types: [{ name: 'Muscle', values: [{ id: 'calf', name: { value: 'calf', synonyms: ['lower leg'] } }] }],
    },
  },
});

/** The models of both locales, and the words around them. */
export const models: Pick<Emitted, 'files' | 'phrases'> = {
  files: new Map(['en-US', 'en-GB'].map((locale) => [`interactionModels/custom/${locale}.json`, model])),
  phrases: new Map(['en-US', 'en-GB'].map((locale) => [locale, english])),
};

export { type Fault, removeFixtures };

/** The files on disk with faults planted, and files added or taken away. */
export const fixture = (faults: readonly Fault[] = [], changed: Changed = {}): string => plant(files, faults, changed);
