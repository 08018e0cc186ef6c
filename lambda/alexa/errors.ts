/**
 * The last resort. One JSON line a fault, with nothing in it that a person said or is: no user, no slot, no intent.
 */
import type { ErrorHandler } from 'ask-sdk-core';
import { newSession } from '../dialog/session';
import type { Reply } from '../dialog/types';
import type { Render } from '../speech/render';
import { toResponse } from './speak';

/** Says that something went wrong, and asks again; a request that must not be answered with speech gets nothing. */
export const lastResort = (renderFor: (locale: string | undefined) => Render): ErrorHandler => ({
  canHandle: () => true,
  handle({ requestEnvelope: { request, session }, attributesManager }, error) {
    console.error(
      JSON.stringify({ level: 'error', request: request?.type, id: request?.requestId, name: error.name, at: placeOf(error) }),
    );
    if (!mayBeAnswered(request?.type)) return {};
    // What was on offer may be what failed.
    if (session) attributesManager.setSessionAttributes({ ...newSession });
    return toResponse(renderFor(request?.locale)(sorry));
  },
});

/** Requests that a response with speech may follow. */
export const mayBeAnswered = (type: string | undefined): boolean => type === 'LaunchRequest' || type === 'IntentRequest';

const sorry: Reply = { say: [{ key: 'dialog.trouble.line' }], ask: { key: 'dialog.trouble.ask' }, session: newSession };

/** Where our code failed; an error's message could carry what somebody said, so it is not logged. */
const placeOf = ({ stack }: Error): string | undefined =>
  stack
    ?.split('\n')
    .find((row) => row.trim().startsWith('at '))
    ?.trim();
