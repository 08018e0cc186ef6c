/**
 * Complete requests, in the shape in which Alexa sends them to the Lambda function.
 */
import { randomUUID } from 'node:crypto';
import type {
  IntentRequest,
  Request,
  RequestEnvelope,
  Session,
  SessionEndedReason,
  Slot,
  SupportedInterfaces,
  slu,
} from 'ask-sdk-model';
import type { Understanding } from './nlu/nlu';

/** What is true of the device, whatever is said to it. */
export interface Place {
  readonly locale: string;
  readonly userId: string;
  readonly deviceId: string;
  /** Whether the device has a screen. */
  readonly screen: boolean;
  /** Where the Alexa HTTP services answer. */
  readonly apiEndpoint: string;
  readonly now: Date;
}

/** The session as Alexa keeps it between two turns. */
export interface OpenSession {
  readonly id: string;
  readonly isNew: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A slot as Alexa sends it; `source` is missing from ask-sdk-model 1.86. */
type SentSlot = Slot & { source?: 'USER' };

export const applicationId = 'amzn1.ask.skill.5c1a7c00-0000-4000-8000-c4a3be15e1f0';

/** "Alexa, open cramp helper." */
export const launched = (place: Place, session: OpenSession): RequestEnvelope =>
  envelope(place, session, { type: 'LaunchRequest', ...common(place) });

/**
 * Something was understood.
 * @param declared every slot of the intent, so that the unfilled ones are sent too, by name only
 */
export function intended(
  place: Place,
  session: OpenSession,
  understood: Understanding,
  declared: readonly { readonly name: string; readonly type: string }[],
): RequestEnvelope {
  const slots: Record<string, SentSlot> = {};
  for (const { name } of declared) slots[name] = { name, confirmationStatus: 'NONE' };
  for (const filled of understood.slots) slots[filled.name] = slotOf(filled);
  const intent = {
    name: understood.intent,
    confirmationStatus: 'NONE' as const,
    ...(Object.keys(slots).length > 0 && { slots }),
  };
  // The type asks for a dialogState; a model without dialogs is never sent one.
  const request: Omit<IntentRequest, 'dialogState'> = { type: 'IntentRequest', ...common(place), intent };
  return envelope(place, session, request as IntentRequest);
}

/** The session is over, and the skill may only take note. */
export const ended = (place: Place, session: OpenSession, reason: SessionEndedReason): RequestEnvelope =>
  envelope(place, session, { type: 'SessionEndedRequest', ...common(place), reason });

/** Alexa resolves custom types only; a built-in type such as AMAZON.NUMBER has its value and no resolutions. */
export const isBuiltIn = (type: string): boolean => type.startsWith('AMAZON.');

function slotOf({ name, type, value, id }: Understanding['slots'][number]): SentSlot {
  const slot: SentSlot = { name, value, confirmationStatus: 'NONE', source: 'USER' };
  if (isBuiltIn(type)) return { ...slot, slotValue: { type: 'Simple', value } };
  const authority = `amzn1.er-authority.echo-sdk.${applicationId}.${type}`;
  const resolution =
    id === null
      ? { authority, status: { code: 'ER_SUCCESS_NO_MATCH' as const } }
      : { authority, status: { code: 'ER_SUCCESS_MATCH' as const }, values: [{ value: { name: value, id } }] };
  // A resolution without a match has no values on the wire, whatever the type says.
  const resolutions = { resolutionsPerAuthority: [resolution as slu.entityresolution.Resolution] };
  return { ...slot, resolutions, slotValue: { type: 'Simple', value, resolutions } };
}

const common = ({ locale, now }: Place): { requestId: string; timestamp: string; locale: string } => ({
  requestId: `amzn1.echo-api.request.${randomUUID()}`,
  // To the second, as Alexa writes it.
  timestamp: `${now.toISOString().slice(0, 19)}Z`,
  locale,
});

function envelope(place: Place, session: OpenSession, request: Request): RequestEnvelope {
  const application = { applicationId };
  const user = { userId: place.userId };
  const sent: Session = {
    new: session.isNew,
    sessionId: session.id,
    application,
    attributes: { ...session.attributes },
    user,
  };
  const supportedInterfaces: SupportedInterfaces = place.screen
    ? { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2023.3' } } }
    : {};
  return {
    version: '1.0',
    session: sent,
    context: {
      System: {
        application,
        user,
        device: { deviceId: place.deviceId, supportedInterfaces },
        apiEndpoint: place.apiEndpoint,
        apiAccessToken: 'a-token-of-the-local-alexa',
      },
      ...(place.screen && { Viewport: hub }),
    },
    request,
  };
}

/** A seven-inch Echo Show. */
const hub = {
  experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
  mode: 'HUB' as const,
  shape: 'RECTANGLE' as const,
  pixelWidth: 1024,
  pixelHeight: 600,
  dpi: 160,
  currentPixelWidth: 1024,
  currentPixelHeight: 600,
  touch: ['SINGLE' as const],
};
