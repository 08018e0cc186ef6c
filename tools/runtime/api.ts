/**
 * Lambda's side of the Runtime API: hands out events one by one, and takes what comes back.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { startServices } from '../../simulator/services';

export interface Failure {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** What came of one event: an answer, or a failure. */
export interface Outcome {
  readonly answer?: unknown;
  readonly failure?: Failure;
  readonly milliseconds: number;
}

export interface RuntimeApi {
  /** Host and port. */
  readonly address: string;
  readonly outcomes: readonly Outcome[];
  /** When the first event was asked for; undefined until then. */
  readonly firstAsked: () => number | undefined;
  /** Why the function did not start. */
  readonly refused: () => Failure | undefined;
  /** Fulfilled when nothing more will come. */
  readonly over: Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param timeout seconds that an answer may take */
export async function startRuntimeApi(events: readonly unknown[], timeout: number): Promise<RuntimeApi> {
  const outcomes: Outcome[] = [];
  let [firstAsked, handedOut, refused]: [number | undefined, number, Failure | undefined] = [undefined, 0, undefined];
  let late: NodeJS.Timeout | undefined;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });

  const took = (outcome: Omit<Outcome, 'milliseconds'>): void => {
    clearTimeout(late);
    outcomes.push({ ...outcome, milliseconds: performance.now() - handedOut });
  };

  function next(response: ServerResponse): void {
    firstAsked ??= performance.now();
    const at = outcomes.length;
    // With nothing left to ask, Lambda freezes a function and does not answer it.
    if (at >= events.length) {
      end();
      return;
    }
    handedOut = performance.now();
    late = setTimeout(() => {
      took({ failure: { errorType: 'Sandbox.Timedout', errorMessage: `there is no answer after ${timeout} s` } });
      end();
    }, timeout * 1000);
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': `request-${at}`,
      'lambda-runtime-deadline-ms': String(Date.now() + timeout * 1000),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:000000000000:function:cramp-helper',
      'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000;Sampled=0',
    });
    response.end(JSON.stringify(events[at]));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.replace('/2018-06-01/runtime/', '') ?? '';
    if (path === 'invocation/next') return next(response);
    const body = JSON.parse(await text(request));
    if (path === 'init/error') refused = body;
    else if (path.endsWith('/error')) took({ failure: body });
    else took({ answer: body });
    response.writeHead(202).end();
    if (refused) end();
  }

  const { endpoint, close } = await startServices((request, response) => void answer(request, response));
  return {
    address: new URL(endpoint).host,
    outcomes,
    firstAsked: () => firstAsked,
    refused: () => refused,
    over,
    close: () => {
      clearTimeout(late);
      return close();
    },
  };
}
