/**
 * Every rule of the manifest is shown to fail, with the one line that a person reads: what it lets through, Amazon refuses weeks later.
 */
import { emitManifest } from '../../tools/manifest/emit';
import { rules } from '../../tools/manifest/lint';
import { alexaLocales } from '../../tools/manifest/lint/locales';
import { tell } from '../../tools/problems';
import { at, type Fault, fixture, models, removeFixtures } from './fixture';

afterEach(removeFixtures);

interface Planted {
  readonly faults?: readonly Fault[];
  /** Files added, or taken away. */
  readonly changed?: Readonly<Record<string, string | null>>;
  /** Everything told, by whatever rule. */
  readonly told: readonly string[];
}

const german = `language: de
name: Krampf Hilfe
summary: Führt durch die Dehnung bei einem Krampf.
description: Sag, was krampft, und es sagt, was hilft.
disclaimer:
  purpose: Kein ärztlicher Rat, nur Auskunft und Bildung.
  doctor: Frag für ärztlichen Rat deinen Arzt.
  emergency: Ruf im Notfall die Notrufnummer an.
examplePhrases: ['Alexa, öffne x.', 'Alexa, frage x.', 'Alexa, sage x.']
keywords: [krampf]
whatsNew: Die erste Fassung.
forbidden:
  treatment: { patterns: ['heilt'], planted: [Es heilt.] }
  life_saving: { patterns: ['rettet'], planted: [Es rettet Leben.] }
  brand: { patterns: ['amazon'], planted: [Von Amazon.] }
`;

