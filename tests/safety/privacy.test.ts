/**
 * Nothing about anybody's health is logged, or outlives the session: canaries are put wherever a person's words and ids travel, through
 * the very bundle that is deployed, faults included. A log line that held one would be read by somebody, some day.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { envelope, intent, launch, slot } from '../alexa/envelopes';
import { catalogue, knowledge, root } from '../support/skill';

const canary = 'zzcanary';
const heard = (words: string, id?: string): unknown =>
  slot('x', `${canary} ${words}`, id ? ['ER_SUCCESS_MATCH', id] : ['ER_SUCCESS_NO_MATCH']);

/** Every intent, with every slot heard and resolved, and with every slot heard and not. */
const everyIntent: readonly RequestEnvelope[] = catalogue.intents.flatMap(({ alexa, slots }) => {
  const filled = (resolved: boolean) =>
    Object.fromEntries(
      Object.entries(slots)
        .filter(([name]) => !resolved || name !== 'emergencySign')
        .map(([name, type]) => {
          const [id] = catalogue.types.find((one) => one.name === type)?.ids ?? [];
          return [name, heard(`my ${name}`, resolved ? id : undefined)];
        }),
    );
  return [intent(alexa, filled(true)), intent(alexa, filled(false))];
});

/** A session that says a line there are no words for: the skill's own code fails on it. */
const faulty = intent('AMAZON.RepeatIntent', undefined, {
  attributes: { version: 1, said: [{ key: `topics.${canary}.lines.none` }], asked: { key: 'dialog.help.ask' }, muscle: 'calf' },
});
const danger = intent('CrampNowIntent', { muscle: heard("chest and i can't breathe") });
const goodbye = intent('AMAZON.StopIntent', undefined, { attributes: { version: 1, muscle: 'calf', who: 'partner' } });
const sent: readonly RequestEnvelope[] = [
  ...everyIntent,
  faulty,
  danger,
  goodbye,
  envelope({ type: 'SessionEndedRequest', reason: 'ERROR', error: { type: 'INVALID_RESPONSE', message: `${canary} calf` } }),
  envelope({ type: 'AlexaSkillEvent.SkillDisabled', body: { userId: canary } }, { session: false }),
  envelope({ type: canary }),
  launch(),
];

interface Outcome {
  readonly log: string;
  readonly responses: readonly ResponseEnvelope[];
}

/** Runs the bundle as Lambda would, in a process of its own: everything it writes is the log. */
function run(): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'));
  const [script, requests, answers] = ['run.cjs', 'requests.json', 'answers.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(requests, JSON.stringify(sent));
  writeFileSync(
    script,
    `const { readFileSync, writeFileSync } = require('node:fs');
     const { handler } = require(${JSON.stringify(join(root, 'build/lambda/index.js'))});
     (async () => {
       const answers = [];
       for (const request of JSON.parse(readFileSync(${JSON.stringify(requests)}, 'utf8'))) answers.push(await handler(request, {}));
       writeFileSync(${JSON.stringify(answers)}, JSON.stringify(answers));
     })();`,
  );
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const responses = JSON.parse(readFileSync(answers, 'utf8')) as ResponseEnvelope[];
  rmSync(folder, { recursive: true });
  return { log: stdout + stderr, responses };
}

const { log, responses } = run();
const answerTo = (request: RequestEnvelope): ResponseEnvelope | undefined => responses[sent.indexOf(request)];

describe('the log', () => {
  it('tells of the fault that was planted, so that there is something to look at', () => {
    const lines = log.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', name: 'Error', request: 'IntentRequest' });
  });

  it('holds no word that was said, no user and no device', () => {
    for (const secret of [canary, 'amzn1.ask.account', 'amzn1.device', 'secret']) expect(log).not.toContain(secret);
  });

  it('holds no muscle, symptom, sign or intent', () => {
    const ids = catalogue.types.flatMap((type) => (/Muscle|Symptom|Sign|Group/.test(type.name) ? type.ids : []));
    expect(ids.length).toBeGreaterThan(80);
    const told = new Set(log.split(/[^a-zA-Z_]+/));
    expect([...ids, ...Object.keys(knowledge.intents)].filter((id) => told.has(id))).toEqual([]);
  });
});

describe('the session', () => {
  it('carries ids from turn to turn and never a word that was said', () => {
    expect(
      responses.map(({ sessionAttributes }) => JSON.stringify(sessionAttributes ?? {})).filter((one) => one.includes(canary)),
    ).toEqual([]);
    // The test could fail: what was heard does travel as ids.
    expect(responses.some(({ sessionAttributes }) => sessionAttributes?.['muscle'] === 'calf')).toBe(true);
  });

  it('is empty once it is over, and the next one begins with nothing known', () => {
    expect(answerTo(goodbye)?.response).toMatchObject({ shouldEndSession: true });
    expect(answerTo(goodbye)?.sessionAttributes).toEqual({});
    expect(answerTo(danger)?.response).toMatchObject({ shouldEndSession: true });
    expect(answerTo(danger)?.sessionAttributes).toEqual({});
    expect(answerTo(sent.at(-1) as RequestEnvelope)?.sessionAttributes).not.toHaveProperty('muscle');
  });
});

describe('the answer', () => {
  it('repeats no word that was said', () => {
    expect(responses.map(({ response }) => JSON.stringify(response)).filter((one) => one.includes(canary))).toEqual([]);
  });
});
