/**
 * The device decides what is a new session, who is listening and what the skill gets back; a slip here makes every conversation test lie.
 */
import type { IntentRequest, RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';
import { createDevice, type DeviceOptions } from '../../simulator/device';
import { invocation } from '../../simulator/invocation';
import type { Language } from '../../simulator/language';
import { answer, asking, closing, type Ear, english, fakeEar } from './fakes';

interface Bench {
  readonly device: ReturnType<typeof createDevice>;
  readonly ear: Ear;
  readonly requests: RequestEnvelope[];
  readonly contexts: Context[];
}

/** A device whose skill gives these answers in turn, the last one for ever. */
function bench(answers: (ResponseEnvelope | (() => Promise<ResponseEnvelope>))[], options: Partial<DeviceOptions> = {}): Bench {
  const ear = fakeEar();
  const requests: RequestEnvelope[] = [];
  const contexts: Context[] = [];
  const handler = async (event: RequestEnvelope, context: Context): Promise<ResponseEnvelope> => {
    requests.push(event);
    contexts.push(context);
    const next = answers[Math.min(requests.length, answers.length) - 1];
    if (next === undefined) throw new Error('no answer');
    return typeof next === 'function' ? next() : next;
  };
  const clock = () => new Date('2026-03-01T02:30:00Z');
  return {
    ear,
    requests,
    contexts,
    device: createDevice({ handler, nlu: ear, locale: 'en-US', clock, screen: false, ...options }),
  };
}

const nameOf = (envelope: RequestEnvelope | undefined) => (envelope?.request as IntentRequest | undefined)?.intent?.name;

describe('a session', () => {
  it('starts with a launch when the first utterance is "open"', async () => {
    const { device, requests, ear } = bench([answer(asking)]);
    const exchange = await device.say('open');
    expect(requests[0]?.request.type).toBe('LaunchRequest');
    expect(requests[0]?.session).toMatchObject({ new: true, attributes: {} });
    expect(ear.given).toEqual([]);
    expect(exchange).toMatchObject({
      speech: 'Bend your foot up. Has it let go?',
      ssml: '<speak>Bend your foot up. Has it let go?</speak>',
      reprompt: 'Is it better?',
      seconds: 3.2,
      micOpen: true,
      sessionEnded: false,
      screen: null,
      understood: null,
      error: null,
    });
    expect(device.inSession()).toBe(true);
  });

  it('starts with a one-shot when the first utterance is anything else', async () => {
    const { device, requests, ear } = bench([answer(asking)]);
    await device.say('calf');
    await device.say('open');
    expect(ear.given).toEqual([
      { utterance: 'calf', oneShot: true },
      { utterance: 'open', oneShot: false },
    ]);
    expect(requests.map(nameOf)).toEqual(['CrampNowIntent', 'AMAZON.FallbackIntent']);
    expect(requests.map(({ session }) => session?.new)).toEqual([true, false]);
  });

  it('sends the slots that were heard, and names the others', async () => {
    const { device, requests } = bench([answer(asking)]);
    await device.say('calf');
    const slots = (requests[0]?.request as IntentRequest | undefined)?.intent.slots;
    expect(slots?.['muscle']?.resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id).toBe('calf');
    expect(slots?.['side']).toEqual({ name: 'side', confirmationStatus: 'NONE' });
  });

  it('gives the skill its attributes back as JSON, within the session only', async () => {
    const { device, requests } = bench([
      answer(asking, { left: ['a'], offer: undefined }),
      answer(closing, { left: ['b'] }),
      answer(asking),
    ]);
    await device.say('open');
    await device.say('stop');
    await device.say('open');
    expect(requests.map(({ session }) => session?.attributes)).toEqual([{}, { left: ['a'] }, {}]);
  });

  it('cannot be changed behind its back by what the skill keeps of a request or an answer', async () => {
    const kept = answer(asking, { count: 1 });
    const { device, requests } = bench([kept]);
    const first = await device.say('open');
    (kept.sessionAttributes ?? {})['count'] = 99;
    (requests[0]?.session?.attributes ?? {})['count'] = 99;
    await device.say('calf');
    expect(requests[1]?.session?.attributes).toEqual({ count: 1 });
    expect(first.request?.session?.attributes).toEqual({});
  });

  it('loses attributes that the skill does not send', async () => {
    const { device, requests } = bench([answer(asking, { a: 1 }), { version: '1.0', response: asking }]);
    await device.say('open');
    await device.say('calf');
    await device.say('calf');
    expect(requests[2]?.session?.attributes).toEqual({});
  });

  it('is a new one, of the same user, after the skill closed the last', async () => {
    const { device, requests } = bench([answer(closing)], { userId: 'amzn1.ask.account.Z' });
    const first = await device.say('calf');
    await device.say('open');
    expect(first).toMatchObject({ micOpen: false, sessionEnded: true, reprompt: null });
    const [one, two] = requests.map(({ session }) => session);
    expect(one?.sessionId).not.toBe(two?.sessionId);
    expect([one?.user.userId, two?.user.userId]).toEqual(['amzn1.ask.account.Z', 'amzn1.ask.account.Z']);
    expect(requests[1]?.request.type).toBe('LaunchRequest');
  });

  it('stays open on a screen that shows something, with the microphone closed, when the skill does not decide', async () => {
    const directives = [{ type: 'Alexa.Presentation.APL.RenderDocument', token: 'a', document: { type: 'APL' } }];
    const shown = answer({ outputSpeech: closing.outputSpeech, directives } as Response);
    const { device } = bench([shown], { screen: true });
    expect(await device.say('open')).toMatchObject({ micOpen: false, sessionEnded: false, screen: { type: 'APL' } });
    const voiceOnly = bench([answer({ outputSpeech: closing.outputSpeech } as Response)]);
    expect(await voiceOnly.device.say('open')).toMatchObject({ micOpen: false, sessionEnded: true });
  });
});

describe('silence', () => {
  it('ends the session, and tells the skill why', async () => {
    const { device, requests } = bench([answer(asking, { a: 1 }), answer({})]);
    await device.say('open');
    const exchange = await device.say('');
    expect(requests[1]?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(requests[1]?.session?.sessionId).toBe(requests[0]?.session?.sessionId);
    expect(exchange).toMatchObject({ speech: '', ssml: '', reprompt: null, micOpen: false, sessionEnded: true, error: null });
    expect(device.inSession()).toBe(false);
  });

  it('is not to be answered', async () => {
    const { device } = bench([answer(asking)]);
    await device.say('open');
    const exchange = await device.say('');
    expect(exchange.error).toMatch(/^Alexa would refuse this: notice-unanswered: /);
    expect(exchange.sessionEnded).toBe(true);
    expect(device.inSession()).toBe(false);
  });

  it('is nothing where nobody listens', async () => {
    const { device, requests } = bench([answer(asking)]);
    expect(await device.say('  ')).toMatchObject({ request: null, error: null, sessionEnded: true });
    expect(requests).toEqual([]);
  });
});

describe('an answer that goes wrong', () => {
  it('is told with the rule it breaks, and still heard', async () => {
    const { device } = bench([answer({ ...closing, shouldEndSession: false })]);
    const exchange = await device.say('open');
    expect(exchange.error).toMatch(/^Alexa would refuse this: reprompt-when-open: .+; question-when-open: /);
    expect(exchange.speech).toBe('Good night.');
  });

  it.each<[string, () => Promise<ResponseEnvelope>, string]>([
    ['throws', () => Promise.reject(new Error('boom')), 'the skill failed: boom'],
    [
      'answers nothing',
      () => Promise.resolve(undefined as unknown as ResponseEnvelope),
      'the skill failed: the skill answered nothing',
    ],
  ])('ends the session when the skill %s', async (_, answering, error) => {
    const { device, requests } = bench([answer(asking), answering, answer(asking)]);
    await device.say('open');
    expect(await device.say('calf')).toMatchObject({ error, speech: '', micOpen: false, sessionEnded: true, response: null });
    await device.say('open');
    expect(requests[2]?.session?.new).toBe(true);
  });

  it('ends the session when it takes more than eight seconds', async () => {
    jest.useFakeTimers();
    try {
      const { device } = bench([() => new Promise(() => {})]);
      const said = device.say('open');
      await jest.advanceTimersByTimeAsync(7999);
      const state = await Promise.race([said, 'still waiting']);
      expect(state).toBe('still waiting');
      await jest.advanceTimersByTimeAsync(1);
      expect(await said).toMatchObject({
        error: 'the skill failed: the skill did not answer within 8 seconds',
        sessionEnded: true,
      });
    } finally {
      jest.useRealTimers();
    }
  });

  it('is told even when it is no JSON, or no object', async () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const { device } = bench([answer(closing, loop), 'hello' as unknown as ResponseEnvelope]);
    expect((await device.say('open')).error).toMatch(/attributes: sessionAttributes\.self contains itself/);
    expect((await device.say('open')).error).toMatch(/^Alexa would refuse this: envelope: /);
  });
});

it('calls the skill with a context as Lambda has it, and its own clock', async () => {
  const { device, contexts, requests } = bench([answer(asking)]);
  await device.say('open');
  expect(contexts[0]?.getRemainingTimeInMillis()).toBeGreaterThan(7000);
  expect(contexts[0]?.awsRequestId).toMatch(/^[\da-f-]{36}$/);
  expect(requests[0]?.request.timestamp).toBe('2026-03-01T02:30:00Z');
});

describe('Alexa takes her own words off', () => {
  it.each([
    ['alexa, open cramp helper', true, ''],
    ['open cramp helper', true, ''],
    ['Cramp Helper', true, ''],
    ['Alexa, ask Cramp Helper why my leg cramps', true, 'why my leg cramps'],
    ['talk to cramp helper', true, ''],
    ['alexa tell cramp helper, my calf is cramping', true, 'my calf is cramping'],
    ['how do i ease a cramp using cramp helper', true, 'how do i ease a cramp'],
    ['alexa exit', false, 'exit'],
    ['alexa', false, 'alexa'],
    ['my calf', false, 'my calf'],
    ['computer work gives me cramps', false, 'computer work gives me cramps'],
    ['ask cramp helpers', false, 'ask cramp helpers'],
    ['who made cramp helper', false, 'who made cramp helper'],
  ])('%j', (utterance, named, rest) => {
    expect(invocation(utterance, 'cramp helper', english)).toEqual({ named, rest });
  });

  it('in the language of the locale', () => {
    const words = (...launch: string[]): Language => ({ ...english, launch, trailing: [] });
    const german = words('frage', 'sprich');
    expect(invocation('Alexa, frage krampf hilfe warum', 'krampf hilfe', german)).toEqual({ named: true, rest: 'warum' });
    expect(invocation('sprich mit krampf hilfe', 'krampf hilfe', german)).toEqual({ named: true, rest: '' });
    expect(invocation('alexa, abre ayuda calambres', 'ayuda calambres', words('abre'))).toEqual({ named: true, rest: '' });
    expect(invocation('ask ayuda calambres', 'ayuda calambres', words('abre'))).toEqual({
      named: false,
      rest: 'ask ayuda calambres',
    });
  });

  it('and starts anew when asked for by name in the middle of a session', async () => {
    const { device, requests } = bench([answer(asking, { a: 1 })]);
    await device.say('open');
    await device.say('alexa stop');
    await device.say('alexa, ask cramp helper calf');
    await device.say('alexa, open cramp helper');
    expect(requests.map(({ request }) => request.type)).toEqual([
      'LaunchRequest',
      'IntentRequest',
      'IntentRequest',
      'LaunchRequest',
    ]);
    expect(requests.map(({ session }) => session?.new)).toEqual([true, false, true, true]);
    expect(requests[2]?.session?.attributes).toEqual({});
    expect(nameOf(requests[1])).toBe('AMAZON.StopIntent');
  });
});
