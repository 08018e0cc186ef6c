/**
 * The bundle runs on the very Nodes that Lambda has, started as Lambda starts it and spoken to over the Runtime API. In this process it
 * would run on the Node of the tests, with all of its environment, and a handler that Lambda refuses would pass.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { applicationId, launched } from '../../simulator/envelope';
import { readTemplate } from '../../tools/deploy/template';
import { type Deployed, type Life, live } from '../../tools/runtime/lambda';
import { isHere, nodesHere } from '../../tools/runtime/nodes';
import { env, events, wrongWith } from '../../tools/runtime/trial';
import { type Engine, startEngine, table } from '../storage/engine';

const root = join(__dirname, '../..');
const bundle = join(root, 'build/lambda');
/** The first run on a machine installs the Nodes. */
jest.setTimeout(300_000);

let nodes: readonly string[];
let scratch: string;
let engine: Engine;

beforeAll(async () => {
  nodes = nodesHere(root);
  scratch = mkdtempSync(join(tmpdir(), 'functions-'));
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  rmSync(scratch, { recursive: true });
});

const onEach = <T>(work: (node: string) => Promise<T>): Promise<T[]> => Promise.all(nodes.map(work));

/** Another life while the table was too late for one, and its log says so: a machine that is busy with other tests is no fault. */
async function inTime(deployment: Deployed, some: readonly object[]): Promise<Life> {
  for (let tries = 0; tries < 20; tries += 1) {
    const life = await live(deployment, some);
    if (!/"storage":/.test(life.log)) return life;
  }
  throw new Error('The table is never in time.');
}
const everyEvent = events.map(({ event }) => event);

describe('the bundle', () => {
  it('answers a launch, a question, an odd body, a cramp and the end of a session, on Node 22 and 24', async () => {
    const lives = await onEach((node) => live({ node, folder: bundle, env }, everyEvent));

    for (const { version, startMilliseconds, outcomes, megabytes } of lives) {
      const each = events.map(({ name }, at) => `${name} ${outcomes[at]?.milliseconds.toFixed(1)} ms`).join(', ');
      console.log(`Node ${version}: up in ${startMilliseconds.toFixed(0)} ms, ${megabytes?.toFixed(0)} MB; ${each}`);
    }
    expect(lives.map(wrongWith)).toEqual(lives.map(() => []));
    const versions = lives.map(({ version }) => version.split('.')[0]);
    expect(versions).toEqual(isHere ? ['v22', 'v24'] : [process.version.split('.')[0]]);
  });

  it('remembers in a table from one life to the next', async () => {
    const told = { ...env, PREFERENCES_TABLE: table, DYNAMODB_ENDPOINT: engine.endpoint };
    for (const [at, node] of nodes.entries()) {
      const place = { locale: 'en-US', userId: `user-${at}`, deviceId: 'd', screen: false, apiEndpoint: '', now: new Date() };
      const welcome = launched(place, { id: 's', isNew: true, attributes: {} });
      const welcomes = async () => Number((await engine.items())[place.userId]?.['welcomes']?.N);

      await inTime({ node, folder: bundle, env: told }, [welcome]);
      const once = await welcomes();
      const { outcomes } = await inTime({ node, folder: bundle, env: told }, [welcome]);

      expect(once).toBeGreaterThan(0);
      expect(await welcomes()).toBeGreaterThan(once);
      expect(JSON.stringify(outcomes)).toContain(`"welcomes":${await welcomes()}`);
    }
  });

  it('refuses another skill over the Runtime API, and goes on', async () => {
    const [life] = await onEach((node) =>
      live({ node, folder: bundle, env: { SKILL_ID: `${applicationId}-other` } }, everyEvent),
    );

    expect(life?.refused).toBeUndefined();
    expect(life?.outcomes.map(({ failure }) => failure?.errorMessage)).toEqual(
      everyEvent.map(() => expect.stringMatching(/ID verification failed/i)),
    );
  });
});

describe('the stand-in of Lambda', () => {
  /** A function of its own in a folder of its own. */
  function deployed(name: string, code: string): string {
    const folder = join(scratch, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), code);
    return folder;
  }

  it('gives what the stack gives: the handler, the Nodes and the time', () => {
    const { Resources, Parameters } = readTemplate(root, 'infrastructure/skill-stack.yaml');

    expect(Resources['Function']?.Properties['Timeout']).toBe(8);
    expect(Parameters['LambdaHandler']?.Default).toBe('index.handler');
    expect(Parameters['LambdaRuntime']?.AllowedValues).toEqual(['nodejs22.x', 'nodejs24.x']);
  });

  it("refuses the callback handler of SkillBuilders' lambda(), which Amazon's samples have", async () => {
    const entry = `import { SkillBuilders } from 'ask-sdk-core';
      export const handler = SkillBuilders.custom().addRequestHandlers({ canHandle: () => true, handle: () => ({}) }).lambda();`;
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    });
    const folder = deployed('callback', outputFiles[0]?.text ?? '');

    const lives = await onEach((node) => live({ node, folder }, everyEvent));

    const refused = { errorType: 'Runtime.CallbackHandlerDeprecated', errorMessage: expect.any(String) };
    expect(lives.map((life) => life.refused)).toEqual(lives.map(() => expect.objectContaining(refused)));
    expect(lives.map(({ outcomes }) => outcomes)).toEqual(lives.map(() => []));
    expect(lives.flatMap(wrongWith)).toEqual(lives.map(() => expect.stringMatching(/does not start: Runtime.Callback/)));
  });

  const faults: readonly (readonly [string, string, RegExp])[] = [
    ['no handler', 'exports.other = 1;', /Runtime\.HandlerNotFound/],
    ['a module that throws when it is loaded', 'throw new TypeError("planted");', /does not start: TypeError: planted/],
    [
      'a handler that throws',
      'exports.handler = async () => { throw new RangeError("planted"); };',
      /fails: RangeError: planted/,
    ],
    ['a handler that answers nothing', 'exports.handler = async () => undefined;', /is not answered/],
    ['speech for the end of a session', speaking('<speak>Bye.</speak>'), /the end of a session is answered with speech/],
    ['speech that Alexa refuses', speaking('<speak><b>Hi.</b></speak>'), /a launch: /],
    ['a line in the log', `console.log('planted'); ${speaking('<speak>Hi.</speak>')}`, /logs planted/],
    ['a process that ends', 'exports.handler = () => process.exit(1);', /is not answered/],
  ];

  test.each(faults)('tells of %s', async (name, code, complaint) => {
    const [node = ''] = nodes;
    const life = await live({ node, folder: deployed(name, code) }, everyEvent);

    expect(wrongWith(life)).toContainEqual(expect.stringMatching(complaint));
  });

  it('gives up on a handler that never answers', async () => {
    const [node = ''] = nodes;
    const folder = deployed('never', 'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 60000));');

    const { outcomes } = await live({ node, folder, timeout: 1 }, everyEvent);

    expect(outcomes).toEqual([
      { failure: expect.objectContaining({ errorType: 'Sandbox.Timedout' }), milliseconds: expect.any(Number) },
    ]);
  });
});

function speaking(ssml: string): string {
  const answer = { version: '1.0', response: { outputSpeech: { type: 'SSML', ssml }, shouldEndSession: true } };
  return `exports.handler = async () => (${JSON.stringify(answer)});`;
}
