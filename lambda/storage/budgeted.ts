/**
 * Stands between a store and an answer. A cramp does not wait for a database: what fails or is late is as if nothing were kept, and
 * one line in the log says so, with nothing in it of whose it was or what.
 */
import type { Preferences } from '../dialog/types';
import type { Budgets, Changes, Store } from './store';

/** A store that never throws, and is never later than its budgets. */
export interface Budgeted {
  /** What is kept of a user; undefined where that could not be learnt in time. */
  load(userId: string): Promise<Preferences | undefined>;
  /** Saves if it can. One that is given up may still have been done. */
  save(userId: string, changes: Changes): Promise<void>;
  /** Whether all of it is known to be deleted. */
  forget(userId: string): Promise<boolean>;
}

/**
 * @param open makes the store when it is first needed, within that call's budget; once it has failed, the next call tries again
 * @param budgets in milliseconds
 * @param log gets one line of JSON for each call that failed or was late
 */
export function budgeted(open: () => Promise<Store>, budgets: Budgets, log: (line: string) => void): Budgeted {
  const opened = onceItWorks(open);

  /** The outcome in a list; an empty one where there is none. */
  async function within<T>(call: keyof Budgets, work: (store: Store) => Promise<T>): Promise<[T] | []> {
    const { lateness, cancel } = lateAfter(budgets[call]);
    try {
      // A race listens to both: what the slower one comes to is heard, and heeded by nobody.
      return [await Promise.race([opened().then(work), lateness])];
    } catch (error) {
      log(JSON.stringify({ level: 'warn', storage: call, name: nameOf(error) }));
      return [];
    } finally {
      cancel();
    }
  }

  return {
    load: async (userId) => (await within('load', (store) => store.load(userId)))[0],
    save: async (userId, changes) => void (await within('save', (store) => store.save(userId, changes))),
    forget: async (userId) => (await within('forget', (store) => store.forget(userId))).length > 0,
  };
}

function onceItWorks(open: () => Promise<Store>): () => Promise<Store> {
  let opening: Promise<Store> | undefined;
  return async () => {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
}

function lateAfter(milliseconds: number): { readonly lateness: Promise<never>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject({ name: 'late' }), milliseconds);
  });
  return { lateness, cancel: () => clearTimeout(timer) };
}

/** An error's message could carry what was stored, so only its name is told. */
const nameOf = (error: unknown): string => {
  const name = (error as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : 'unknown';
};
