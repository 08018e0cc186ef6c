/**
 * `npm run check` is the gate before a commit: it must name the file and line of a fault, and fail. The compiler and the formatter
 * are stood in for by scripts that pass, so that only what this repository wrote is tested.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitModels } from '../../tools/models/emit';
import { writeModels } from '../../tools/models/write';

const root = join(__dirname, '../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'check-'));
  for (const path of ['content', 'interactionModels', '.vscode']) cpSync(join(root, path), join(copy, path), { recursive: true });
  // Whether the committed models are current is another test's question.
  writeModels(copy, emitModels(copy).files);
  const bin = join(copy, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['tsc', 'biome']) writeFileSync(join(bin, name), '#!/bin/sh\n', { mode: 0o755 });
});
afterAll(() => rmSync(copy, { recursive: true }));

function check(): { readonly status: number | null; readonly told: readonly string[]; readonly said: string } {
  const { status, stderr, stdout } = spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'tools/check.ts')], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, told: stderr.split('\n').filter((line) => line !== ''), said: stdout };
}

it('passes when there is nothing to tell', () => {
  expect(check()).toEqual({
    status: 0,
    told: [],
    said: expect.stringMatching(/^Content and models: no problem\. \d+ locales?\.\n$/),
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
