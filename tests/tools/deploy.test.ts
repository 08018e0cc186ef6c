/**
 * A deployment that cannot end well does not begin: whatever is missing is told in one line that says what to do, before anything leaves
 * the machine. Half of a deployment is a skill that says it is there and does not answer.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { profileOf, unconfigured } from '../../tools/deploy/profile';
import { notBuilt, notPrepared } from '../../tools/deploy/ready';
import { tell } from '../../tools/problems';

const root = join(__dirname, '../..');
const template = 'infrastructure/skill-stack.yaml';
const manifest = 'build/skill-package/skill.json';
const resources = 'ask-resources.json';
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'deploy-'));
});
afterEach(() => rmSync(copy, { recursive: true }));

const read = (file: string): string => readFileSync(join(copy, file), 'utf8');
function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}
function edit(file: string, right: string | RegExp, wrong: string): void {
  const text = read(file);
  expect(text).toMatch(right);
  write(file, text.replace(right, wrong));
}

describe('what is to be deployed', () => {
  beforeEach(() => {
    for (const path of [resources, 'skill.json', 'infrastructure', 'build/skill-package'])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    write('build/lambda/index.js', '');
  });
  /** Each line once: both look at ask-resources.json. */
  const told = (profile = 'default'): string =>
    [...new Set(tell([...notPrepared(copy, profile), ...notBuilt(copy, profile)]).split('\n'))].join('\n');
  const remove = (file: string): void => rmSync(join(copy, file), { recursive: true });

  it('is ready as it is here, with either profile, and both say the same', () => {
    const { profiles } = JSON.parse(read(resources));

    expect(told('default')).toBe('');
    expect(told('__ENVIRONMENT_ASK_PROFILE__')).toBe('');
    expect(profiles['__ENVIRONMENT_ASK_PROFILE__']).toEqual(profiles['default']);
  });

  const faults: readonly (readonly [string, () => void, string])[] = [
    ['no build of the code', () => remove('build/lambda'), 'build/lambda/index.js is not there. Run `npm run build`.'],
    ['no build of the package', () => remove('build/skill-package'), `${manifest} is not there. Run \`npm run build\`.`],
    [
      'an icon that is missing',
      () => remove('build/skill-package/assets/images/icon-108.png'),
      'build/skill-package/assets/images/icon-108.png is not there, and is the smallIconUri for en-US. Run `npm run build`.',
    ],
    [
      'a manifest without an icon',
      () => edit(manifest, /,\s*"largeIconUri": "[^"]+"/, ''),
      `${manifest} names no largeIconUri for en-US. Name one: Amazon certifies nothing without.`,
    ],
    ['no ask-resources.json', () => remove(resources), `${resources} is missing. Restore it from git.`],
    [
      'one that is no JSON',
      () => write(resources, '{'),
      `${resources} has no profile "default". Copy the block of "default" to that name.`,
    ],
    [
      'a misspelt key in it',
      () => edit(resources, '"skillEvents"', '"skillEvent"'),
      `${resources} profiles.default.skillInfrastructure.userConfig: Unrecognized key: "skillEvent". Compare with the file in git.`,
    ],
    [
      'something left out of it',
      () => edit(resources, '"runtime": "nodejs24.x",', ''),
      `${resources} profiles.default.skillInfrastructure.userConfig.runtime: `,
    ],
    ['no template', () => remove('infrastructure'), `${template} is missing. Restore it from git.`],
    ['a template that is none', () => write(template, 'Resources: ['), `${template} is no template: `],
    [
      'a template that is too long for CloudFormation',
      () => write(template, read(template).padEnd(51_201, '#\n')),
      `${template} has more than 51200 bytes. Shorten its comments.`,
    ],
    [
      'no table name for the function',
      () => edit(template, /.*PREFERENCES_TABLE: .*\n/, ''),
      `${template} gives the function no PREFERENCES_TABLE. Add it under Environment.`,
    ],
    [
      'a table name that is no table',
      () => edit(template, 'PREFERENCES_TABLE: !Ref Preferences', 'PREFERENCES_TABLE: !Ref Log'),
      `${template} has no table where PREFERENCES_TABLE points. Let it be a !Ref to the table.`,
    ],
    [
      'no skill id for the function',
      () => edit(template, /.*SKILL_ID: .*\n/, ''),
      `${template} gives the function no SKILL_ID. Add it under Environment.`,
    ],
    [
      'a parameter that nobody gives',
      () => edit(template, 'Parameters:\n', 'Parameters:\n  TableName: { Type: String }\n'),
      `${template} is not given the parameter TableName. Make it agree with ${resources}.`,
    ],
    [
      'a parameter that the template does not know',
      () => edit(template, / {2}CodeVersion:\n(?: {4}.*\n)+/, ''),
      `${template} does not know the parameter CodeVersion. Make it agree with ${resources}.`,
    ],
    [
      'a runtime that the template does not allow',
      () => edit(resources, '"nodejs24.x"', '"nodejs18.x"'),
      `${template} takes no LambdaRuntime such as "nodejs18.x". Make it agree with ${resources}.`,
    ],
    [
      'a handler that the bundle does not have',
      () => edit(resources, '"index.handler"', '"main.handler"'),
      `${resources} names the handler main.handler. Write index.handler, which the bundle has.`,
    ],
    [
      'a template that does not tell the address of the function',
      () => edit(template, '  SkillEndpoint:', '  Endpoint:'),
      `${template} has no output SkillEndpoint. Add it: ask-cli reads the address of the function there.`,
    ],
    [
      'an event that nobody subscribes to',
      () => edit(resources, 'SKILL_DISABLED', 'SKILL_ENABLED'),
      `${resources} subscribes to SKILL_ENABLED, and skill.json to SKILL_DISABLED. Make skillEvents.subscriptions of every profile the same.`,
    ],
  ];

  test.each(faults)('is refused with %s, in one line that says what to do', (_, plant, line) => {
    plant();

    const lines = told().split('\n');

    // What every locale lacks is told for each.
    expect(lines.every((one) => one.includes(line.replace(/ for en-US\..*/, '')))).toBe(true);
    expect(lines).toContainEqual(expect.stringContaining(line));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines[0]).toMatch(/\.$/);
  });

  it('is refused for a profile that ask-resources.json does not have', () => {
    expect(told('work')).toBe(`${resources} has no profile "work". Copy the block of "default" to that name.`);
  });

  it('may keep its code in a bucket of its own, be given parameters, and be in one region alone', () => {
    const { profiles, ...others } = JSON.parse(read(resources));
    const { userConfig } = profiles.default.skillInfrastructure;
    Object.assign(userConfig, {
      cfn: { parameters: { AlarmEmail: 'someone@example.org' } },
      artifactsS3: { bucketName: 'ours' },
    });
    delete userConfig.regionalOverrides;
    profiles.default.code = { default: profiles.default.code.default };
    write(resources, JSON.stringify({ ...others, profiles }));

    expect(told()).toBe('');
  });
});

