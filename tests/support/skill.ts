/**
 * The real content as the bundle carries it, and the renderers of its locales: for tests that need the skill but no build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignWords, Words } from '../../lambda/knowledge/types';
import { type Render, renderer } from '../../lambda/speech/render';
import { type Budgeted, budgeted } from '../../lambda/storage/budgeted';
import { memoryStore } from '../../lambda/storage/memory';
import { budgets } from '../../lambda/storage/store';
import { compileContent, saidNumbers } from '../../tools/content/compile';
import { inventory } from '../../tools/content/inventory';
import { loadContent } from '../../tools/content/load';
import type { InteractionModel } from '../../tools/models/compile';
import { loadCatalogue } from '../../tools/models/load';
import { signWords } from '../../tools/models/signs';
import { type Problem, Problems } from '../../tools/problems';

export const root = join(__dirname, '../..');

const problems: Problem[] = [];
const loaded = loadCatalogue(root, problems);
if (!loaded) throw new Problems(problems);

export const catalogue = loaded;
export const content = loadContent(root);
export const everySpoken = inventory(content);
export const { knowledge, words } = compileContent(
  content,
  Object.fromEntries(catalogue.intents.map(({ alexa, name }) => [alexa, name])),
);
export const locales: readonly string[] = Object.keys(words);

export const wordsOfLocale = (locale: string): Words => words[locale] ?? {};

/** Whom a locale calls (`emergency`, `crisis` …) → how the number is said. */
export const numbersOf = (locale: string): Words => {
  const known = content.locales.data[locale];
  return known ? saidNumbers(known.numbers) : {};
};

export const renderIn = (locale: string): Render => renderer(locale, (key) => wordsOfLocale(locale)[key]);

/** Renders in the locale asked for, in the first one when there is no such locale. */
export const renderFor = (asked: string | undefined): Render =>
  renderIn(locales.find((one) => one === asked) ?? locales[0] ?? 'en-US');

/** The words of danger, from the committed model of the locale asked for. */
export const signsFor = (asked: string | undefined): SignWords => {
  const locale = locales.find((one) => one === asked) ?? locales[0];
  const model = readFileSync(join(root, `interactionModels/custom/${locale}.json`), 'utf8');
  return signWords(JSON.parse(model) as InteractionModel, knowledge.triage);
};

/** What is kept between conversations, by this process alone. */
export const keptHere = (clock = () => new Date()): Budgeted =>
  budgeted(
    async () => memoryStore(clock),
    budgets,
    (fault) => console.error(fault),
  );
