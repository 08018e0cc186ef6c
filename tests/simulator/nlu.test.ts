/**
 * The local understanding on a model small enough to see through: samples word for word, open slots, values inside an utterance,
 * the connecting word of a one-shot. Without it a change here would show only as a point or two of accuracy.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { train } from '../../simulator/nlu/classifier';
import { withoutConnective } from '../../simulator/nlu/connectives';
import { readModel } from '../../simulator/nlu/model';
import { createNlu } from '../../simulator/nlu/nlu';
import { spot } from '../../simulator/nlu/spot';
import { classifierFor } from '../../simulator/nlu/store';
import { normalise } from '../../simulator/nlu/text';
import { english } from './fakes';

const folder = mkdtempSync(join(tmpdir(), 'nlu-'));
const file = join(folder, 'en-US.json');
writeFileSync(
  file,
  JSON.stringify({
    interactionModel: {
      languageModel: {
        invocationName: 'cramp helper',
        intents: [
          {
            name: 'CrampNowIntent',
            slots: [{ name: 'muscle', type: 'Muscle' }],
            samples: [
              'my {muscle} is cramping',
              '{muscle}',
              'a cramp in my {muscle}',
              "my {muscle}'s locked up",
              "it's back",
              'it is back again',
            ],
          },
          {
            name: 'CausesIntent',
            slots: [],
            samples: ['why do i get cramps', 'what causes cramps', 'why does it happen', 'how come they come'],
          },
          {
            name: 'AMAZON.FallbackIntent',
            slots: [],
            samples: ['play some music', 'what time is it', 'tell me a joke', 'order a pizza'],
          },
        ],
        types: [
          {
            name: 'Muscle',
            values: [
              { id: 'calf', name: { value: 'calf', synonyms: ['back of my lower leg'] } },
              { id: 'leg', name: { value: 'leg', synonyms: ['lower leg'] } },
              { id: 'back', name: { value: 'back' } },
            ],
          },
        ],
      },
    },
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const model = readModel(file, english);
const nlu = createNlu(model, train(model), english);
const hear = (utterance: string, oneShot = false) => {
  const { intent, slots, how } = nlu.understand(utterance, { oneShot });
  return { intent, slots: Object.fromEntries(slots.map(({ name, id }) => [name, id])), how };
};

describe('an utterance', () => {
  it.each([
    ['My calf is cramping!', 'CrampNowIntent', { muscle: 'calf' }],
    ['my back of my lower leg is cramping', 'CrampNowIntent', { muscle: 'calf' }],
    ["my calf's locked up", 'CrampNowIntent', { muscle: 'calf' }],
    ['calf', 'CrampNowIntent', { muscle: 'calf' }],
    ['it’s back', 'CrampNowIntent', {}],
    ['what causes cramps', 'CausesIntent', {}],
  ])('that is a sample is certain: %s', (utterance, intent, slots) => {
    expect(hear(utterance)).toEqual({ intent, slots, how: 'sample' });
  });

  it('hands on words that no id stands for, held in place by a sample', () => {
    expect(hear('a cramp in my eyelid')).toEqual({ intent: 'CrampNowIntent', slots: { muscle: null }, how: 'sample' });
  });

  it.each(['eyelid', '', '🙂', 'zxqv wvut qqq'])('that is nothing but unknown words is not understood: %j', (utterance) => {
    expect(hear(utterance).intent).toBe('AMAZON.FallbackIntent');
  });

  it('near a sample is classified, with the values in it', () => {
    expect(hear('oh my calf is really cramping')).toEqual({
      intent: 'CrampNowIntent',
      slots: { muscle: 'calf' },
      how: 'classifier',
    });
  });

  it('loses one connecting word in a one-shot, and in no other', () => {
    expect(hear('that my calf is cramping', true)).toMatchObject({ intent: 'CrampNowIntent', how: 'sample' });
    expect(hear('that my calf is cramping', false).how).not.toBe('sample');
    expect(withoutConnective('if massage helps', english.connecting)).toBe('massage helps');
    expect(withoutConnective('massage helps', english.connecting)).toBeUndefined();
    expect(withoutConnective('if', english.connecting)).toBeUndefined();
  });
});

it('text loses case, curly apostrophes and punctuation', () => {
  expect(normalise('  What’s THIS,  then?! ')).toBe("what's this then");
});

it('the longest value is spotted, and the one before a possessive', () => {
  const ids = (utterance: string): string[] => spot(utterance.split(' '), model).map(({ id }) => id);
  expect(ids('the back of my lower leg')).toEqual(['calf']);
  expect(ids("my leg's and my calf's sore")).toEqual(['leg', 'calf']);
  expect(ids('nothing here')).toEqual([]);
});

it('training is the same every time, and stored for exactly one model', () => {
  const stored = join(folder, 'stored', 'en-US.json');
  const first = classifierFor(model, stored);
  const before = readFileSync(stored, 'utf8');
  const { mtimeMs } = statSync(stored);
  expect(classifierFor(model, stored).members).toEqual(first.members);
  expect(statSync(stored).mtimeMs).toBe(mtimeMs);
  expect(train(model).members).toEqual(first.members);
  classifierFor({ ...model, source: `${model.source} ` }, stored);
  expect(readFileSync(stored, 'utf8')).not.toBe(before);
});
