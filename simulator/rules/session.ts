/**
 * Rules about whose turn it is: the microphone, the question, the reprompt.
 */
import { handsOver, isConversation, isNotice, opensMicrophone, plain, type Rule } from './rule';

const questionMark = /[?？؟]/u;
/** Whatever may close a quotation after the mark. */
const afterQuestion = /(?<=[?？؟])[^?？؟]*$/u;

/** Rules for turns of a conversation in which the skill itself keeps or ends the session. */
const inConversation =
  (broken: Rule['broken']): Rule['broken'] =>
  (response, request) =>
    isConversation(request) && !handsOver(response) ? broken(response, request) : undefined;

export const sessionRules: readonly Rule[] = [
  {
    id: 'notice-unanswered',
    description: 'SessionEndedRequest and System.ExceptionEncountered are answered with nothing at all.',
    broken: ({ response }, request) => {
      if (!isNotice(request)) return undefined;
      const sent = Object.entries(response)
        .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
        .map(([name]) => name);
      return sent.length > 0 ? `${request.request.type} is answered with ${sent.join(', ')}` : undefined;
    },
  },
  {
    id: 'session-decided',
    description: 'shouldEndSession is true or false; left out, every device does something else.',
    broken: inConversation(({ response }) =>
      typeof response.shouldEndSession === 'boolean' ? undefined : `shouldEndSession is ${String(response.shouldEndSession)}`,
    ),
  },
  {
    id: 'reprompt-when-open',
    description: 'There is a reprompt exactly when the microphone opens.',
    broken: inConversation((response) => {
      const reprompt = plain(response.response.reprompt?.outputSpeech) !== '';
      if (opensMicrophone(response) && !reprompt) return 'the microphone opens, and there is no reprompt';
      if (!opensMicrophone(response) && response.response.reprompt) return 'there is a reprompt, and the microphone stays closed';
      return undefined;
    }),
  },
  {
    id: 'reprompt-differs',
    description: 'The reprompt is not a copy of the speech.',
    broken: inConversation(({ response }) => {
      const reprompt = plain(response.reprompt?.outputSpeech);
      return reprompt !== '' && reprompt === plain(response.outputSpeech) ? 'the reprompt repeats the speech' : undefined;
    }),
  },
  {
    id: 'question-when-open',
    description: 'A question is asked exactly when the microphone opens (certification 4.1).',
    broken: inConversation((response) => {
      const asks = questionMark.test(plain(response.response.outputSpeech));
      if (opensMicrophone(response) && !asks) return 'the microphone opens, and nothing is asked';
      if (!opensMicrophone(response) && asks) return 'a question is asked, and the microphone stays closed';
      return undefined;
    }),
  },
  {
    id: 'question-last',
    description: 'After the question nothing is said: the person is about to speak.',
    broken: inConversation(({ response }) => {
      const rest = afterQuestion.exec(plain(response.outputSpeech))?.[0] ?? '';
      return /[\p{L}\p{N}]/u.test(rest) ? `"${rest.trim()}" comes after the question` : undefined;
    }),
  },
];
