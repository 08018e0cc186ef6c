/**
 * A new language is begun by somebody who has never seen this repository: `npm run locale` gives them every file, the text to say beside
 * each gap, and a check that goes on telling what is missing. Nothing is half-written when it refuses.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadContent } from '../../tools/content/load';
import { Problems } from '../../tools/problems';

const root = join(__dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'locale-'));
  for (const path of ['content', 'interactionModels/phrases/en']) cpSync(join(root, path), join(copy, path), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

function run(...options: string[]): { readonly status: number | null; readonly told: string; readonly said: string } {
  const { status, stderr, stdout } = spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'tools/locale.ts'), ...options], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, told: stderr.trim(), said: stdout };
}
const file = (path: string): string => readFileSync(join(copy, path), 'utf8');

/** Every key of a tree of texts. */
const keysOf = (tree: unknown, path = ''): string[] =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
    ? Object.entries(tree).flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
    : [path];

describe('a new language', () => {
  it('gets every file of the first one, every key in it, empty, with the text to say above', () => {
    const { status, said } = run('it-IT');

    expect(status).toBe(0);
    expect(said).toMatch(/To do for it-IT:\n- content\/locales\.yaml: /);
    for (const name of ['dialog', 'names', 'stretches', 'topics', 'triage']) {
      const [english, italian] = ['en', 'it'].map((language) => parse(file(`content/words/${language}/${name}.yaml`)) as object);
      expect(keysOf(italian)).toEqual(keysOf(english));
      expect(italian).toMatchObject({ language: 'it' });
    }
    expect(file('content/words/it/triage.yaml')).toContain(
      '    # Call {{emergency}} now for trouble breathing.\n    breathless: ""\n',
    );
    expect(file('interactionModels/phrases/it/steering.yaml')).toMatch(/# what else \[please\|then\]|# more \[please\]/);
    expect(existsSync(join(copy, 'content/forbidden/it.yaml')) && existsSync(join(copy, 'content/listing/it.yaml'))).toBe(true);
  });

  it('counts what is to fill in, and the check then tells each of them', () => {
    const { said } = run('it-IT');
    const announced = Number(/content\/words\/it\/triage\.yaml: (\d+) to fill in/.exec(said)?.[1]);
    let told: readonly string[] = [];
    try {
      loadContent(copy);
    } catch (error) {
      told = error instanceof Problems ? error.problems.map((problem) => problem.file) : [];
    }

    expect(told.filter((path) => path === 'content/words/it/triage.yaml')).toHaveLength(announced);
    expect(announced).toBeGreaterThan(50);
  });
});

it('a new region of a language inherits everything', () => {
  const [first = ''] = file('content/locales.yaml').split(/^(?=en-GB:)/m);
  writeFileSync(join(copy, 'content/locales.yaml'), first);
  rmSync(join(copy, 'content/words/en-GB'), { recursive: true, force: true });

  expect(run('en-GB')).toMatchObject({ status: 0, said: expect.stringContaining('wrote content/words/en-GB/words.yaml') });
  expect(parse(file('content/words/en-GB/words.yaml'))).toEqual({ locale: 'en-GB' });
  expect(parse(file('interactionModels/phrases/en-GB/phrases.yaml'))).toEqual({ locale: 'en-GB' });
  expect(parse(file('content/locales.yaml'))).toMatchObject({
    'en-GB': { language: 'en', numbers: { emergency: { facts: [] } } },
  });
});

describe('what it refuses, with one line and nothing written', () => {
  const refused: [what: string, options: string[], told: RegExp][] = [
    ['a locale that Alexa has not', ['xx-XX'], /^Alexa has no locale "xx-XX"; there are ar-SA, .*\.$/],
    ['a locale that is there', ['en-US'], /^en-US is in content\/locales\.yaml already\. .*$/],
    ['two at once', ['it-IT', 'ja-JP'], /^One locale at a time, without "ja-JP"\.$/],
    ['an option it does not know', ['--colour'], /^Unknown option '--colour'.*$/],
    ['a key that no translation has', ['en', '--reread', 'dialog.nothing'], /^content\/words\/en has no dialog\.nothing\.$/],
    ['a folder that is not there', ['sv', '--reread', 'dialog.goodbye'], /^There is no folder content\/words\/sv\.$/],
    ['no key', ['en', '--reread'], /^Name the keys that were read again\.$/],
  ];

  test.each(refused)('%s', (_, options, told) => {
    const before = file('content/locales.yaml');
    const outcome = run(...options);

    expect(outcome).toMatchObject({ status: 1, said: '' });
    expect(outcome.told).toMatch(told);
    expect(file('content/locales.yaml')).toBe(before);
  });

  it('files that are there already', () => {
    cpSync(join(copy, 'content/forbidden/en.yaml'), join(copy, 'content/forbidden/it.yaml'));
    expect(run('it-IT')).toMatchObject({
      status: 1,
      told: expect.stringMatching(/^content\/forbidden\/it\.yaml is there already\./),
    });
    expect(existsSync(join(copy, 'content/words/it'))).toBe(false);
  });
});

it('without a locale it lists the folders of words', () => {
  const { status, said } = run();
  expect(status).toBe(0);
  expect(said).toMatch(/^en +\d+ texts, the original$/m);
});
