/**
 * A store that lasts as long as its process: for the simulator, and for a skill that has no table. It answers as DynamoDB's does.
 */
import { editOf, type Lasting, readPreferences, type StoredPlace, storedPlace } from './record';
import type { Changes, Store } from './store';

/** Users; a warm Lambda serves many, and must not grow for ever. */
const most = 1000;

interface Kept {
  readonly lasting: Lasting;
  readonly place?: StoredPlace | undefined;
}

/** Keeps the 1000 users who were last saved. Never fails. */
export function memoryStore(clock: () => Date): Store {
  const users = new Map<string, Kept>();
  return {
    load: async (userId) => {
      const { lasting, place } = users.get(userId) ?? {};
      return readPreferences(lasting, place, clock());
    },
    save: async (userId, changes) => {
      const kept = changed(users.get(userId) ?? { lasting: {} }, changes, clock());
      // Put in anew, so that the first of the map is the one not saved for longest.
      users.delete(userId);
      users.set(userId, kept);
      const [oldest] = users.keys();
      if (users.size > most && oldest !== undefined) users.delete(oldest);
    },
    forget: async (userId) => {
      users.delete(userId);
    },
  };
}

function changed({ lasting, place }: Kept, changes: Changes, now: Date): Kept {
  const { set, remove } = editOf(changes);
  const left = Object.entries({ ...lasting, ...set }).filter(([field]) => !remove.some((removed) => removed === field));
  return { lasting: Object.fromEntries(left), place: changedPlace(place, changes, now) };
}

function changedPlace(old: StoredPlace | undefined, changes: Changes, now: Date): StoredPlace | undefined {
  if (!Object.hasOwn(changes, 'place')) return old;
  return changes.place && (storedPlace(changes.place, now) ?? old);
}
