/**
 * The edge as Alexa meets it: whatever the platform sends is answered, or accepted in silence where speech is forbidden; what is
 * remembered comes back; and what goes wrong is told to the listener kindly and to the log without a word about them.
 */
import type { RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';
import fc from 'fast-check';
import { timeZoneOf } from '../../lambda/alexa/settings';
import { createSkill, type SkillOptions } from '../../lambda/alexa/skill';
import { readSession } from '../../lambda/dialog/session';
import { catalogue, keptHere, knowledge, renderFor, signsFor } from '../support/skill';
import { envelope, intent, launch, matched, skillId, slot, userId } from './envelopes';

const skill = (options: Partial<SkillOptions> = {}) =>
  createSkill({ knowledge, renderFor, signsFor, kept: keptHere(), zoneOf: timeZoneOf, ...options });
const invoke = (request: RequestEnvelope, options?: Partial<SkillOptions>): Promise<ResponseEnvelope> =>
  skill(options).invoke(request);
const ssmlOf = ({ outputSpeech }: Response): string => (outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '');

/** A response that Alexa plays: speech, and a reprompt exactly when the microphone is open. */
function expectSpoken({ response }: ResponseEnvelope): void {
  expect(ssmlOf(response)).toMatch(/^<speak>.+<\/speak>$/s);
  expect(ssmlOf(response)).not.toContain('{{');
  expect(typeof response.shouldEndSession).toBe('boolean');
  expect(response.reprompt !== undefined).toBe(response.shouldEndSession === false);
}

let logged: jest.SpyInstance;
beforeEach(() => {
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => logged.mockRestore());

describe('a request that may be answered', () => {
  const asked: readonly (readonly [what: string, request: RequestEnvelope])[] = [
    ['LaunchRequest', launch()],
    ...catalogue.intents.map(({ alexa }) => [alexa, intent(alexa)] as const),
    ['an intent of another time', intent('NoSuchIntent')],
    ...['STARTED', 'IN_PROGRESS', 'COMPLETED'].map(
      (dialogState) =>
        [
          `a dialog that is ${dialogState}`,
          envelope({ type: 'IntentRequest', dialogState, intent: { name: 'CausesIntent' } }),
        ] as const,
    ),
    ['a request without a locale', launch({ locale: null })],
    ['a request in a locale we do not speak', launch({ locale: 'xx-XX' })],
    ['an intent without a session', intent('CausesIntent', {}, { session: false })],
    ['a launch without a session', launch({ session: false })],
  ];

  test.each(asked)('%s is answered with speech', async (_, request) => {
    expectSpoken(await invoke(request));
    expect(logged).not.toHaveBeenCalled();
  });

  it('has no device, no person and no viewport to lean on', async () => {
    const { context, ...rest } = launch();
    const bare = { ...rest, context: { System: { application: context.System.application } } };

    expectSpoken(await invoke(bare as RequestEnvelope));
  });
});

describe('a request that must not be answered with speech', () => {
  const ended = (reason: string, more = {}) => envelope({ type: 'SessionEndedRequest', reason, ...more }, { attributes: {} });
  const event = (type: string, more = {}) => envelope({ type, ...more }, { session: false });
  const exception = (type: string) =>
    envelope({ type: 'System.ExceptionEncountered', error: { type, message: 'no' }, cause: { requestId: 'amzn1.request.0' } });

  const silent: readonly RequestEnvelope[] = [
    ended('USER_INITIATED'),
    ended('ERROR', { error: { type: 'INVALID_RESPONSE', message: 'no' } }),
    ended('EXCEEDED_MAX_REPROMPTS'),
    exception('INVALID_RESPONSE'),
    exception('DEVICE_COMMUNICATION_ERROR'),
    exception('INTERNAL_SERVICE_ERROR'),
    ...[
      'SkillEnabled',
      'SkillDisabled',
      'SkillPermissionAccepted',
      'SkillPermissionChanged',
      'SkillAccountLinked',
      'ProactiveSubscriptionChanged',
    ].map((name) => event(`AlexaSkillEvent.${name}`, { body: {} })),
    ...['Created', 'Started', 'StatusChanged', 'Updated', 'Deleted'].map((name) =>
      event(`Reminders.Reminder${name}`, { body: {} }),
    ),
    ...['Started', 'Finished', 'Stopped', 'NearlyFinished', 'Failed'].map((name) => event(`AudioPlayer.Playback${name}`)),
    ...['Play', 'Pause', 'Next', 'Previous'].map((name) => event(`PlaybackController.${name}CommandIssued`)),
    ...['UserEvent', 'RuntimeError', 'LoadIndexListData', 'LoadTokenListData'].map((name) =>
      envelope({ type: `Alexa.Presentation.APL.${name}`, token: 'a', errors: [] }),
    ),
    envelope({ type: 'Alexa.Presentation.APLA.RuntimeError', token: 'a', errors: [] }),
    envelope({ type: 'Alexa.Presentation.APLT.UserEvent', token: 'a' }),
    envelope({ type: 'CanFulfillIntentRequest', intent: { name: 'CausesIntent', slots: {} } }, { session: false }),
    ...['ACCEPTED', 'DENIED', 'NOT_ANSWERED'].map((status) =>
      envelope({
        type: 'Connections.Response',
        name: 'AskFor',
        status: { code: '200', message: 'OK' },
        payload: { status },
        token: '',
      }),
    ),
    ...['400', '500'].map((code) =>
      envelope({ type: 'Connections.Response', name: 'AskFor', status: { code, message: 'no' }, token: '' }),
    ),
    envelope({ type: 'SessionResumedRequest', cause: { type: 'ConnectionCompleted', token: '' } }),
    event('Messaging.MessageReceived', { message: {} }),
    envelope({ type: 'Display.ElementSelected', token: 'a' }),
    envelope({ type: 'Dialog.InputRequest', input: { name: 'CausesIntent' } }),
    envelope({ type: 'Amazon.OfTomorrow' }),
    envelope({ type: undefined }),
    { ...envelope({}), request: undefined } as unknown as RequestEnvelope,
  ];

  test.each(
    silent.map(
      (request) => [request.request?.type ?? 'no type', request.session ? 'in a session' : 'without one', request] as const,
    ),
  )('%s, %s, is accepted in silence', async (_type, _session, request) => {
    const { response } = await invoke(request);

    expect(response).toStrictEqual({});
    expect(logged).not.toHaveBeenCalled();
  });
});

describe('what is remembered', () => {
  it('goes out with an answer that asks, and makes the next turn go on from it', async () => {
    const first = await invoke(intent('CrampNowIntent', matched('muscle', 'calf')));
    expect(first.response.shouldEndSession).toBe(false);
    expect(first.sessionAttributes).toMatchObject({ version: 1, muscle: 'calf', about: { intent: 'crampNow' } });

    const attributes: unknown = JSON.parse(JSON.stringify(first.sessionAttributes));
    const again = await invoke(intent('AMAZON.RepeatIntent', {}, { attributes }));
    expect(ssmlOf(again.response)).toBe(ssmlOf(first.response));

    const fresh = await invoke(intent('AMAZON.RepeatIntent'));
    expect(ssmlOf(fresh.response)).not.toBe(ssmlOf(first.response));
  });

  it('reads back as the session that went out', async () => {
    const { sessionAttributes } = await invoke(intent('CausesIntent', matched('muscle', 'calf')));

    expect(readSession(JSON.parse(JSON.stringify(sessionAttributes)))).toEqual(sessionAttributes);
  });

  it('is nothing once the conversation is over', async () => {
    const { sessionAttributes: attributes } = await invoke(intent('CrampNowIntent', matched('muscle', 'calf')));
    const { response, sessionAttributes } = await invoke(intent('AMAZON.StopIntent', {}, { attributes }));

    expect(response.shouldEndSession).toBe(true);
    expect(sessionAttributes).toEqual({});
  });

  it('holds ids and never the words of a custom slot', async () => {
    const slots = { muscle: slot('muscle', 'my secret kneecap', ['ER_SUCCESS_NO_MATCH']) };
    const { sessionAttributes } = await invoke(intent('CrampNowIntent', slots));

    expect(sessionAttributes).toMatchObject({ about: { slots: { muscle: null } } });
    expect(JSON.stringify(sessionAttributes)).not.toContain('secret');
  });

  it('is small', async () => {
    const { sessionAttributes } = await invoke(intent('CausesIntent', matched('muscle', 'calf')));

    expect(Buffer.byteLength(JSON.stringify(sessionAttributes))).toBeLessThan(10_240);
  });

  const junk: readonly (readonly [what: string, attributes: unknown])[] = [
    ['null', null],
    ['a text', 'calf'],
    ['a list', [1, 2]],
    ['another version', { version: 99, muscle: 'calf', left: 'all' }],
    [
      'the right version and nothing right in it',
      { version: 1, about: 5, left: {}, offer: [], said: 'no', misses: -1, paused: true },
    ],
  ];

  test.each(junk)('may be junk: %s', async (_, attributes) => {
    for (const { alexa } of catalogue.intents) expectSpoken(await invoke(intent(alexa, {}, { attributes })));
    expectSpoken(await invoke(launch({ attributes })));
    expect(logged).not.toHaveBeenCalled();
  });

  it('may be any JSON at all', async () => {
    const one = skill();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...catalogue.intents), async (attributes, { alexa }) => {
        expectSpoken(await one.invoke(intent(alexa, {}, { attributes })));
      }),
      { numRuns: 50 },
    );
  });

  it('may name words that are gone since: that is told as trouble, not as silence', async () => {
    const attributes = { version: 1, said: [{ key: 'dialog.of.last.year' }], asked: { key: 'dialog.of.last.year' } };

    expectSpoken(await invoke(intent('AMAZON.RepeatIntent', {}, { attributes })));
    expect(logged).toHaveBeenCalledTimes(1);
  });
});

