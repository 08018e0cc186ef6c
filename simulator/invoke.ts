/**
 * Calls the skill as Lambda would: a JSON event and a context in, JSON out, and no more than eight seconds.
 */
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';

export type Handler = (event: RequestEnvelope, context: Context) => Promise<ResponseEnvelope>;

/** Alexa gives up on a skill after this long. */
const patience = 8000;

/** The answer as the handler made it, not yet JSON; throws with a sentence when there is none. */
export async function invoke(handler: Handler, event: RequestEnvelope): Promise<ResponseEnvelope> {
  const begun = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the skill did not answer within ${patience / 1000} seconds`)), patience);
  });
  try {
    const answer = Promise.resolve(handler(JSON.parse(JSON.stringify(event)), contextOf(event, begun)));
    const response: ResponseEnvelope | undefined | null = await Promise.race([answer, late]);
    if (response === undefined || response === null) throw new Error('the skill answered nothing');
    return response;
  } finally {
    clearTimeout(timer);
  }
}

function contextOf({ request }: RequestEnvelope, begun: number): Context {
  const region = 'us-east-1';
  const functionName = 'cramp-helper';
  // The three callbacks of Node 0.10, which Lambda's own type still asks for.
  const gone = (): never => {
    throw new Error('Lambda has no callbacks any more: return a promise.');
  };
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: request.requestId.split('.').at(-1) ?? request.requestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, begun + patience - Date.now()),
    done: gone,
    fail: gone,
    succeed: gone,
  };
}
