/**
 * The composition root: content and skill become the `handler` that Lambda calls.
 */

import { locales, withoutTopics } from 'bundle:content';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';
import type { ZoneOf } from './alexa/hour';
import { createSkill } from './alexa/skill';
import { signsOf, topicsOnDisk, wordsOf } from './files';
import { baseLocale } from './knowledge/base-locale';
import type { Knowledge, SignWords } from './knowledge/types';
import { type Render, renderer } from './speech/render';
import { budgeted } from './storage/budgeted';
import { memoryStore } from './storage/memory';
import { budgets, type Store } from './storage/store';

const renderers = new Map<string, Render>();
const signs = new Map<string, SignWords>();

/** Only the locale that is asked for is read, once. */
const renderFor = (asked: string | undefined): Render =>
  once(renderers, nearest(asked), (locale) => renderer(locale, wordsOf(locale, baseLocale(locale, locales) ?? locale)));

const signsFor = (asked: string | undefined): SignWords => once(signs, nearest(asked), signsOf);

function once<T>(kept: Map<string, T>, locale: string, make: (locale: string) => T): T {
  const made = kept.get(locale) ?? make(locale);
  kept.set(locale, made);
  return made;
}

/** The locale itself, else another of its language, else the first there is. */
function nearest(asked = ''): string {
  return locales.find((locale) => locale === asked) ?? baseLocale(asked, locales) ?? locales[0] ?? 'en-US';
}

const { PREFERENCES_TABLE: table, DYNAMODB_ENDPOINT: endpoint, SKILL_ID: skillId } = process.env;
const clock = (): Date => new Date();

/** The AWS SDK is a file of its own. With a table it is read while Lambda starts, when no answer waits for it; without one, never. */
const importDynamo = () => import('./storage/dynamo');
const dynamo = table ? importDynamo().catch(() => undefined) : undefined;

async function openStore(): Promise<Store> {
  if (!table) return memoryStore(clock);
  const { dynamoStore } = (await dynamo) ?? (await importDynamo());
  return dynamoStore({ table, endpoint, clock, budgets });
}

const kept = budgeted(openStore, budgets, (line) => console.warn(line));
const zoneOf: ZoneOf = async (device) => (await import('./alexa/settings')).timeZoneOf(device);

const knowledge: Knowledge = { ...withoutTopics, topics: topicsOnDisk() };
const skill = createSkill({ knowledge, renderFor, signsFor, kept, zoneOf, skillId });

/** Two parameters and no more: Lambda's Node 24 refuses a handler that takes a callback. */
export const handler = (event: RequestEnvelope, context: Context): Promise<ResponseEnvelope> => skill.invoke(event, context);
