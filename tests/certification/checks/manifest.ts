/**
 * The manifest and the files beside it, as they are uploaded: sizes, words and answers that Amazon takes.
 */

import { modelOf } from '../../../simulator/nlu/model';
import { normalise } from '../../../simulator/nlu/text';
import { claimsIn } from '../../../tools/content/claims';
import { listingOf } from '../../../tools/manifest/compile';
import { alexaLocales } from '../../../tools/manifest/lint/locales';
import { askedFor, isSample, quotesIn } from '../../../tools/manifest/lint/phrases';
import { loadSources } from '../../../tools/manifest/load';
import { limits } from '../../../tools/manifest/schema';
import { type UseKind, usesOf } from '../../../tools/manifest/uses';
import { pngHeader } from '../../manifest/png';
import { content } from '../../support/skill';
import { root, type StorePage, type Subject } from '../subject';
import { type Check, unless } from './check';

const pageOf = ({ manifest, locale }: Subject): Partial<StorePage> => manifest.publishingInformation.locales[locale] ?? {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

const sized = (rule: string, field: 'name' | 'summary' | 'description', least: number, most: number): Check => ({
  rule,
  find: (subject) => {
    const { length } = textOf(pageOf(subject)[field]);
    return unless(length >= least && length <= most, `${field} has ${length} characters, not ${least} to ${most}`);
  },
});

const sources = loadSources(root, []);

/** What a page says but for its disclaimer, which says "treatment" because Amazon asks it to. */
function promises(subject: Subject): readonly (readonly [what: string, text: string])[] {
  const page = pageOf(subject);
  const disclaimer = sources && listingOf(sources, subject.locale)?.disclaimer;
  const description = Object.values(disclaimer ?? {}).reduce((text, part) => text.replace(part, ''), textOf(page.description));
  return [
    ['name', textOf(page.name)],
    ['summary', textOf(page.summary)],
    ['description', description],
    ['what is new', textOf(page['updatesDescription'])],
    ...listOf(page.keywords).map((keyword) => ['a keyword', keyword] as const),
  ];
}

/** What a page may not say, by its own file and by content/forbidden. */
const forbidding = (rule: string, kinds: readonly string[], only?: readonly string[]): Check => ({
  rule,
  find: (subject) => {
    const own = sources?.languages.get(subject.language)?.data.forbidden ?? {};
    const ours = content.forbidden.filter(({ data }) => data.language === subject.language).map(({ data }) => data.kinds);
    const all = Object.entries(Object.assign({}, own, ...ours)).filter(([kind]) => kinds.includes(kind));
    const data = { kinds: Object.fromEntries(all) as Parameters<typeof claimsIn>[1]['data']['kinds'] };
    return promises(subject)
      .filter(([what]) => !only || only.includes(what))
      .flatMap(([what, text]) => claimsIn(text, { data }).map(({ words }) => `${what} says "${words}"`));
  },
});

/** Amazon's own wording, where it is known. In other languages whoever writes the listing answers for the four parts. */
const disclaimers: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /does not provide medical advice/i,
    /informational and educational purposes only/i,
    /not a substitute for professional medical advice, treatment or diagnosis/i,
    /call your doctor/i,
    /medical emergency, please dial your local emergency response phone number/i,
  ],
};

