/**
 * The committed models are what Amazon, the tests and the simulator read. They must never be half right.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emitModels, staleModels } from '../../tools/models/emit';
import { writeModels } from '../../tools/models/write';
import { files, plant, removeSkills, skill } from './fixture';

afterEach(removeSkills);

/** The fixture's intents are few, and not those of the dialog: only that is wrong with it. */
const isOfTheFixture = ({ message }: { message: string }) => message.includes('lambda/dialog/types.ts');

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('emitModels', () => {
  it('gives no file at all as long as there is one problem', () => {
    const { problems, files: emitted } = emitModels(skill());

    expect(problems.filter(isOfTheFixture)).not.toEqual([]);
    expect(problems.filter((problem) => !isOfTheFixture(problem))).toEqual([]);
    expect(emitted.size).toBe(0);
  });

  it('tells what two locales of a language have wrong once', () => {
    const locales = { 'content/locales.yaml': 'en-US: { language: en }\nen-GB: { language: en, emergency: "999" }\n' };
    const { problems } = emitModels(
      skill({ ...locales, ...plant('interactionModels/phrases/en/phrases.yaml', 'what can i ask', 'whats this') }),
    );

    expect(problems.filter(({ message }) => message.includes('whats'))).toHaveLength(1);
  });

  it('needs the list of locales', () => {
    const root = skill({ 'content/locales.yaml': 'english: { language: en }\n' });

    expect(emitModels(root).problems[0]?.message).toBe('english: is not a locale of Alexa, like en-US.');
    rmSync(join(root, 'content/locales.yaml'));
    expect(emitModels(root).problems[0]).toEqual({
      file: 'content/locales.yaml',
      message: 'is missing.',
      fix: 'It lists the locales, as en-US: { language: en }.',
    });
  });
});

describe('staleModels', () => {
  it('names what is changed, missing, or of a locale that is gone', () => {
    const root = skill();
    const emitted = new Map(
      ['en-AU', 'en-GB', 'en-US'].map((locale) => [`interactionModels/custom/${locale}.json`, `${locale}\n`]),
    );
    expect(staleModels(root, emitted)).toHaveLength(3);

    put(root, 'interactionModels/custom/en-AU.json', 'en-AU\n');
    put(root, 'interactionModels/custom/en-GB.json', 'edited by hand\n');
    put(root, 'interactionModels/custom/en-ZA.json', '');

    expect(staleModels(root, emitted)).toEqual(
      ['en-GB', 'en-US', 'en-ZA'].map((locale) => `interactionModels/custom/${locale}.json`),
    );
  });

  it('finds nothing in a folder that is as emitted', () => {
    const root = skill();
    put(root, 'interactionModels/custom/en-US.json', files['content/locales.yaml']);

    expect(staleModels(root, new Map([['interactionModels/custom/en-US.json', files['content/locales.yaml']]]))).toEqual([]);
  });
});

describe('writeModels', () => {
  const paths = ['en-GB', 'en-US'].map((locale) => `interactionModels/custom/${locale}.json`);
  const emitted = new Map(paths.map((path) => [path, `${path}\n`]));

  it('writes every file, removes what is of no locale, and leaves nothing else behind', () => {
    const root = skill();
    put(root, 'interactionModels/custom/en-ZA.json', '');

    expect(writeModels(root, emitted)).toEqual([
      'interactionModels/custom/en-GB.json written',
      'interactionModels/custom/en-US.json written',
      'interactionModels/custom/en-ZA.json removed: content/locales.yaml has no such locale',
    ]);
    expect(readdirSync(join(root, 'interactionModels/custom')).sort()).toEqual(['en-GB.json', 'en-US.json']);
    expect(readFileSync(join(root, 'interactionModels/custom/en-US.json'), 'utf8')).toBe('interactionModels/custom/en-US.json\n');
    expect(staleModels(root, emitted)).toEqual([]);
  });

  it('does not touch a file that is up to date', () => {
    const root = skill();
    writeModels(root, emitted);
    const before = paths.map((path) => statSync(join(root, path)).ino);

    expect(writeModels(root, emitted)).toEqual(paths.map((path) => `${path} unchanged`));
    expect(paths.map((path) => statSync(join(root, path)).ino)).toEqual(before);
  });
});
