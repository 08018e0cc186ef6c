/**
 * A store in a table of DynamoDB. Only the composition root imports this file, and only when there is a table: to load the SDK takes
 * longer than an answer does.
 */
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Place } from '../dialog/types';
import { changing, deletingAll, deletingPlace, itemsRead, putting, reading } from './dynamo-items';
import { editOf, readPreferences, storedPlace } from './record';
import type { Budgets, Store } from './store';

export interface DynamoOptions {
  /** Its partition key is `id`, a string; its time to live is `expires`. */
  readonly table: string;
  /** Unset, it is Amazon's own, in the region that `AWS_REGION` names. */
  readonly endpoint?: string | undefined;
  readonly clock: () => Date;
  /** When a call gives up. */
  readonly budgets: Budgets;
}

/** Calls fail with what the SDK throws (`AbortError` when the budget is spent), or with `Incomplete`. */
export function dynamoStore({ table, endpoint, clock, budgets }: DynamoOptions): Store {
  const client = new DynamoDBClient({
    region: process.env['AWS_REGION'] || 'us-east-1',
    // The second is for a connection that was closed while Lambda slept.
    maxAttempts: 2,
    ...(endpoint ? { endpoint } : {}),
  });

  async function savePlace(userId: string, place: Place | undefined, budget: Budget): Promise<void> {
    if (!place) return void (await client.send(new DeleteItemCommand(deletingPlace(table, userId)), budget));
    const stored = storedPlace(place, clock());
    if (stored) await client.send(new PutItemCommand(putting(table, userId, stored)), budget);
  }

  return {
    load: async (userId) => {
      const output = await client.send(new BatchGetItemCommand(reading(table, userId)), within(budgets.load));
      const [lasting, place] = itemsRead(output, table, userId);
      return readPreferences(lasting, place, clock());
    },
    save: async (userId, changes) => {
      const budget = within(budgets.save);
      const change = changing(table, userId, editOf(changes));
      await allOf([
        change && unlessLater(client.send(new UpdateItemCommand(change), budget)),
        Object.hasOwn(changes, 'place') && unlessLater(savePlace(userId, changes.place, budget)),
      ]);
    },
    forget: async (userId) => {
      const budget = within(budgets.forget);
      await allOf(deletingAll(table, userId).map((item) => client.send(new DeleteItemCommand(item), budget)));
    },
  };
}

interface Budget {
  readonly abortSignal: AbortSignal;
}

/** Nothing is sent once it is spent: a save that is tried late could bring back what was forgotten meanwhile. */
const within = (milliseconds: number): Budget => ({ abortSignal: AbortSignal.timeout(milliseconds) });

/** What a later version of the skill wrote stays, and that is no fault. */
async function unlessLater(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Waits for all even when one has failed: nothing goes on behind a failure that was told. */
async function allOf(writes: readonly unknown[]): Promise<void> {
  const failed = (await Promise.allSettled(writes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