describe('an answer', () => {
  it('is in the locale of the request', async () => {
    const asked: (string | undefined)[] = [];
    const options: Partial<SkillOptions> = {
      renderFor: (locale) => {
        asked.push(locale);
        return renderFor(locale);
      },
    };
    await invoke(launch({ locale: 'en-GB' }), options);
    await invoke(launch({ locale: null }), options);

    expect(asked).toEqual(['en-GB', undefined]);
  });
});

describe('when something goes wrong', () => {
  const secret = 'a secret kneecap';
  /** Fails at the first answer, and is sound again for the apology. */
  const failing = (): Partial<SkillOptions> => {
    let calls = 0;
    return {
      renderFor: (locale) => {
        calls += 1;
        if (calls === 1) throw new TypeError(`cannot say ${secret} to ${userId}`);
        return renderFor(locale);
      },
    };
  };
  const rows = (): Record<string, unknown>[] => logged.mock.calls.map((call) => JSON.parse(String(call[0])));

  const spoken: readonly (readonly [type: string, request: RequestEnvelope])[] = [
    ['IntentRequest', intent('CrampNowIntent', { muscle: slot('muscle', secret, ['ER_SUCCESS_MATCH', 'calf']) })],
    ['LaunchRequest', launch()],
  ];

  test.each(spoken)('%s is answered with an apology that asks again', async (_, request) => {
    const answer = await invoke(request, failing());

    expectSpoken(answer);
    expect(answer.response.shouldEndSession).toBe(false);
    expect(ssmlOf(answer.response)).not.toContain(secret);
  });

  test.each(spoken)('%s is logged as one line of JSON, with nothing of the person in it', async (type, request) => {
    await invoke(request, failing());

    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls[0]).toHaveLength(1);
    expect(rows()).toEqual([
      {
        level: 'error',
        request: type,
        id: 'amzn1.request.1',
        name: 'TypeError',
        at: expect.stringMatching(/^at .*skill\.test\.ts/),
      },
    ]);
    const line = String(logged.mock.calls[0]?.[0]);
    expect(line).not.toContain('\n');
    for (const personal of [secret, 'kneecap', 'calf', 'CrampNow', userId, 'SOMEBODY', 'SOMEWHERE', 'amzn1.session'])
      expect(line).not.toContain(personal);
  });

  test.each(['SessionEndedRequest', 'System.ExceptionEncountered', 'AlexaSkillEvent.SkillDisabled'])(
    '%s gets nothing',
    async (type) => {
      // A request whose type throws the first time it is looked at: the silence itself fails.
      let looks = 0;
      const request = { requestId: 'amzn1.request.1', locale: 'en-US' };
      Object.defineProperty(request, 'type', {
        enumerable: true,
        get: () => {
          looks += 1;
          if (looks === 1) throw new TypeError(secret);
          return type;
        },
      });
      const { response } = await invoke({ ...envelope({}), request } as unknown as RequestEnvelope);

      expect(response).toStrictEqual({});
      expect(rows()).toEqual([expect.objectContaining({ request: type, name: 'TypeError' })]);
      expect(String(logged.mock.calls[0]?.[0])).not.toContain(secret);
    },
  );
});

describe('the id of the skill', () => {
  const foreign = launch({ applicationId: 'amzn1.ask.skill.theirs' });

  it('is checked when it is set: another is refused', async () => {
    await expect(invoke(foreign, { skillId })).rejects.toThrow(/ID verification failed/i);
  });

  test.each([
    ['ours', launch(), skillId],
    ['any, when none is set', foreign, undefined],
    ['any, when it is empty', foreign, ''],
  ])('lets through %s', async (_, request, id) => {
    expectSpoken(await invoke(request, { skillId: id }));
  });
});
