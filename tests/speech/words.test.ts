/**
 * A key or a placeholder spoken aloud, or another country's number, is worse than an apology: words are found exactly, or not at all.
 */
import type { Find, Words } from '../../lambda/knowledge/types';
import { translator } from '../../lambda/speech/words';

const words = {
  'dialog.goodbye': 'Take care.',
  'dialog.danger': 'In danger, call {{emergency}}.',
  'dialog.named': '{{muscle}} & {{cause}} can cramp.',
  'dialog.odd/key:here': 'Odd.',
};

const wordsIn =
  (texts: Words): Find =>
  (key) =>
    texts[key];

describe('a translator', () => {
  const translate = translator('en-US', wordsIn(words));

  it('finds the words of a key', () => {
    expect(translate('dialog.goodbye')).toBe('Take care.');
    expect(translate('dialog.odd/key:here')).toBe('Odd.');
  });

  it('fills values in as they are: escaping is the business of SSML', () => {
    expect(translate('dialog.named', { muscle: 'the "calf"', cause: "a <cold> & it's night/day" })).toBe(
      `the "calf" & a <cold> & it's night/day can cramp.`,
    );
  });

  it('bears values that no words ask for', () => {
    expect(translate('dialog.goodbye', { emergency: '911' })).toBe('Take care.');
  });

  test.each(['dialog.nothing', 'dialog', '', 'dialog.goodbye.more'])('throws on the missing key %p, and names it', (key) => {
    expect(() => translate(key)).toThrow(`There are no words for ${key} in en-US.`);
  });

  test.each([
    ['none', {}],
    ['another', { crisis: '988' }],
  ])('throws on a value that is not given, when given %s', (_, values) => {
    expect(() => translate('dialog.danger', values)).toThrow(
      '"In danger, call {{emergency}}." asks for {{emergency}}, which was not given.',
    );
  });
});

describe('two locales', () => {
  it('know nothing of each other, a region of the same language included', () => {
    const american = translator('en-US', wordsIn({ 'dialog.here': 'American.', 'dialog.both': 'Take care.' }));
    const british = translator('en-GB', wordsIn({ 'dialog.both': 'Cheerio.' }));
    const english = translator('en', wordsIn({ 'dialog.there': 'English.' }));

    expect([american('dialog.both'), british('dialog.both')]).toEqual(['Take care.', 'Cheerio.']);
    expect(() => british('dialog.here')).toThrow('There are no words for dialog.here in en-GB.');
    expect(() => british('dialog.there')).toThrow('There are no words for dialog.there in en-GB.');
    expect(() => english('dialog.both')).toThrow('There are no words for dialog.both in en.');
    expect(american('dialog.here')).toBe('American.');
  });
});
