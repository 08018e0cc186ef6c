/**
 * The two items of a user, since a table's time to live deletes whole ones: `<userId>` for what lasts, `<userId>#place` for the
 * bookmark. What DynamoDB is asked about them, and what it answered.
 */
import type {
  AttributeValue,
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  DeleteItemCommandInput,
  PutItemCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Edit, type StoredPlace, schema } from './record';

type Item = Record<string, AttributeValue>;

/** The ids of both: what lasts, and the bookmark. */
export const itemIds = (userId: string): readonly [string, string] => [userId, `${userId}#place`];

/** Asks for both as they are now: the turn before may have changed them. */
export const reading = (table: string, userId: string): BatchGetItemCommandInput => ({
  RequestItems: { [table]: { Keys: itemIds(userId).map(keyOf), ConsistentRead: true } },
});

/**
 * Both as plain values; undefined where there is none.
 * @throws Incomplete when the answer does not say: an item that was not looked for must not pass for one that is not there
 */
export function itemsRead(
  { Responses, UnprocessedKeys }: BatchGetItemCommandOutput,
  table: string,
  userId: string,
): readonly unknown[] {
  const items: unknown = Responses?.[table];
  if (!Array.isArray(items) || Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Incomplete();
  return itemIds(userId).map((id) => plain(items.find((item) => item?.id?.S === id) ?? {}));
}

class Incomplete extends Error {
  override name = 'Incomplete';
}

/** Sets and removes in one step; undefined where there is nothing to do. To remove alone makes no item. */
export function changing(table: string, userId: string, { set, remove }: Edit): UpdateItemCommandInput | undefined {
  const isToSet = Object.keys(set).length > 0;
  if (!isToSet && remove.length === 0) return undefined;
  const written = attributes({ ...set, schema });
  const sets = Object.keys(written).map((field) => `#${field} = :${field}`);
  const removes = remove.map((field) => `#${field}`);
  const fields = [...Object.keys(written), ...remove];
  return {
    ...at(table, itemIds(userId)[0]),
    UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    ConditionExpression: isToSet ? ours : `attribute_exists(id) AND (${ours})`,
    // Any name may be a word that DynamoDB reserves, or become one.
    ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
    ExpressionAttributeValues: { ...oursValues, ...withColons(written) },
  };
}

/** Replaces the bookmark. */
export const putting = (table: string, userId: string, place: StoredPlace): PutItemCommandInput => {
  const { TableName, Key } = at(table, itemIds(userId)[1]);
  return { TableName, Item: { ...Key, ...attributes({ ...place, schema }) }, ...ifOurs };
};

/** Deletes the bookmark. */
export const deletingPlace = (table: string, userId: string): DeleteItemCommandInput => ({
  ...at(table, itemIds(userId)[1]),
  ...ifOurs,
});

/** Deletes both, whoever wrote them. */
export const deletingAll = (table: string, userId: string): readonly DeleteItemCommandInput[] =>
  itemIds(userId).map((id) => at(table, id));

const keyOf = (id: string): Item => ({ id: { S: id } });
const at = (table: string, id: string) => ({ TableName: table, Key: keyOf(id) });

/** True as well of no item, and of one whose version is no number: what a later version wrote has one. */
const ours = 'attribute_not_exists(#schema) OR NOT attribute_type(#schema, :number) OR #schema <= :schema';
const oursValues: Item = { ':number': { S: 'N' }, ':schema': { N: String(schema) } };
const ifOurs = {
  ConditionExpression: ours,
  ExpressionAttributeNames: { '#schema': 'schema' },
  ExpressionAttributeValues: oursValues,
};

const withColons = (item: Item): Item => Object.fromEntries(Object.entries(item).map(([name, value]) => [`:${name}`, value]));

const attributes = (values: object): Item =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, attribute(value)]));

function attribute(value: string | number | boolean): AttributeValue {
  if (typeof value === 'number') return { N: String(value) };
  return typeof value === 'boolean' ? { BOOL: value } : { S: value };
}

/** Texts, truths and numbers; anything else is none of ours, and reads as a number that is none. */
const plain = (item: Item): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value?.S ?? value?.BOOL ?? Number(value?.N)]));
