/**
 * What is heard follows from the reply alone: the question last, a reprompt exactly when there is one, a card only where one was asked for.
 */
import { newSession } from '../../lambda/dialog/session';
import type { Asking, Reply, VoiceStyle } from '../../lambda/dialog/types';
import type { Words } from '../../lambda/knowledge/types';
import { renderer } from '../../lambda/speech/render';

const texts: Words = {
  'dialog.line': 'Pull your toes up.',
  'dialog.more': 'Keep breathing.',
  'dialog.danger': 'Call 911, 988 or 1-800-222-1222.',
  'dialog.odd': 'Salt & "ice".',
  'dialog.named': 'Yes, {{muscle}} can cramp.',
  'dialog.ask': 'Has it let go?',
  'dialog.askNudge': 'Better?',
  'dialog.callNudge': 'If so, call 911.',
  'dialog.call': 'Is there chest pressure?',
  'dialog.half': 'Is it half a question?',
  'dialog.card': 'From MedlinePlus.',
  'topics.causes.title': 'What causes cramps',
  'names.muscle.calf': 'the calf',
  digits: '1-800-222-1222|911|988',
};
const render = renderer('en-US', (key) => texts[key]);

const closing = (...keys: string[]): Reply => ({ say: keys.map((key) => ({ key })) });
const asking = (key: string, voice?: VoiceStyle): Asking => ({
  say: [{ key: 'dialog.line' }],
  ask: { key },
  session: { ...newSession, voice },
});
const telephone = (number: string) => `<say-as interpret-as="telephone">${number}</say-as>`;

describe('what is said', () => {
  it('is the lines in turn', () => {
    expect(render(closing('dialog.line', 'dialog.more'))).toEqual({
      ssml: '<speak>Pull your toes up. Keep breathing.</speak>',
      text: 'Pull your toes up. Keep breathing.',
    });
  });

  it('ends in the question, and silence hears its nudge', () => {
    expect(render(asking('dialog.ask'))).toEqual({
      ssml: '<speak>Pull your toes up. Has it let go?</speak>',
      text: 'Pull your toes up. Has it let go?',
      reprompt: '<speak>Better?</speak>',
    });
  });

  it('may be the question alone', () => {
    expect(render({ ...asking('dialog.ask'), say: [] }).ssml).toBe('<speak>Has it let go?</speak>');
  });

  it('holds still where the reply does, and the plain text does not', () => {
    const { ssml, text } = render({ say: [{ key: 'dialog.line' }, { pause: 15 }, { key: 'dialog.more' }] });

    expect(ssml).toBe('<speak>Pull your toes up. <break time="10s"/><break time="5s"/> Keep breathing.</speak>');
    expect(text).toBe('Pull your toes up. Keep breathing.');
  });

  it('has every number of the locale read digit by digit, and the plain text has them plain', () => {
    const { ssml, text } = render(closing('dialog.danger'));

    expect(ssml).toBe(`<speak>Call ${telephone('911')}, ${telephone('988')} or ${telephone('1-800-222-1222')}.</speak>`);
    expect(text).toBe('Call 911, 988 or 1-800-222-1222.');
  });

  it('marks a number in a nudge as well', () => {
    expect(render(asking('dialog.call')).reprompt).toBe(`<speak>If so, call ${telephone('911')}.</speak>`);
  });

  it('is escaped in speech and plain on paper', () => {
    expect(render(closing('dialog.odd'))).toEqual({
      ssml: '<speak>Salt &amp; &quot;ice&quot;.</speak>',
      text: 'Salt & "ice".',
    });
  });

  it('calls a slot id by its name', () => {
    expect(render({ say: [{ key: 'dialog.named', names: { muscle: 'calf' } }] }).text).toBe('Yes, the calf can cramp.');
  });

  it('bears ids without a name where nothing asks for it', () => {
    expect(render({ say: [{ key: 'dialog.line', names: { muscle: 'elbow', who: 'self' } }] }).text).toBe('Pull your toes up.');
  });
});

describe('the voice', () => {
  const whispered = (text: string) => `<speak><amazon:effect name="whispered">${text}</amazon:effect></speak>`;

  it('is the one that the session remembers, for the reprompt too', () => {
    expect(render(asking('dialog.ask', 'whisper'))).toMatchObject({
      ssml: whispered('Pull your toes up. Has it let go?'),
      reprompt: whispered('Better?'),
    });
    expect(render(asking('dialog.ask', 'soft')).ssml).toBe(
      '<speak><prosody volume="soft">Pull your toes up. Has it let go?</prosody></speak>',
    );
  });

  it('is slow when the reply is', () => {
    expect(render({ ...asking('dialog.ask', 'whisper'), rate: 'slow' })).toMatchObject({
      ssml: whispered('<prosody rate="slow">Pull your toes up. Has it let go?</prosody>'),
      reprompt: whispered('<prosody rate="slow">Better?</prosody>'),
    });
  });
});

describe('a card', () => {
  it('is there only where one was asked for', () => {
    expect(render(asking('dialog.ask')).card).toBeUndefined();
    expect(render(closing('dialog.line')).card).toBeUndefined();
  });

  it('has the title of the topic, what was said but the question, and the source', () => {
    expect(render({ ...asking('dialog.ask'), card: 'causes' }).card).toEqual({
      title: 'What causes cramps',
      text: 'Pull your toes up.\n\nFrom MedlinePlus.',
    });
  });

  it('is on a reply that closes, too', () => {
    expect(render({ ...closing('dialog.more'), card: 'causes' }).card?.text).toBe('Keep breathing.\n\nFrom MedlinePlus.');
  });
});

describe('what is missing throws rather than is spoken', () => {
  const missing: readonly (readonly [what: string, reply: Reply, message: string])[] = [
    ['a line', closing('dialog.none'), 'There are no words for dialog.none in en-US.'],
    ['a question', asking('dialog.none'), 'There are no words for dialog.none in en-US.'],
    ['a nudge', asking('dialog.half'), 'There are no words for dialog.halfNudge in en-US.'],
    ['a title', { ...closing('dialog.line'), card: 'none' }, 'There are no words for topics.none.title in en-US.'],
    [
      'a name',
      { say: [{ key: 'dialog.named', names: { muscle: 'elbow' } }] },
      '"Yes, {{muscle}} can cramp." asks for {{muscle}}, which was not given.',
    ],
    ['all names', closing('dialog.named'), '"Yes, {{muscle}} can cramp." asks for {{muscle}}, which was not given.'],
  ];

  test.each(missing)('%s', (_, reply, message) => {
    expect(() => render(reply)).toThrow(message);
  });
});

describe('another locale', () => {
  it('speaks its own words and numbers, and only those', () => {
    const british: Words = { 'dialog.danger': 'Ring 999.', digits: '116 123|111|999' };
    const renderBritish = renderer('en-GB', (key) => british[key]);

    expect(renderBritish(closing('dialog.danger')).ssml).toBe(`<speak>Ring ${telephone('999')}.</speak>`);
    expect(() => renderBritish(closing('dialog.line'))).toThrow('There are no words for dialog.line in en-GB.');
    expect(render(closing('dialog.danger')).text).toContain('911');
  });
});