const faults: readonly (readonly [rule: string, what: string, planted: Planted])[] = [
  [
    'known-locales',
    'a locale that Alexa does not have',
    {
      faults: [[at.locales, 'en-GB:', 'en-ZA:']],
      changed: { [at.british]: null },
      told: [`${at.locales}:5 en-ZA is no locale of Alexa. Mend it, or remove it. There are ${alexaLocales.join(', ')}.`],
    },
  ],
  [
    'listings',
    'a language without a page',
    {
      faults: [[at.locales, 'en-GB:\n  language: en', 'de-DE:\n  language: de']],
      changed: { [at.british]: null },
      told: [
        'content/listing/de.yaml is missing: the store has nothing to show in de-DE. Write it as content/listing/en.yaml is.',
      ],
    },
  ],
  [
    'listings',
    'a page of a language that nobody speaks',
    {
      changed: { 'content/listing/de.yaml': german },
      told: [
        'content/listing/de.yaml is of no language and no locale of content/locales.yaml. Add the locale there, or remove the file.',
      ],
    },
  ],
  [
    'listings',
    'a page of an unknown locale',
    {
      changed: { 'content/listing/en-XX.yaml': 'locale: en-XX\nname: Cramp Mate\n' },
      told: [
        'content/listing/en-XX.yaml is of no language and no locale of content/locales.yaml. Add the locale there, or remove the file.',
      ],
    },
  ],
  [
    'listings',
    'a page that says another locale than its name',
    {
      faults: [[at.british, 'locale: en-GB', 'locale: en-US']],
      told: [`${at.british}:1 must begin with locale: en-GB. Mend that line.`],
    },
  ],
  [
    'regions-differ',
    'a region that says what it inherits',
    {
      faults: [[at.british, ', wherever you are.', '.']],
      told: [`${at.british}:2 summary is the same as in en. Remove it: it is inherited.`],
    },
  ],
  [
    'whole-texts',
    'a description that is too long with its disclaimer',
    {
      faults: [[at.listing, 'and it tells you.', `and it tells you.${' So it does.'.repeat(327)}`]],
      told: [`${at.listing}:4 description has 4125 characters with its disclaimer; Amazon takes 4000. Say less.`],
    },
  ],
  [
    'whole-texts',
    'testing instructions that are too long with a permission',
    {
      faults: [
        [at.manifest, 'and do as you are told.', `and do as you are told.${' So you do.'.repeat(350)}`],
        [
          at.manifest,
          'permissions: []',
          `permissions: [{ name: 'alexa::alerts:timers:skill:readwrite', why: ${'Say so and so. '.repeat(10)}}]`,
        ],
        [at.code, 'getUpsServiceClient()', 'getTimerManagementServiceClient()'],
      ],
      told: [`${at.manifest}:2 testingInstructions has 4104 characters with the permissions; Amazon takes 4000. Say less.`],
    },
  ],
  [
    'store-claims',
    'a promise that no answer may make either',
    {
      faults: [[at.listing, 'Talks you through easing a muscle cramp', 'Cures every muscle cramp']],
      told: [`${at.listing}:3 summary says "Cures", which is forbidden (cure). Say what the skill does, and promise nothing.`],
    },
  ],
  [
    'store-claims',
    'a word that only the store forbids, in a keyword and in what a region says',
    {
      faults: [
        [at.listing, '[leg cramps, stretching]', '[leg cramps, rescue]'],
        [at.british, 'Talks you through easing', 'Treats'],
      ],
      told: [
        `${at.british}:2 summary says "Treats", which is forbidden (treatment). Say what the skill does, and promise nothing.`,
        `${at.listing}:13 keywords says "rescue", which is forbidden (life_saving). Say what the skill does, and promise nothing.`,
      ],
    },
  ],
  [
    'store-claims-caught',
    'a pattern that catches nothing',
    {
      faults: [[at.listing, "patterns: ['treats']", "patterns: ['treets']"]],
      told: [`${at.listing}:16 no pattern of treatment catches "It treats cramps.". Mend a pattern, or the sentence.`],
    },
  ],
  [
    'store-names',
    'a wake word in the name',
    {
      faults: [[at.listing, 'name: Cramp Helper', 'name: Cramp Echo']],
      told: [`${at.listing}:2 name holds "echo". Leave it out: Amazon refuses it in a name.`],
    },
  ],
  [
    'store-names',
    'the word skill, and a sign, in the name',
    {
      faults: [[at.listing, 'name: Cramp Helper', 'name: Cramp! Skill']],
      told: [
        `${at.listing}:2 name holds "!". Amazon takes letters, digits and spaces.`,
        `${at.listing}:2 name holds "skill". Leave it out: Amazon refuses it in a name.`,
      ],
    },
  ],
  [
    'keywords',
    'a keyword that stands twice, and one that is the name',
    {
      faults: [[at.listing, '[leg cramps, stretching]', '[leg cramps, Leg Cramps, cramp helper]']],
      told: [
        `${at.listing}:13 keyword "cramp helper" is the name of the skill. Remove it: the store knows the name.`,
        `${at.listing}:13 keyword "leg cramps" stands twice. Remove one.`,
      ],
    },
  ],
  [
    'example-phrases',
    'a phrase that is no sample',
    {
      faults: [[at.listing, 'about what causes cramps.', 'to dance.']],
      told: ['en-GB', 'en-US'].map(
        (locale) =>
          `${at.listing}:11 "Alexa, ask cramp helper to dance." is no sample of ${locale}: "to dance" is not in its model. Write one that stands in interactionModels/custom/${locale}.json, or add it to the phrases.`,
      ),
    },
  ],
  [
    'example-phrases',
    'a phrase with a muscle that the model does not know',
    {
      faults: [[at.listing, 'my calf is cramping', 'my tail is cramping']],
      told: ['en-GB', 'en-US'].map(
        (locale) =>
          `${at.listing}:12 "Alexa, tell cramp helper my tail is cramping." is no sample of ${locale}: "my tail is cramping" is not in its model. Write one that stands in interactionModels/custom/${locale}.json, or add it to the phrases.`,
      ),
    },
  ],
  [
    'example-phrases',
    'a phrase without the wake word, one without the name, one that stands twice',
    {
      faults: [
        [at.listing, '- Alexa, open cramp helper.', '- open cramp helper.'],
        [at.listing, '- Alexa, ask cramp helper about what', '- Alexa, ask cramp coach what'],
      ],
      changed: {
        [at.british]: `locale: en-GB\nexamplePhrases:\n${'  - Alexa, open cramp helper.\n'.repeat(2)}  - Alexa, ask cramp helper.\n`,
      },
      told: [
        `${at.british}:4 "Alexa, open cramp helper." stands twice. Show three different things.`,
        `${at.listing}:10 "open cramp helper." does not begin with the wake word. Begin with "Alexa, ask cramp helper …".`,
        `${at.listing}:11 "Alexa, ask cramp coach what causes cramps." does not go on with a launch word and "cramp helper". Launch words are ask, tell, open.`,
      ],
    },
  ],
  [
    'phrase-letters',
    'an exclamation, and a phrase that does not end',
    {
      faults: [
        [at.listing, 'Alexa, open cramp helper.', 'Alexa, open cramp helper!'],
        [at.listing, 'what causes cramps.', 'what causes cramps'],
      ],
      told: [
        `${at.listing}:10 "Alexa, open cramp helper!" holds "!". Write it as it is said.`,
        `${at.listing}:11 "Alexa, ask cramp helper about what causes cramps" has no end. End it with a period or a question mark.`,
      ],
    },
  ],
  [
    'quoted-phrases',
    'something that the description says can be said, and cannot',
    {
      faults: [[at.listing, '"Alexa, ask cramp helper what causes cramps"', '“Alexa, ask cramp helper what cramps cause”']],
      told: ['en-GB', 'en-US'].map(
        (locale) =>
          `${at.listing}:4 "Alexa, ask cramp helper what cramps cause" is no sample of ${locale}: "what cramps cause" is not in its model. Write one that stands in interactionModels/custom/${locale}.json, or add it to the phrases.`,
      ),
    },
  ],
  [
    'used-is-declared',
    'a permission that is used and not declared',
    {
      faults: [[at.code, 'getUpsServiceClient().getSystemTimeZone', 'getReminderManagementServiceClient().createReminder']],
      told: [
        `${at.code}:2 uses ReminderManagementServiceClient, which needs the permission alexa::alerts:reminders:skill:readwrite. Add it to permissions in ${at.manifest}.`,
      ],
    },
  ],
  [
    'used-is-declared',
    'an interface and an event that are used and not declared',
    {
      faults: [[at.manifest, '[SKILL_DISABLED]', '[]']],
      changed: { 'lambda/alexa/screen.ts': "export const show = { type: 'Alexa.Presentation.APL.RenderDocument' };\n" },
      told: [
        `${at.code}:4 uses AlexaSkillEvent.SkillDisabled, which needs the event SKILL_DISABLED. Add it to events in ${at.manifest}.`,
        `lambda/alexa/screen.ts:1 uses Alexa.Presentation.APL.RenderDocument, which needs the interface ALEXA_PRESENTATION_APL. Add it to interfaces in ${at.manifest}.`,
      ],
    },
  ],
  [
    'declared-is-used',
    'a permission that is declared and not used',
    {
      faults: [
        [
          at.manifest,
          'permissions: []',
          "permissions: [{ name: 'alexa::alerts:reminders:skill:readwrite', why: Say that you want a reminder. }]",
        ],
      ],
      told: [
        `${at.manifest}:6 nothing in lambda/ uses the permission alexa::alerts:reminders:skill:readwrite. Remove it: a listener is asked for nothing that is not needed.`,
      ],
    },
  ],
  [
    'declared-is-used',
    'an interface and an event that are declared and not used, and one that stands twice',
    {
      faults: [
        [at.manifest, 'interfaces: []', 'interfaces: [{ type: AUDIO_PLAYER }]'],
        [at.manifest, '[SKILL_DISABLED]', '[SKILL_DISABLED, SKILL_ENABLED, SKILL_DISABLED]'],
      ],
      told: [
        `${at.manifest}:7 nothing in lambda/ uses the interface AUDIO_PLAYER. Remove it: Amazon certifies every interface that is declared.`,
        `${at.manifest}:8 nothing in lambda/ uses the event SKILL_ENABLED. Remove it: Alexa would send what nobody reads.`,
        `${at.manifest}:8 the event SKILL_DISABLED stands twice. Remove one.`,
      ],
    },
  ],
  [
    'known-clients',
    'a service that nobody has looked at',
    {
      faults: [[at.code, 'getUpsServiceClient()', 'getWeatherServiceClient()']],
      told: [
        `${at.code}:2 uses getWeatherServiceClient, of which nobody has said what permission it needs. Add it to tools/manifest/uses.ts.`,
      ],
    },
  ],
  [
    'pages',
    'a page that is not there',
    {
      changed: { [at.privacy]: null },
      told: [`${at.privacy} is missing: the store links to it. Write it, or mend pages in ${at.manifest}.`],
    },
  ],
  [
    'icon',
    'no icon',
    {
      changed: { [at.icon]: null },
      told: [`${at.icon} is missing: the store shows it. Restore it from git, or draw a square SVG.`],
    },
  ],
  [
    'icon',
    'one that is wide, has letters, and points elsewhere',
    {
      changed: {
        [at.icon]:
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><text>x</text><image href="https://example.org/a.png"/></svg>',
      },
      told: [
        `${at.icon} holds text, whose font other machines may lack. Draw the letters as paths.`,
        `${at.icon} is not square. Give <svg> a viewBox such as "0 0 512 512".`,
        `${at.icon} points at href="https://example.org/a.png", outside of itself. Draw it inside.`,
      ],
    },
  ],
];

