/**
 * What is in the table is exactly what we say is in it; and what is there by mistake, or from a later version, does no harm and comes
 * to none.
 */
import { dynamoStore } from '../../lambda/storage/dynamo';
import type { Store } from '../../lambda/storage/store';
import { type Engine, type Item, patient, startEngine, table } from './engine';

const now = new Date('2026-03-01T02:00:00.500Z');
const seconds = Math.floor(now.getTime() / 1000);
let engine: Engine;
let users = 0;
let user: string;
let store: Store;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
});
beforeEach(() => {
  user = `amzn1.ask.account.SECRET${users++}`;
  store = storeAt(now);
});

const storeAt = (time: Date): Store => dynamoStore({ table, endpoint: engine.endpoint, clock: () => time, budgets: patient });

const everything = {
  pace: 'slow',
  voice: 'whisper',
  position: 'in_bed',
  welcomes: 3,
  told: true,
  place: { routine: 'before_bed', step: 4, side: 'left' },
} as const;
const { place: _place, ...lasting } = everything;

/** What the table has of this user. */
const stored = async (): Promise<readonly [Item | undefined, Item | undefined]> => {
  const items = await engine.items();
  return [items[user], items[`${user}#place`]];
};

describe('the table', () => {
  it('has these attributes of a user, and no others', async () => {
    await store.save(user, everything);

    expect(await stored()).toStrictEqual([
      {
        id: { S: user },
        schema: { N: '1' },
        pace: { S: 'slow' },
        voice: { S: 'whisper' },
        position: { S: 'in_bed' },
        welcomes: { N: '3' },
        told: { BOOL: true },
      },
      {
        id: { S: `${user}#place` },
        schema: { N: '1' },
        routine: { S: 'before_bed' },
        step: { N: '4' },
        side: { S: 'left' },
        expires: { N: String(seconds + 1800) },
      },
    ]);
  });

  it('has an item only where something was saved', async () => {
    await store.save(user, {});
    await store.save(user, { pace: undefined, place: undefined });
    await store.save(user, { position: 'my bad knee', place: { routine: 'my bad knee', step: 1 } });
    expect(await stored()).toEqual([undefined, undefined]);

    await store.save(user, { place: { routine: 'calf', step: 1 } });
    expect(await stored()).toEqual([undefined, expect.anything()]);
  });

  it('has nothing of a user who was forgotten, and all of the others', async () => {
    await store.save(user, everything);
    const before = await engine.items();
    const second = `${user}b`;
    await store.save(second, everything);
    await store.forget(second);

    expect(await engine.items()).toEqual(before);
  });

  it('still has a place that has expired, which is not given back', async () => {
    await store.save(user, everything);
    const later = storeAt(new Date((seconds + 1800) * 1000));

    expect(await later.load(user)).toStrictEqual(lasting);
    expect(await stored()).toEqual([expect.anything(), expect.anything()]);
  });
});

describe('what a later version wrote', () => {
  const theirs = (id: string): Item => ({
    id: { S: id },
    schema: { N: '99' },
    pace: { M: { night: { S: 'slow' } } },
    routine: { S: 'calf' },
    step: { N: '1' },
    expires: { N: String(seconds + 1800) },
  });
  const ours = (): readonly [Item, Item] => [theirs(user), theirs(`${user}#place`)];
  beforeEach(async () => {
    for (const item of ours()) await engine.put(item);
  });

  it('is not read', async () => {
    expect(await store.load(user)).toStrictEqual({});
  });

  it('stays as it is, whatever is saved or deleted', async () => {
    await store.save(user, everything);
    await store.save(user, { pace: 'fast' });
    await store.save(user, { pace: undefined, place: undefined });
    await store.save(user, { place: { routine: 'hand', step: 0 } });

    expect(await stored()).toStrictEqual(ours());
  });

  it('is forgotten all the same', async () => {
    await store.forget(user);

    expect(await stored()).toEqual([undefined, undefined]);
  });

  it('keeps nobody from saving the other item', async () => {
    await store.forget(user);
    await engine.put(theirs(`${user}#place`));
    await store.save(user, everything);

    expect(await store.load(user)).toStrictEqual(lasting);
    expect((await stored())[1]).toStrictEqual(theirs(`${user}#place`));
  });
});

describe('junk in our fields', () => {
  const junk = (id: string): Item => ({
    id: { S: id },
    schema: { S: 'one' },
    pace: { N: '5' },
    voice: { L: [{ S: 'whisper' }] },
    position: { S: 'on the floor with my bad knee' },
    welcomes: { NULL: true },
    told: { SS: ['true'] },
    routine: { BOOL: true },
    step: { S: 'four' },
    side: { M: {} },
    expires: { B: new Uint8Array([1]) },
    other: { S: 'not of ours' },
  });
  beforeEach(async () => {
    await engine.put(junk(user));
    await engine.put(junk(`${user}#place`));
  });

  it('is not read', async () => {
    expect(await store.load(user)).toStrictEqual({});
  });

  it('gives way to what is saved, and is left where nothing is', async () => {
    await store.save(user, { pace: 'slow', welcomes: undefined, place: { routine: 'calf', step: 1 } });

    expect(await store.load(user)).toStrictEqual({ pace: 'slow', place: { routine: 'calf', step: 1 } });
    const { welcomes: _deleted, ...rest } = junk(user);
    expect((await stored())[0]).toStrictEqual({ ...rest, pace: { S: 'slow' }, schema: { N: '1' } });

    await store.save(user, everything);
    expect(await store.load(user)).toStrictEqual(everything);
  });

  it('can be deleted field by field, and forgotten', async () => {
    await store.save(user, { pace: undefined, voice: undefined, place: undefined });
    const { pace: _pace, voice: _voice, ...rest } = junk(user);
    expect(await stored()).toStrictEqual([{ ...rest, schema: { N: '1' } }, undefined]);

    await store.forget(user);
    expect(await stored()).toEqual([undefined, undefined]);
  });

  it('does not keep one good field from being read', async () => {
    await engine.put({ ...junk(user), voice: { S: 'soft' } });

    expect(await store.load(user)).toStrictEqual({ voice: 'soft' });
  });
});
