/**
 * `npm run check` is the gate before a commit: it must name the file and line of a fault, and fail. The compiler and the formatter
 * are stood in for by scripts that pass, so that only what this repository wrote is tested.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitManifest } from '../../tools/manifest/emit';
import { writeManifest } from '../../tools/manifest/write';
import { emitModels } from '../../tools/models/emit';
import { writeModels } from '../../tools/models/write';

const root = join(__dirname, '../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'check-'));
  for (const path of ['content', 'interactionModels', '.vscode', 'lambda', 'docs', 'package.json'])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  // Whether the committed models and the manifest are current is another test's question.
  const models = emitModels(copy);
  writeModels(copy, models.files);
  const { manifest } = emitManifest(copy, models);
  if (manifest) writeManifest(copy, manifest);
  const bin = join(copy, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['tsc', 'biome']) writeFileSync(join(bin, name), '#!/bin/sh\n', { mode: 0o755 });
});
afterAll(() => rmSync(copy, { recursive: true }));

const check = (): Outcome => run('check');

interface Outcome {
  readonly status: number | null;
  readonly told: readonly string[];
  readonly said: string;
}

function run(command: 'check' | 'build'): Outcome {
  const { status, stderr, stdout } = spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, `tools/${command}.ts`)], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, told: stderr.split('\n').filter((line) => line !== ''), said: stdout };
}

/** Changes a file, and gives back what puts it right again. */
function change(file: string, from: string, to: string): () => void {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} has no "${from}" to replace.`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  return () => writeFileSync(path, before);
}

it('passes when there is nothing to tell', () => {
  expect(check()).toEqual({
    status: 0,
    told: [],
    said: expect.stringMatching(/^Content and models: no problem\. \d+ locales?\.\n$/),
  });
});

describe('a manifest with a locale that nobody knows, written into it by hand', () => {
  let mend: () => void;
  beforeAll(() => {
    mend = change('skill.json', '"en-US": {', '"en-XX": {');
  });
  afterAll(() => mend());

  it('does not pass', () => {
    expect(check()).toMatchObject({
      status: 1,
      told: ['skill.json is not what its sources say now. Run `npm run fix`.', 'Content and models: one problem, see above.'],
    });
  });
});

describe('sources of the manifest at fault', () => {
  const icon = 'content/listing/icon.svg';
  const told = [
    'content/listing/de-XX.yaml is of no language and no locale of content/locales.yaml. Add the locale there, or remove the file.',
    // Every locale that says it so is told.
    ...['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US'].map(
      (locale) =>
        `content/listing/en.yaml:PHRASE "Alexa, tell cramp helper to dance." is no sample of ${locale}: "to dance" is not in its model. Write one that stands in interactionModels/custom/${locale}.json, or add it to the phrases.`,
    ),
    `${icon} is missing: the store shows it. Restore it from git, or draw a square SVG.`,
    'content/manifest.yaml:LINE nothing in lambda/ uses the permission alexa::alerts:timers:skill:readwrite. Remove it: a listener is asked for nothing that is not needed.',
    'lambda/alexa/lists.ts:1 uses ListManagementServiceClient, which needs the permission alexa::household:lists:read. Add it to permissions in content/manifest.yaml.',
  ];
  const mends: (() => void)[] = [];

  beforeAll(() => {
    mends.push(
      change('content/listing/en.yaml', 'Alexa, tell cramp helper my calf is cramping.', 'Alexa, tell cramp helper to dance.'),
      change(
        'content/manifest.yaml',
        'permissions: []',
        "permissions: [{ name: 'alexa::alerts:timers:skill:readwrite', why: Say that you want a timer. }]",
      ),
    );
    renameSync(join(copy, icon), join(copy, 'icon.svg'));
    writeFileSync(join(copy, 'content/listing/de-XX.yaml'), 'locale: de-XX\nname: Krampf Hilfe\n');
    writeFileSync(
      join(copy, 'lambda/alexa/lists.ts'),
      'export const all = (factory) => factory.getListManagementServiceClient();\n',
    );
  });
  afterAll(() => {
    for (const mend of mends) mend();
    renameSync(join(copy, 'icon.svg'), join(copy, icon));
    for (const path of ['content/listing/de-XX.yaml', 'lambda/alexa/lists.ts']) rmSync(join(copy, path));
  });

  /** As printed, with the lines of the real files, which move, taken out. */
  const lines = ({ told: all }: Outcome): string[] =>
    all.map((line) => line.replace(/(en\.yaml:)\d+/, '$1PHRASE').replace(/(manifest\.yaml:)\d+/, '$1LINE'));

  it('do not pass, and each is told in one line', () => {
    const outcome = check();

    expect(lines(outcome)).toEqual([...told, `Content and models: ${told.length} problems, see above.`]);
    expect(outcome.status).toBe(1);
  });

  it('are not built, and nothing is written', () => {
    const outcome = run('build');

    expect(lines(outcome).slice(1)).toEqual(told);
    expect(outcome.status).toBe(1);
    expect(existsSync(join(copy, 'build'))).toBe(false);
  });
});

it('prints one line a fault, with file, line, what is wrong and how to mend it, and fails', () => {
  const file = 'content/words/en/dialog.yaml';
  const rows = readFileSync(join(copy, file), 'utf8').trimEnd().split('\n');
  writeFileSync(join(copy, file), `${rows.join('\n')}\n  orphan: Rub it with onions.\n`);

  expect(check()).toEqual({
    status: 1,
    told: [
      `${file}:${rows.length + 1} dialog.orphan is said nowhere, so it rests on no fact. Declare the line with its facts in content/topics, stretches, triage or courtesies, or remove it.`,
      'Content and models: one problem, see above.',
    ],
    said: '',
  });
});
