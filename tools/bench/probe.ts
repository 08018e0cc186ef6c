/**
 * One run of the benchmark, in a process of its own: loads a bundle, launches it, asks it one thing over and over, prints one
 * line of JSON. It loads next to nothing itself, so that a bundle pays for all that it needs.
 */
import { performance } from 'node:perf_hooks';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';
import type { Handler } from '../../simulator/invoke';

/** Milliseconds; `warm` is the median of many. */
export type Times = Readonly<Record<'load' | 'launch' | 'warm', number>>;

const [warmUps, counted] = [1000, 2000];
const context = {} as Context;

async function measure(bundle: string, launch: RequestEnvelope, question: RequestEnvelope): Promise<Times> {
  const start = performance.now();
  const { handler } = require(bundle) as { handler: Handler };
  const loaded = performance.now();
  const { response, sessionAttributes = {} } = await handler(launch, context);
  const launched = performance.now();
  // Alexa hands back what the launch left in the session.
  if (question.session) question.session.attributes = sessionAttributes;
  const answer = await handler(question, context);
  if (!response.outputSpeech || !answer.response.outputSpeech) throw new Error('It said nothing, which is no measure.');
  return { load: loaded - start, launch: launched - loaded, warm: await warm(handler, question) };
}

async function warm(handler: Handler, question: RequestEnvelope): Promise<number> {
  const times = new Float64Array(counted);
  for (let count = -warmUps; count < counted; count++) {
    const before = performance.now();
    await handler(question, context);
    if (count >= 0) times[count] = performance.now() - before;
  }
  return times.sort()[counted / 2] ?? Number.NaN;
}

const [bundle = '', launch = '', question = ''] = process.argv.slice(2);
void measure(bundle, JSON.parse(launch), JSON.parse(question)).then((times) => console.log(JSON.stringify(times)));
