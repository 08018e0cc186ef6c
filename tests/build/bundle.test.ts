/**
 * The bundle is all that Lambda gets: alone in an empty folder, with nothing installed, it must answer. What is staged for Amazon
 * must be what was reviewed, byte for byte.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { newSession } from '../../lambda/dialog/session';
import type { SignWords } from '../../lambda/knowledge/types';
import { intent, launch, skillId, slot } from '../alexa/envelopes';
import { knowledge, wordsOfLocale } from '../support/skill';

const root = join(__dirname, '../..');
const locales = readdirSync(join(root, 'build/lambda/words'));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  cpSync(join(root, 'build/lambda'), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  /** Parameters that the handler declares. */
  readonly length: number;
  readonly exported: readonly string[];
  readonly answers: readonly ResponseEnvelope[];
  readonly error?: string;
  /** What was loaded from outside the folder and Node itself. */
  readonly strays: readonly string[];
}

/** Calls the handler in a process of its own that has nothing of ours but the folder, with these variables and no others. */
function run(requests: readonly RequestEnvelope[], env: Readonly<Record<string, string>> = {}, logged = /^$/): Outcome {
  const program = `
    const bundle = require('./index.js');
    const requests = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    (async () => {
      const answers = [];
      let error;
      try { for (const request of requests) answers.push(await bundle.handler(request, {})); } catch (thrown) { error = String(thrown); }
      const strays = Object.keys(require.cache).filter((path) => !path.startsWith(process.cwd()));
      console.log(JSON.stringify({ length: bundle.handler.length, exported: Object.keys(bundle), answers, error, strays }));
    })();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: folder,
    env,
    input: JSON.stringify(requests),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(logged) });
  return JSON.parse(stdout) as Outcome;
}

const spoken = expect.objectContaining({ outputSpeech: { type: 'SSML', ssml: expect.stringMatching(/^<speak>.+<\/speak>$/s) } });

describe('the bundle', () => {
  it('has nothing beside it but its map, what is loaded when it is needed, and the topics, and the words and signs of every locale', () => {
    const models = readdirSync(join(root, 'build/skill-package/interactionModels/custom'));

    expect(readdirSync(folder).sort()).toEqual([
      ...['dynamo.js', 'dynamo.js.map', 'index.js', 'index.js.map', 'settings.js', 'settings.js.map'],
      ...['signs', 'topics', 'words'],
    ]);
    expect(locales.length).toBeGreaterThan(0);
    expect(locales.map((name) => `${name}.json`).sort()).toEqual(models.sort());
    expect(readdirSync(join(folder, 'topics')).sort()).toEqual(
      Object.keys(knowledge.topics)
        .map((id) => `${id}.json`)
        .sort(),
    );
    expect(readdirSync(join(folder, 'signs')).sort()).toEqual(models.sort());
  });

  it('has the words of danger in its signs, the most pressing first', () => {
    const { emergencySign, symptom } = JSON.parse(readFileSync(join(folder, 'signs/en-US.json'), 'utf8')) as SignWords;
    const { emergencies, today } = knowledge.triage;
    const inOrder = (pairs: SignWords['symptom']) => [...new Set(pairs.map(([, id]) => id))];
    const places = emergencySign.map(([, id]) => emergencies.indexOf(id));

    expect(emergencySign).toContainEqual(['cant breathe', 'breathless']);
    expect(emergencySign).toContainEqual(['chest pain', 'chest_pain']);
    expect(inOrder(emergencySign)).toEqual(emergencies);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(inOrder(symptom)).toEqual(today);
    expect([...emergencySign, ...symptom].filter(([words]) => !/^[a-z0-9]+( [a-z0-9]+)*$/.test(words))).toEqual([]);
  });

  it('answers a launch and an intent from an empty folder, with nothing installed and no variable set', () => {
    const { answers, error, strays } = run([launch(), intent('CausesIntent')]);

    expect(error).toBeUndefined();
    expect(answers.map(({ response }) => response)).toEqual([spoken, spoken]);
    expect(answers[0]?.response.shouldEndSession).toBe(false);
    expect(strays).toEqual([]);
  });

  it('answers in every locale with its own words, those of its language included', () => {
    const chest = { emergencySign: slot('emergencySign', 'chest', ['ER_SUCCESS_MATCH', 'chest_pain']) };
    const { answers } = run(
      locales.flatMap((locale) => [intent('EmergencyIntent', chest, { locale }), intent('AMAZON.StopIntent', {}, { locale })]),
    );
    const said = answers.map(({ response }) => JSON.stringify(response.outputSpeech).replace(/<[^>]+>/g, ''));

    for (const [at, locale] of locales.entries()) {
      const words = wordsOfLocale(locale);
      expect(said[2 * at]).toContain(words['triage.emergencies.chest_pain']);
      expect(said[2 * at + 1]).toContain(words['dialog.goodbye']);
    }
  });

  it('is half a megabyte at most, with the topics and the words of all locales', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const counted = files.filter((file) => file === 'index.js' || /^(?:topics|words).*\.json$/.test(file));
    const bytes = counted.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

    expect(counted.length).toBeGreaterThan(100);
    expect(bytes).toBeLessThanOrEqual(500_000);
  });

  it('bears a session that names a topic that is none, or a path: it apologises, and goes on', () => {
    const session = (topic: string) => ({ ...newSession, left: [{ topic, page: 'usual', lines: ['usual'] }] });
    const odd = ['dance', '../words/en-US/main', '/etc/passwd'].map((topic) =>
      intent('MoreIntent', undefined, { attributes: session(topic) }),
    );
    const { answers, error } = run(odd, {}, /"at":/);

    expect(error).toBeUndefined();
    expect(answers.map(({ response }) => response)).toEqual(odd.map(() => spoken));
  });

  it('exports the handler alone, with the two parameters that Node 24 on Lambda allows', () => {
    expect(run([])).toMatchObject({ length: 2, exported: ['handler'] });
  });

  it('answers every locale there is, and any other in the nearest', () => {
    const asked = [...locales, 'en-ZA', 'xx-XX', null].map((locale) => launch({ locale }));

    expect(run(asked).answers.map(({ response }) => response)).toEqual(asked.map(() => spoken));
  });

  it('is small, and its map says where in our source a fault is', () => {
    const map = JSON.parse(readFileSync(join(folder, 'index.js.map'), 'utf8')) as { sources: string[] };

    expect(readFileSync(join(folder, 'index.js')).length).toBeLessThan(1_000_000);
    expect(map.sources).toEqual(expect.arrayContaining([expect.stringMatching(/lambda\/dialog\/respond\.ts$/)]));
    expect(map.sources.filter((source) => /node_modules\/(zod|yaml)\/|\/(tools|simulator)\//.test(source))).toEqual([]);
  });
});

describe('with SKILL_ID set', () => {
  it('answers its own skill', () => {
    const { answers, error } = run([launch()], { SKILL_ID: skillId });

    expect(error).toBeUndefined();
    expect(answers.map(({ response }) => response)).toEqual([spoken]);
  });

  it('refuses another', () => {
    const { answers, error } = run([launch({ applicationId: 'amzn1.ask.skill.theirs' })], { SKILL_ID: skillId });

    expect(answers).toEqual([]);
    expect(error).toMatch(/ID verification failed/i);
  });
});

describe('the skill package', () => {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const staged = 'build/skill-package';
  const models = 'interactionModels/custom';

  it('has the manifest of every locale; tests/manifest says that it is the one in the repository', () => {
    expect(Object.keys(JSON.parse(text(`${staged}/skill.json`)).manifest.publishingInformation.locales).sort()).toEqual(
      [...locales].sort(),
    );
  });

  it('has the models as they are committed, byte for byte, and no others', () => {
    const names = readdirSync(join(root, models)).sort();

    expect(names.length).toBeGreaterThan(0);
    expect(readdirSync(join(root, staged, models)).sort()).toEqual(names);
    for (const name of names)
      expect([name, text(`${staged}/${models}/${name}`) === text(`${models}/${name}`)]).toEqual([name, true]);
  });
});
