/**
 * A subject with one fault in it: the locale as it is built, and a change to its model, its manifest, its files or what it said.
 */
import type { Response } from 'ask-sdk-model';
import { intent, launch } from '../alexa/envelopes';
import { type Turn, turnOf } from './conversation';
import type { Subject } from './subject';

/** Anything may be written into what is copied. */
// biome-ignore lint/suspicious/noExplicitAny: a fault need not fit the type
type Draft = any;

export type Plant = (sound: Subject) => Subject;

const copied = <T>(value: T, change: (draft: Draft) => void): T => {
  const copy = structuredClone(value);
  change(copy);
  return copy;
};

export const inModel =
  (change: (languageModel: Draft, draft: Draft) => void): Plant =>
  (sound) => ({ ...sound, model: copied(sound.model, (draft) => change(draft.interactionModel.languageModel, draft)) });

export const inManifest =
  (change: (manifest: Draft) => void): Plant =>
  (sound) => ({ ...sound, manifest: copied(sound.manifest, change) });

/** The page of the store of the subject's own locale. */
export const inPage =
  (change: (page: Draft) => void): Plant =>
  (sound) =>
    inManifest(({ publishingInformation }) => change(publishingInformation.locales[sound.locale]))(sound);

/** Adds a sample to an intent. */
export const sample = (name: string, text: string): Plant =>
  inModel(({ intents }) => intents.find((one: Draft) => one.name === name).samples.push(text));

/** What was said to it is this alone. */
export const talked =
  (...turns: readonly Turn[]): Plant =>
  (sound) => ({ ...sound, talked: async () => ({ turns, questions: [], logged: [] }) });

/** A handler that gives this answer to everything. */
export const answering =
  (response: unknown): Plant =>
  (sound) => ({ ...sound, handler: async () => structuredClone({ version: '1.0', response }) as Draft });

/** An answer without a fault, which a turn's own parts are laid over. */
const sound = {
  outputSpeech: { type: 'SSML', ssml: '<speak>Ease it out. Better?</speak>' },
  reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Has it?</speak>' } },
  shouldEndSession: false,
};

interface Made {
  readonly after?: string;
  readonly slots?: string;
  readonly attributes?: Record<string, unknown>;
}

/** One turn: an intent (or `LaunchRequest`), and what is odd about its answer. */
export function turn(said: string, odd: object, { after = '', slots = '', attributes = {} }: Made = {}): Turn {
  const response = Object.fromEntries(Object.entries({ ...sound, ...odd }).filter(([, value]) => value !== undefined)) as Draft;
  const { context, ...request } = said === 'LaunchRequest' ? launch() : intent(said);
  const device = { deviceId: 'amzn1.device', supportedInterfaces: {} };
  const asked = { ...request, context: { ...context, System: { ...context.System, device } } };
  return turnOf(after, said, slots, asked, { version: '1.0', sessionAttributes: attributes, response: response as Response });
}

export const speaking = (text: string): object => ({ outputSpeech: { type: 'SSML', ssml: `<speak>${text}</speak>` } });
export const closing = (text: string): object => ({ ...speaking(text), reprompt: undefined, shouldEndSession: true });
