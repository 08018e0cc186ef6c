/**
 * Says everything to the bundle: every intent with every value of every slot, heard well and badly, to somebody new; then, after each
 * question that it can ask, every intent once. What is remembered in between is what the bundle gave back, as Alexa would.
 */
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type Refusal, refusals } from '../../simulator/refuse';
import { plain } from '../../simulator/rules/rule';
import { intent, launch, slot } from '../alexa/envelopes';
import type { AlexaIntent, Subject } from './subject';

/** One thing said to the bundle, and what came of it. */
export interface Turn {
  /** The question that was open before; empty for somebody who has just come. */
  readonly after: string;
  /** Alexa's name of the intent, or `LaunchRequest`. */
  readonly said: string;
  /** The ids and words of its slots, for people to read. */
  readonly slots: string;
  readonly request: RequestEnvelope;
  readonly response: ResponseEnvelope;
  /** As plain text. */
  readonly speech: string;
  readonly reprompt: string;
  /** What Alexa would refuse it for. */
  readonly refused: readonly Refusal[];
}

export interface Conversation {
  readonly turns: readonly Turn[];
  /** Questions that were found. */
  readonly questions: readonly string[];
  /** What the bundle logged: faults that it apologised for. */
  readonly logged: readonly string[];
}

type Attributes = Readonly<Record<string, unknown>>;

export async function converse(subject: Subject): Promise<Conversation> {
  const { model, handler, locale } = subject;
  const { intents, types } = model.interactionModel.languageModel;
  const turns: Turn[] = [];
  const logged: string[] = [];
  const open = new Map<string, Attributes>();
  const judge = judgeOnce();
  let users = 0;

  /** Everybody is new, unless a session says otherwise: what one is remembered by would change what the next hears. */
  async function say(after: string, said: string, slots: Slots, attributes?: Attributes): Promise<void> {
    users += 1;
    const sent = { locale, ...(attributes ? { attributes } : {}) };
    const asked = said === 'LaunchRequest' ? launch(sent) : intent(said, slots.sent, sent);
    const request = withUser(asked, `amzn1.ask.account.${users}`);
    const response = await handler(JSON.parse(JSON.stringify(request)), context);
    const turn = turnOf(after, said, slots.told, request, response, judge);
    turns.push(turn);
    const question = questionOf(turn);
    if (question !== undefined && !open.has(question)) open.set(question, response.sessionAttributes ?? {});
  }

  const restore = listen(logged);
  try {
    await say('', 'LaunchRequest', noSlots);
    for (const one of intents) for (const slots of hearings(one, types)) await say('', one.name, slots);
    // Questions that are found on the way are gone through as well.
    for (const [question, attributes] of open)
      for (const one of intents) await say(question, one.name, emptySlots(one), attributes);
  } finally {
    restore();
  }
  return { turns, questions: [...open.keys()], logged };
}

/** The turn with everything that the checks ask of it; also for turns that a test makes up. */
export const turnOf = (
  after: string,
  said: string,
  slots: string,
  request: RequestEnvelope,
  response: ResponseEnvelope,
  judge: Judge = refusals,
): Turn => ({
  after,
  said,
  slots,
  request,
  response,
  speech: plain(response.response?.outputSpeech),
  reprompt: plain(response.response?.reprompt?.outputSpeech),
  refused: judge(response, request),
});

type Judge = typeof refusals;

/** Judges equal answers once: most are given many times. */
function judgeOnce(): Judge {
  const judged = new Map<string, Refusal[]>();
  return (response, request) => {
    const key = `${request.request?.type} ${JSON.stringify(response)}`;
    const found = judged.get(key) ?? refusals(response, request);
    judged.set(key, found);
    return found;
  };
}

/** How a person finds a turn again. */
export const nameOf = ({ after, said, slots }: Pick<Turn, 'after' | 'said' | 'slots'>): string =>
  `${said}${slots ? ` (${slots})` : ''}${after ? ` after ${JSON.stringify(after)}` : ''}`;

