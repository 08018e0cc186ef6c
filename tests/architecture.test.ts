/**
 * Imports point one way. A dialog that knew Alexa, or a bundle with zod in it, would work today and cost every change after it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';

const root = join(__dirname, '..');

interface Import {
  readonly file: string;
  /** A path from the root without its ending, or the name of a package. */
  readonly target: string;
  /** Gone once the types are stripped. */
  readonly typeOnly: boolean;
}

const folders = ['lambda', 'simulator', 'tools'];
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

/** Comments out, so that an import in prose is none; an address in a text is no comment. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** Every import, export from, `import()` and `require()` of a file. */
function importsOf(file: string, text: string): Import[] {
  const statements = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
  const calls = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g;
  const source = code(text);
  const found = [
    ...[...source.matchAll(statements)].map(([, type, target = '']) => ({ target, typeOnly: type !== undefined })),
    // In a declaration file nothing runs.
    ...[...source.matchAll(calls)].map(([, target = '']) => ({ target, typeOnly: file.endsWith('.d.ts') })),
  ];
  return found.map(({ target, typeOnly }) => ({
    file,
    typeOnly,
    target: target.startsWith('.') ? posix.join(posix.dirname(file), target) : target,
  }));
}

const files = folders.flatMap(filesBelow);
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

const ours = (target: string): boolean => folders.some((folder) => target.startsWith(`${folder}/`));
const builtIn = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target);
const within = (target: string, ...places: readonly string[]): boolean =>
  places.some((place) => target === place || target.startsWith(`${place}/`));

/** What the files of a place may import; the places are looked at from the first, and each file belongs to one. */
const rules: readonly (readonly [place: string, may: (one: Import) => boolean])[] = [
  ['lambda/knowledge', () => false],
  [
    'lambda/dialog',
    ({ target, typeOnly }) => within(target, 'lambda/dialog') || (typeOnly && within(target, 'lambda/knowledge')),
  ],
  [
    'lambda/speech',
    ({ target, typeOnly }) =>
      within(target, 'lambda/speech', 'i18next') || (typeOnly && within(target, 'lambda/dialog', 'lambda/knowledge')),
  ],
  // Loaded when a setting is asked for; the only place where the clients of ask-sdk-model may be.
  [
    'lambda/alexa/settings.ts',
    ({ target, typeOnly }) => within(target, 'ask-sdk-core', 'ask-sdk-model') || (typeOnly && within(target, 'lambda/alexa')),
  ],
  [
    'lambda/alexa',
    ({ target, typeOnly }) =>
      within(target, 'lambda/knowledge', 'lambda/dialog', 'lambda/speech', 'lambda/alexa', 'ask-sdk-core') ||
      (within(target, 'lambda/storage') && target !== 'lambda/storage/dynamo') ||
      (typeOnly && within(target, 'ask-sdk-model')),
  ],
  // The composition root: nobody imports it, and it alone reads the build's content.
  [
    'lambda/index.ts',
    ({ target, typeOnly }) =>
      (within(target, 'lambda') && target !== 'lambda/index') ||
      target === 'bundle:content' ||
      (typeOnly && within(target, 'ask-sdk-model', 'aws-lambda')),
  ],
  // What is kept: the AWS SDK is in one file, which the composition root alone loads, and only when a table is named.
  [
    'lambda/storage/dynamo.ts',
    ({ target, typeOnly }) =>
      within(target, 'lambda/storage', '@aws-sdk/client-dynamodb') || (typeOnly && within(target, 'lambda/dialog')),
  ],
  [
    'lambda/storage',
    ({ target, typeOnly }) =>
      (within(target, 'lambda/storage') && target !== 'lambda/storage/dynamo') ||
      target === 'lambda/dialog/types' ||
      (typeOnly && within(target, 'lambda/dialog', '@aws-sdk/client-dynamodb')),
  ],
  // What the build wrote beside the bundle is read by this file alone.
  ['lambda/files.ts', ({ target, typeOnly }) => builtIn(target) || (typeOnly && within(target, 'lambda/knowledge'))],
  ['lambda', ({ target, typeOnly }) => typeOnly && within(target, 'lambda/knowledge')],
  // What the skill does, it is asked through the bundle in build/, as Alexa asks it.
  ['simulator', ({ target, typeOnly }) => !within(target, 'lambda') || typeOnly],
  // The list of intents is compared with, and words are stored as they will be looked for and read.
  [
    'tools',
    ({ target, typeOnly }) =>
      !within(target, 'lambda') ||
      typeOnly ||
      ['lambda/dialog/types', 'lambda/knowledge/base-locale', 'lambda/knowledge/plain-words'].includes(target),
  ],
];

const placeOf = (file: string): string | undefined => rules.find(([place]) => within(file, place))?.[0];
const faultsOf = (found: readonly Import[]): string[] =>
  found
    .filter((one) => !rules.find(([place]) => place === placeOf(one.file))?.[1](one))
    .map(({ file, target, typeOnly }) => `${file} imports ${typeOnly ? 'the types of ' : ''}${target}`);

