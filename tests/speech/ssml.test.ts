/**
 * One stray `&` or a break of eleven seconds and Alexa refuses the whole answer: somebody with a cramp hears an error.
 */

import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { document, marker, pause } from '../../lambda/speech/ssml';

const secondsIn = (ssml: string): number[] => [...ssml.matchAll(/<break time="([\d.]+)s"\/>/g)].map(([, time]) => Number(time));

const marked = (text: string, numbers: readonly string[]): string => marker(numbers.join('|'))(text);

/** What a listener's device makes of marked text. */
const readBack = (ssml: string): string => new XMLParser({ trimValues: false, parseTagValue: false }).parse(`<t>${ssml}</t>`).t;

describe('text', () => {
  test.each([
    ['Tom & Jerry', 'Tom &amp; Jerry'],
    ['a < b > c', 'a &lt; b &gt; c'],
    ['say "calf"', 'say &quot;calf&quot;'],
    ['<break time="60s"/>', '&lt;break time=&quot;60s&quot;/&gt;'],
    ['&amp; twice', '&amp;amp; twice'],
    ["you're fine, ça va", "you're fine, ça va"],
    ['', ''],
  ])('%s is escaped', (text, escaped) => {
    expect(marked(text, [])).toBe(escaped);
  });

  it('is well-formed and heard as it was written, whatever it holds', () => {
    const nasty = fc.array(fc.oneof(fc.constantFrom('&', '<', '>', '"', "'", ';', '&lt;', ']]>', '<!--', ' '), fc.string()));

    fc.assert(
      fc.property(nasty, (parts) => {
        // Characters that XML 1.0 cannot hold in any form are no business of escaping.
        const text = `a${parts.join('').replace(/[^\x20-\x7e]/g, '')}z`;
        expect(XMLValidator.validate(`<speak>${marked(text, [])}</speak>`)).toBe(true);
        expect(readBack(marked(text, []))).toBe(text);
      }),
    );
  });
});

describe('a telephone number', () => {
  const told = (number: string) => `<say-as interpret-as="telephone">${number}</say-as>`;

  it('is marked to be read digit by digit, wherever it stands', () => {
    expect(marked('Call 911 now. In danger, 911.', ['911'])).toBe(`Call ${told('911')} now. In danger, ${told('911')}.`);
  });

  it('is marked beside others, spaces and dashes included', () => {
    expect(marked('116 123 or 1-800-222-1222', ['1-800-222-1222', '116 123', '999'])).toBe(
      `${told('116 123')} or ${told('1-800-222-1222')}`,
    );
  });

  it('does not keep the text round it from being escaped', () => {
    expect(marked('"911" & more', ['911'])).toBe(`&quot;${told('911')}&quot; &amp; more`);
  });

  it('that is not in the text changes nothing', () => {
    expect(marked('Rest easy.', ['911', '988'])).toBe('Rest easy.');
  });
});

describe('a pause', () => {
  test.each([
    [0, []],
    [3, [3]],
    [10, [10]],
    [11, [10, 1]],
    [30, [10, 10, 10]],
    [45, [10, 10, 10, 10, 5]],
    [2.5, [2.5]],
  ])('of %d seconds is breaks that Alexa plays', (seconds, breaks) => {
    expect(secondsIn(pause(seconds))).toEqual(breaks);
  });

  it('is breaks of ten seconds or less that add up to it, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), (seconds) => {
        const breaks = secondsIn(pause(seconds));
        expect(breaks.reduce((sum, time) => sum + time, 0)).toBe(seconds);
        expect(breaks.filter((time) => time > 10 || time <= 0)).toEqual([]);
        expect(pause(seconds).replace(/<break time="[\d.]+s"\/>/g, '')).toBe('');
      }),
    );
  });
});

describe('a document', () => {
  test.each([
    ['as it is', {}, '<speak>Hold.</speak>'],
    ['whispered', { voice: 'whisper' }, '<speak><amazon:effect name="whispered">Hold.</amazon:effect></speak>'],
    ['soft', { voice: 'soft' }, '<speak><prosody volume="soft">Hold.</prosody></speak>'],
    ['slow', { rate: 'slow' }, '<speak><prosody rate="slow">Hold.</prosody></speak>'],
    [
      'whispered and slow',
      { voice: 'whisper', rate: 'slow' },
      '<speak><amazon:effect name="whispered"><prosody rate="slow">Hold.</prosody></amazon:effect></speak>',
    ],
    [
      'soft and slow',
      { voice: 'soft', rate: 'slow' },
      '<speak><prosody volume="soft"><prosody rate="slow">Hold.</prosody></prosody></speak>',
    ],
    ['not slow', { rate: undefined }, '<speak>Hold.</speak>'],
  ] as const)('is spoken %s', (_, style, ssml) => {
    expect(document('Hold.', style)).toBe(ssml);
    expect(XMLValidator.validate(ssml)).toBe(true);
  });
});
