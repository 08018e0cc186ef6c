/**
 * What every store does, whatever it keeps things in. The dialog and the simulator are tried with the one in memory; that is worth
 * something only as long as DynamoDB's does the same.
 */
import { type Preferences, paces, voiceStyles } from '../../lambda/dialog/types';
import { dynamoStore } from '../../lambda/storage/dynamo';
import { memoryStore } from '../../lambda/storage/memory';
import type { Changes, Store } from '../../lambda/storage/store';
import { type Engine, patient, startEngine, table } from './engine';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let now: Date;
const clock = () => now;
const minutesLater = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

const dynamo = () => dynamoStore({ table, endpoint: engine.endpoint, clock, budgets: patient });

/** Two sessions of one skill: two Lambdas on a table, or one process. */
const stores: readonly (readonly [name: string, sessions: () => readonly [Store, Store]])[] = [
  [
    'the store in memory',
    () => {
      const store = memoryStore(clock);
      return [store, store];
    },
  ],
  ['the store in DynamoDB', () => [dynamo(), dynamo()]],
];

const everything: Preferences = {
  pace: 'slow',
  voice: 'whisper',
  position: 'in_bed',
  welcomes: 3,
  told: true,
  place: { routine: 'before_bed', step: 4, side: 'left' },
};

describe.each(stores)('%s', (_name, sessions) => {
  let store: Store;
  let other: Store;
  let user: string;
  let users = 0;

  beforeEach(() => {
    now = new Date('2026-03-01T02:00:00.500Z');
    [store, other] = sessions();
    user = `amzn1.ask.account.U${users++}`;
  });

  it('knows nothing of a new user', async () => {
    expect(await store.load(user)).toStrictEqual({});
  });

  it('gives back what was saved, to any session', async () => {
    await store.save(user, everything);

    expect(await store.load(user)).toStrictEqual(everything);
    expect(await other.load(user)).toStrictEqual(everything);
  });

  it.each(Object.keys(everything) as (keyof Preferences)[])('saves and deletes %s by itself', async (field) => {
    await store.save(user, { [field]: everything[field] });
    expect(await store.load(user)).toStrictEqual({ [field]: everything[field] });

    await store.save(user, everything);
    await store.save(user, { [field]: undefined });
    const { [field]: _deleted, ...rest } = everything;
    expect(await store.load(user)).toStrictEqual(rest);
  });

  it('changes the fields that are named, and no other', async () => {
    await store.save(user, everything);
    await store.save(user, { pace: 'fast', told: false, voice: undefined });

    const { voice: _deleted, ...rest } = everything;
    expect(await store.load(user)).toStrictEqual({ ...rest, pace: 'fast', told: false });
  });

  it('changes nothing when nothing is to change', async () => {
    await store.save(user, {});
    expect(await store.load(user)).toStrictEqual({});

    await store.save(user, everything);
    await store.save(user, {});
    expect(await store.load(user)).toStrictEqual(everything);
  });

  it('bears the deletion of what is not there', async () => {
    await store.save(user, { pace: undefined, place: undefined });
    await store.forget(user);

    expect(await store.load(user)).toStrictEqual({});
  });

  it('replaces a place as a whole', async () => {
    await store.save(user, everything);
    await store.save(user, { place: { routine: 'hand', step: 0 } });

    expect((await store.load(user)).place).toStrictEqual({ routine: 'hand', step: 0 });
  });

  it('keeps a place for half an hour, and the rest for good', async () => {
    const { place, ...lasting } = everything;
    await store.save(user, everything);

    minutesLater(29.9);
    expect((await store.load(user)).place).toStrictEqual(place);
    minutesLater(0.1);
    expect(await store.load(user)).toStrictEqual(lasting);
    minutesLater(60 * 24 * 3650);
    expect(await store.load(user)).toStrictEqual(lasting);
  });

  it('keeps a place that is saved anew for another half hour', async () => {
    await store.save(user, everything);
    minutesLater(20);
    await store.save(user, { place: { routine: 'before_bed', step: 5 } });
    minutesLater(20);

    expect((await store.load(user)).place).toStrictEqual({ routine: 'before_bed', step: 5 });
  });

  it('leaves a place as it is when something else is saved', async () => {
    await store.save(user, everything);
    minutesLater(20);
    await store.save(user, { welcomes: 4 });
    expect((await store.load(user)).place).toStrictEqual(everything.place);

    minutesLater(11);
    expect((await store.load(user)).place).toBeUndefined();
  });

  it('does not save what it would not give back', async () => {
    const odd: Changes = {
      position: 'on the floor with my bad knee',
      welcomes: -1,
      place: { routine: 'calf', step: 0.5 },
      pace: 'fast',
    };
    await store.save(user, everything);
    await store.save(user, odd);

    expect(await store.load(user)).toStrictEqual({ ...everything, pace: 'fast' });
  });

  it('does not give back what was changed by whoever saved it', async () => {
    const place = { routine: 'calf', step: 1 };
    await store.save(user, { place });
    place.step = 2;

    expect((await store.load(user)).place?.step).toBe(1);
  });

  it('keeps two users apart', async () => {
    const second = `${user}b`;
    await store.save(user, everything);
    await store.save(second, { pace: 'fast' });

    expect(await store.load(user)).toStrictEqual(everything);
    expect(await store.load(second)).toStrictEqual({ pace: 'fast' });
  });

  it('forgets all of a user, and nothing of another', async () => {
    const second = `${user}b`;
    await store.save(user, everything);
    await store.save(second, everything);
    await store.forget(user);

    expect(await store.load(user)).toStrictEqual({});
    expect(await other.load(user)).toStrictEqual({});
    expect(await store.load(second)).toStrictEqual(everything);
  });

  it('begins anew after it forgot', async () => {
    await store.save(user, everything);
    await store.forget(user);
    await store.save(user, { voice: 'soft' });

    expect(await store.load(user)).toStrictEqual({ voice: 'soft' });
  });

  it('gives back the last of two saves in turn, whichever session made it', async () => {
    await store.save(user, { pace: 'slow', welcomes: 1 });
    await other.save(user, { pace: 'fast' });

    expect(await store.load(user)).toStrictEqual({ pace: 'fast', welcomes: 1 });
  });

  it('stays valid when two sessions save at once', async () => {
    const written = (index: number): Required<Preferences> => ({
      pace: paces[index % 3] ?? 'usual',
      voice: voiceStyles[index % 3] ?? 'normal',
      position: `position_${index}`,
      welcomes: index,
      told: index % 2 === 0,
      place: { routine: `routine_${index}`, step: index, side: 'left' },
    });
    const fields = Object.keys(written(0)) as (keyof Preferences)[];
    const pick = (index: number): Changes => {
      const field = fields[index % fields.length] ?? 'pace';
      const also = fields[(index * 5 + 1) % fields.length] ?? 'place';
      return { [field]: written(index)[field], [also]: written(index)[also] };
    };
    const changes = Array.from({ length: 50 }, (_, index) => pick(index));

    await Promise.all(changes.map((change, index) => (index % 2 === 0 ? store : other).save(user, change)));

    const kept = await store.load(user);
    expect(Object.keys(kept).sort()).toEqual([...fields].sort());
    for (const field of fields) {
      const values = changes.filter((change) => Object.hasOwn(change, field)).map((change) => change[field]);
      expect(values).toContainEqual(kept[field]);
    }
    expect(await other.load(user)).toStrictEqual(kept);
  });
});

describe('the store in memory', () => {
  it('keeps the thousand users who were last saved', async () => {
    const store = memoryStore(clock);
    const save = (index: number) => store.save(`user ${index}`, { welcomes: index });
    for (let index = 0; index < 1000; index++) await save(index);
    await save(0);
    await save(1000);

    expect(await store.load('user 0')).toStrictEqual({ welcomes: 0 });
    expect(await store.load('user 1')).toStrictEqual({});
    expect(await store.load('user 2')).toStrictEqual({ welcomes: 2 });
    expect(await store.load('user 1000')).toStrictEqual({ welcomes: 1000 });
  });
});