/** The last sentence of an answer that leaves the microphone open. */
export const questionOf = ({ response, speech }: Turn): string | undefined =>
  response.response?.shouldEndSession === false ? (/[^.!?。？؟]+[?？؟]\s*$/u.exec(speech)?.[0].trim() ?? speech) : undefined;

interface Slots {
  readonly sent: Readonly<Record<string, unknown>>;
  readonly told: string;
}

const noSlots: Slots = { sent: {}, told: '' };
type Types = Subject['model']['interactionModel']['languageModel']['types'];

const declared = ({ slots = [] }: AlexaIntent): Record<string, unknown> =>
  Object.fromEntries(slots.map(({ name }) => [name, { name, confirmationStatus: 'NONE' }]));

const emptySlots = (one: AlexaIntent): Slots => ({ sent: declared(one), told: '' });

/** How Alexa may have heard a slot badly: no match, a resolver that fails, nothing but a question mark, no resolutions at all. */
const misheard: readonly (readonly [how: string, slotOf: (name: string) => unknown])[] = [
  ['unknown words', (name) => slot(name, 'the left-hand whatsit', ['ER_SUCCESS_NO_MATCH'])],
  ['a resolver that was late', (name) => slot(name, 'calf', ['ER_ERROR_TIMEOUT'])],
  ['a resolver that failed', (name) => slot(name, 'calf', ['ER_ERROR_EXCEPTION'])],
  ['?', (name) => ({ name, value: '?', confirmationStatus: 'NONE' })],
  ['words without a resolver', (name) => ({ name, value: 'calf & <b>', confirmationStatus: 'NONE' })],
];

function* hearings(one: AlexaIntent, types: Types): Generator<Slots> {
  const { slots = [] } = one;
  yield emptySlots(one);
  yield noSlots;
  for (const { name, type } of slots) {
    const values = types.find((known) => known.name === type)?.values ?? [];
    for (const { id } of values) yield filled(one, { [name]: slot(name, id, ['ER_SUCCESS_MATCH', id]) }, `${name}: ${id}`);
    for (const [how, slotOf] of misheard) yield filled(one, { [name]: slotOf(name) }, `${name}: ${how}`);
  }
  for (const { name, type } of slots) {
    const [first, second] = types.find((known) => known.name === type)?.values ?? [];
    if (!first || !second) continue;
    const both = slot(name, first.id, ['ER_SUCCESS_MATCH', first.id, second.id], ['ER_SUCCESS_MATCH', second.id]);
    yield filled(one, { [name]: both }, `${name}: ${first.id} or ${second.id}`);
  }
  if (slots.length > 1) {
    const first = slots.map(({ name, type }) => [name, types.find((known) => known.name === type)?.values[0]?.id] as const);
    const all = first.map(([name, id]) => [name, slot(name, id ?? '3', ...(id ? [['ER_SUCCESS_MATCH', id] as const] : []))]);
    yield filled(one, Object.fromEntries(all), 'every slot');
    yield filled(one, Object.fromEntries(slots.map(({ name }) => [name, misheard[0]?.[1](name)])), 'unknown words in every slot');
  }
}

const filled = (one: AlexaIntent, slots: Record<string, unknown>, told: string): Slots => ({
  sent: { ...declared(one), ...slots },
  told,
});

function withUser({ session, context, ...request }: RequestEnvelope, userId: string): RequestEnvelope {
  const user = { userId };
  return {
    ...request,
    ...(session ? { session: { ...session, user } } : {}),
    context: { ...context, System: { ...context.System, user, device: { deviceId: 'amzn1.device', supportedInterfaces: {} } } },
  };
}

/** Lambda's own, of which the bundle uses nothing. */
export const context = {} as Parameters<Subject['handler']>[1];

/** Keeps what the bundle logs, and lets none of it through. */
function listen(lines: string[]): () => void {
  const { error, warn } = console;
  console.error = console.warn = (...words: unknown[]) => void lines.push(words.join(' '));
  return () => Object.assign(console, { error, warn });
}