const toldOf = ({ faults: planted = [], changed = {} }: Partial<Planted>): string =>
  tell(emitManifest(fixture(planted, changed), models).problems);

it('has nothing to tell of sources without a fault', () => {
  expect(toldOf({})).toBe('');
  expect(emitManifest(fixture(), models).manifest).toBeDefined();
});

test.each(faults)('%s tells %s', (_rule, _what, planted) => {
  expect(toldOf(planted)).toBe(planted.told.join('\n'));
  expect(emitManifest(fixture(planted.faults, planted.changed), models).manifest).toBeUndefined();
});

it('has every rule fail, and describes it', () => {
  expect(new Set(faults.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  expect(rules.filter(({ description }) => !/\.$/.test(description)).map(({ name }) => name)).toEqual([]);
});

describe('a file that cannot be used', () => {
  const unusable: readonly (readonly [what: string, planted: Planted])[] = [
    ['is missing', { changed: { [at.manifest]: null }, told: [`${at.manifest} is missing. Restore it from git.`] }],
    [
      'says too much, too little, or nothing',
      {
        faults: [
          [at.listing, 'summary: Talks you through easing a muscle cramp.', `summary: ${'Long. '.repeat(30)}`],
          [at.listing, 'whatsNew: The first version.\n', ''],
          [at.listing, '  - Alexa, open cramp helper.\n', ''],
        ],
        told: [
          `${at.listing}:1 whatsNew: is missing.`,
          `${at.listing}:3 summary: has more than the 160 characters that Amazon takes.`,
          `${at.listing}:10 examplePhrases: must be 3.`,
        ],
      },
    ],
    [
      'is for children, or carries advertising, or goes nowhere',
      {
        faults: [
          [at.manifest, 'isChildDirected: false', 'isChildDirected: true'],
          [at.manifest, 'containsAds: false', 'containsAds: true'],
          [at.manifest, 'worldwide: true', 'worldwide: false'],
        ],
        told: [
          `${at.manifest}:3 distribution: must be either worldwide, or have countries.`,
          `${at.manifest}:4 privacy.containsAds: must be false: it has no advertising.`,
          `${at.manifest}:4 privacy.isChildDirected: must be false: skills for children have rules that this one does not keep.`,
        ],
      },
    ],
    [
      'has no homepage to build addresses from',
      {
        changed: { [at.package]: '{}' },
        told: [
          `${at.package} homepage is no https address. Write where the repository is: the addresses of the privacy policy and the terms begin with it.`,
        ],
      },
    ],
    [
      'is at an address that Amazon does not take',
      {
        changed: { [at.package]: '{ "homepage": "https://my-alexa.example" }' },
        told: [`${at.package} homepage is at my-alexa.example. Amazon takes no address with its own names in it.`],
      },
    ],
  ];

  test.each(unusable)('%s: each is told', (_, planted) => {
    expect(toldOf(planted)).toBe(planted.told.join('\n'));
  });
});