describe('the scan', () => {
  it('finds files in every place, each of which belongs to one', () => {
    expect(rules.map(([place]) => place).filter((place) => !files.some((file) => placeOf(file) === place))).toEqual([]);
    expect(files.filter((file) => placeOf(file) === undefined)).toEqual([]);
  });

  it('finds the imports: of every folder, of types, of packages, and of both kinds of the same file', () => {
    expect(folders.filter((folder) => !imports.some(({ file }) => file.startsWith(`${folder}/`)))).toEqual([]);
    expect(imports.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(10);
    expect(imports).toContainEqual({ file: 'lambda/speech/words.ts', target: 'i18next', typeOnly: false });
    expect(imports).toContainEqual({ file: 'lambda/index.ts', target: 'bundle:content', typeOnly: false });
    expect(imports).toContainEqual({ file: 'lambda/dialog/respond.ts', target: 'lambda/dialog/reply', typeOnly: false });
    expect(imports.filter(({ target }) => ours(target)).length).toBeGreaterThan(50);
  });

  it('reads every way of importing, and no comment', () => {
    const text = `/* import 'in/a/comment'; */
// import 'in/a/line';
import 'on/its/own';
import type { A } from './a';
import {
  type B,
  b,
} from './b';
import * as all from '../all';
export { c } from './c';
export type { D } from './d';
const later = import('./later');
const required = require('required');
const address = 'https://example.org';
`;
    expect(importsOf('lambda/dialog/x.ts', text).map(({ target, typeOnly }) => `${target}${typeOnly ? ' (types)' : ''}`)).toEqual(
      [
        'on/its/own',
        'lambda/dialog/a (types)',
        'lambda/dialog/b',
        'lambda/all',
        'lambda/dialog/c',
        'lambda/dialog/d (types)',
        'lambda/dialog/later',
        'required',
      ],
    );
  });

  it('can resolve every import of our own to a file', () => {
    const known = new Set(files.map((file) => file.replace(/(\.d)?\.ts$/, '')));

    expect(imports.filter(({ target }) => ours(target) && !known.has(target)).map(({ target }) => target)).toEqual([]);
  });
});

describe('the directions', () => {
  it('are kept', () => {
    expect(faultsOf(imports)).toEqual([]);
  });

  const forbidden: readonly (readonly [file: string, statement: string])[] = [
    ['lambda/knowledge/types.ts', "import type { Heard } from '../dialog/types';"],
    ['lambda/knowledge/types.ts', "import { z } from 'zod';"],
    ['lambda/dialog/respond.ts', "import { anything } from '../knowledge/types';"],
    ['lambda/dialog/respond.ts', "import type { Rendered } from '../speech/types';"],
    ['lambda/dialog/respond.ts', "import { toHeard } from '../alexa/hear';"],
    ['lambda/dialog/respond.ts', "import type { Slot } from 'ask-sdk-model';"],
    ['lambda/dialog/respond.ts', "import { randomUUID } from 'node:crypto';"],
    ['lambda/dialog/respond.ts', "import i18next from 'i18next';"],
    ['lambda/dialog/respond.ts', "const alexa = import('../alexa/skill');"],
    ['lambda/speech/render.ts', "import { respond } from '../dialog/respond';"],
    ['lambda/speech/render.ts', "import { escapeXmlCharacters } from 'ask-sdk-core';"],
    ['lambda/speech/render.ts', "import type { Response } from 'ask-sdk-model';"],
    ['lambda/speech/render.ts', "import type { SkillOptions } from '../alexa/skill';"],
    ['lambda/alexa/skill.ts', "import { handler } from '../index';"],
    ['lambda/alexa/skill.ts', "import { knowledge } from 'bundle:content';"],
    ['lambda/alexa/skill.ts', "import { Response } from 'ask-sdk-model';"],
    ['lambda/alexa/hear.ts', "import { parse } from 'yaml';"],
    ...['alexa/skill.ts', 'speech/render.ts', 'index.ts'].flatMap((file) => {
      const up = file === 'index.ts' ? '..' : '../..';
      return [`${up}/tools/problems`, `${up}/simulator/device`, 'zod', 'yaml'].map(
        (target) => [`lambda/${file}`, `import type { Anything } from '${target}';`] as const,
      );
    }),
    ['simulator/device.ts', "import { respond } from '../lambda/dialog/respond';"],
    ['simulator/device.ts', "const skill = import('../lambda/alexa/skill');"],
    ['tools/content/compile.ts', "import { renderer } from '../../lambda/speech/render';"],
  ];

  test.each(forbidden)('would not be kept if %s said: %s', (file, statement) => {
    expect(faultsOf(importsOf(file, statement))).toHaveLength(1);
  });
});

describe('the packages of the bundle', () => {
  it('are dependencies, and every dependency is one', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const used = imports
      .filter(
        ({ file, target }) => file.startsWith('lambda/') && !ours(target) && !builtIn(target) && target !== 'bundle:content',
      )
      // Types of Lambda's own are needed by nobody who runs the bundle.
      .filter(({ target }) => target !== 'aws-lambda')
      .map(({ target }) => target);

    expect([...new Set(used)].sort()).toEqual(Object.keys(dependencies).sort());
  });
});
