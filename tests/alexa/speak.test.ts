/**
 * The microphone is open exactly when something was asked. Left open after an emergency, it would keep the device from being used.
 */
import { toResponse } from '../../lambda/alexa/speak';

const ssml = '<speak>Has it let go?</speak>';
const reprompt = '<speak>Better?</speak>';
const card = { title: 'What causes cramps', text: 'Overuse.' };

it('opens the microphone for a question, with its nudge for silence', () => {
  expect(toResponse({ ssml, text: 'Has it let go?', reprompt })).toStrictEqual({
    outputSpeech: { type: 'SSML', ssml },
    reprompt: { outputSpeech: { type: 'SSML', ssml: reprompt } },
    shouldEndSession: false,
  });
});

it('closes without one, and sends no reprompt', () => {
  expect(toResponse({ ssml, text: 'Good night.' })).toStrictEqual({
    outputSpeech: { type: 'SSML', ssml },
    shouldEndSession: true,
  });
});

test.each([true, false])('shows a card where there is one, question or not: %p', (asks) => {
  const response = toResponse({ ssml, text: '', card, ...(asks ? { reprompt } : {}) });

  expect(response.card).toStrictEqual({ type: 'Simple', title: 'What causes cramps', content: 'Overuse.' });
  expect(response.shouldEndSession).toBe(!asks);
});
