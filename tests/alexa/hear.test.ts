/**
 * Alexa fills slots in many shapes, some of them empty. A shape that is not borne is an apology to somebody who needs help.
 */

import type { RequestEnvelope } from 'ask-sdk-model';
import fc from 'fast-check';
import { toHeard as hearWith } from '../../lambda/alexa/hear';
import { intents } from '../../lambda/dialog/types';
import type { Knowledge } from '../../lambda/knowledge/types';
import { catalogue, knowledge, signsFor } from '../support/skill';
import { envelope, intent, launch, matched, slot } from './envelopes';

const toHeard = (request: RequestEnvelope, known: Knowledge) => hearWith(request, known, () => signsFor('en-US'));
const slotsHeard = (slots: unknown) => toHeard(intent('CrampNowIntent', slots), knowledge).slots;

describe('an intent', () => {
  it('is known by our name, every one of them', () => {
    const heard = catalogue.intents.map(({ alexa }) => toHeard(intent(alexa), knowledge).intent);

    expect(heard).toEqual(catalogue.intents.map(({ name }) => name));
    expect(new Set([...heard, 'launch'])).toEqual(new Set(intents));
  });

  it('is launch when the skill is opened, with nothing in any slot', () => {
    expect(toHeard(launch(), knowledge)).toEqual({ intent: 'launch', slots: {} });
  });

  test.each(['NoSuchIntent', 'AMAZON.ScrollUpIntent', 'crampNow', 'constructor', '__proto__', ''])(
    '%p is not understood',
    (name) => {
      expect(toHeard(intent(name), knowledge)).toEqual({ intent: 'fallback', slots: {} });
    },
  );

  test.each([
    ['no intent', {}],
    ['an intent without a name', { intent: {} }],
    ['null for an intent', { intent: null }],
  ])('is not understood in a request with %s', (_, request) => {
    expect(toHeard(envelope({ type: 'IntentRequest', ...request }), knowledge)).toEqual({ intent: 'fallback', slots: {} });
  });

  it('keeps the slots of an intent that is not understood: a sign of danger counts in any', () => {
    const slots = { emergencySign: slot('emergencySign', 'my chest hurts', ['ER_SUCCESS_MATCH', 'chest_pain']) };

    expect(toHeard(intent('NoSuchIntent', slots), knowledge)).toEqual({
      intent: 'fallback',
      slots: { emergencySign: 'chest_pain' },
    });
  });
});

/** What is in the slot, and what is heard: an id, null for words without an id, undefined for no words. */
const shapes: readonly (readonly [what: string, slot: unknown, heard: string | null | undefined])[] = [
  ['a match', slot('muscle', 'back of my leg', ['ER_SUCCESS_MATCH', 'calf']), 'calf'],
  ['several matches: the first', slot('muscle', 'leg', ['ER_SUCCESS_MATCH', 'calf', 'thigh']), 'calf'],
  [
    'a dynamic authority without, and a static one with a match',
    slot('muscle', 'leg', ['ER_SUCCESS_NO_MATCH'], ['ER_SUCCESS_MATCH', 'calf']),
    'calf',
  ],
  [
    'two authorities with a match: the first',
    slot('muscle', 'leg', ['ER_SUCCESS_MATCH', 'thigh'], ['ER_SUCCESS_MATCH', 'calf']),
    'thigh',
  ],
  ['a time-out, then a match', slot('muscle', 'leg', ['ER_ERROR_TIMEOUT'], ['ER_SUCCESS_MATCH', 'calf']), 'calf'],
  ['no match', slot('muscle', 'kneecap', ['ER_SUCCESS_NO_MATCH']), null],
  ['a time-out', slot('muscle', 'calf', ['ER_ERROR_TIMEOUT']), null],
  ['an exception', slot('muscle', 'calf', ['ER_ERROR_EXCEPTION']), null],
  ['an error code of the future', slot('muscle', 'calf', ['ER_ERROR_TOMORROW']), null],
  ['a match without values', slot('muscle', 'calf', ['ER_SUCCESS_MATCH']), null],
  [
    'a match with no value in its values',
    {
      name: 'muscle',
      value: 'calf',
      resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [{}] }] },
    },
    null,
  ],
  ['an authority without a status', { name: 'muscle', value: 'calf', resolutions: { resolutionsPerAuthority: [{}] } }, null],
  ['no authority', slot('muscle', 'kneecap'), null],
  ['no authority at all, as a built-in type has: heard, but not as an id', { name: 'number', value: '7' }, null],
  ['no value', { name: 'muscle', confirmationStatus: 'NONE' }, undefined],
  [
    'no value, but authorities',
    { name: 'muscle', resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_NO_MATCH' } }] } },
    undefined,
  ],
  ['an empty value', slot('muscle', '', ['ER_SUCCESS_NO_MATCH']), undefined],
  ['a question mark for a value', slot('muscle', '?', ['ER_SUCCESS_NO_MATCH']), undefined],
  ['nothing at all', {}, undefined],
  ['undefined', undefined, undefined],
  ['null', null, undefined],
];

