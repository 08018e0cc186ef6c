/**
 * A deployment is rehearsed, not believed: the real `ask deploy` uploads to stand-ins on this machine, and what came to them is compared
 * with the build, byte for byte. That the comparison sees anything is shown on faults that are planted in what came.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Resources, readResources } from '../../tools/deploy/resources';
import { parseTemplate } from '../../tools/deploy/template';
import { heavy } from '../../tools/heavy';
import { type Arrived, arrivedAt, differences } from '../../tools/rehearsal/arrived';
import { type Run, type Stage, stage } from '../../tools/rehearsal/deployment';
import { report } from '../../tools/rehearsal/report';
import type { Utterance } from '../../tools/rehearsal/smapi';
import { writeReplays } from '../../tools/replay/files';
import { packageFaults } from '../../tools/validate/package';

const root = join(__dirname, '../..');
/** The first run on a machine installs ask-cli. */
jest.setTimeout(300_000);

const resources = readResources(root, 'default', []) as Resources;
const said: Utterance[] = [];
let here: Stage;
let run: Run;
let arrived: Arrived;

beforeAll(async () => {
  here = await stage(root, async (utterance) => {
    said.push(utterance);
    return { caption: `heard ${utterance.content}`, sessionEnded: utterance.content === 'stop' };
  });
  run = await here.ask('deploy');
  arrived = arrivedAt(here);
  console.log(`${report(arrived)}\nask deploy took ${run.seconds.toFixed(1)} s.`);
});
afterAll(() => here?.close());

describe('ask deploy', () => {
  it('succeeds, and uploads the package, the models, the code, the template and its parameters as they are here', () => {
    expect(run).toMatchObject({ status: 0 });
    expect(differences(root, resources, arrived)).toEqual([]);
  });

  it('uploads every file of the build: not an empty folder that equals another', () => {
    const [first] = arrived.packages;

    expect([...(first?.keys() ?? [])]).toEqual(
      expect.arrayContaining([
        'skill.json',
        'interactionModels/custom/en-US.json',
        expect.stringMatching(/^assets\/images\/.+\.png$/),
      ]),
    );
    expect(arrived.stacks).toHaveLength(3);
    for (const { code } of arrived.stacks) expect([...code.keys()]).toContain('index.js');
  });

  it('leaves a manifest, addresses and events included, that is valid', () => {
    const { files, problems } = packageFaults(root, here.folder);

    expect(files.length).toBeGreaterThan(1);
    expect(problems).toEqual([]);
    expect(readFileSync(join(here.folder, 'build/skill-package/skill.json'), 'utf8')).toContain('"SKILL_DISABLED"');
  });

  it('leaves ask-resources.json with nothing changed but its layout', () => {
    const text = (folder: string): unknown => JSON.parse(readFileSync(join(folder, 'ask-resources.json'), 'utf8'));

    expect(text(here.folder)).toEqual(text(root));
  });

  it('says a conversation to the skill as written, asking for the skill anew after each end', async () => {
    const { profiles } = JSON.parse(readFileSync(join(here.folder, '.ask/ask-states.json'), 'utf8'));
    writeReplays(root, 'default', join(here.folder, 'replay'));
    const file = join(here.folder, 'replay/en-US/second-session.json');
    const replay = { ...JSON.parse(readFileSync(file, 'utf8')), skillId: profiles.default.skillId };
    writeFileSync(file, JSON.stringify(replay));
    said.length = 0;

    const { status, said: printed } = await here.ask('dialog', '--replay', file);

    expect({ status, printed }).toEqual({
      status: 0,
      printed: expect.stringContaining('heard ask cramp helper my calf is cramping'),
    });
    expect([...said.map(({ content }) => content), '.quit']).toEqual(replay.userInput);
    expect(said.map(({ isNew }) => isNew)).toEqual(said.map((_, at) => at === 0 || said[at - 1]?.content === 'stop'));
    expect(here.smapi.unknown).toEqual([]);
  });

  it('makes no second skill and no second stack the next time', async () => {
    const second = await here.ask('deploy');
    const { made, stacks, unknown } = arrivedAt(here);

    expect(second).toMatchObject({ status: 0 });
    expect({ made, unknown, by: stacks.map(({ by }) => by) }).toEqual({
      made: 1,
      unknown: [],
      by: ['UPDATE', 'UPDATE', 'UPDATE'],
    });
  });
});

