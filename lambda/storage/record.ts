/**
 * What is stored of a user, and how it is read back. Another version of the skill may have written it, or somebody by hand, so it is
 * read as a session is: what is odd is dropped. What would be dropped is not written either, so that no words of a person can be.
 */
import { type Place, type Preferences, paces, voiceStyles } from '../dialog/types';
import { type Changes, placeLasts } from './store';

/** The version of what we write. What has a higher one is not ours to read or to change. */
export const schema = 1;

/** The preferences that never expire. */
export type Lasting = Omit<Preferences, 'place'>;

/** What a change of lasting preferences comes to. */
export interface Edit {
  readonly set: Lasting;
  readonly remove: readonly (keyof Lasting)[];
}

/** A bookmark as it is stored. */
export interface StoredPlace extends Place {
  /** Seconds since 1970; from then on it is not there, whether or not it has been deleted yet. */
  readonly expires: number;
}

/** The lasting preferences in anything at all: nothing in junk, nor in what a later version wrote. */
export function readLasting(raw: unknown): Lasting {
  if (!isOurs(raw)) return {};
  const valid = fields.map((field) => [field, readers[field](raw[field])] as const);
  return Object.fromEntries(valid.filter(([, value]) => value !== undefined));
}

/** The bookmark in anything at all; undefined where there is none, it has expired, or a later version wrote it. */
export function readPlace(raw: unknown, now: Date): Place | undefined {
  if (!isOurs(raw) || !(Number(count(raw['expires'])) > seconds(now))) return undefined;
  const routine = id(raw['routine']);
  const step = count(raw['step']);
  const side = id(raw['side']);
  if (routine === undefined || step === undefined || step > mostSteps) return undefined;
  return { routine, step, ...(side === undefined ? {} : { side }) };
}

/** Both parts of a user's record as one. A part that is not there is undefined. */
export function readPreferences(lasting: unknown, bookmark: unknown, now: Date): Preferences {
  const place = readPlace(bookmark, now);
  return { ...readLasting(lasting), ...(place === undefined ? {} : { place }) };
}

/** What to set and what to remove. A value that would not be read back does neither. */
export const editOf = (changes: Changes): Edit => ({
  set: readLasting(changes),
  remove: fields.filter((field) => Object.hasOwn(changes, field) && changes[field] === undefined),
});

/** A bookmark made now; undefined where it would not be read back. */
export function storedPlace(place: Place, now: Date): StoredPlace | undefined {
  const expires = Math.floor(seconds(now)) + placeLasts;
  const valid = readPlace({ ...place, expires }, now);
  return valid && { ...valid, expires };
}

/** More than any routine has. */
const mostSteps = 200;

type Raw = Readonly<Record<string, unknown>>;

/** A record without a version, or with an odd one, is read field by field: nobody but us would have written it. */
const isOurs = (raw: unknown): raw is Raw =>
  typeof raw === 'object' &&
  raw !== null &&
  !(typeof (raw as Raw)['schema'] === 'number' && Number((raw as Raw)['schema']) > schema);

const seconds = (date: Date): number => date.getTime() / 1000;
const id = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^[a-z][a-z0-9_-]{0,31}$/i.test(raw) ? raw : undefined;
const count = (raw: unknown): number | undefined => (Number.isSafeInteger(raw) && Number(raw) >= 0 ? Number(raw) : undefined);

/** Every lasting field: one that is missing here does not compile. */
const readers: { readonly [Field in keyof Required<Lasting>]: (raw: unknown) => Lasting[Field] } = {
  pace: (raw) => paces.find((pace) => pace === raw),
  voice: (raw) => voiceStyles.find((voice) => voice === raw),
  position: id,
  welcomes: count,
  told: (raw) => (typeof raw === 'boolean' ? raw : undefined),
};
const fields = Object.keys(readers) as (keyof Lasting)[];
