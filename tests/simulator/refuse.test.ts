/**
 * A rule that never refuses is worse than none: each is shown a response that breaks it, and nothing else.
 */
import type { Response, ResponseEnvelope } from 'ask-sdk-model';
import { ended, launched, type OpenSession, type Place } from '../../simulator/envelope';
import { refusals, rules } from '../../simulator/refuse';
import { answer, asking, closing } from './fakes';

const place: Place = {
  locale: 'en-US',
  userId: 'u',
  deviceId: 'd',
  screen: false,
  apiEndpoint: 'http://127.0.0.1:9',
  now: new Date(0),
};
const session: OpenSession = { id: 's', isNew: true, attributes: {} };
const voiceOnly = launched(place, session);
const withScreen = launched({ ...place, screen: true }, session);
const sessionEnded = ended(place, session, 'USER_INITIATED');

const say = (ssml: string): Response => ({ ...closing, outputSpeech: { type: 'SSML', ssml } });
const speak = (inside: string): ResponseEnvelope => answer(say(`<speak>${inside}</speak>`));
const odd = (response: object): ResponseEnvelope => answer(response as Response);
const render = (token: string) => ({ type: 'Alexa.Presentation.APL.RenderDocument', token, document: { type: 'APL' } });
const itself: Record<string, unknown> = {};
itself['itself'] = itself;

/** Rule → responses that break it. */
const planted: Record<string, ResponseEnvelope[]> = {
  envelope: [
    { ...answer(closing), version: '2.0' },
    { version: '1.0' } as ResponseEnvelope,
    'yes' as unknown as ResponseEnvelope,
  ],
  'response-size': [odd({ ...closing, canFulfillIntent: 'x'.repeat(120 * 1024) })],
  attributes: [
    answer(closing, { at: new Date(0) }),
    answer(closing, { deep: [new Map()] }),
    answer(closing, { run: () => 1 }),
    answer(closing, { count: Number.NaN }),
    answer(closing, { list: [undefined] }),
    answer(closing, itself),
    answer(closing, { long: 'x'.repeat(25_000) }),
  ],
  'card-shape': [
    odd({ ...closing, card: { type: 'Simple', title: 'Cramps' } }),
    odd({ ...closing, card: { type: 'Simple', title: 'Cramps', content: 'x', text: 'y' } }),
    odd({ ...closing, card: { type: 'Standard', title: 'Cramps', content: 'x' } }),
    odd({ ...closing, card: { type: 'AskForPermissionsConsent', permissions: [] } }),
    odd({ ...closing, card: { type: 'Standard', title: 'Cramps', text: 'x', image: { smallImageUrl: 'http://a.b/c.png' } } }),
    odd({ ...closing, card: { type: 'Poster', title: 'Cramps' } }),
  ],
  'card-length': [answer({ ...closing, card: { type: 'Simple', title: 'Cramps', content: 'x'.repeat(7995) } })],
  'directive-shape': [
    odd({ ...closing, directives: [{ token: 'a' }] }),
    odd({ ...closing, directives: [{ type: 'Alexa.Presentation.APLA.RenderDocument', token: 'a' }] }),
  ],
  'screen-there': [odd({ ...closing, directives: [render('a')] })],
  'screen-token': [
    odd({ ...closing, directives: [render('a'), { type: 'Alexa.Presentation.APL.ExecuteCommands', token: 'b', commands: [] }] }),
  ],
  'speech-present': [answer({ shouldEndSession: true }), speak('  <break time="1s"/> ')],
  'speech-type': [odd({ ...closing, outputSpeech: { type: 'Text', text: 'Good night.' } })],
  'ssml-well-formed': [
    answer(say('Good night.')),
    answer(say('<speak>Good night.')),
    answer(say('<speak>Good</speak><speak>night.</speak>')),
    answer(say('<p>Good night.</p>')),
    speak('rest & sleep'),
    speak('rest &nbsp; sleep'),
    speak('under < over'),
    speak('<s>Good night.</p>'),
  ],
  'ssml-tags': [
    speak('<b>Good night.</b>'),
    speak('<prosody speed="slow">Good night.</prosody>'),
    speak('<prosody rate="10%">Good night.</prosody>'),
    speak('<say-as>911</say-as>'),
    speak('Good <break time="soon"/> night.'),
    speak('<audio src="http://a.b/c.mp3"/> Good night.'),
    speak('<p><speak>Good night.</speak></p>'),
    speak('<amazon:effect name="shouted">Good night.</amazon:effect>'),
  ],
  'break-length': [speak('Good <break time="11s"/> night.'), speak('Good <break time="10001ms"/> night.')],
  'audio-count': [speak(`${'<audio src="soundbank://a/b"/>'.repeat(6)} Good night.`)],
  'speech-length': [
    speak(`Good ${'night '.repeat(1400)}.`),
    answer({ ...asking, reprompt: { outputSpeech: { type: 'PlainText', text: 'x'.repeat(8000) } } }),
  ],
  'escaped-once': [
    speak('Don&amp;apos;t walk.'),
    odd({ ...closing, outputSpeech: { type: 'PlainText', text: 'rest &amp; sleep' } }),
  ],
  'session-decided': [odd({ outputSpeech: closing.outputSpeech }), odd({ ...asking, shouldEndSession: null })],
  'reprompt-when-open': [
    odd({ ...asking, reprompt: undefined }),
    answer({ ...closing, reprompt: { outputSpeech: { type: 'PlainText', text: 'Still there.' } } }),
  ],
  'reprompt-differs': [odd({ ...asking, reprompt: { outputSpeech: asking.outputSpeech } })],
  'question-when-open': [
    answer({ ...asking, outputSpeech: { type: 'SSML', ssml: '<speak>Bend your foot up.</speak>' } }),
    speak('Has it let go?'),
    speak('よくなりましたか？'),
  ],
  'question-last': [answer({ ...asking, outputSpeech: { type: 'SSML', ssml: '<speak>Better? <s>Say yes.</s></speak>' } })],
  'notice-unanswered': [],
};

