/**
 * Requests as Alexa sends them, and the odd ones it may send one day.
 */
import type { RequestEnvelope } from 'ask-sdk-model';

export const skillId = 'amzn1.ask.skill.ours';
/** What no log may hold. */
export const userId = 'amzn1.ask.account.SOMEBODY';

interface Sent {
  readonly attributes?: unknown;
  /** False for events, which belong to no session. */
  readonly session?: boolean;
  /** null for none, which some requests have. */
  readonly locale?: string | null;
  readonly applicationId?: string;
}

/** A request in its envelope; `request` may lack or add anything. */
export function envelope(
  request: Readonly<Record<string, unknown>>,
  { attributes, session = true, locale = 'en-US', applicationId = skillId }: Sent = {},
): RequestEnvelope {
  const application = { applicationId };
  const user = { userId };
  const sent: unknown = {
    version: '1.0',
    ...(session
      ? { session: { new: attributes === undefined, sessionId: 'amzn1.session.1', application, user, attributes } }
      : {}),
    context: {
      System: { application, user, device: { deviceId: 'amzn1.device.SOMEWHERE' }, apiEndpoint: '', apiAccessToken: 'secret' },
    },
    request: {
      requestId: 'amzn1.request.1',
      timestamp: '2026-03-01T02:30:00Z',
      ...(locale === null ? {} : { locale }),
      ...request,
    },
  };
  return sent as RequestEnvelope;
}

export const launch = (sent?: Sent): RequestEnvelope => envelope({ type: 'LaunchRequest' }, sent);

export const intent = (name: string, slots?: unknown, sent?: Sent): RequestEnvelope =>
  envelope({ type: 'IntentRequest', intent: { name, confirmationStatus: 'NONE', slots } }, sent);

const authority = (code: string, ...ids: string[]): unknown => ({
  authority: 'amzn1.er-authority.echo-sdk.ours.Muscle',
  status: { code },
  ...(ids.length > 0 && { values: ids.map((id) => ({ value: { name: `the words of ${id}`, id } })) }),
});

/** A slot as heard, with the answer of each authority: its code, then the ids it found. */
export const slot = (
  name: string,
  value: string,
  ...answers: readonly (readonly [code: string, ...ids: string[]])[]
): unknown => ({
  name,
  value,
  confirmationStatus: 'NONE',
  source: 'USER',
  resolutions: { resolutionsPerAuthority: answers.map(([code, ...ids]) => authority(code, ...ids)) },
});

export const matched = (name: string, id: string): Record<string, unknown> => ({
  [name]: slot(name, `my ${id}`, ['ER_SUCCESS_MATCH', id]),
});
