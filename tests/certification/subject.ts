/**
 * What is certified: the package and the bundle in build/, one locale at a time, as Amazon is given them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtHandler, builtLocales } from '../../simulator/built';
import type { Handler } from '../../simulator/invoke';
import { loadNlu, type Nlu } from '../../simulator/nlu/nlu';
import { load } from '../../tools/models/load';
import { loadLocales } from '../../tools/models/locales';
import type { Phrases } from '../../tools/models/model';
import { Problems } from '../../tools/problems';
import { numbersOf } from '../support/skill';
import type { Conversation } from './conversation';

export const root = join(__dirname, '../..');
const folder = join(root, 'build/skill-package');
const words = 'build/lambda/words';

/** One locale's model, as Alexa is taught it. */
export interface AlexaModel {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly AlexaIntent[];
      readonly types: readonly { readonly name: string; readonly values: readonly AlexaValue[] }[];
      readonly modelConfiguration?: { readonly fallbackIntentSensitivity?: { readonly level: string } };
      readonly [other: string]: unknown;
    };
    readonly [other: string]: unknown;
  };
}
export interface AlexaIntent {
  readonly name: string;
  readonly slots?: readonly { readonly name: string; readonly type: string; readonly multipleValues?: unknown }[];
  readonly samples?: readonly string[];
}
interface AlexaValue {
  readonly id: string;
  readonly name: { readonly value: string; readonly synonyms?: readonly string[] };
}

/** What is read of a page of the store; a field may be missing, or be no text. */
export interface StorePage {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly examplePhrases: readonly string[];
  readonly keywords: readonly string[];
  readonly smallIconUri: string;
  readonly largeIconUri: string;
  readonly [other: string]: unknown;
}

/** The manifest as it was staged, and `events` as it is in the repository: ask-cli adds those. */
export interface StagedManifest {
  readonly manifestVersion: string;
  readonly publishingInformation: {
    readonly category: string;
    readonly testingInstructions: string;
    readonly distributionMode: string;
    readonly isAvailableWorldwide: boolean;
    readonly distributionCountries?: readonly string[];
    readonly automaticDistribution?: { readonly isActive: boolean };
    readonly locales: Readonly<Record<string, StorePage>>;
  };
  readonly apis: { readonly custom: { readonly interfaces?: readonly { readonly type: string }[] } };
  readonly permissions?: readonly { readonly name: string }[];
  readonly privacyAndCompliance: {
    readonly locales: Readonly<Record<string, { readonly privacyPolicyUrl?: string; readonly termsOfUseUrl?: string }>>;
    readonly [question: string]: unknown;
  };
  readonly events?: { readonly subscriptions: readonly { readonly eventName: string }[] };
}

/** Everything that a check may look at. */
export interface Subject {
  readonly locale: string;
  readonly language: string;
  readonly locales: readonly string[];
  readonly manifest: StagedManifest;
  /** Path in the package → bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly model: AlexaModel;
  /** The words that Alexa keeps for itself, which no model holds. */
  readonly phrases: Phrases;
  /** Key → what the bundle says. */
  readonly words: Readonly<Record<string, string>>;
  /** How the numbers of the locale are said, by whom they call. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly wordLocales: readonly string[];
  readonly handler: Handler;
  readonly nlu: Nlu;
  /** ask-resources.json. */
  readonly resources: unknown;
  /** Everything that was said to it, and what it answered; held by the first check that asks. */
  readonly talked: () => Promise<Conversation>;
}

export const locales: readonly string[] = builtLocales(root);

const listed = loadLocales(root, []);
const { phrases: kept, problems } = load(root, listed);
if (problems.length > 0) throw new Problems(problems);

export function subjectOf(locale: string, talk: (subject: Subject) => Promise<Conversation>): Subject {
  const files = new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path))]));
  const text = (path: string): string => files.get(path)?.toString('utf8') ?? '';
  const phrases = kept.get(locale);
  if (!phrases) throw new Error(`There are no phrases of ${locale}.`);
  // A locale's own words lie over those of the first of its language.
  const folders = [listed.find(({ language }) => language === phrases.language)?.locale ?? locale, locale];
  let talked: Promise<Conversation> | undefined;
  const subject: Subject = {
    locale,
    language: phrases.language,
    locales,
    manifest: { ...JSON.parse(text('skill.json')).manifest, events: read('skill.json').manifest.events },
    files,
    model: JSON.parse(text(`interactionModels/custom/${locale}.json`)),
    phrases,
    words: Object.assign(
      {},
      ...folders.flatMap((one) => readdirSync(join(root, words, one)).map((name) => read(`${words}/${one}/${name}`))),
    ),
    numbers: numbersOf(locale),
    wordLocales: readdirSync(join(root, words)),
    handler: builtHandler(root),
    nlu: loadNlu(root, locale),
    resources: existsSync(join(root, 'ask-resources.json')) ? read('ask-resources.json') : undefined,
    talked: () => (talked ??= talk(subject)),
  };
  return subject;
}

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
