/**
 * The nouns of the conversation: what is heard, remembered and replied. No language, no Alexa.
 */
import type { Knowledge } from '../knowledge/types';

/** Every intent by our own name. `interactionModels/intents.yaml` has the same list; a test holds them together. */
export const intents = [
  'launch',
  'overview',
  'where',
  'causes',
  'causeCheck',
  'risk',
  'relief',
  'crampNow',
  'stretch',
  'remedyCheck',
  'doctor',
  'symptom',
  'emergency',
  'prevention',
  'medicine',
  'reminder',
  'more',
  'slower',
  'faster',
  'notHelping',
  'better',
  'unsure',
  'otherSide',
  'whatAbout',
  'voice',
  'progress',
  'source',
  'forgetMe',
  'yes',
  'no',
  'next',
  'previous',
  'repeat',
  'pause',
  'resume',
  'startOver',
  'help',
  'stop',
  'cancel',
  'navigateHome',
  'fallback',
] as const;
export type Intent = (typeof intents)[number];

/** Slot name → neutral id, or null where words were heard that no id stands for. */
export type Slots = Readonly<Record<string, string | null>>;

/** One thing the person said. */
export interface Heard {
  readonly intent: Intent;
  readonly slots: Slots;
}

/** Slot ids whose spoken names some words ask for. */
export type Names = Readonly<Record<string, string>>;

/** A line to speak, by the key of its words; or seconds of quiet. */
export type Line = { readonly key: string; readonly names?: Names | undefined } | { readonly pause: number };

/** The one question of a turn. What silence hears has the same key plus `Nudge`. */
export interface Question {
  readonly key: string;
}

/** What a yes, a no and "not sure" would mean. A yes is a promise kept; not sure is help, unless it says otherwise. */
export interface Offer {
  readonly yes: Heard;
  readonly no?: Heard | undefined;
  readonly unsure?: Heard | undefined;
}

/** Lines of one page that are still to be said. An opening, which answers a slot, has no page. */
export interface Portion {
  readonly topic: string;
  readonly page?: string | undefined;
  readonly lines: readonly string[];
  readonly names?: Names | undefined;
}

/** `normal` is asked for, too: a cramp is eased softly unless it is. */
export const voiceStyles = ['whisper', 'soft', 'normal'] as const;
export type VoiceStyle = (typeof voiceStyles)[number];

/** How fast somebody is led. It changes the rests and the speech, and a hold only inside the seconds of its facts. */
export const paces = ['slow', 'usual', 'fast'] as const;
export type Pace = (typeof paces)[number];

/** A bookmark in a routine. */
export interface Place {
  /** The id of a routine, or of the stretch that one is made of. */
  readonly routine: string;
  /** The step that is being done, from 0. */
  readonly step: number;
  /** The one side that was asked for; both without it. */
  readonly side?: string | undefined;
}

/**
 * What is kept between two conversations, where there is somewhere to keep it: how somebody likes to be led, and for half an hour
 * the place in a routine. Nothing about health.
 */
export interface Preferences {
  readonly pace?: Pace | undefined;
  readonly voice?: VoiceStyle | undefined;
  /** The position they like to stretch in. */
  readonly position?: string | undefined;
  /** How often they were welcomed. */
  readonly welcomes?: number | undefined;
  /** The disclaimer has been said. */
  readonly told?: boolean | undefined;
  readonly place?: Place | undefined;
}

/** A routine that somebody is being led through. */
export interface Underway extends Place {
  /** The position that was asked for. */
  readonly position?: string | undefined;
  /** The question before this stretch that was answered with no. */
  readonly gate?: string | undefined;
  /** A pregnancy keeps its own stretch. */
  readonly group?: string | undefined;
}

/** What is remembered between two turns. Small, and gone when the session ends. */
export interface Session {
  readonly version: 1;
  /** The last question answered or help given: for "what about my hand", "start over" and help that fits. */
  readonly about?: Heard | undefined;
  /** What is left to say of it. */
  readonly left: readonly Portion[];
  readonly offer?: Offer | undefined;
  /** The last question, so that it is not asked twice running. */
  readonly asked?: Question | undefined;
  /** The last lines, for Repeat. */
  readonly said: readonly Line[];
  /** The question and offer that a pause interrupted. */
  readonly paused?: { readonly asked: Question; readonly offer?: Offer | undefined } | undefined;
  readonly muscle?: string | undefined;
  readonly side?: string | undefined;
  readonly who?: string | undefined;
  readonly position?: string | undefined;
  readonly voice?: VoiceStyle | undefined;
  readonly routine?: Underway | undefined;
  readonly pace?: Pace | undefined;
  /** Whether the end of a hold is counted aloud. */
  readonly counting?: boolean | undefined;
  /** The position that is liked for stretching; during a cramp it counts for nothing. */
  readonly favourite?: string | undefined;
  /** How often they were welcomed; undefined where it is not known. */
  readonly welcomes?: number | undefined;
  /** The sign for today that was told of, after which no stretch follows. */
  readonly warned?: string | undefined;
  /** Whether it is night where they are; undefined where it is not known. */
  readonly night?: boolean | undefined;
  /** What is kept of them, and the hour, were looked up. */
  readonly recalled: boolean;
  /** How often running nothing was understood. */
  readonly misses: number;
  /** How often running the last answer was repeated: not, or at least once. */
  readonly repeats: number;
  /** The last turn was a no to an offer. */
  readonly declined: boolean;
  /** The disclaimer has been said. */
  readonly told: boolean;
}

/** One turn: what was heard, what is remembered, and where to look things up. */
export interface Turn {
  readonly heard: Heard;
  readonly session: Session;
  readonly knowledge: Knowledge;
}

interface Said {
  readonly say: readonly Line[];
  /** Slower or faster than usual; calm is a little slower. */
  readonly rate?: 'slow' | 'calm' | 'fast' | undefined;
  /** Soft unless another voice was asked for: a cramp is eased beside somebody who sleeps. False for an emergency, at any hour. */
  readonly soft?: boolean | undefined;
  /** The topic a card is headed with; first aid and turns that only ask have none. */
  readonly card?: string | undefined;
}

/** The microphone is open exactly when there is one question: an open microphone without one cannot be written down. */
export interface Asking extends Said {
  readonly ask: Question;
  readonly session: Session;
}
export interface Closing extends Said {
  readonly ask?: never;
  readonly session?: never;
  /** The voice that was asked for, since there is no session to ask. */
  readonly voice?: VoiceStyle | undefined;
  /** The place in a routine is kept: they may come back to it. */
  readonly resumable?: boolean | undefined;
}
export type Reply = Asking | Closing;

/** One intent's answer: pure, from a turn to a reply. */
export type Answer = (turn: Turn) => Reply;