it('has a planted fault for every rule', () => {
  expect(Object.keys(planted).sort()).toEqual(rules.map(({ id }) => id).sort());
});

const cases = Object.entries(planted).flatMap(([rule, responses]) =>
  responses.map((response, index) => ({ rule, index, response })),
);

it.each(cases)('$rule refuses fault $index, and no other rule does', ({ rule, response }) => {
  const request = rule === 'screen-token' ? withScreen : voiceOnly;
  const found = refusals(response, request);
  expect(found.map((refusal) => refusal.rule)).toEqual([rule]);
  expect(found[0]?.why).not.toBe('');
  expect(found[0]?.why).not.toMatch(/cannot be read/);
});

it.each([
  ['a question', answer(asking, { version: 1, left: [], offer: undefined, nested: { yes: null } })],
  ['a goodbye', answer(closing)],
  ['plain text', odd({ ...closing, outputSpeech: { type: 'PlainText', text: 'Rest & sleep.' } })],
  ['a break of just ten seconds', speak('Hold. <break time="10s"/> Ease off.')],
  ['a number to call', speak('Call <say-as interpret-as="digits">911</say-as> if your chest hurts.')],
  ['a soft voice', speak('<prosody rate="85%" volume="soft">Don&apos;t hurry &amp; rest.</prosody>')],
  ['a whisper', speak('<amazon:effect name="whispered">Good night.</amazon:effect>')],
  ['a card', answer({ ...closing, card: { type: 'Simple', title: 'Cramps', content: 'Rest.' } })],
  [
    'sound without a screen',
    odd({ ...closing, directives: [{ ...render('a'), type: 'Alexa.Presentation.APLA.RenderDocument' }] }),
  ],
  ['a request for consent', odd({ directives: [{ type: 'Connections.SendRequest', name: 'AskFor', payload: {}, token: '' }] })],
])('lets %s pass', (_, response) => {
  expect(refusals(response, voiceOnly)).toEqual([]);
});

it('lets a screen be shown where there is one', () => {
  expect(refusals(odd({ ...closing, directives: [render('a')] }), withScreen)).toEqual([]);
});

it.each([
  { outputSpeech: closing.outputSpeech },
  { shouldEndSession: true },
  { reprompt: asking.reprompt },
  { card: { type: 'Simple', title: 'a', content: 'b' } },
  { directives: [{ type: 'AudioPlayer.Stop' }] },
])('refuses %j as the answer to a session that is over', (response) => {
  expect(refusals(odd(response), sessionEnded).map(({ rule }) => rule)).toEqual(['notice-unanswered']);
});

it('takes an empty answer to a session that is over', () => {
  expect(refusals(answer({}), sessionEnded)).toEqual([]);
});

it('tells every fault of a response, not the first one only', () => {
  const found = refusals(
    odd({ outputSpeech: { type: 'SSML', ssml: '<speak><b>Better?</b> <break time="1h"/></speak>' } }),
    voiceOnly,
  );
  expect(found.map(({ rule }) => rule)).toEqual(['ssml-tags', 'session-decided', 'question-when-open']);
});

it.each([
  { type: 'PlainText', ssml: 'Good night.' },
  { type: 'PlainText', text: 3 },
  { type: 'SSML', text: 'Good night.' },
])('refuses speech of %j, which says nothing', (outputSpeech) => {
  const found = refusals(odd({ ...closing, outputSpeech }), voiceOnly).map(({ rule }) => rule);
  expect(found).toEqual(expect.arrayContaining(['speech-present', 'speech-type']));
});

it('refuses rather than fails when a response cannot be read', () => {
  const found = refusals(odd({ ...closing, directives: [null] }), voiceOnly);
  expect(found.map(({ rule }) => rule)).toContain('directive-shape');
});
