/**
 * The two kinds of reply, and the choice of the one question.
 */
import { isFirstAid } from './session';
import type { Asking, Closing, Heard, Intent, Line, Names, Offer, Question, Session, Slots, Turn, Underway } from './types';

export const line = (key: string, names?: Names): Line => (names ? { key, names } : { key });

export const hear = (intent: Intent, slots: Slots = {}): Heard => ({ intent, slots });

/** A question that may be asked, and what the answers to it would mean. */
export interface Candidate {
  readonly question: Question;
  readonly offer?: Offer | undefined;
}

export const candidate = (key: string, offer?: Offer): Candidate => ({ question: { key }, offer });

/** A step of the routine that somebody is in. */
export const toStep = (step: number): Heard => hear('stretch', { step: String(step) });

/** What leads back into a routine, after something else was asked. */
export const backToStep = ({ step }: Underway): [Candidate, ...Candidate[]] => [
  candidate('dialog.routine.back', { yes: toStep(step) }),
  candidate('dialog.routine.backAgain', { yes: toStep(step) }),
];

/** The first that was not asked a moment ago: the same question twice running sounds like a machine. */
export const choose = (session: Session, candidates: readonly [Candidate, ...Candidate[]]): Candidate =>
  candidates.find(({ question }) => question.key !== session.asked?.key) ?? candidates[0];

/** Says something and asks one question; the counters of odd turns start anew unless `changes` say otherwise. */
export function asking(
  turn: Turn,
  say: readonly Line[],
  candidates: readonly [Candidate, ...Candidate[]],
  changes: Partial<Session> = {},
  extras: Pick<Asking, 'card' | 'rate'> = {},
): Asking {
  const { question, offer } = choose(turn.session, candidates);
  const session: Session = {
    ...turn.session,
    paused: undefined,
    misses: 0,
    repeats: 0,
    declined: false,
    said: say,
    ...changes,
    asked: question,
    offer,
  };
  if (isFirstAid(session)) return { say, ask: question, session: inFirstAid(session), soft: true, ...extras };
  return { say, ask: question, session, ...extras };
}

/** An acute cramp ends a routine, and leaves no bookmark. What the hour is nobody waits to learn: as soft as at night, until it is known. */
const inFirstAid = (session: Session): Session => ({ ...session, routine: undefined, night: session.night ?? true });

/** Says something last. */
export const closing = (say: readonly Line[], extras: Pick<Closing, 'card' | 'resumable'> = {}): Closing => ({ say, ...extras });
