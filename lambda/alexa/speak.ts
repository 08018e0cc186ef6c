/**
 * A rendered reply → Alexa's response. Whether the session stays open follows from whether a question was asked.
 */
import type { Response } from 'ask-sdk-model';
import type { Rendered } from '../speech/types';

export const toResponse = ({ ssml, reprompt, card }: Rendered): Response => ({
  outputSpeech: { type: 'SSML', ssml },
  ...(reprompt ? { reprompt: { outputSpeech: { type: 'SSML', ssml: reprompt } } } : {}),
  ...(card ? { card: { type: 'Simple', title: card.title, content: card.text } } : {}),
  shouldEndSession: reprompt === undefined,
});
