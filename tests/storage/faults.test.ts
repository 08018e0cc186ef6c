/**
 * A table that is away, slow or broken costs an answer no more than its budget and the log no more than a line, and nobody what was
 * stored.
 */
import { type Budgeted, budgeted } from '../../lambda/storage/budgeted';
import { dynamoStore } from '../../lambda/storage/dynamo';
import { budgets, type Store } from '../../lambda/storage/store';
import { type Engine, type Fault, type Front, nowhere, patient, startEngine, startFront, table } from './engine';

const user = 'amzn1.ask.account.SECRET';
const everything = {
  pace: 'slow',
  voice: 'whisper',
  position: 'in_bed',
  welcomes: 3,
  told: true,
  place: { routine: 'before_bed', step: 4, side: 'left' },
} as const;

const calls = ['load', 'save', 'forget'] as const;
type Call = (typeof calls)[number];
const ask: { readonly [Which in Call]: (over: Budgeted | Store) => Promise<unknown> } = {
  load: (over) => over.load(user),
  save: (over) => over.save(user, { pace: 'fast', place: { routine: 'hand', step: 0 } }),
  forget: (over) => over.forget(user),
};
const givenUp: { readonly [Which in Call]: unknown } = { load: undefined, save: undefined, forget: false };

const printed = (['debug', 'error', 'info', 'log', 'warn'] as const).map((name) => jest.spyOn(console, name));
const storeAt = (endpoint: string, within = patient): Store =>
  dynamoStore({ table, endpoint, clock: () => new Date(), budgets: within });

let engine: Engine;
let front: Front;
let before: Awaited<ReturnType<Engine['items']>>;
beforeAll(async () => {
  engine = await startEngine();
  front = await startFront(engine);
});
beforeEach(async () => {
  await storeAt(engine.endpoint).save(user, everything);
  before = await engine.items();
});
afterEach(async () => {
  front.fault = undefined;
  expect(await engine.items()).toStrictEqual(before);
  expect(await storeAt(front.endpoint).load(user)).toStrictEqual(everything);
});
afterAll(async () => {
  await front.stop();
  await engine.stop();
});

/** Asks once, within the budgets of the skill; gives back the name that was logged. */
async function givesUp(endpoint: string, call: Call): Promise<string> {
  const lines: string[] = [];
  const over = budgeted(
    async () => storeAt(endpoint, budgets),
    budgets,
    (line) => lines.push(line),
  );
  const start = performance.now();
  const outcome = await ask[call](over);

  expect(performance.now() - start).toBeLessThan(budgets[call] + 250);
  expect(outcome).toBe(givenUp[call]);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toStrictEqual({ level: 'warn', storage: call, name: expect.stringMatching(/^\w+$/) });
  expect(lines[0]).not.toMatch(/amzn1|SECRET|fast|slow|hand/);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  return JSON.parse(lines[0] ?? '').name;
}

const answer = (status: number, body: string, type = 'application/x-amz-json-1.0'): Fault => {
  return (response) => response.writeHead(status, { 'content-type': type }).end(body);
};
const error = (name: string, status = 400): Fault =>
  answer(status, JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: `${user} is slow` }));
const items = (value: unknown, rest = {}): Fault => answer(200, JSON.stringify({ Responses: { [table]: value }, ...rest }));
const page = '<!doctype html><title>Sign in to the hotel</title>';

/** The second is a closed connection's outside of jest, where the SDK knows an error of Node's for one. */
const network = ['Error', 'TimeoutError'];
/** The second attempt comes within the budget, or does not. */
const throttled = ['ProvisionedThroughputExceededException', 'late'];

/** What a table does, and the names that may be logged. */
const faults: readonly (readonly [what: string, fault: Fault, names: readonly string[]])[] = [
  ['answers after two seconds', 2000, ['late']],
  ['stops half way in an answer', (response) => response.writeHead(200, { 'content-length': 99 }).write('{'), ['late']],
  ['closes the connection', (response) => response.destroy(), network],
  ['throttles', error('ProvisionedThroughputExceededException'), throttled],
  ['has an error of its own', error('InternalServerError', 500), ['InternalServerError']],
  ['is not for us', error('AccessDeniedException'), ['AccessDeniedException']],
  ['is the page of a hotel', answer(200, page, 'text/html'), ['SyntaxError']],
  ['is a page that says no', answer(403, page, 'text/html'), ['SyntaxError']],
  ['has broken JSON', answer(200, '{"Responses": {"pref'), ['SyntaxError']],
];

/** What tells nothing of what is stored; a change has no better answer. */
const silences: readonly (readonly [what: string, fault: Fault])[] = [
  ['nothing', answer(200, '')],
  ['an empty record', answer(200, '{}')],
  ['a text', answer(200, '"text"')],
  ['a text for items', items('text')],
  ['of some items only', items([], { UnprocessedKeys: { [table]: { Keys: [{ id: { S: user } }] } } })],
];

describe.each(calls)('%s', (call) => {
  it('gives up a table that is not there', async () => {
    expect(network).toContain(await givesUp(await nowhere(), call));
  });

  it.each(faults)('gives up a table that %s', async (_what, fault, names) => {
    front.fault = fault;

    expect(names).toContain(await givesUp(front.endpoint, call));
  });

  it('asks no more once it gave up: neither again, nor what it was asking', async () => {
    const store = storeAt(front.endpoint, { load: 200, save: 200, forget: 200 });
    const { asked } = front.counts;
    // The SDK would try again after up to a second, by chance: here after a quarter.
    const chance = jest.spyOn(Math, 'random').mockReturnValue(0.25);

    for (const fault of [300, error('ProvisionedThroughputExceededException')]) {
      front.fault = fault;
      await expect(ask[call](store)).rejects.toMatchObject({ name: 'AbortError' });
      const { came } = front.counts;
      await later(150);
      expect(front.counts).toEqual({ came, asked });
    }
    chance.mockRestore();
  });
});

describe('load', () => {
  it.each(silences)('takes an answer of %s for none, and not for a new user', async (_what, fault) => {
    front.fault = fault;

    expect(await givesUp(front.endpoint, 'load')).toBe('Incomplete');
  });

  it('drops what is of the wrong type within an answer', async () => {
    front.fault = items([null, 5, { id: { S: user }, pace: { S: 5 }, voice: null, welcomes: { N: {} }, told: { BOOL: true } }]);

    expect(await storeAt(front.endpoint).load(user)).toStrictEqual({ told: true });
  });

  it('asks a second time when the connection was closed while nobody asked', async () => {
    const store = storeAt(front.endpoint, budgets);
    await store.load(user);
    front.fault = (response) => {
      front.fault = undefined;
      response.destroy();
    };

    expect(await store.load(user)).toStrictEqual(everything);
  });
});

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
