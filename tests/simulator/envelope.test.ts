/**
 * A request that is not shaped as Alexa shapes it would let a handler pass here that fails in a kitchen.
 */
import type { IntentRequest, RequestEnvelope } from 'ask-sdk-model';
import { ended, intended, launched, type OpenSession, type Place } from '../../simulator/envelope';
import { fakeEar, understanding } from './fakes';

const place: Place = {
  locale: 'en-GB',
  userId: 'amzn1.ask.account.A',
  deviceId: 'amzn1.ask.device.B',
  screen: false,
  apiEndpoint: 'http://127.0.0.1:9',
  now: new Date('2026-03-01T02:30:45.678Z'),
};
const session: OpenSession = { id: 'amzn1.echo-api.session.1', isNew: false, attributes: { misses: 1 } };
const muscles = (slots: Parameters<typeof understanding>[1]): RequestEnvelope =>
  intended(place, session, understanding('CrampNowIntent', slots), fakeEar().slotsOf('CrampNowIntent'));
const intentOf = (envelope: RequestEnvelope) => (envelope.request as IntentRequest).intent;

it('carries the session, the user and the device in full', () => {
  const { version, session: sent, context } = launched(place, session);
  expect(version).toBe('1.0');
  expect(sent).toMatchObject({ new: false, sessionId: session.id, attributes: { misses: 1 }, user: { userId: place.userId } });
  expect(sent?.application.applicationId).toMatch(/^amzn1\.ask\.skill\.[\da-f-]{36}$/);
  expect(context.System).toMatchObject({
    application: sent?.application,
    user: { userId: place.userId },
    device: { deviceId: place.deviceId, supportedInterfaces: {} },
    apiEndpoint: 'http://127.0.0.1:9',
    apiAccessToken: expect.any(String),
  });
  expect(context.System).not.toHaveProperty('person');
});

it('says when and in which language, by the clock it was given', () => {
  const { request } = launched(place, session);
  expect(request).toMatchObject({ type: 'LaunchRequest', locale: 'en-GB', timestamp: '2026-03-01T02:30:45Z' });
  expect(request.requestId).toMatch(/^amzn1\.echo-api\.request\./);
  expect(launched(place, session).request.requestId).not.toBe(request.requestId);
});

it('has a viewport and APL only where there is a screen', () => {
  expect(launched(place, session).context).not.toHaveProperty('Viewport');
  const { context } = launched({ ...place, screen: true }, session);
  expect(context.Viewport).toMatchObject({ shape: 'RECTANGLE', pixelWidth: 1024 });
  expect(context.System.device?.supportedInterfaces).toHaveProperty(['Alexa.Presentation.APL', 'runtime', 'maxVersion']);
});

it('resolves a known word to its id, through the authority of its type', () => {
  const { slots } = intentOf(muscles([{ name: 'muscle', type: 'Muscle', value: 'calves', id: 'calf' }]));
  expect(slots?.['muscle']).toMatchObject({ name: 'muscle', value: 'calves', confirmationStatus: 'NONE', source: 'USER' });
  const [resolution] = slots?.['muscle']?.resolutions?.resolutionsPerAuthority ?? [];
  expect(resolution).toMatchObject({ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: 'calves', id: 'calf' } }] });
  expect(resolution?.authority).toMatch(/^amzn1\.er-authority\.echo-sdk\..+\.Muscle$/);
});

it('sends words no id stands for as heard, without a match', () => {
  const { slots } = intentOf(muscles([{ name: 'muscle', type: 'Muscle', value: 'eyelid', id: null }]));
  const [resolution] = slots?.['muscle']?.resolutions?.resolutionsPerAuthority ?? [];
  expect(slots?.['muscle']?.value).toBe('eyelid');
  expect(resolution?.status.code).toBe('ER_SUCCESS_NO_MATCH');
  expect(resolution).not.toHaveProperty('values');
});

it('leaves built-in types unresolved', () => {
  const { slots } = intentOf(muscles([{ name: 'number', type: 'AMAZON.NUMBER', value: '7', id: null }]));
  expect(slots?.['number']?.value).toBe('7');
  expect(slots?.['number']).not.toHaveProperty('resolutions');
});

it('names every slot of the intent, filled or not, and none where the intent has none', () => {
  const { slots } = intentOf(muscles([]));
  expect(Object.keys(slots ?? {})).toEqual(['muscle', 'side', 'number']);
  expect(slots?.['side']).toEqual({ name: 'side', confirmationStatus: 'NONE' });
  expect(intentOf(intended(place, session, understanding('AMAZON.StopIntent'), []))).not.toHaveProperty('slots');
});

it('tells why a session ended', () => {
  expect(ended(place, session, 'EXCEEDED_MAX_REPROMPTS').request).toMatchObject({
    type: 'SessionEndedRequest',
    reason: 'EXCEEDED_MAX_REPROMPTS',
  });
});
