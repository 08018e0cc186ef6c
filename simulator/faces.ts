/**
 * How an exchange is written: a JSON line for programs, a short script for pipes, the same with what Alexa understood for people.
 */
import { styleText } from 'node:util';
import type { Exchange } from './device';
import { isBuiltIn } from './envelope';
import { heard } from './heard';

/** An exchange as lines of text, each ending in a newline. */
export type Face = (exchange: Exchange) => string;

/** The JSON line of the contract: names and order are a promise to other tools. */
export const jsonFace: Face = (exchange) => {
  const { utterance, request, understood, speech, ssml, reprompt, seconds, micOpen, sessionEnded, screen, error } = exchange;
  const line = {
    utterance,
    // Silence while nobody listens sends nothing: the session is over, as it was.
    request: request?.request.type ?? 'SessionEndedRequest',
    intent: understood?.intent ?? null,
    slots: slotIds(exchange),
    ...{ speech, ssml, reprompt, seconds, micOpen, sessionEnded, screen, error },
  };
  return `${JSON.stringify(line)}\n`;
};

export const plainFace: Face = (exchange) => `you: ${said(exchange)}\nalexa: ${answered(exchange)}\n`;

/** @param typed the person has typed the utterance here, so it is on the screen already */
export function personFace(colour: boolean, typed: boolean): Face {
  // Whether colours are wanted is the caller's to know; styleText would look at this process again.
  const style = (look: 'dim' | 'cyan', text: string): string =>
    colour ? styleText(look, text, { validateStream: false }) : text;
  const dim = (text: string): string => style('dim', text);
  const name = (text: string): string => style('cyan', text);
  return (exchange) => {
    const lines = typed ? [] : [`${name('you:')} ${said(exchange)}`];
    if (exchange.understood) lines.push(dim(`  ${understoodAs(exchange)}`));
    lines.push(`${name('alexa:')} ${answered(exchange)}`);
    if (exchange.reprompt !== null) lines.push(dim(`  after a silence: ${exchange.reprompt}`));
    if (exchange.sessionEnded) lines.push(dim('  the session is over'));
    return `${lines.join('\n')}\n`;
  };
}

export const greeting = (locale: string): string =>
  `Cramp Helper on a local Alexa (${locale}). Type what you would say: "open", or "my calf is cramping".
An empty line is silence. Ctrl+D leaves.
`;

function slotIds({ understood }: Exchange): Record<string, string | null> {
  const entries = (understood?.slots ?? []).map(({ name, type, value, id }) => [name, isBuiltIn(type) ? value : id] as const);
  return Object.fromEntries(entries);
}

function understoodAs(exchange: Exchange): string {
  const slots = Object.entries(slotIds(exchange)).map(([name, id]) => `${name}=${id ?? '?'}`);
  const { intent, score, how } = exchange.understood ?? { intent: '', score: 0, how: 'none' };
  return [intent, ...slots, `${Math.round(score * 100)} % by ${how}`].join(' · ');
}

const said = ({ utterance }: Exchange): string => (utterance.trim() === '' ? '(silence)' : utterance);

const answered = ({ speech, ssml, request }: Exchange): string => {
  if (speech !== '') return ssml === '' ? speech : withQuiet(ssml);
  return request?.request.type === 'SessionEndedRequest' ? '(the microphone closes)' : '(nothing)';
};

/** What is heard, with the seconds of quiet where somebody would wait. */
const withQuiet = (ssml: string): string =>
  heard(
    ssml.replace(/(?:<break time="[\d.]+s"\/>\s*)+/g, (breaks) => {
      const seconds = [...breaks.matchAll(/"([\d.]+)s"/g)].reduce((sum, [, length]) => sum + Number(length), 0);
      return ` [${seconds} s] `;
    }),
  );
