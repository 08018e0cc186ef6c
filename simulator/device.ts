/**
 * One Echo: keeps its user, session and clock, turns what is said into a request, calls the skill and plays by Alexa's rules.
 */
import { randomUUID } from 'node:crypto';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { ended, intended, launched, type OpenSession, type Place } from './envelope';
import { seconds } from './heard';
import { invocation } from './invocation';
import { type Handler, invoke } from './invoke';
import type { Nlu, Understanding } from './nlu/nlu';
import { refusals } from './refuse';
import { opensMicrophone, plain, written } from './rules/rule';

export interface DeviceOptions {
  readonly handler: Handler;
  readonly nlu: Nlu;
  readonly locale: string;
  readonly clock: () => Date;
  readonly screen: boolean;
  readonly userId?: string;
  /** The name the skill is asked for by in this locale. */
  readonly invocationName?: string;
  /** Where the Alexa HTTP services answer. */
  readonly apiEndpoint?: string;
}

/** One utterance, and what came of it. */
export interface Exchange {
  readonly utterance: string;
  /** What was sent to the skill; null when nothing was. */
  readonly request: RequestEnvelope | null;
  /** What Alexa understood; null for a launch and for silence. */
  readonly understood: Understanding | null;
  /** As the skill answered; null when it did not. */
  readonly response: ResponseEnvelope | null;
  /** Plain text as heard; empty when nothing is said. */
  readonly speech: string;
  readonly ssml: string;
  /** Plain text of what is said after eight seconds of silence. */
  readonly reprompt: string | null;
  readonly seconds: number;
  readonly micOpen: boolean;
  readonly sessionEnded: boolean;
  /** The APL document shown. */
  readonly screen: object | null;
  readonly error: string | null;
}

export interface Device {
  /** Says one utterance, or nothing for eight seconds twice when it is empty. One at a time. */
  readonly say: (utterance: string) => Promise<Exchange>;
  readonly inSession: () => boolean;
}

/** What is made of an utterance before the skill is called. */
interface Sent {
  readonly session: OpenSession;
  readonly request: RequestEnvelope;
  readonly understood: Understanding | null;
}

/** Nothing listens there: a call is refused at once, and never leaves the machine. */
const nowhere = 'http://127.0.0.1:9';

export function createDevice(options: DeviceOptions): Device {
  const { handler, nlu, locale, clock, screen, invocationName = 'cramp helper', apiEndpoint = nowhere } = options;
  const userId = options.userId ?? 'amzn1.ask.account.LOCAL';
  const deviceId = 'amzn1.ask.device.LOCAL';
  let session: OpenSession | undefined;

  const place = (): Place => ({ locale, userId, deviceId, screen, apiEndpoint, now: clock() });
  const fresh = (): OpenSession => ({ id: `amzn1.echo-api.session.${randomUUID()}`, isNew: true, attributes: {} });

  function send(utterance: string): Sent {
    const { named, rest } = invocation(utterance, invocationName, nlu.language);
    // Asking for the skill by name starts a session anew, even in the middle of one.
    const starts = named || !session;
    const current = starts || !session ? fresh() : session;
    if (starts && (rest === '' || (!named && utterance.trim() === 'open'))) {
      return { session: current, request: launched(place(), current), understood: null };
    }
    const understood = nlu.understand(rest, { oneShot: starts });
    const request = intended(place(), current, understood, nlu.slotsOf(understood.intent));
    return { session: current, request, understood };
  }

  async function say(utterance: string): Promise<Exchange> {
    const silent = utterance.trim() === '';
    // Nobody listens, so nothing is heard: no fault, and nothing to send.
    if (silent && !session) return { ...unanswered, utterance, error: null };
    const sent =
      silent && session
        ? { session, request: ended(place(), session, 'EXCEEDED_MAX_REPROMPTS'), understood: null }
        : send(utterance);
    const { request, understood } = sent;
    session = undefined;
    let response: ResponseEnvelope;
    let error: string | null = null;
    try {
      const answer = await invoke(handler, request);
      const refused = refusals(answer, request).map(({ rule, why }) => `${rule}: ${why}`);
      if (refused.length > 0) error = `Alexa would refuse this: ${refused.join('; ')}`;
      response = JSON.parse(JSON.stringify(answer));
    } catch (failure) {
      error ??= `the skill failed: ${failure instanceof Error ? failure.message : String(failure)}`;
      return { ...unanswered, utterance, request, understood, error };
    }
    const played = play(response, silent, screen);
    if (!played.sessionEnded) {
      session = { id: sent.session.id, isNew: false, attributes: response.sessionAttributes ?? {} };
    }
    return { utterance, request, understood, response, ...played, error };
  }

  return { say, inSession: () => session !== undefined };
}

const unanswered: Omit<Exchange, 'utterance' | 'error'> = {
  request: null,
  understood: null,
  response: null,
  speech: '',
  ssml: '',
  reprompt: null,
  seconds: 0,
  micOpen: false,
  sessionEnded: true,
  screen: null,
};

type Played = Pick<Exchange, 'speech' | 'ssml' | 'reprompt' | 'seconds' | 'micOpen' | 'sessionEnded' | 'screen'>;

/** What the device does with an answer. After silence the session is over, whatever the answer says. */
function play({ version, response = {} }: ResponseEnvelope, silent: boolean, screen: boolean): Played {
  const shown = response.directives?.find((one) => one.type === 'Alexa.Presentation.APL.RenderDocument');
  const document = (shown as { document?: object } | undefined)?.document ?? null;
  const micOpen = !silent && opensMicrophone({ version, response });
  // Undecided, a device that shows something keeps the session for a while with the microphone closed.
  const lingers = response.shouldEndSession === undefined && screen && document !== null;
  const ssml = response.outputSpeech?.type === 'SSML' ? written(response.outputSpeech) : '';
  const reprompt = plain(response.reprompt?.outputSpeech);
  return {
    speech: plain(response.outputSpeech),
    ssml,
    reprompt: reprompt === '' ? null : reprompt,
    seconds: Math.round(seconds(ssml === '' ? written(response.outputSpeech) : ssml) * 10) / 10,
    micOpen,
    sessionEnded: silent || !(micOpen || lingers),
    screen: document,
  };
}
