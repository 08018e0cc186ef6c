/**
 * A DynamoDB in this process, with one table as the skill needs it, and a server before it that can have faults.
 */
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  type AttributeValue,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { Budgets } from '../../lambda/storage/store';

export const table = 'preferences';

/** For a store that is not tried for its budgets: a machine that is busy with other tests is no fault of it. */
export const patient: Budgets = { load: 10_000, save: 10_000, forget: 10_000 };

Object.assign(process.env, {
  AWS_REGION: 'eu-west-1',
  // The engine believes any; without them the SDK would look for real ones.
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  // On Node 20 the SDK says that it will want a later one.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

export type Item = Record<string, AttributeValue>;

export interface Engine {
  readonly endpoint: string;
  /** Every item of the table, by its id. */
  items(): Promise<Readonly<Record<string, Item>>>;
  put(item: Item): Promise<void>;
  stop(): Promise<void>;
}

/** Starts on a free port of this machine, with an empty table. */
export async function startEngine(): Promise<Engine> {
  const server = dynalite({ createTableMs: 0 });
  const endpoint = await listening(server);
  const client = new DynamoDBClient({ endpoint });
  await client.send(
    new CreateTableCommand({
      TableName: table,
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const isActive = async () =>
    (await client.send(new DescribeTableCommand({ TableName: table }))).Table?.TableStatus === 'ACTIVE';
  while (!(await isActive()));
  return {
    endpoint,
    items: async () => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
      return Object.fromEntries(Items.map((item) => [item['id']?.S, item]));
    },
    put: async (item) => void (await client.send(new PutItemCommand({ TableName: table, Item: item }))),
    stop: () => {
      client.destroy();
      return stopped(server);
    },
  };
}

/** Answers instead of the engine; or waits, in milliseconds, before the engine is asked. */
export type Fault = ((response: ServerResponse) => unknown) | number;

export interface Front {
  readonly endpoint: string;
  fault: Fault | undefined;
  /** Requests that came, and those that the engine was asked. */
  readonly counts: { came: number; asked: number };
  stop(): Promise<void>;
}

/** A server that hands on to the engine whatever it is asked, but where it has a fault. */
export async function startFront(engine: Engine): Promise<Front> {
  const counts = { came: 0, asked: 0 };
  const server = createServer(async (asked, response) => {
    counts.came += 1;
    const body = await buffer(asked);
    const handOn = () => {
      counts.asked += 1;
      const onward = request(engine.endpoint, { method: asked.method ?? 'POST', headers: asked.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      onward.end(body);
    };
    if (typeof front.fault === 'function') return void front.fault(response);
    const timer = setTimeout(handOn, front.fault ?? 0);
    response.on('close', () => clearTimeout(timer));
  });
  const endpoint = await listening(server);
  const front: Front = { endpoint, fault: undefined, counts, stop: () => stopped(server) };
  return front;
}

/** An address of this machine where nobody listens. */
export async function nowhere(): Promise<string> {
  const server = createServer();
  const endpoint = await listening(server);
  await stopped(server);
  return endpoint;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stopped(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
  server.closeAllConnections();
  return closed;
}
