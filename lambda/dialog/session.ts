/**
 * The session: how it starts, and how it is read back. It comes back from Alexa as untrusted JSON of any age.
 */
import {
  type Heard,
  type Intent,
  intents,
  type Line,
  type Offer,
  type Portion,
  paces,
  type Question,
  type Session,
  type Underway,
  voiceStyles,
} from './types';

export const newSession: Session = {
  version: 1,
  left: [],
  said: [],
  misses: 0,
  repeats: 0,
  declined: false,
  told: false,
  recalled: false,
};

/** Whether a routine is what was said last; after a question in the middle of it, it is not. */
export const isLed = ({ about, routine }: Session): boolean => routine !== undefined && about?.intent === 'stretch';

/** Whether the conversation is in the middle of a cramp. */
export const isFirstAid = ({ about }: Session): boolean => about?.intent === 'crampNow' || about?.intent === 'notHelping';

/** A valid session whatever comes back: what does not read as version 1 starts anew, what is odd within it is dropped. */
export function readSession(raw: unknown): Session {
  if (!isRecord(raw) || raw['version'] !== 1) return newSession;
  const paused = isRecord(raw['paused']) ? raw['paused'] : undefined;
  const pausedQuestion = question(paused?.['asked']);
  return {
    version: 1,
    about: matter(raw['about']),
    left: list(raw['left']).flatMap(portion),
    offer: offer(raw['offer']),
    asked: question(raw['asked']),
    said: list(raw['said']).flatMap(line),
    paused: pausedQuestion && { asked: pausedQuestion, offer: offer(paused?.['offer']) },
    muscle: text(raw['muscle']),
    side: text(raw['side']),
    who: text(raw['who']),
    position: text(raw['position']),
    voice: voiceStyles.find((style) => style === raw['voice']),
    routine: underway(raw['routine']),
    pace: paces.find((pace) => pace === raw['pace']),
    counting: raw['counting'] === true ? true : undefined,
    favourite: text(raw['favourite']),
    welcomes: raw['welcomes'] === undefined ? undefined : count(raw['welcomes']),
    misses: count(raw['misses']),
    repeats: count(raw['repeats']),
    declined: raw['declined'] === true,
    told: raw['told'] === true,
    warned: text(raw['warned']),
    night: typeof raw['night'] === 'boolean' ? raw['night'] : undefined,
    recalled: raw['recalled'] === true,
  };
}

/** Seconds; no line of ours is quiet for longer, and an endless one would never be spoken. */
const longestPause = 60;

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const list = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);
const text = (raw: unknown): string | undefined => (typeof raw === 'string' ? raw : undefined);
const count = (raw: unknown): number => (Number.isSafeInteger(raw) && Number(raw) >= 0 ? Number(raw) : 0);
const isIntent = (raw: unknown): raw is Intent => intents.some((intent) => intent === raw);

const strings = (raw: unknown): Record<string, string> | undefined =>
  isRecord(raw)
    ? Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    : undefined;

function heard(raw: unknown): Heard | undefined {
  if (!isRecord(raw) || !isIntent(raw['intent'])) return undefined;
  const slots = isRecord(raw['slots']) ? Object.entries(raw['slots']) : [];
  const valid = slots.filter((entry): entry is [string, string | null] => typeof entry[1] === 'string' || entry[1] === null);
  return { intent: raw['intent'], slots: Object.fromEntries(valid) };
}

/** Steering is never what a session is about: "start over" with itself would not end. */
const steering: ReadonlySet<Intent> = new Set(['whatAbout', 'startOver']);

const matter = (raw: unknown): Heard | undefined => {
  const about = heard(raw);
  return about && steering.has(about.intent) ? undefined : about;
};

function offer(raw: unknown): Offer | undefined {
  const yes = isRecord(raw) ? heard(raw['yes']) : undefined;
  return isRecord(raw) && yes ? { yes, no: heard(raw['no']), unsure: heard(raw['unsure']) } : undefined;
}

function underway(raw: unknown): Underway | undefined {
  const routine = isRecord(raw) ? text(raw['routine']) : undefined;
  if (!isRecord(raw) || routine === undefined) return undefined;
  const [side, position, gate, group] = ['side', 'position', 'gate', 'group'].map((field) => text(raw[field]));
  return { routine, step: count(raw['step']), side, position, gate, group };
}

function question(raw: unknown): Question | undefined {
  const key = isRecord(raw) ? text(raw['key']) : undefined;
  return key === undefined ? undefined : { key };
}

function line(raw: unknown): Line[] {
  if (!isRecord(raw)) return [];
  if (typeof raw['pause'] === 'number') return raw['pause'] > 0 && raw['pause'] <= longestPause ? [{ pause: raw['pause'] }] : [];
  const key = text(raw['key']);
  return key === undefined ? [] : [{ key, names: strings(raw['names']) }];
}

function portion(raw: unknown): Portion[] {
  if (!isRecord(raw)) return [];
  const topic = text(raw['topic']);
  const lines = list(raw['lines']).filter((item): item is string => typeof item === 'string');
  if (topic === undefined || lines.length === 0) return [];
  return [{ topic, page: text(raw['page']), lines, names: strings(raw['names']) }];
}
