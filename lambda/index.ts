/**
 * The composition root: content and skill become the `handler` that Lambda calls.
 */

import { knowledge, locales } from 'bundle:content';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';
import { createSkill } from './alexa/skill';
import type { Words } from './knowledge/types';
import { type Render, renderer } from './speech/render';

const renderers = new Map<string, Render>();

/** Only the locale that is asked for is read, once. */
function renderFor(asked: string | undefined): Render {
  const locale = nearest(asked);
  const known = renderers.get(locale);
  if (known) return known;
  const words = JSON.parse(readFileSync(join(__dirname, 'words', `${locale}.json`), 'utf8')) as Words;
  const made = renderer(locale, words);
  renderers.set(locale, made);
  return made;
}

/** The locale itself, else another of its language, else the first there is. */
function nearest(asked = ''): string {
  const language = asked.slice(0, 2);
  return (
    locales.find((locale) => locale === asked) ?? locales.find((locale) => locale.startsWith(language)) ?? locales[0] ?? 'en-US'
  );
}

const skill = createSkill({ knowledge, renderFor, skillId: process.env['SKILL_ID'] });

/** Two parameters and no more: Lambda's Node 24 refuses a handler that takes a callback. */
export const handler = (event: RequestEnvelope, context: Context): Promise<ResponseEnvelope> => skill.invoke(event, context);
