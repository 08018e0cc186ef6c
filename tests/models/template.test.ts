/**
 * A template that gives other samples than its author thinks teaches Alexa something nobody wrote.
 */
import { expand, samplesPerTemplate } from '../../tools/models/template';

const rules = { cramp: '(cramp|muscle cramp)', my: 'my [poor]', loop: 'a <round>', round: 'b <loop>', torn: '(a|b' };

describe('a template', () => {
  test.each<[string, string[]]>([
    ['why do i cramp', ['why do i cramp']],
    ['(a|b)', ['a', 'b']],
    ['[a] b', ['a b', 'b']],
    ['a [b]', ['a b', 'a']],
    ['why [do i] cramp', ['why do i cramp', 'why cramp']],
    ['(a|b) (c|d)', ['a c', 'a d', 'b c', 'b d']],
    ['(a|(b|c) d)', ['a', 'b d', 'c d']],
    ['[(a|b)] c', ['a c', 'b c', 'c']],
    ['[a|b] c', ['a c', 'b c', 'c']],
    ['[a [b]] c', ['a b c', 'a c', 'c']],
    ['cramp(s|ing)', ['cramps', 'cramping']],
    ['a <cramp>', ['a cramp', 'a muscle cramp']],
    ['<my> {muscle}', ['my poor {muscle}', 'my {muscle}']],
    ["{who}'s (leg|{muscle})", ["{who}'s leg", "{who}'s {muscle}"]],
    ['[a] [a] b', ['a a b', 'a b', 'b']],
  ])('%s', (template, samples) => {
    expect(expand(template, rules)).toEqual(samples);
  });

  test.each<[string, string]>([
    ['why (a|b', 'has a "(" that is never closed.'],
    ['why [a', 'has a "[" that is never closed.'],
    ['why (a]', 'has a "(" that is never closed.'],
    ['why <cramp', 'has a "<" that is never closed.'],
    ['why {muscle', 'has a "{" that is never closed.'],
    ['why a)', 'has a ")" that closes nothing.'],
    ['why a]', 'has a "]" that closes nothing.'],
    ['why a}', 'has a "}" that closes nothing.'],
    ['a|b', 'has a "|" outside brackets: write (a|b).'],
    ['(a|) b', 'has an empty alternative in "()": [x] says x or nothing.'],
    ['a []', 'has an empty alternative in "[]": [x] says x or nothing.'],
    ['a {}', 'has "{}": a name is letters and underscores.'],
    ['a {b|muscle}', 'has "{b|muscle}": a name is letters and underscores.'],
    ['[a] [b]', 'can be nothing at all: leave one part outside the square brackets.'],
    ['a <spasm>', 'has <spasm>, but no file of the language has a rule of that name.'],
    ['a <loop>', 'has the rule <loop>, which includes itself: loop > round > loop.'],
  ])('%s is refused', (template, message) => {
    expect(() => expand(template, rules)).toThrow(new Error(message));
  });

  it('names the rule in which a fault stands', () => {
    expect(() => expand('why <torn>', rules)).toThrow(expect.objectContaining({ rule: 'torn' }));
    expect(() => expand('why (a', rules)).toThrow(expect.objectContaining({ rule: undefined }));
  });

  it('keeps forty samples, with every alternative of every choice among them', () => {
    const choices = [4, 8, 2, 4].map((size, place) =>
      Array.from({ length: size }, (_, index) => `${'wxyz'[place]}${'abcdefgh'[index]}`),
    );
    const samples = expand(choices.map((options) => `(${options.join('|')})`).join(' '), {});

    expect(samples).toHaveLength(samplesPerTemplate);
    expect(new Set(samples.flatMap((sample) => sample.split(' ')))).toEqual(new Set(choices.flat()));
  });

  it('gives the same samples every time, and does not write out what it drops', () => {
    const huge = '(a|b|c|d|e|f|g|h|i|j) '.repeat(10);

    expect(expand(huge, {})).toHaveLength(samplesPerTemplate);
    expect(expand(huge, {})).toEqual(expand(huge, {}));
  });
});