describe('the accounts', () => {
  const signedIn = { token: { refresh_token: 'Atzr|x' }, vendor_id: 'M1', aws_profile: 'mine' };
  const config = (profiles: object): void => write('.ask/cli_config', JSON.stringify({ profiles }));
  const everything = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', ASK_REFRESH_TOKEN: 'c', ASK_VENDOR_ID: 'd' };
  const told = (profile = 'default', env = {}): string => tell(unconfigured(profile, env, copy));

  it('are known when ask-cli and AWS both know the profile, in either file of AWS', () => {
    config({ default: signedIn });
    write('.aws/credentials', '[other]\n[mine]\naws_access_key_id = x\n');
    expect(told()).toBe('');

    write('.aws/credentials', '[other]\n');
    write('.aws/config', '[profile mine]\nsso_session = x\n');
    expect(told()).toBe('');
  });

  it('are known from the environment, when all of it is there', () => {
    expect(told('__ENVIRONMENT_ASK_PROFILE__', everything)).toBe('');
    expect(told('__ENVIRONMENT_ASK_PROFILE__', { ...everything, ASK_VENDOR_ID: '' })).toMatch(
      /^environment lacks an account\. Set AWS_/,
    );
  });

  it('that ask-cli does not know are refused, with the command that makes them known', () => {
    const configure = 'Run `npm run ask -- configure`.';

    expect(told()).toBe(`~/.ask/cli_config has no profile "default": ask-cli does not know your Amazon account. ${configure}`);
    write('.ask/cli_config', 'nonsense');
    expect(told()).toMatch(/has no profile "default"/);
    config({ default: { ...signedIn, token: {} } });
    expect(told()).toBe(`~/.ask/cli_config has no token for "default": nobody has signed in. ${configure}`);
    config({ default: { ...signedIn, aws_profile: null } });
    expect(told()).toBe(`~/.ask/cli_config links no AWS account to "default". ${configure}`);
    expect(told('work')).toContain('Run `npm run ask -- configure --profile work`.');
  });

  it('that AWS does not know are refused', () => {
    config({ default: signedIn });

    expect(told()).toBe(
      '~/.aws/credentials has no profile "mine", which ask-cli uses for AWS. Run `aws configure --profile mine`, or `npm run ask -- configure`.',
    );
  });

  const words: readonly (readonly [readonly string[], object, string])[] = [
    [[], {}, 'default'],
    [['--profile', 'work'], {}, 'work'],
    [['--profile=work', '--debug'], {}, 'work'],
    [['-p', 'work'], everything, 'work'],
    [['--debug'], { ASK_DEFAULT_PROFILE: 'mine' }, 'mine'],
    [[], everything, '__ENVIRONMENT_ASK_PROFILE__'],
  ];

  test.each(words)('are those that ask-cli takes: %j with %j is %s', (said, env, profile) => {
    expect(profileOf(said, env as Record<string, string>)).toBe(profile);
  });
});

describe('npm run deploy', () => {
  it('without accounts or a table name says what to do, all at once, and neither checks, builds nor asks anybody', () => {
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const path of [resources, 'skill.json', 'infrastructure'])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    edit(template, /.*PREFERENCES_TABLE: .*\n/, '');
    const env = { PATH: process.env['PATH'], HOME: copy, USERPROFILE: copy, ASK_SMAPI_SERVER_BASE_URL: 'http://127.0.0.1:9' };

    const { status, stderr, stdout } = spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'tools/deploy.ts')], {
      cwd: copy,
      env,
      encoding: 'utf8',
    });

    expect({ status, stdout, lines: stderr.trim().split('\n') }).toEqual({
      status: 1,
      stdout: '',
      lines: [
        expect.stringMatching(/has no profile "default".+ Run `npm run ask -- configure`\.$/),
        `${template} gives the function no PREFERENCES_TABLE. Add it under Environment.`,
        'Nothing was deployed.',
      ],
    });
  });
});
