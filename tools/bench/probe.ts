/**
 * One run of the benchmark, in a process of its own: loads a handler, asks it one thing, then asks over and over, and prints one line
 * of JSON. It loads next to nothing itself, so that a handler pays for all that it needs.
 */
import { performance } from 'node:perf_hooks';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';
import type { Handler } from '../../simulator/invoke';

/** Milliseconds, and megabytes of memory after the first answer. */
export type Figures = Readonly<Record<'load' | 'first' | 'cold' | 'p50' | 'p99' | 'memory', number>>;

const [warmUps, counted] = [1000, 2000];
const context = {} as Context;

async function measure(file: string, question: RequestEnvelope, isWarm: boolean): Promise<Figures> {
  const start = performance.now();
  const { handler } = require(file) as { handler: Handler };
  const loaded = performance.now();
  const answer = await handler(question, context);
  const answered = performance.now();
  if (!answer.response.outputSpeech) throw new Error('It said nothing, which is no measure.');
  const memory = process.memoryUsage().rss / 1e6;
  // Alexa hands back what the first answer left in the session.
  if (question.session) question.session.attributes = answer.sessionAttributes ?? {};
  const [p50, p99] = isWarm ? await warm(handler, question) : [Number.NaN, Number.NaN];
  return { load: loaded - start, first: answered - loaded, cold: answered - start, p50, p99, memory };
}

async function warm(handler: Handler, question: RequestEnvelope): Promise<[number, number]> {
  const times = new Float64Array(counted);
  for (let count = -warmUps; count < counted; count++) {
    const before = performance.now();
    await handler(question, context);
    if (count >= 0) times[count] = performance.now() - before;
  }
  times.sort();
  return [times[counted / 2] ?? Number.NaN, times[Math.floor(counted * 0.99)] ?? Number.NaN];
}

const [file = '', question = '', warmth = ''] = process.argv.slice(2);
void measure(file, JSON.parse(question), warmth === 'warm').then((figures) => {
  process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit());
});
