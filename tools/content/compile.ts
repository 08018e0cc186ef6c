/**
 * Content → what the skill carries at run time: structure without facts, and one list of words a locale.
 */
import type { Knowledge, Words } from '../../lambda/knowledge/types';
import { factsOf } from './inventory';
import type { Content } from './load';
import type { LocaleFile, TopicFile } from './schema';
import { wordsFor } from './words';

export interface Compiled {
  readonly knowledge: Knowledge;
  /** Locale → its words. */
  readonly words: Readonly<Record<string, Words>>;
}

/** @param intents Alexa's intent name → ours, from `interactionModels/intents.yaml` */
export function compileContent(content: Content, intents: Readonly<Record<string, string>>): Compiled {
  const locales = Object.entries(content.locales.data);
  const guards = new Map(content.facts.flatMap(({ data }) => data.map(({ id, guard = [] }) => [id, guard] as const)));
  return {
    knowledge: {
      topics: Object.fromEntries(
        content.topics.map(({ data: { id, pages, lines, answers, offers, asksFirst, disclaimer } }) => [
          id,
          {
            id,
            pages: pages.map((page) => ({ ...page, whole: isWhole(page.lines, lines, guards) })),
            answers,
            offers,
            disclaimer,
            ...(asksFirst ? { asksFirst } : {}),
          },
        ]),
      ),
      stretches: content.stretches.map(({ data: { id, muscles, positions, helper } }) => ({
        id,
        muscles,
        positions: Object.keys(positions),
        holds: Object.fromEntries(Object.entries(positions).map(([position, { hold }]) => [position, hold])),
        guided: Object.fromEntries(
          Object.entries(positions).map(
            ([
              position,
              {
                guided: { facts: _facts, longest, ...guided },
              },
            ]) => [position, { ...guided, longest: longest ?? guided.hold }],
          ),
        ),
        helper: helper !== undefined,
      })),
      routines: content.routines.map(({ data: { facts: _facts, ...routine } }) => routine),
      triage: {
        emergencies: Object.keys(content.triage.data.emergencies),
        today: content.triage.data.levels.today,
        beforeStretch: content.triage.data.before_stretch,
        noStretchAfter: content.triage.data.no_stretch_after,
        together: content.triage.data.together.map(({ means, ...when }) => ({ when: Object.entries(when), means })),
        gates: Object.entries(content.triage.data.gates).map(([id, { muscles, remedies, means }]) => ({
          id,
          muscles,
          remedies,
          ...(means ? { means } : {}),
        })),
        places: Object.keys(content.triage.data.places),
      },
      intents,
    },
    words: Object.fromEntries(
      locales.map(([locale, { numbers }]) => {
        const words = withNumbers(wordsFor(content, locale), saidNumbers(numbers));
        return [locale, { ...words, digits: readDigitByDigit(numbers) }];
      }),
    ),
  };
}

/** Whether a line of a page leans on another one of it for the guard of its facts. */
function isWhole(page: readonly string[], lines: TopicFile['lines'], guards: ReadonlyMap<string, readonly string[]>): boolean {
  const facts = page.map((name) => factsOf(lines[name] ?? 'conversation'));
  return facts.some((said) =>
    said.some((id) => (guards.get(id) ?? []).some((guard) => !said.includes(guard) && facts.flat().includes(guard))),
  );
}

/** The numbers of a locale never change while it speaks, so they are in its words already. */
function withNumbers(words: Words, numbers: Readonly<Record<string, string>>): Words {
  const filled = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => numbers[name] ?? placeholder);
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, filled(text)]));
}

/** How each number of a locale is said. */
export const saidNumbers = (numbers: LocaleFile[string]['numbers']): Words =>
  Object.fromEntries(Object.entries(numbers).map(([name, { number, said }]) => [name, said ?? number ?? '']));

/** The numbers that the voice reads digit by digit, the longest first: one may stand inside another. */
const readDigitByDigit = (numbers: LocaleFile[string]['numbers']): string =>
  Object.values(numbers)
    .flatMap(({ number, said }) => (number !== undefined && said === undefined ? number : []))
    .sort((a, b) => b.length - a.length)
    .join('|');
