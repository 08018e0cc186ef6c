/**
 * What reaches Amazon: its own schema, nothing more, in an order that makes a pull request readable.
 */
import { compile, samplesPerIntent, toText } from '../../tools/models/compile';
import { load } from '../../tools/models/load';
import { Problems } from '../../tools/problems';
import { files, plant, read, removeSkills, skill } from './fixture';

afterEach(removeSkills);

const phrasesFile = 'interactionModels/phrases/en/phrases.yaml';

function compiled(changed: Record<string, string> = {}) {
  const { catalogue, phrases } = load(skill(changed), [{ locale: 'en-US', language: 'en' }]);
  const spoken = phrases.get('en-US');
  if (!catalogue || !spoken) throw new Error('The fixture cannot be read.');
  return compile(catalogue, spoken, 'en-US').interactionModel.languageModel;
}

describe('a compiled model', () => {
  it("has Alexa's shape", () => {
    const model = compiled();

    expect(Object.keys(model)).toEqual(['invocationName', 'intents', 'types', 'modelConfiguration']);
    expect(model.invocationName).toBe('cramp helper');
    expect(model.modelConfiguration).toEqual({ fallbackIntentSensitivity: { level: 'LOW' } });
    expect(model.intents[0]).toEqual({
      name: 'CausesIntent',
      slots: [{ name: 'muscle', type: 'Muscle' }],
      samples: [
        'why do i get a cramp',
        'why do i get a charley horse',
        'why does my {muscle} cramp',
        'what causes a cramp',
        'what causes cramp',
      ],
    });
  });

  it('keeps the order of intents.yaml, and gives a built-in without phrases an empty list', () => {
    const { intents } = compiled();

    expect(intents.map(({ name }) => name).slice(3)).toEqual([
      'EmergencyIntent',
      'AMAZON.HelpIntent',
      'AMAZON.StopIntent',
      'AMAZON.CancelIntent',
      'AMAZON.NavigateHomeIntent',
      'AMAZON.FallbackIntent',
    ]);
    expect(intents.at(-1)).toEqual({ name: 'AMAZON.FallbackIntent', slots: [], samples: [] });
  });

  it('leaves synonyms out where there are none: Alexa refuses an empty list', () => {
    expect(compiled().types[0]).toEqual({
      name: 'Muscle',
      values: [
        { id: 'calf', name: { value: 'calf', synonyms: ['back of my leg'] } },
        { id: 'chest', name: { value: 'chest' } },
      ],
    });
  });

  it('lists no type that no slot has, and none of Alexa', () => {
    const changed = plant(
      'interactionModels/intents.yaml',
      '{ muscle: Muscle, side: Side }',
      '{ muscle: Muscle, side: AMAZON.NUMBER }',
    );
    const file = 'interactionModels/intents.yaml';
    const { types } = compiled({ [file]: changed[file]?.replace('slots: { side: Side }', 'slots: {}') ?? '' });

    expect(types.map(({ name }) => name)).toEqual(['Muscle']);
  });

  it('keeps a fair share of every template when an intent has too many samples', () => {
    const many = '(a|b|c|d|e|f|g|h) (a|b|c|d|e)';
    const templates = [...'klmnopqr'].flatMap((one) => [...'stuvw'].map((two) => `    - ${one}${two} ${many}\n`)).join('');
    const { intents } = compiled(plant(phrasesFile, '    - what can i ask\n', `    - what can i ask\n${templates}`));
    const samples = intents.find(({ name }) => name === 'AMAZON.HelpIntent')?.samples ?? [];
    const kept = new Map<string, number>();
    for (const sample of samples) kept.set(sample.slice(0, 2), (kept.get(sample.slice(0, 2)) ?? 0) + 1);

    expect(samples).toHaveLength(samplesPerIntent);
    expect(kept.get('wh')).toBe(1);
    expect([...kept.values()].slice(1).every((count) => count === 32 || count === 33)).toBe(true);
  });

  it('is written with two spaces and a newline at the end, the same every time', () => {
    const { catalogue, phrases } = load(skill(), [{ locale: 'en-US', language: 'en' }]);
    const spoken = phrases.get('en-US');
    if (!catalogue || !spoken) throw new Error('The fixture cannot be read.');
    const text = toText(compile(catalogue, spoken, 'en-US'));

    expect(text).toMatch(/^\{\n {2}"interactionModel": \{\n/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(toText(compile(catalogue, spoken, 'en-US'))).toBe(text);
  });
});

describe('a template that cannot be read', () => {
  it('is told with its place, and stops the compiler', () => {
    const changed = plant(phrasesFile, 'why do i get a <cramp>', 'why do i (get a <cramp>');

    expect(read(skill(changed)).problems).toEqual([
      { file: phrasesFile, line: 6, message: '"why do i (get a <cramp>" has a "(" that is never closed.' },
    ]);
    expect(() => compiled(changed)).toThrow(Problems);
  });

  it('is told once when the fault is in a rule, at the rule', () => {
    const changed = plant(phrasesFile, 'cramp: (cramp|charley horse)', 'cramp: (cramp|<spasm>)');

    expect(files[phrasesFile].match(/<cramp>/g)).toHaveLength(2);
    expect(read(skill(changed)).problems).toEqual([
      {
        file: phrasesFile,
        line: 3,
        message: '"(cramp|<spasm>)" has <spasm>, but no file of the language has a rule of that name.',
      },
    ]);
  });
});
