/**
 * What goes from one conversation to the next: what is recalled when one begins, and what has changed when a turn is over.
 */
import { isLed } from './session';
import type { Place, Preferences, Reply, Session } from './types';

/** What is learnt of whoever speaks, apart from what they say. Undefined is not known. */
export interface Acquaintance {
  readonly preferences?: Preferences | undefined;
  /** The hour where they are, 0 to 23. */
  readonly hour?: number | undefined;
}

/** From when until when it is night, in hours. */
const night = { from: 22, until: 6 };

/** A session that knows whom it is with. What was said in it already counts for more. */
export function recall(session: Session, { preferences, hour }: Acquaintance): Session {
  const recalled = { ...session, recalled: true, night: hour === undefined ? session.night : isNight(hour) };
  if (!preferences) return recalled;
  const { pace, voice, position, welcomes = 0, told, place } = preferences;
  return {
    ...recalled,
    pace: session.pace ?? pace,
    voice: session.voice ?? voice,
    favourite: session.favourite ?? position,
    welcomes: session.welcomes ?? welcomes,
    told: session.told || told === true,
    routine: session.routine ?? (place && { ...place, position }),
  };
}

const isNight = (hour: number): boolean => hour >= night.from || hour < night.until;

/** What differs after a turn from what was before it, and is to be kept; a field that is there and undefined is to be deleted. */
export function changes(before: Session, reply: Reply): Partial<Preferences> {
  const was = preferencesOf(before);
  const after = preferencesOf(reply.session ?? before);
  const is = reply.session || reply.resumable ? after : { ...after, place: undefined };
  const changed: { -readonly [Field in keyof Preferences]: Preferences[Field] } = {};
  for (const field of simple) if (is[field] !== was[field]) Object.assign(changed, { [field]: is[field] });
  if (!isSamePlace(is.place, was.place)) changed.place = is.place;
  return changed;
}

/** Fields whose values are compared as they are. */
const simple = ['pace', 'voice', 'position', 'welcomes', 'told'] as const satisfies readonly (keyof Preferences)[];

const isSamePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.routine === other?.routine && one?.step === other?.step && one?.side === other?.side;

const preferencesOf = (session: Session): Required<Preferences> => ({
  pace: session.pace,
  voice: session.voice,
  position: session.favourite,
  welcomes: session.welcomes,
  told: session.told || undefined,
  place: placeOf(session),
});

/** No bookmark at the end, and none that would tell of a pregnancy. */
function placeOf(session: Session): Place | undefined {
  const { routine, offer } = session;
  const atEnd = isLed(session) && offer?.yes.intent === 'stop';
  if (!routine || routine.group || atEnd) return undefined;
  return { routine: routine.routine, step: routine.step, ...(routine.side ? { side: routine.side } : {}) };
}
