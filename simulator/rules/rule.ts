/**
 * One rule by which Alexa, or the people who certify skills, would refuse a response; and what rules often ask of one.
 */
import type { RequestEnvelope, ResponseEnvelope, ui } from 'ask-sdk-model';
import { heard } from '../heard';

export interface Rule {
  /** Kebab-case, stable: it is what a refusal is known by. */
  readonly id: string;
  readonly description: string;
  /** Why the response is refused, or undefined when it keeps the rule. */
  readonly broken: (response: ResponseEnvelope, request: RequestEnvelope) => string | undefined;
}

/** Requests that a person is waiting on. */
const conversation: ReadonlySet<string> = new Set(['LaunchRequest', 'IntentRequest', 'Alexa.Presentation.APL.UserEvent']);
/** Requests that only inform the skill: Alexa takes no answer to them. */
const notices: ReadonlySet<string> = new Set(['SessionEndedRequest', 'System.ExceptionEncountered']);

export const isConversation = ({ request }: RequestEnvelope): boolean => conversation.has(request.type);
export const isNotice = ({ request }: RequestEnvelope): boolean => notices.has(request.type);

/** The session goes to Alexa for a while (to ask for consent, say); the skill is not asking anything itself. */
export const handsOver = ({ response }: ResponseEnvelope): boolean =>
  (response.directives ?? []).some(({ type }) => type?.startsWith('Connections.'));

/** Alexa takes null as false. */
export const opensMicrophone = ({ response }: ResponseEnvelope): boolean =>
  response.shouldEndSession === false || response.shouldEndSession === null;

/** As written: SSML, plain text, or nothing. */
export function written(speech: ui.OutputSpeech | undefined): string {
  const text: unknown = speech?.type === 'SSML' ? speech.ssml : speech?.text;
  return typeof text === 'string' ? text : '';
}

/** As plain text, whichever of the two it is. */
export const plain = (speech: ui.OutputSpeech | undefined): string =>
  speech?.type === 'SSML' ? heard(written(speech)) : written(speech).trim();

/** Speech and reprompt by the name they go by in a refusal; only those that are there. */
export function spoken({ response }: ResponseEnvelope): { name: string; speech: ui.OutputSpeech }[] {
  const all = [
    { name: 'the speech', speech: response.outputSpeech },
    { name: 'the reprompt', speech: response.reprompt?.outputSpeech },
  ];
  return all.filter((one): one is { name: string; speech: ui.OutputSpeech } => one.speech !== undefined);
}

/** The first reason found in speech or reprompt. */
export function inSpoken(response: ResponseEnvelope, why: (speech: ui.OutputSpeech) => string | undefined): string | undefined {
  for (const { name, speech } of spoken(response)) {
    const reason = why(speech);
    if (reason !== undefined) return `${name}: ${reason}`;
  }
  return undefined;
}
