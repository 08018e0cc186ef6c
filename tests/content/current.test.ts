/**
 * The content that is committed has no problem, and the editor's schemas are as the code says; else authors are led astray as they type.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staleSchemas } from '../../tools/content/json-schema';
import { lintContent } from '../../tools/content/lint';
import type { Content } from '../../tools/content/load';
import { fileSchemas, forbiddenKinds } from '../../tools/content/schema';
import { staleComparisons, toReview } from '../../tools/content/translations';
import { tell } from '../../tools/problems';
import { catalogue, content, root, words } from '../support/skill';
import { fixture, removeFixtures } from './fixture';

afterEach(removeFixtures);

const told = (changed: Partial<Content> = {}) => tell(lintContent({ ...content, ...changed }, catalogue));

describe('the committed content', () => {
  it('has no problem', () => {
    expect(told()).toBe('');
  });

  it('has no translation to review, and a record of every comparison', () => {
    expect(tell(toReview(content))).toBe('');
    expect(staleComparisons(root, content)).toEqual([]);
  });

  it('is there: facts, topics, stretches, and words for every locale', () => {
    expect(content.facts.flatMap(({ data }) => data).length).toBeGreaterThan(50);
    expect(content.topics.length).toBeGreaterThan(5);
    expect(content.stretches.length).toBeGreaterThan(5);
    expect(Object.keys(words).length).toBeGreaterThan(0);
    expect(Object.values(words).filter((texts) => Object.keys(texts).length < 200)).toEqual([]);
  });

  it('has no line that rests on nothing: one that is planted is told', () => {
    const folder = content.words['en'] ?? [];
    const orphan = { file: 'orphan.yaml', data: { language: 'en', dialog: { orphan: 'Rub it with onions.' } }, lineOf: () => 3 };

    expect(told({ words: { ...content.words, en: [...folder, orphan] } })).toBe(
      'orphan.yaml:3 dialog.orphan is said nowhere, so it rests on no fact. Declare the line with its facts in content/topics, stretches, triage or courtesies, or remove it.',
    );
  });

  it('has no claim that is forbidden: one of each kind that is planted is told', () => {
    const planted = content.forbidden.flatMap(({ data }) =>
      Object.entries(data.kinds).map(([kind, { planted: sentences }]) => [data.language, kind, sentences[0] ?? ''] as const),
    );

    expect(new Set(planted.map(([language]) => language))).toEqual(
      new Set(Object.keys(content.words).map((name) => name.slice(0, 2))),
    );
    expect(new Set(planted.map(([, kind]) => kind))).toEqual(new Set(forbiddenKinds));
    for (const [language, kind, sentence] of planted) {
      const claim = { file: 'claim.yaml', data: { language, dialog: { claim: sentence } }, lineOf: () => 3 };
      const folder = content.words[language] ?? [];

      expect(told({ words: { ...content.words, [language]: [...folder, claim] } })).toContain(`which is forbidden (${kind}).`);
    }
  });

  it('has no fact that nobody speaks: one that is planted is told', () => {
    const fact = { id: 'orphan', claim: 'Nobody says this.', source: 'medlineplus', reviewed: '2026-11-23' };

    expect(told({ facts: [...content.facts, { file: 'orphan.yaml', data: [fact], lineOf: () => 1 }] })).toBe(
      'orphan.yaml:1 fact orphan is never spoken. Name it in a line that says it, or remove it.',
    );
  });
});

describe("the editor's schemas", () => {
  it('are as the code says', () => {
    const stale = staleSchemas(root);
    if (stale.length > 0) throw new Error(`${stale.join(', ')}: out of date, run \`npm run fix\``);
  });

  it('are stale when they are missing: one for every kind of file, and the settings', () => {
    const stale = staleSchemas(fixture());

    expect(Object.keys(fileSchemas).length).toBeGreaterThan(5);
    expect(stale).toEqual(expect.arrayContaining(Object.keys(fileSchemas).map((name) => `.vscode/schemas/${name}.json`)));
    expect(stale).toContain('.vscode/settings.json');
  });

  it('tell the editor which of them every kind of file belongs to', () => {
    const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));

    expect(settings['yaml.schemas']).toMatchObject(
      Object.fromEntries(Object.entries(fileSchemas).map(([name, { glob }]) => [`./.vscode/schemas/${name}.json`, glob])),
    );
  });
});
