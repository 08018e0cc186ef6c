/**
 * The port of what is kept between conversations. The dialog decides what is kept; a store only keeps it.
 */
import type { Preferences } from '../dialog/types';

/** Fields to change. One that is there and undefined is deleted; one that is not there stays as it is. */
export type Changes = { readonly [Field in keyof Preferences]?: Preferences[Field] | undefined };

/** Every call may fail or be slow: `budgeted` stands between a store and whoever waits for an answer. */
export interface Store {
  /** What is kept of a user; nothing of a new one. A place older than `placeLasts` is not given back. */
  load(userId: string): Promise<Preferences>;
  /** Changes some of it. What another version of the skill wrote, and we cannot read, stays. */
  save(userId: string, changes: Changes): Promise<void>;
  /** Deletes all of it. */
  forget(userId: string): Promise<void>;
}

/** Seconds that a place in a routine is kept. */
export const placeLasts = 30 * 60;

/** How long each call may take, in milliseconds. */
export interface Budgets {
  readonly load: number;
  readonly save: number;
  readonly forget: number;
}

/** An answer waits for a load and a save, so they are short. Whoever asks to be forgotten wants it done. */
export const budgets: Budgets = { load: 300, save: 300, forget: 1500 };