describe('npm run deploy', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'repository-'));
    // What a checkout would have, and nothing that lies about.
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of files.split('\n').filter((name) => name !== '' && existsSync(join(root, name))))
      cpSync(join(root, file), join(copy, file));
    for (const path of ['node_modules', '.cache']) symlinkSync(join(root, path), join(copy, path));
    // Installed by whoever runs the tests: the person of the rehearsal has a home without settings of npm.
    for (const tool of ['alexa-schemas', 'cloudformation-validate'] as const) heavy(root, tool);
    // What the local Alexa has learnt is not to be deployed, and takes long.
    cpSync(join(root, 'build/nlu'), join(copy, 'build/nlu'), { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('checks, builds, validates and deploys, and leaves ask-resources.json as it was, byte for byte', async () => {
    const other = await stage(root);
    try {
      const { status, said: printed, seconds } = await other.node(copy, 'node_modules/tsx/dist/cli.mjs', 'tools/deploy.ts');

      console.log(`npm run deploy took ${seconds.toFixed(1)} s.`);
      expect({ status, printed }).toEqual({
        status: 0,
        printed: expect.stringMatching(/Content and models: no problem[\s\S]+enabled/),
      });
      // Here ask-cli wrote the addresses into the build itself.
      expect(differences(copy, resources, arrivedAt(other))).toEqual(['the skill package has another skill.json']);
      // What ask-cli leaves in .ask is not ours to format: the next deployment begins with the check again.
      expect(await other.node(copy, 'node_modules/@biomejs/biome/bin/biome', 'check', '.')).toMatchObject({ status: 0 });
      expect(readFileSync(join(copy, 'ask-resources.json'))).toEqual(readFileSync(join(root, 'ask-resources.json')));
    } finally {
      await other.close();
    }
  });

  it('sends nothing the next time when the template has no table name', async () => {
    const other = await stage(root);
    try {
      const template = join(copy, 'infrastructure/skill-stack.yaml');
      writeFileSync(template, readFileSync(template, 'utf8').replace(/.*PREFERENCES_TABLE: .*\n/, ''));

      const { status, said: printed } = await other.node(copy, 'node_modules/tsx/dist/cli.mjs', 'tools/deploy.ts');

      expect({ status, printed }).toEqual({
        status: 1,
        printed: expect.stringContaining(
          'gives the function no PREFERENCES_TABLE. Add it under Environment.\nNothing was deployed.',
        ),
      });
      expect([...other.smapi.asked, ...other.aws.asked]).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('what came otherwise than it is here', () => {
  type Change = (it: Arrived) => Partial<Arrived>;
  const altered = (files: ReadonlyMap<string, Buffer>, path: string, text?: string) => {
    const copy = new Map(files);
    if (text === undefined) copy.delete(path);
    else copy.set(path, Buffer.from(text));
    return copy;
  };
  const inPackage =
    (path: string, text?: string): Change =>
    ({ packages: [first = new Map(), ...later] }) => ({ packages: [altered(first, path, text), ...later] });
  const inStack =
    (change: (stack: Arrived['stacks'][number]) => object): Change =>
    ({ stacks: [first, ...others] }) =>
      first ? { stacks: [{ ...first, ...change(first) }, ...others] } : {};
  const manifestWith = (it: Arrived, change: (text: string) => string): Partial<Arrived> => ({
    manifest: JSON.parse(change(JSON.stringify(it.manifest))),
  });

  const faults: readonly (readonly [string, Change, RegExp])[] = [
    ['a model that lost a letter', inPackage('interactionModels/custom/en-US.json', '{}'), /has another interactionModels/],
    ['a manifest with other spaces', inPackage('skill.json', '{ }'), /has another skill\.json/],
    ['a model that is missing', inPackage('interactionModels/custom/en-US.json'), /lacks interactionModels/],
    ['a file that nobody built', inPackage('assets/secret.txt', 'x'), /has assets\/secret\.txt besides/],
    ['no package at all', () => ({ packages: [] }), /the skill package lacks skill\.json/],
    [
      'a second package with another model',
      ({ packages }) => ({ packages: [...packages, altered(packages[0] ?? new Map(), 'interactionModels/custom/en-US.json')] }),
      /second skill package lacks/,
    ],
    [
      'code that was changed',
      inStack(({ code }) => ({ code: altered(code, 'index.js', 'x') })),
      /the code in .+ has another index\.js/,
    ],
    ['code without its bundle', inStack(({ code }) => ({ code: altered(code, 'index.js') })), /the code in .+ lacks index\.js/],
    ['another template', inStack(({ template }) => ({ template: `${template}\n` })), /the template in .+ is another/],
    [
      'the id of another skill',
      inStack(({ parameters }) => ({ parameters: { ...parameters, SkillId: 'amzn1.ask.skill.other' } })),
      /the parameter SkillId/,
    ],
    ['a stack somewhere else', inStack(() => ({ region: 'us-west-2' })), /there is a stack in us-west-2/],
    ['a region without a stack', ({ stacks }) => ({ stacks: stacks.slice(1) }), /there is no stack in/],
    [
      'a manifest without an event',
      (it) => manifestWith(it, (text) => text.replace('SKILL_DISABLED', 'SKILL_ENABLED')),
      /the manifest/,
    ],
    [
      'an address of another region',
      (it) => manifestWith(it, (text) => text.replace('lambda:eu-west-1', 'lambda:us-east-1')),
      /manifest/,
    ],
    ['two skills', () => ({ made: 2 }), /2 skills were made/],
    ['a skill that is not enabled', () => ({ enabled: false }), /not enabled/],
    ['a request that the stand-ins do not know', () => ({ unknown: ['GET /elsewhere'] }), /do not know GET \/elsewhere/],
  ];

  test.each(faults)('is told: %s', (_, change, complaint) => {
    const found = differences(root, resources, { ...arrived, ...change(arrived) });
    expect(found).toContainEqual(expect.stringMatching(complaint));
  });
});

describe('the stand-in of CloudFormation', () => {
  const template = 'infrastructure/skill-stack.yaml';
  const faults: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    [
      'a parameter that nobody gives',
      (text) => text.replace('Parameters:\n', 'Parameters:\n  TableName: { Type: String }\n'),
      /TableName/,
    ],
    ['a template without its address', (text) => text.replace('  SkillEndpoint:', '  Elsewhere:'), /undefined/],
  ];

  test.each(faults)('makes ask deploy fail on %s', async (_, change, said) => {
    const other = await stage(root);
    try {
      const text = readFileSync(join(root, template), 'utf8');
      expect(() => parseTemplate(change(text))).not.toThrow();
      writeFileSync(join(other.folder, template), change(text));

      const { status, said: printed } = await other.ask('deploy');

      expect(printed).toMatch(said);
      expect(status).not.toBe(0);
      expect(differences(root, resources, arrivedAt(other))).not.toEqual([]);
    } finally {
      await other.close();
    }
  });
});
