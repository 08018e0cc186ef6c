/**
 * Other tools read what `talk` prints: its lines, its exit status, and nothing on standard output that is not the conversation.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { clockFrom } from '../../simulator/options';
import { talk, type World } from '../../simulator/talk';
import { fakeEar } from './fakes';

/** A skill that asks on a launch, closes on anything else, and does as the muscle says. */
const bundle = `
exports.handler = async ({ request, context, session }) => {
  const speech = (ssml) => ({ type: 'SSML', ssml });
  if (request.type === 'SessionEndedRequest') return { version: '1.0', response: {} };
  if (request.type === 'LaunchRequest') return { version: '1.0', sessionAttributes: {}, response: {
    outputSpeech: speech('<speak>Cramp &amp; all. <break time="1s"/>Where?</speak>'),
    reprompt: { outputSpeech: speech('<speak>Which muscle?</speak>') }, shouldEndSession: false } };
  if (request.intent.name === 'AMAZON.FallbackIntent') throw new Error('boom\\n  at line 1');
  const directives = context.System.device.supportedInterfaces['Alexa.Presentation.APL']
    ? [{ type: 'Alexa.Presentation.APL.RenderDocument', token: 't', document: { type: 'APL', at: request.timestamp } }] : [];
  return { version: '1.0', response: { outputSpeech: speech('<speak>Good night.</speak>'), directives, shouldEndSession: true } };
};`;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'talk-'));
  const models = join(root, 'build', 'skill-package', 'interactionModels', 'custom');
  mkdirSync(models, { recursive: true });
  mkdirSync(join(root, 'build', 'lambda'));
  const model = { interactionModel: { languageModel: { invocationName: 'cramp helper', intents: [] } } };
  for (const locale of ['en-US', 'de-DE']) writeFileSync(join(models, `${locale}.json`), JSON.stringify(model));
  writeFileSync(join(root, 'build', 'lambda', 'index.js'), bundle);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the command in this process, over the small skill above. */
async function run(argv: string[], piped: string | undefined = undefined, world: Partial<World> = {}, terminal = false) {
  const input = new PassThrough();
  const output = new PassThrough();
  const errors = new PassThrough();
  if (terminal) for (const stream of [input, output]) Object.assign(stream, { isTTY: true });
  if (piped !== undefined) input.end(piped);
  const loaded: string[] = [];
  const loadNlu = async (_root: string, locale: string) => {
    loaded.push(locale);
    return fakeEar();
  };
  const status = await talk(argv, { root, input, output, errors, colour: false, prepare: async () => {}, loadNlu, ...world });
  const read = (stream: PassThrough): string => String(stream.read() ?? '');
  return { status, output: read(output), errors: read(errors), loaded };
}

describe('talk --json', () => {
  it('prints the promised fields, in order, a line an utterance', async () => {
    const { status, output, errors } = await run(['--json', 'open', '', 'calf']);
    const lines = output.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        utterance: 'open',
        request: 'LaunchRequest',
        intent: null,
        slots: {},
        speech: 'Cramp & all. Where?',
        ssml: '<speak>Cramp &amp; all. <break time="1s"/>Where?</speak>',
        reprompt: 'Which muscle?',
        seconds: 2.2,
        micOpen: true,
        sessionEnded: false,
        screen: null,
        error: null,
      },
      expect.objectContaining({
        utterance: '',
        request: 'SessionEndedRequest',
        intent: null,
        speech: '',
        ssml: '',
        sessionEnded: true,
      }),
      expect.objectContaining({
        utterance: 'calf',
        request: 'IntentRequest',
        intent: 'CrampNowIntent',
        slots: { muscle: 'calf' },
      }),
    ]);
    expect(Object.keys(JSON.parse(lines[0] ?? '')).join()).toBe(
      'utterance,request,intent,slots,speech,ssml,reprompt,seconds,micOpen,sessionEnded,screen,error',
    );
    expect([status, errors]).toEqual([0, '']);
  });

  it('has null for a slot no id stands for, and the spoken value for a built-in type', async () => {
    const { output } = await run(['--json', 'kneecap', 'seven months']);
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).slots),
    ).toEqual([{ muscle: null }, { number: '7' }]);
  });

  it('shows what a screen shows, at the hour of the device', async () => {
    const { output } = await run(['--json', '--screen', '--at', '03:15', 'calf']);
    const { screen } = JSON.parse(output);
    const shown = new Date(screen.at);
    expect([screen.type, shown.getHours(), shown.getMinutes()]).toEqual(['APL', 3, 15]);
  });

  it('reports what goes wrong on its line, on stderr and in the status, and goes on', async () => {
    const { status, output, errors } = await run(['--json', 'mumble', 'open']);
    const [first, second] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ intent: 'AMAZON.FallbackIntent', speech: '', ssml: '', sessionEnded: true });
    expect(first.error).toMatch(/^the skill failed: boom/);
    expect(second).toMatchObject({ request: 'LaunchRequest', error: null });
    expect(errors).toBe('talk: "mumble": the skill failed: boom at line 1\n');
    expect(status).toBe(1);
  });

  it('takes silence where nobody listens for a session that is over', async () => {
    const { status, output } = await run(['--json', '']);
    expect(JSON.parse(output)).toMatchObject({ request: 'SessionEndedRequest', sessionEnded: true, error: null });
    expect(status).toBe(0);
  });
});

