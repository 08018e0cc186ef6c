/**
 * Runs the real ask-cli in a copy of what it reads, as somebody whose accounts are stand-ins on this machine.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { askCli } from '../deploy/ask-cli';
import { resourcesFile } from '../deploy/resources';
import { type Aws, startAws } from './aws';
import { type Alexa, refreshToken, type Smapi, startSmapi } from './smapi';

export interface Run {
  readonly status: number | null;
  /** What it printed. */
  readonly said: string;
  readonly seconds: number;
}

export interface Stage {
  readonly smapi: Smapi;
  readonly aws: Aws;
  /** Where ask-cli runs; a copy that may be changed. */
  readonly folder: string;
  /** Runs ask-cli there with these words. */
  readonly ask: (...words: readonly string[]) => Promise<Run>;
  /** Runs any program of Node's as the same person, in another folder. */
  readonly node: (folder: string, ...words: readonly string[]) => Promise<Run>;
  readonly close: () => Promise<void>;
}

/** What ask-cli reads, and all that it reads. */
const read = [resourcesFile, 'infrastructure', 'build/skill-package', 'build/lambda'];

/**
 * @param root what is deployed, and where ask-cli is installed
 * @param alexa who answers `ask dialog`
 */
export async function stage(root: string, alexa: Alexa = nobody): Promise<Stage> {
  const cli = askCli(root);
  const [smapi, aws] = await Promise.all([startSmapi(alexa), startAws()]);
  const home = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  // ask-cli calls the bucket after its folder.
  const folder = join(home, 'cramp-helper');
  for (const path of read) cpSync(join(root, path), join(folder, path), { recursive: true });
  signIn(home);
  // Nothing of whoever rehearses is here: no account, and no other address to go to.
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    USERPROFILE: home,
    ASK_SMAPI_SERVER_BASE_URL: smapi.endpoint,
    ASK_LWA_TOKEN_HOST: smapi.endpoint,
    AWS_ENDPOINT_URL: aws.endpoint,
    ASK_SHARE_USAGE: 'false',
    ASK_SKIP_NEW_VERSION_REMINDER: 'true',
    // The SDK inside says on Node 20 that it will want a later one.
    NODE_NO_WARNINGS: '1',
  };

  async function node(cwd: string, ...words: readonly string[]): Promise<Run> {
    const begun = Date.now();
    const child = spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { status, said: `${out}${err}`, seconds: (Date.now() - begun) / 1000 };
  }

  return {
    smapi,
    aws,
    folder,
    ask: (...words) => node(folder, cli, ...words),
    node,
    close: async () => {
      await Promise.all([smapi.close(), aws.close()]);
      rmSync(home, { recursive: true });
    },
  };
}

const nobody: Alexa = async () => ({ caption: '', sessionEnded: true });

/** As `ask configure` leaves a home; the token has run out, as it mostly has. */
function signIn(home: string): void {
  const token = {
    access_token: 'Atza|old',
    refresh_token: refreshToken,
    token_type: 'bearer',
    expires_in: 3600,
    expires_at: '2000-01-01T00:00:00Z',
  };
  const profile = { aws_profile: 'rehearsal', token, vendor_id: 'M0000000000000' };
  mkdirSync(join(home, '.ask'));
  writeFileSync(join(home, '.ask/cli_config'), JSON.stringify({ share_usage: false, profiles: { default: profile } }));
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws/credentials'), '[rehearsal]\naws_access_key_id = nobody\naws_secret_access_key = nothing\n');
}
