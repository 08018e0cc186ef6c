/**
 * No rule is missing from the list, and none is listed as somebody else's who does not hold it: what nobody checks is found by Amazon.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyRule, type Has, holders, listFaults, type Rule, readRules } from './rules';
import { locales, root } from './subject';

const manifest = JSON.parse(readFileSync(join(root, 'build/skill-package/skill.json'), 'utf8'));
const models = locales.map((locale) =>
  JSON.parse(readFileSync(join(root, `build/skill-package/interactionModels/custom/${locale}.json`), 'utf8')),
);

const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(inner)])
    : [];

const has: Has = {
  permissions: manifest.manifest.permissions.map(({ name }: { name: string }) => name),
  interfaces: manifest.manifest.apis.custom.interfaces.map(({ type }: { type: string }) => type),
  languages: locales.map((locale) => locale.slice(0, 2)),
  keys: new Set([manifest, ...models].flatMap(keysIn)),
  fileExists: (path) => existsSync(join(root, path)),
};

const planted = (change: (rules: Rule[]) => void, more: Partial<Has> = {}): string[] => {
  const rules = structuredClone(everyRule) as Rule[];
  change(rules);
  return listFaults(rules, { ...has, ...more });
};
const without = (id: string) => (rules: Rule[]) =>
  void rules.splice(
    rules.findIndex((one) => one.id === id),
    1,
  );

describe('the list of rules', () => {
  it('is whole, and everybody named in it holds what it says', () => {
    expect(listFaults(everyRule, has)).toEqual([]);
  });

  it('has every chapter of the certification pages, and somebody of each kind to hold them', () => {
    const ids = everyRule.map(({ id }) => id);

    for (const chapter of ['INV', 'IM', 'BI', 'DM', 'RS', 'SE', 'SS', 'RT', '3.', '4.', 'PO', 'MF', 'RE', 'TI', 'AP', 'VD', 'NI'])
      expect([chapter, ids.some((id) => id.startsWith(chapter))]).toEqual([chapter, true]);
    for (const holder of holders) expect([holder, everyRule.some((rule) => rule[holder] !== undefined)]).toEqual([holder, true]);
  });

  it.each([
    ['a rule that is missing', without('4.12'), {}, ['4.12 is missing: the rules of its kind are numbered.']],
    ['a rule that stands twice', (rules: Rule[]) => void rules.push(everyRule[0] as Rule), {}, ['INV1 is listed twice.']],
    [
      'a test that is gone',
      () => undefined,
      { fileExists: (path: string) => path !== 'tests/build/bundle.test.ts' && has.fileExists(path) },
      ['sec is held by tests/build/bundle.test.ts, which is not there.'],
    ],
    [
      'a permission that somebody has begun to use',
      (rules: Rule[]) => void rules.splice(0, rules.length, ...everyRule.filter(({ id }) => id === 'RE1')),
      { permissions: ['alexa::alerts:reminders:skill:readwrite'] },
      ['RE1 is listed as unused, and the skill has the permission alexa::alerts:reminders:skill:readwrite: write its check.'],
    ],
    [
      'a dialog model that somebody has begun to use',
      (rules: Rule[]) => void rules.splice(0, rules.length, ...everyRule.filter(({ id }) => id === 'DM1')),
      { keys: new Set(['dialog']) },
      ['DM1 is listed as unused, and the skill has the model dialog: write its check.'],
    ],
  ])('tells %s', (_, change, more, told) => {
    expect(planted(change, more)).toEqual(told);
  });

  it('tells with file and line a rule that nobody holds, or two do', () => {
    expect(() => readRules(join(__dirname, 'planted'), 'nobody.yaml')).toThrow(
      `nobody.yaml:2 0: must have one of ${holders.join(', ')}.\nnobody.yaml:3 1: must have one of ${holders.join(', ')}.`,
    );
  });
});