const page: readonly Check[] = [
  {
    rule: '3.1b',
    find: (subject) =>
      listOf(pageOf(subject).examplePhrases).flatMap((phrase) => {
        const odd = /[^\p{L}\p{M}\p{N}\s.?:,'¿。？،؟-]/u.exec(phrase)?.[0];
        return [
          ...unless(odd === undefined, `"${phrase}" holds "${odd}"`),
          ...unless(/[.?。？؟]$/u.test(phrase), `"${phrase}" has no end`),
        ];
      }),
  },
  {
    rule: '3.2',
    find: (subject) => {
      const description = textOf(pageOf(subject).description);
      const { phrases } = subject;
      const model = modelOf(JSON.stringify(subject.model));
      const called = quotesIn(description).filter((quote) =>
        phrases.wake.some(({ text }) => normalise(quote).startsWith(`${text} `)),
      );
      const wrong = called.filter((quote) => {
        const asked = askedFor(quote, phrases);
        return 'fault' in asked || (asked.rest !== '' && !isSample(asked.rest, model, phrases));
      });
      return [
        ...unless(/^[\p{Lu}\p{Lo}"“„«¿]/u.test(description), 'the description begins with no sentence'),
        ...unless(/[.!?。؟]$/u.test(description), 'the description ends with no sentence'),
        ...unless(!/ {2}|\n{3}|[ \t]\n/.test(description), 'the description has stray spaces'),
        ...unless(called.length > 0, 'the description quotes nothing that can be said'),
        ...wrong.map((quote) => `"${quote}" cannot be said`),
      ];
    },
  },
  {
    rule: '4.5',
    find: (subject) => {
      const name = subject.model.interactionModel.languageModel.invocationName;
      return listOf(pageOf(subject).examplePhrases)
        .filter((phrase) => !` ${normalise(phrase)} `.includes(` ${name} `))
        .map((phrase) => `"${phrase}" does not say "${name}"`);
    },
  },
  sized('MF3', 'name', 2, limits.name),
  sized('MF4', 'summary', 20, limits.summary),
  sized('MF5', 'description', 40, limits.description),
  {
    rule: 'MF6',
    find: (subject) => {
      const phrases = listOf(pageOf(subject).examplePhrases);
      return [
        ...unless(phrases.length === limits.phrases, `there are ${phrases.length} example phrases`),
        ...unless(new Set(phrases).size === phrases.length, 'an example phrase stands twice'),
        ...phrases.filter(({ length }) => length > limits.phrase).map((phrase) => `"${phrase.slice(0, 40)}…" is too long`),
      ];
    },
  },
  {
    rule: 'MF7',
    find: (subject) => {
      const words = listOf(pageOf(subject).keywords);
      return [
        ...unless(words.length > 0 && words.length <= limits.keywords, `there are ${words.length} keywords`),
        ...unless(new Set(words.map((word) => word.toLowerCase())).size === words.length, 'a keyword stands twice'),
        ...words.filter(({ length }) => length > limits.keyword).map((word) => `the keyword "${word.slice(0, 40)}…" is too long`),
      ];
    },
  },
  {
    rule: 'MF8',
    find: (subject) => {
      const icons = { smallIconUri: 108, largeIconUri: 512 } as const;
      return (Object.keys(icons) as (keyof typeof icons)[]).flatMap((key) => {
        const uri = textOf(pageOf(subject)[key]);
        const bytes = subject.files.get(uri.replace('file://', ''));
        if (!bytes) return [`${key} is ${uri || 'missing'}, which is not in the package`];
        try {
          const { width, height } = pngHeader(bytes);
          return unless(width === icons[key] && height === icons[key], `${key} is ${width} by ${height}`);
        } catch {
          return [`${key} is no PNG`];
        }
      });
    },
  },
];

const policy: readonly Check[] = [
  {
    rule: 'PO2',
    find: (subject) => {
      const description = textOf(pageOf(subject).description);
      const parts = sources && listingOf(sources, subject.locale)?.disclaimer;
      const missing = Object.entries(parts ?? {}).filter(([, part]) => !description.includes(part));
      const unsaid = (disclaimers[subject.language] ?? []).filter((words) => !words.test(description));
      return [
        ...unless(parts !== undefined, 'there is no disclaimer'),
        ...missing.map(([part]) => `the description lacks the part "${part}" of its disclaimer`),
        ...unsaid.map(({ source }) => `the description does not say "${source}"`),
      ];
    },
  },
  forbidding('PO4', ['life_saving']),
  forbidding('PO6', ['treatment', 'cure', 'guarantee']),
  forbidding('PO7', ['treatment', 'cure', 'guarantee'], ['name']),
  {
    rule: 'PO8',
    find: ({ manifest, locale }) => {
      const { privacyPolicyUrl = '', termsOfUseUrl = '' } = manifest.privacyAndCompliance.locales[locale] ?? {};
      return Object.entries({ privacyPolicyUrl, termsOfUseUrl })
        .filter(([, address]) => !address.startsWith('https://'))
        .map(([name, address]) => `${name} is ${address || 'missing'}`);
    },
  },
  {
    rule: 'PO9',
    find: ({ manifest }) => unless(manifest.privacyAndCompliance['isChildDirected'] === false, 'isChildDirected is not false'),
  },
  {
    rule: 'PO11',
    find: (subject) => {
      const name = textOf(pageOf(subject).name);
      const { privacyPolicyUrl = '', termsOfUseUrl = '' } = subject.manifest.privacyAndCompliance.locales[subject.locale] ?? {};
      const marks = /alexa|amazon|\becho\b|\bskill\b/i;
      return [
        ...unless(!marks.test(name), `the name is "${name}"`),
        ...[privacyPolicyUrl, termsOfUseUrl]
          .filter((address) => URL.canParse(address) && marks.test(new URL(address).hostname))
          .map((address) => `an address is at ${new URL(address).hostname}`),
        ...promises(subject)
          .filter(([, text]) => /\b(?:official|endorsed|certified) (?:by|alexa|skill)\b|\b(?:amazon|echo)\b/i.test(text))
          .map(([what, text]) => `${what} says "${text.slice(0, 60)}"`),
      ];
    },
  },
  {
    rule: 'PO12',
    find: ({ manifest }) => unless(manifest.privacyAndCompliance['usesHealthInfo'] !== true, 'usesHealthInfo is true'),
  },
];

const declared = (rule: string, kind: UseKind, names: (subject: Subject) => readonly string[]): Check => ({
  rule,
  find: (subject) => {
    const used = new Set(usesOf(root).flatMap((use) => (use.kind === kind ? [use.name] : [])));
    const told = names(subject);
    return [
      ...[...used]
        .filter((name) => !told.includes(name))
        .map((name) => `the code uses ${name}, and the manifest does not declare it`),
      ...told.filter((name) => !used.has(name)).map((name) => `the manifest declares ${name}, and the code does not use it`),
    ];
  },
});

const questions = ['allowsPurchases', 'usesPersonalInfo', 'isChildDirected', 'isExportCompliant', 'containsAds'];

/** Every field that Amazon's schema has and we use, by the place it stands in; a locale's page stands in `*`. */
const fields: Readonly<Record<string, readonly string[]>> = {
  '': ['manifestVersion', 'publishingInformation', 'privacyAndCompliance', 'permissions', 'apis', 'events'],
  publishingInformation: [
    ...['category', 'testingInstructions', 'distributionMode', 'isAvailableWorldwide', 'distributionCountries', 'locales'],
    'automaticDistribution',
  ],
  'publishingInformation.locales.*': [
    ...['name', 'summary', 'description', 'examplePhrases', 'keywords', 'updatesDescription', 'smallIconUri', 'largeIconUri'],
  ],
  privacyAndCompliance: [...questions, 'usesHealthInfo', 'locales'],
  'privacyAndCompliance.locales.*': ['privacyPolicyUrl', 'termsOfUseUrl'],
  apis: ['custom'],
  'apis.custom': ['interfaces', 'endpoint', 'regions'],
  events: ['subscriptions', 'endpoint', 'regions'],
};

function strangeFields(value: unknown, place = ''): string[] {
  const known = fields[place];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = place === '' ? name : `${place}.${name}`;
    const next = /(?:^|\.)locales$/.test(place) ? `${place}.*` : here;
    if (known && !known.includes(name)) return [`${here} is no field that Amazon knows`];
    return strangeFields(inner, next);
  });
}

/** Paths that a package may have; Amazon's own list, as far as this skill goes. */
const packaged = [
  /^skill\.json$/,
  /^interactionModels\/custom\/[a-z]{2}-[A-Z]{2}\.json$/,
  /^assets\/(?:images\/)?[\w./-]{1,64}\.(?:png|jpe?g)$/,
];

const manifest: readonly Check[] = [
  {
    rule: 'MF1',
    find: (subject) => unless(subject.manifest.manifestVersion === '1.0', 'the version of the manifest is not "1.0"'),
  },
  {
    rule: 'MF2',
    find: ({ manifest: { publishingInformation, privacyAndCompliance }, locales, wordLocales, locale }) => {
      const pages = Object.keys(publishingInformation.locales);
      const lists = { manifest: pages, 'privacy policies': Object.keys(privacyAndCompliance.locales), words: wordLocales };
      return [
        ...unless((alexaLocales as readonly string[]).includes(locale), `${locale} is no locale of Alexa`),
        ...Object.entries(lists).flatMap(([what, list]) => [
          ...locales.filter((one) => !list.includes(one)).map((one) => `${one} is missing in the ${what}`),
          ...list.filter((one) => !locales.includes(one)).map((one) => `${one} is in the ${what}, and has no model`),
        ]),
      ];
    },
  },
  {
    rule: 'MF9',
    find: ({ manifest: { publishingInformation } }) => {
      const { length } = textOf(publishingInformation.testingInstructions);
      return unless(length > 0 && length <= limits.testing, `testing instructions have ${length} characters`);
    },
  },
  {
    rule: 'MF10',
    find: ({ manifest: { publishingInformation } }) =>
      unless(publishingInformation.category === 'HEALTH_AND_FITNESS', `the category is ${publishingInformation.category}`),
  },
  {
    rule: 'MF11',
    find: ({ manifest: { publishingInformation } }) => {
      const { distributionMode, isAvailableWorldwide, distributionCountries = [] } = publishingInformation;
      return [
        ...unless(['PUBLIC', 'PRIVATE'].includes(distributionMode), `distributionMode is ${distributionMode}`),
        ...unless(
          isAvailableWorldwide === (distributionCountries.length === 0),
          'it is neither worldwide nor in named countries, or both',
        ),
      ];
    },
  },
  {
    rule: 'MF12',
    find: ({ manifest: { publishingInformation } }) =>
      unless(publishingInformation.automaticDistribution?.isActive !== true, 'it is distributed by itself to other locales'),
  },
  {
    rule: 'MF13',
    find: ({ manifest: { privacyAndCompliance } }) =>
      questions
        .filter((question) => typeof privacyAndCompliance[question] !== 'boolean')
        .map((question) => `${question} is not answered`),
  },
  declared('MF14', 'permission', (subject) => (subject.manifest.permissions ?? []).map(({ name }) => name)),
  {
    rule: 'MF15',
    find: ({ resources, manifest: { events } }) => {
      const { profiles = {} } = (resources ?? {}) as { profiles?: Record<string, Profile> };
      const subscribed = (events?.subscriptions ?? []).map(({ eventName }) => eventName).sort();
      return [
        ...unless(Object.keys(profiles).length > 0, 'ask-resources.json has no profile'),
        ...Object.entries(profiles).flatMap(([name, { code = {}, skillInfrastructure }]) => [
          ...['default', 'NA', 'EU', 'FE']
            .filter((region) => !code[region])
            .map((region) => `profile ${name} has no code for ${region}`),
          ...unless(
            String([...(skillInfrastructure?.userConfig?.skillEvents?.subscriptions ?? [])].sort()) === String(subscribed),
            `profile ${name} does not subscribe to ${subscribed.join(', ')}`,
          ),
        ]),
      ];
    },
  },
  declared('MF16', 'interface', (subject) => (subject.manifest.apis.custom.interfaces ?? []).map(({ type }) => type)),
  declared('MF18', 'event', (subject) => (subject.manifest.events?.subscriptions ?? []).map(({ eventName }) => eventName)),
  { rule: 'MF19', find: (subject) => strangeFields(subject.manifest) },
  {
    rule: 'PK1',
    find: ({ files }) =>
      [...files.keys()]
        .filter((path) => !packaged.some((allowed) => allowed.test(path)))
        .map((path) => `${path} is nowhere Amazon looks`),
  },
  {
    rule: 'ST2',
    find: ({ manifest: { permissions = [] } }) =>
      permissions
        .filter(({ name }) => /profile|address|geolocation/.test(name))
        .map(({ name }) => `the manifest asks for ${name}`),
  },
  {
    rule: 'doc',
    find: ({ manifest: { permissions = [], publishingInformation } }) =>
      permissions
        .filter(({ name }) => !publishingInformation.testingInstructions.includes(name))
        .map(({ name }) => `the testing instructions do not say what ${name} is for`),
  },
];

interface Profile {
  readonly code?: Readonly<Record<string, unknown>>;
  readonly skillInfrastructure?: {
    readonly userConfig?: { readonly skillEvents?: { readonly subscriptions?: readonly string[] } };
  };
}

export const manifestChecks: readonly Check[] = [...page, ...policy, ...manifest];
