/**
 * With whose accounts a deployment goes, found as ask-cli finds it, and whether they are set up on this machine.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../problems';

type Environment = Readonly<Record<string, string | undefined>>;

/** What ask-cli calls the accounts that the environment names: all four of these, and no fewer. */
const fromEnvironment = '__ENVIRONMENT_ASK_PROFILE__';
const ofEnvironment = (env: Environment): boolean =>
  Boolean(
    env['AWS_ACCESS_KEY_ID'] &&
      env['AWS_SECRET_ACCESS_KEY'] &&
      (env['ASK_REFRESH_TOKEN'] || env['ASK_ACCESS_TOKEN']) &&
      env['ASK_VENDOR_ID'],
  );

/** The profile of ask-cli that `ask deploy` would use with these words. */
export function profileOf(words: readonly string[], env: Environment): string {
  const at = words.findIndex((word) => /^(-p|--profile)(=|$)/.test(word));
  const named = words[at]?.split('=')[1] ?? (at < 0 ? undefined : words[at + 1]);
  return named ?? (ofEnvironment(env) ? fromEnvironment : env['ASK_DEFAULT_PROFILE'] || 'default');
}

/** What keeps these accounts from being used. Nobody is asked: only what is kept on this machine is looked at. */
export function unconfigured(profile: string, env: Environment, home = homedir()): readonly Problem[] {
  if (profile === fromEnvironment) return ofEnvironment(env) ? [] : [noEnvironment];
  const file = '~/.ask/cli_config';
  const configure = profile === 'default' ? 'ask -- configure' : `ask -- configure --profile ${profile}`;
  const fix = `Run \`npm run ${configure}\`.`;
  const known = readProfiles(home)[profile];
  if (!known) return [{ file, message: `has no profile "${profile}": ask-cli does not know your Amazon account.`, fix }];
  if (!known.token?.refresh_token || !known.vendor_id)
    return [{ file, message: `has no token for "${profile}": nobody has signed in.`, fix }];
  if (!known.aws_profile) return [{ file, message: `links no AWS account to "${profile}".`, fix }];
  if (hasAwsProfile(known.aws_profile, env, home)) return [];
  return [
    {
      file: '~/.aws/credentials',
      message: `has no profile "${known.aws_profile}", which ask-cli uses for AWS.`,
      fix: `Run \`aws configure --profile ${known.aws_profile}\`, or \`npm run ${configure}\`.`,
    },
  ];
}

const noEnvironment: Problem = {
  file: 'environment',
  message: 'lacks an account.',
  fix: 'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ASK_REFRESH_TOKEN and ASK_VENDOR_ID.',
};

interface Profile {
  readonly token?: { readonly refresh_token?: string };
  readonly vendor_id?: string;
  readonly aws_profile?: string;
}

function readProfiles(home: string): Readonly<Record<string, Profile>> {
  const file = join(home, '.ask/cli_config');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { profiles?: Record<string, Profile> }).profiles ?? {};
  } catch {
    // Not there, or nothing that ask-cli wrote: it knows nobody.
    return {};
  }
}

/** A section of either file: the first calls it `[name]`, the second `[profile name]`. */
function hasAwsProfile(name: string, env: Environment, home: string): boolean {
  if (name === '__AWS_CREDENTIALS_IN_ENVIRONMENT_VARIABLE__')
    return Boolean(env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY']);
  const folder = join(home, '.aws');
  const files = [
    env['AWS_SHARED_CREDENTIALS_FILE'] || join(folder, 'credentials'),
    env['AWS_CONFIG_FILE'] || join(folder, 'config'),
  ];
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/gm)].map(([, found]) => found),
    )
    .includes(name);
}
