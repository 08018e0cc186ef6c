/**
 * What Alexa sends besides conversation, what it leaves out, and what happens when its services hang.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { envelope, intent, launch } from '../../alexa/envelopes';
import { context } from '../conversation';
import type { Subject } from '../subject';
import { type Check, some, unless } from './check';

const call = (subject: Subject, request: unknown): Promise<ResponseEnvelope> =>
  subject.handler(JSON.parse(JSON.stringify(request)) as RequestEnvelope, context);

/** Requests that nobody may answer: why an answer is one, each. */
const silent = (rule: string, requests: (locale: string) => readonly RequestEnvelope[]): Check => ({
  rule,
  find: async (subject) => {
    const found: string[] = [];
    for (const request of requests(subject.locale)) {
      const type = request.request?.type ?? 'a request without a type';
      try {
        const { response } = await call(subject, request);
        if (Object.keys(response ?? {}).length > 0) found.push(`${type} is answered with ${Object.keys(response).join(', ')}`);
      } catch (error) {
        found.push(`${type} fails: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return some(found);
  },
});

const event = (type: string, locale: string, more = {}): RequestEnvelope =>
  envelope({ type, ...more }, { session: false, locale });

const events = [
  ...['Enabled', 'Disabled', 'PermissionAccepted', 'PermissionChanged', 'AccountLinked'].map(
    (name) => `AlexaSkillEvent.Skill${name}`,
  ),
  'AlexaSkillEvent.ProactiveSubscriptionChanged',
  ...['Created', 'Started', 'StatusChanged', 'Updated', 'Deleted'].map((name) => `Reminders.Reminder${name}`),
];

const strangers = [
  ...['Started', 'Finished', 'Stopped', 'NearlyFinished', 'Failed'].map((name) => `AudioPlayer.Playback${name}`),
  ...['Play', 'Pause', 'Next', 'Previous'].map((name) => `PlaybackController.${name}CommandIssued`),
  ...['RuntimeError', 'LoadIndexListData', 'LoadTokenListData'].map((name) => `Alexa.Presentation.APL.${name}`),
  ...['Messaging.MessageReceived', 'Display.ElementSelected', 'Alexa.Presentation.APLT.UserEvent', 'Amazon.OfTomorrow'],
];

/** What may be missing, by a name that a person reads. */
function incomplete(locale: string): readonly (readonly [lacks: string, request: unknown])[] {
  const { context: around, session, ...rest } = launch({ locale });
  const { application } = around.System;
  const asked = intent('CausesIntent', undefined, { locale });
  return [
    ['a device', { ...rest, session, context: { System: { application } } }],
    ['a session', { ...rest, context: around }],
    ['attributes', { ...rest, session: { ...session, attributes: undefined }, context: around }],
    ['a locale', launch({ locale: null })],
    ['slots', asked],
    ['a known intent', intent('NoSuchIntent', {}, { locale })],
    ['sense in its attributes', launch({ locale, attributes: { version: 99, said: 'nothing' } })],
    ['a user', { ...rest, session: { ...session, user: undefined }, context: { System: { ...around.System, user: undefined } } }],
  ];
}

/** Milliseconds; Alexa's own patience is eight thousand. */
const patience = 3000;

export const platformChecks: readonly Check[] = [
  silent('RT2', (locale) =>
    ['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'].map((reason) =>
      envelope({ type: 'SessionEndedRequest', reason }, { attributes: {}, locale }),
    ),
  ),
  silent('RT3', (locale) =>
    ['INVALID_RESPONSE', 'DEVICE_COMMUNICATION_ERROR', 'INTERNAL_SERVICE_ERROR'].map((type) =>
      envelope({ type: 'System.ExceptionEncountered', error: { type, message: 'no' }, cause: { requestId: 'r' } }, { locale }),
    ),
  ),
  {
    rule: 'RT4',
    find: async (subject) => {
      const { find } = silent('RT4', (locale) => events.map((type) => event(type, locale, { body: {} })));
      const { locale } = subject;
      const said = async (): Promise<string> => JSON.stringify((await call(subject, launch({ locale }))).response.outputSpeech);
      const [stranger, known] = [await said(), await said()];
      await call(subject, event('AlexaSkillEvent.SkillDisabled', locale, { body: {} }));
      const after = await said();
      return [
        ...(await find(subject)),
        ...unless(stranger !== known, 'whoever comes back is not known, so nothing can be forgotten'),
        ...unless(after === stranger, 'whoever disabled the skill is still known'),
      ];
    },
  },
  silent('RT5', (locale) => strangers.map((type) => envelope({ type, token: 'a' }, { locale }))),
  silent('AP13', (locale) => [envelope({ type: 'Alexa.Presentation.APLA.RuntimeError', token: 'a', errors: [] }, { locale })]),
  {
    rule: 'RT6',
    find: async (subject) => {
      const found: string[] = [];
      for (const [lacks, request] of incomplete(subject.locale)) {
        try {
          const { response } = await call(subject, request);
          if (response?.outputSpeech === undefined) found.push(`a request that lacks ${lacks} is answered with silence`);
        } catch (error) {
          found.push(`a request that lacks ${lacks} fails: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return found;
    },
  },
  {
    rule: 'RS6',
    find: async (subject) => {
      // Takes every call, and never answers one.
      const hanging = createServer(() => undefined);
      await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
      const { port } = hanging.address() as AddressInfo;
      try {
        const found: string[] = [];
        const { locale } = subject;
        for (const request of [launch({ locale }), ...slowest.map((name) => intent(name, {}, { locale }))]) {
          const { System } = request.context;
          const asked = { ...request, context: { System: { ...System, apiEndpoint: `http://127.0.0.1:${port}` } } };
          const begun = Date.now();
          await call(subject, asked);
          const took = Date.now() - begun;
          if (took > patience) found.push(`${request.request.type} is answered after ${took} milliseconds`);
        }
        return found;
      } finally {
        hanging.closeAllConnections();
        hanging.close();
      }
    },
  },
];

/** Intents that look something up. */
const slowest = ['CausesIntent', 'StretchIntent', 'ReminderIntent', 'ForgetMeIntent', 'CrampNowIntent', 'AMAZON.HelpIntent'];
