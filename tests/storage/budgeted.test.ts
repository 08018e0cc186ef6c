/**
 * Whatever a store does, an answer is on time and nothing is thrown; and the log says which call failed, never whose or what.
 */
import { budgeted } from '../../lambda/storage/budgeted';
import { memoryStore } from '../../lambda/storage/memory';
import type { Store } from '../../lambda/storage/store';

const user = 'amzn1.ask.account.SECRET';
const budgets = { load: 30, save: 40, forget: 50 };
const calls = ['load', 'save', 'forget'] as const;
const givenUp = { load: undefined, save: undefined, forget: false };

const lines: unknown[] = [];
const log = (line: string) => lines.push(JSON.parse(line));
beforeEach(() => {
  lines.length = 0;
});

const over = (open: () => Promise<Store>) => {
  const store = budgeted(open, budgets, log);
  return {
    load: () => store.load(user),
    save: () => store.save(user, { pace: 'slow', position: 'in_bed' }),
    forget: () => store.forget(user),
  };
};
const doing = (work: () => Promise<never>): Store => ({ load: work, save: work, forget: work });
const never = () => new Promise<never>(() => {});
const named = (name: string, message = `${user} slow in_bed`) => Object.assign(new Error(message), { name });

it('hands on what a good store answers, and logs nothing', async () => {
  const { load, save, forget } = over(async () => memoryStore(() => new Date()));

  expect(await load()).toStrictEqual({});
  expect(await save()).toBeUndefined();
  expect(await load()).toStrictEqual({ pace: 'slow', position: 'in_bed' });
  expect(await forget()).toBe(true);
  expect(await load()).toStrictEqual({});
  expect(lines).toEqual([]);
});

describe.each(calls)('%s', (call) => {
  it('gives up a store that is late, when its budget is spent', async () => {
    const before = performance.now();
    expect(await over(async () => doing(never))[call]()).toBe(givenUp[call]);

    // A timer may be early by a part of a millisecond.
    expect(performance.now() - before).toBeGreaterThan(budgets[call] - 2);
    expect(performance.now() - before).toBeLessThan(budgets[call] + 250);
    expect(lines).toEqual([{ level: 'warn', storage: call, name: 'late' }]);
  });

  it('gives up a store that does not open', async () => {
    expect(await over(never)[call]()).toBe(givenUp[call]);
    expect(lines).toEqual([{ level: 'warn', storage: call, name: 'late' }]);
  });

  it.each([
    ['an error', () => Promise.reject(named('Throttled')), 'Throttled'],
    [
      'an error before there is a promise',
      () => {
        throw named('Refused');
      },
      'Refused',
    ],
    ['a text', () => Promise.reject(`${user} slow`), 'unknown'],
    ['nothing', () => Promise.reject(undefined), 'unknown'],
    ['an error whose name is none', () => Promise.reject({ name: { user } }), 'unknown'],
  ])('bears a store that throws %s, and tells its name alone', async (_what, work, name) => {
    expect(await over(async () => doing(work))[call]()).toBe(givenUp[call]);
    expect(await over(work)[call]()).toBe(givenUp[call]);
    expect(lines).toEqual([0, 1].map(() => ({ level: 'warn', storage: call, name })));
  });

  it('leaves no timer behind', async () => {
    jest.useFakeTimers();
    try {
      await over(async () => memoryStore(() => new Date()))[call]();
      await over(async () => doing(() => Promise.reject(named('Refused'))))[call]();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('hears a failure that comes after it gave up, and says nothing more', async () => {
    const unheard = jest.fn();
    process.on('unhandledRejection', unheard);
    try {
      const late = () => new Promise<never>((_, reject) => setTimeout(() => reject(named('TooLate')), budgets[call] + 20));
      await Promise.all([over(async () => doing(late))[call](), over(late)[call]()]);
      await new Promise((resolve) => setTimeout(resolve, 40));
    } finally {
      process.off('unhandledRejection', unheard);
    }

    expect(unheard).not.toHaveBeenCalled();
    expect(lines).toEqual([0, 1].map(() => ({ level: 'warn', storage: call, name: 'late' })));
  });
});

describe('opening', () => {
  it('is done once, when it is first needed', async () => {
    const open = jest.fn(async () => memoryStore(() => new Date()));
    const { load, save, forget } = over(open);
    expect(open).not.toHaveBeenCalled();

    await Promise.all([load(), save(), load()]);
    await forget();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is tried again after it failed, until it works', async () => {
    const open = jest
      .fn(async () => memoryStore(() => new Date()))
      .mockRejectedValueOnce(named('NotFound'))
      .mockImplementationOnce(() => {
        throw named('Broken');
      });
    const { load } = over(open);

    expect([await load(), await load(), await load(), await load()]).toEqual([undefined, undefined, {}, {}]);
    expect(open).toHaveBeenCalledTimes(3);
    expect(lines).toEqual(['NotFound', 'Broken'].map((name) => ({ level: 'warn', storage: 'load', name })));
  });

  it('that is slow is waited for by the next call, and not begun anew', async () => {
    const open = jest.fn(
      () => new Promise<Store>((resolve) => setTimeout(() => resolve(memoryStore(() => new Date())), budgets.load + 15)),
    );
    const { load } = over(open);

    expect([await load(), await load()]).toEqual([undefined, {}]);
    expect(open).toHaveBeenCalledTimes(1);
  });
});