describe('talk over a pipe', () => {
  it('says each line until the end of input, an empty one being silence', async () => {
    const { status, output } = await run([], 'open\r\n\ncalf');
    expect(output).toBe(
      [
        'you: open\nalexa: Cramp & all. [1 s] Where?\n',
        'you: (silence)\nalexa: (the microphone closes)\n',
        'you: calf\nalexa: Good night.\n',
      ].join(''),
    );
    expect(status).toBe(0);
  });

  it('says nothing when nothing comes', async () => {
    expect(await run([], '')).toMatchObject({ status: 0, output: '', errors: '' });
  });

  it('prints JSON lines too', async () => {
    const { output } = await run(['--json'], 'open\ncalf\n');
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).utterance),
    ).toEqual(['open', 'calf']);
  });
});

describe('talk at a terminal', () => {
  it('greets, prompts, and shows what was understood, the reprompt and the end', async () => {
    const { status, output } = await run([], '\nopen\ncalf\n', {}, true);
    for (const part of [/Ctrl\+D leaves/, /you: /, /Nobody is listening yet/, /after a silence: Which muscle\?/]) {
      expect(output).toMatch(part);
    }
    expect(output).toMatch(/CrampNowIntent · muscle=calf · 90 % by sample/);
    expect(output).toMatch(/the session is over/);
    expect(status).toBe(0);
  });

  it('has colours only where they are wanted', async () => {
    const colours = String.fromCharCode(27);
    expect((await run(['calf'], undefined, { colour: false }, true)).output).not.toContain(colours);
    expect((await run(['calf'], undefined, { colour: true }, true)).output).toContain(colours);
  });
});

describe('talk', () => {
  it('builds first, and speaks the locale asked for', async () => {
    const prepare = jest.fn(async () => {});
    const { loaded } = await run(['--locale', 'de-DE', 'open'], undefined, { prepare });
    expect(prepare).toHaveBeenCalledWith(root);
    expect(loaded).toEqual(['de-DE']);
  });

  it('names the locales there are when asked for another', async () => {
    const { status, output, errors } = await run(['--locale', 'xx-XX', 'open']);
    expect([status, output, errors]).toEqual([1, '', 'talk: There is no locale "xx-XX"; there are de-DE, en-US.\n']);
  });

  it('tells in one line why it could not build', async () => {
    const prepare = async () => {
      throw new Error('content/a.yaml:3 is wrong.\ncontent/b.yaml:4 too.');
    };
    expect(await run(['open'], undefined, { prepare })).toMatchObject({
      status: 1,
      output: '',
      errors: 'talk: content/a.yaml:3 is wrong. content/b.yaml:4 too.\n',
    });
  });

  it('has a clock that starts at the time asked for and goes on', () => {
    jest.useFakeTimers({ now: new Date(2026, 2, 1, 15, 45, 30) });
    const clock = clockFrom('03:05');
    jest.advanceTimersByTime(90_000);
    expect(clock()).toEqual(new Date(2026, 2, 1, 3, 6, 30));
    expect(clockFrom(undefined)()).toEqual(new Date(2026, 2, 1, 15, 47, 0));
    jest.useRealTimers();
  });
});

describe('the command line', () => {
  const project = join(__dirname, '..', '..');
  const command = (...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(project, 'node_modules/.bin/tsx'), ['simulator/terminal.ts', ...argv], {
      cwd: project,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('explains itself on --help', () => {
    const { status, stdout, stderr } = command('--help');
    expect([status, stderr]).toEqual([0, '']);
    for (const option of ['--locale', '--at', '--screen', '--json']) expect(stdout).toContain(option);
  });

  it.each([
    [['--loud', 'open'], /^talk: .*--loud.*\n$/],
    [['--locale'], /^talk: .*--locale.*\n$/],
    [['--at', '24:00', 'open'], /^talk: --at "24:00" is not a time: write HH:MM, such as 03:00\.\n$/],
    [['--at', '7', 'open'], /^talk: --at "7" is not a time/],
  ])('refuses %j in one line, with nothing on standard output', (argv, message) => {
    const { status, stdout, stderr } = command(...argv);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });
});
