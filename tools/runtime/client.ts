/**
 * What Lambda runs a function with, without its native parts: after AWS's own `aws-lambda-ric` 4.0.2. Loads the handler, asks for events
 * and posts the answers. It runs by itself on the Node that is tried, so it imports nothing of ours.
 */
import { existsSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

type Handler = (event: unknown, context: object) => unknown;

const { AWS_LAMBDA_RUNTIME_API: api = '', _HANDLER: name = '', LAMBDA_TASK_ROOT: folder = '' } = process.env;

class Fault extends Error {
  constructor(kind: string, message: string) {
    super(message);
    this.name = `Runtime.${kind}`;
  }
}

async function load(): Promise<Handler> {
  const [file = '', exported = ''] = name.split('.');
  const path = ['.js', '.mjs', '.cjs'].map((ending) => resolve(folder, file + ending)).find((one) => existsSync(one));
  if (!path) throw new Fault('ImportModuleError', `there is no module ${file}`);
  const module = await import(pathToFileURL(path).href);
  const handler: unknown = module[exported] ?? module.default?.[exported];
  if (typeof handler !== 'function') throw new Fault('HandlerNotFound', `${name} is no function`);
  // Node 24 on Lambda refuses a callback. What would still run on 22 only is refused on both.
  if (handler.length >= 3) throw new Fault('CallbackHandlerDeprecated', `${name} takes a callback`);
  return handler as Handler;
}

async function serve(handler: Handler): Promise<never> {
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    const invocation = `invocation/${headers['lambda-runtime-aws-request-id']}`;
    try {
      const answer = await handler(JSON.parse(body), contextOf(headers));
      await call('POST', `${invocation}/response`, JSON.stringify(answer ?? null));
    } catch (error) {
      await post(`${invocation}/error`, error);
    }
  }
}

function contextOf(headers: IncomingHttpHeaders): object {
  const { env } = process;
  return {
    functionName: env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: env['AWS_LAMBDA_FUNCTION_VERSION'],
    memoryLimitInMB: env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: env['AWS_LAMBDA_LOG_STREAM_NAME'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    getRemainingTimeInMillis: () => Number(headers['lambda-runtime-deadline-ms']) - Date.now(),
  };
}

function post(path: string, error: unknown): Promise<unknown> {
  const { name: errorType, message: errorMessage, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return call('POST', path, JSON.stringify({ errorType, errorMessage, trace: stack.split('\n') }), {
    'lambda-runtime-function-error-type': errorType,
  });
}

function call(method: string, path: string, body?: string, headers?: Readonly<Record<string, string>>) {
  return new Promise<{ readonly headers: IncomingHttpHeaders; readonly body: string }>((done, failed) => {
    const options = { method, headers: { 'content-type': 'application/json', ...headers } };
    const asked = request(`http://${api}/2018-06-01/runtime/${path}`, options, (response) => {
      text(response).then((answer) => done({ headers: response.headers, body: answer }), failed);
    });
    asked.on('error', failed).end(body);
  });
}

load()
  .catch(async (error: unknown) => {
    await post('init/error', error);
    process.exit(1);
  })
  .then(serve)
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
