/**
 * A skill and an ear that do as the test says.
 */
import type { Response, ResponseEnvelope } from 'ask-sdk-model';
import type { Language } from '../../simulator/language';
import type { Nlu, Understanding } from '../../simulator/nlu/nlu';

/** A response as Alexa likes it: a question, an open microphone, a reprompt. */
export const asking: Response = {
  outputSpeech: { type: 'SSML', ssml: '<speak>Bend your foot up. Has it let go?</speak>' },
  reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Is it better?</speak>' } },
  shouldEndSession: false,
};

export const closing: Response = {
  outputSpeech: { type: 'SSML', ssml: '<speak>Good night.</speak>' },
  shouldEndSession: true,
};

export const answer = (response: Response, sessionAttributes: Record<string, unknown> = {}): ResponseEnvelope => ({
  version: '1.0',
  sessionAttributes,
  response,
});

export const understanding = (intent: string, slots: Understanding['slots'] = []): Understanding => ({
  intent,
  slots,
  score: 0.9,
  how: 'sample',
});

/** English, as far as these tests speak it. */
export const english: Language = {
  launch: ['ask', 'tell', 'open', 'talk'],
  trailing: ['using'],
  connecting: ['to', 'if', 'that', 'about'],
  numbers: ['ten', 'seven', 'nine'],
  times: ['noon'],
  clock: ['half', 'past'],
};

export interface Ear extends Nlu {
  /** Everything it was given, in turn. */
  readonly given: { utterance: string; oneShot: boolean }[];
}

/** Understands "calf", "number" and "stop", each with its slots; anything else is Fallback. */
export function fakeEar(): Ear {
  const calf = { name: 'muscle', type: 'Muscle', value: 'calf', id: 'calf' };
  const knee = { name: 'muscle', type: 'Muscle', value: 'kneecap', id: null };
  const seven = { name: 'number', type: 'AMAZON.NUMBER', value: '7', id: null };
  const known: Record<string, Understanding> = {
    calf: understanding('CrampNowIntent', [calf]),
    kneecap: understanding('CrampNowIntent', [knee]),
    'seven months': understanding('CrampNowIntent', [seven]),
    stop: understanding('AMAZON.StopIntent'),
  };
  const given: Ear['given'] = [];
  return {
    given,
    language: english,
    understand: (utterance, { oneShot }) => {
      given.push({ utterance, oneShot });
      return known[utterance] ?? understanding('AMAZON.FallbackIntent');
    },
    slotsOf: (intent) => {
      if (intent !== 'CrampNowIntent') return [];
      return [
        { name: 'muscle', type: 'Muscle' },
        { name: 'side', type: 'Side' },
        { name: 'number', type: 'AMAZON.NUMBER' },
      ];
    },
  };
}
