/**
 * One language serves many locales: a mistake in how files are laid over each other would be taught five times.
 */
import { load } from '../../tools/models/load';
import type { Model, Phrases } from '../../tools/models/model';
import { type Problem, tell } from '../../tools/problems';
import { files, plant, read, removeSkills, skill } from './fixture';

afterEach(removeSkills);

const folder = 'interactionModels/phrases';
const phrasesFile = `${folder}/en/phrases.yaml`;
const british = { locale: 'en-GB', language: 'en' };

/** Reads the fixture for en-GB, with a region file and perhaps other changes. */
const readBritish = (region: string, changed: Record<string, string> = {}) =>
  read(skill({ ...changed, [`${folder}/en-GB/phrases.yaml`]: `locale: en-GB\n${region}` }), british);
const templatesOf = (phrases: Phrases | undefined, intent: string) => phrases?.intents[intent] ?? [];
const calfOf = ({ phrases }: Model) => Object.values(phrases.slots).flatMap(({ calf }) => calf?.map(({ text }) => text) ?? []);
const told = (problems: readonly Problem[]) => tell(problems).split('\n');

describe('the files of a language', () => {
  it('are one, and every word keeps its place', () => {
    const { model, problems } = read(skill());

    expect(problems).toEqual([]);
    expect(model.phrases.invocation).toEqual({ text: 'cramp helper', file: `${folder}/en/language.yaml`, line: 2 });
    expect(templatesOf(model.phrases, 'causes')[1]).toEqual({ text: 'why does my {muscle} cramp', file: phrasesFile, line: 7 });
    expect(calfOf(model)).toEqual(['calf', 'back of my leg']);
  });

  it('may not speak for the same intent twice', () => {
    const second = 'language: en\nrules: { cramp: cramps }\nintents:\n  causes: [why cramps]\nslots:\n  Side: { left: [port] }\n';

    expect(told(read(skill({ [`${folder}/en/second.yaml`]: second })).problems)).toEqual([
      `${folder}/en/second.yaml:2 rules.cramp stands in ${phrasesFile}:3 as well. Keep all of it in one file.`,
      `${folder}/en/second.yaml:4 intents.causes stands in ${phrasesFile}:6 as well. Keep all of it in one file.`,
      `${folder}/en/second.yaml:6 slots.Side.left stands in ${phrasesFile}:29 as well. Keep all of it in one file.`,
    ]);
  });

  test.each([
    [
      plant(phrasesFile, '    - "{muscle}"', '    - {muscle}'),
      `${phrasesFile}:12 intents.crampNow.2: must be text. Put quotes round what begins with [ or {, or looks like a number.`,
    ],
    [
      plant(phrasesFile, 'calf: [calf, back of my leg]', 'calf: []'),
      `${phrasesFile}:26 slots.Muscle.calf: must not be empty: leave the key out instead.`,
    ],
    [plant(phrasesFile, 'rules:', 'rulez:'), `${phrasesFile}:1 Unrecognized key: "rulez".`],
    [
      plant(phrasesFile, 'language: en', 'language: de'),
      `${phrasesFile}:1 says language: de, but stands in the folder "en". The two must agree.`,
    ],
    [
      { [`${folder}/fr/phrases.yaml`]: 'language: fr' },
      `${folder}/fr is read by no locale of content/locales.yaml. Phrases stand in a folder named after a language or a locale that is listed there.`,
    ],
  ])('are told where they are wrong: %#', (changed, message) => {
    expect(told(load(skill(changed), [{ locale: 'en-US', language: 'en' }]).problems)).toContain(message);
  });

  it('must exist for every locale', () => {
    const { phrases, problems } = load(skill(), [{ locale: 'it-IT', language: 'it' }]);

    expect(phrases.size).toBe(0);
    expect(told(problems)).toContain(`${folder}/it holds no phrases, but content/locales.yaml has a locale that speaks "it".`);
  });
});

describe("a locale's own files", () => {
  it('replace what they list, extend what they add to, and leave the rest', () => {
    const { model, problems } = readBritish(`rules: { cramp: spasm }
intents:
  otherSide: [the other limb]
  causes: { add: [why have i got a <cramp>] }
slots:
  Muscle: { calf: { add: [back of the leg] } }
`);
    const samples = (name: string) => model.intents.find((intent) => intent.name === name)?.samples.map(({ text }) => text);

    expect(problems).toEqual([]);
    expect(samples('otherSide')).toEqual(['the other limb']);
    expect(samples('causes')).toContain('why have i got a spasm');
    expect(samples('causes')).toContain('why do i get a spasm');
    expect(samples('emergency')).toEqual(read(skill()).model.intents[3]?.samples.map(({ text }) => text));
    expect(calfOf(model)).toEqual(['calf', 'back of my leg', 'back of the leg']);
    expect(templatesOf(model.phrases, 'causes').at(-1)).toMatchObject({ file: `${folder}/en-GB/phrases.yaml`, line: 5 });
  });

  it('may not repeat the language', () => {
    const { problems } = readBritish(`invocation: cramp helper
intents:
  help: [what can i ask]
  causes: { add: [why do i get a <cramp>] }
`);

    expect(told(problems)).toEqual([
      `${folder}/en-GB/phrases.yaml:2 invocation says the same as ${folder}/en/language.yaml:2. Remove it: what is not written is inherited.`,
      `${folder}/en-GB/phrases.yaml:4 intents.help says the same as ${phrasesFile}:23. Remove it: what is not written is inherited.`,
      `${folder}/en-GB/phrases.yaml:5 intents.causes adds "why do i get a <cramp>", which ${phrasesFile}:6 says already. Remove it: what is not written is inherited.`,
    ]);
  });

  it('are told when they neither replace nor extend', () => {
    const { problems } = readBritish('intents: { help: { more: [what can i say] } }\n');

    expect(told(problems)).toEqual([
      `${folder}/en-GB/phrases.yaml:2 intents.help: must be a list, which replaces what the language says, or add: [...], which extends it.`,
    ]);
  });

  it('do not touch another locale', () => {
    const root = skill({ [`${folder}/en-GB/phrases.yaml`]: 'locale: en-GB\nintents: { help: [what may i ask] }\n' });
    const { phrases } = load(root, [british, { locale: 'en-US', language: 'en' }]);

    expect(files[phrasesFile]).toContain('what can i ask');
    expect(templatesOf(phrases.get('en-GB'), 'help').map(({ text }) => text)).toEqual(['what may i ask']);
    expect(templatesOf(phrases.get('en-US'), 'help').map(({ text }) => text)).toEqual(['what can i ask']);
  });
});
