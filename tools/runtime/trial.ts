/**
 * What the skill is asked when it is tried as Lambda runs it, and what of its life is not as it must be.
 */
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { applicationId, ended, intended, launched } from '../../simulator/envelope';
import { refusals } from '../../simulator/refuse';
import type { Life } from './lambda';

const place = { locale: 'en-US', userId: 'trial', deviceId: 'trial', screen: false, apiEndpoint: '', now: new Date() };
const session = { id: 'trial', isNew: true, attributes: {} };
const asked = (intent: string): RequestEnvelope => intended(place, session, { intent, slots: [], score: 1, how: 'sample' }, []);

/** Each event, and whether it must be answered with speech. */
export const events: readonly { readonly name: string; readonly event: object; readonly speaks: boolean }[] = [
  { name: 'a launch', event: launched(place, session), speaks: true },
  { name: 'a question', event: asked('CausesIntent'), speaks: true },
  // Of this skill, and no request at all: Lambda hands on whatever comes.
  { name: 'an odd body', event: { context: { System: { application: { applicationId } } } }, speaks: false },
  { name: 'a cramp', event: asked('CrampNowIntent'), speaks: true },
  { name: 'the end of a session', event: ended(place, session, 'USER_INITIATED'), speaks: false },
];

/** What the function is told in Lambda, but for its table. */
export const env = { SKILL_ID: applicationId };

/** What is wrong; nothing when every event was answered so that Alexa takes it, and nothing was logged. */
export function wrongWith({ refused, outcomes, log }: Life): readonly string[] {
  if (refused) return [`it does not start: ${refused.errorType}: ${refused.errorMessage}`];
  const wrong = events.flatMap(({ name, event, speaks }, at) => {
    const { answer, failure } = outcomes[at] ?? {};
    if (failure) return [`${name} fails: ${failure.errorType}: ${failure.errorMessage}`];
    const { response } = (answer ?? {}) as Partial<ResponseEnvelope>;
    if (!response) return [`${name} is not answered`];
    if (Boolean(response.outputSpeech) !== speaks) return [`${name} is answered ${speaks ? 'without' : 'with'} speech`];
    if (!speaks) return [];
    return refusals(answer as ResponseEnvelope, event as RequestEnvelope).map(({ rule, why }) => `${name}: ${rule}: ${why}`);
  });
  return [...wrong, ...log.split('\n').flatMap((line) => (line === '' ? [] : [`it logs ${line}`]))];
}