describe('a slot', () => {
  test.each(shapes)('with %s', (_, given, heard) => {
    expect(slotsHeard({ muscle: given })).toStrictEqual(heard === undefined ? {} : { muscle: heard });
  });

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['empty', {}],
  ])('is not heard when there are none: %s', (_, slots) => {
    expect(slotsHeard(slots)).toStrictEqual({});
  });

  it('is heard beside others that are odd', () => {
    const all = Object.fromEntries(shapes.map(([, given], index) => [`slot${index}`, given]));
    const heard = shapes.flatMap(([, , id], index) => (id === undefined ? [] : [[`slot${index}`, id]]));

    expect(slotsHeard(all)).toStrictEqual(Object.fromEntries(heard));
  });

  it('of any custom type never carries what was said, only ids', () => {
    const code = fc.constantFrom('ER_SUCCESS_MATCH', 'ER_SUCCESS_NO_MATCH', 'ER_ERROR_TIMEOUT', 'ER_ERROR_EXCEPTION');
    const ids = fc.array(fc.constantFrom('calf', 'thigh'), { maxLength: 2 });

    fc.assert(
      fc.property(fc.array(fc.tuple(code, ids), { maxLength: 3 }), (answers) => {
        const given = slot('muscle', 'words somebody said', ...answers.map(([one, found]) => [one, ...found] as const));
        expect(['calf', 'thigh', null]).toContain(slotsHeard({ muscle: given })['muscle']);
      }),
    );
  });
});

describe('words of danger in a slot that no id stands for', () => {
  const unresolved = (name: string, words: string) => ({ [name]: slot(name, words, ['ER_SUCCESS_NO_MATCH']) });

  it('become the id of the sign, and go no further themselves', () => {
    expect(slotsHeard(unresolved('muscle', "chest and I can't breathe"))).toEqual({ muscle: null, emergencySign: 'breathless' });
    expect(slotsHeard(unresolved('who', 'husband who won’t wake up'))).toEqual({ who: null, emergencySign: 'unresponsive' });
    expect(slotsHeard(unresolved('muscle', 'leg that is swollen and hot'))).toEqual({ muscle: null, symptom: 'swelling' });
  });

  it('are the most pressing where there are two', () => {
    expect(slotsHeard(unresolved('muscle', "arm is heavy and i can't breathe and she won't wake up"))['emergencySign']).toBe(
      'unresponsive',
    );
  });

  it('count in the slot of the sign itself, too', () => {
    expect(slotsHeard(unresolved('emergencySign', 'oh my chest pain is bad'))).toEqual({ emergencySign: 'chest_pain' });
  });

  it('never overrule an id that Alexa found', () => {
    const slots = { ...matched('emergencySign', 'stroke'), ...unresolved('muscle', "chest and i can't breathe") };
    expect(slotsHeard(slots)['emergencySign']).toBe('stroke');
  });

  it('are no report inside a question about a thing, nor inside another word', () => {
    expect(slotsHeard(unresolved('cause', 'having a stroke'))).toEqual({ cause: null });
    expect(slotsHeard(unresolved('muscle', 'nosebleed swellings'))['emergencySign']).toBeUndefined();
  });
});
