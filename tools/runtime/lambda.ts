/**
 * Lambda on this machine: one life of a function, on a Node of choice, in a process that has nothing of this machine's environment.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { type Failure, type Outcome, startRuntimeApi } from './api';

/** What is deployed, and how. */
export interface Deployed {
  /** The Node that runs it. */
  readonly node: string;
  readonly folder: string;
  readonly handler?: string;
  /** Variables besides Lambda's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds that an answer may take; as in infrastructure/skill-stack.yaml. */
  readonly timeout?: number;
}

export interface Life {
  /** Of the Node that ran it. */
  readonly version: string;
  /** Why it did not start. */
  readonly refused?: Failure;
  /** From the start of the process until it asks for an event; NaN when it never does. */
  readonly startMilliseconds: number;
  readonly outcomes: readonly Outcome[];
  /** What Lambda would log. */
  readonly log: string;
  /** The most memory it took; undefined where the machine does not tell. */
  readonly megabytes?: number;
}

/** Starts it, hands it these events one after the other, and stops it. */
export async function live(
  { node, folder, handler = 'index.handler', env = {}, timeout = 8 }: Deployed,
  events: readonly unknown[],
): Promise<Life> {
  const api = await startRuntimeApi(events, timeout);
  const home = mkdtempSync(join(tmpdir(), 'runtime-'));
  try {
    const client = await bundledClient(home);
    const begun = performance.now();
    const child = spawn(node, [client], {
      cwd: folder,
      env: { ...lambdas, _HANDLER: handler, LAMBDA_TASK_ROOT: folder, AWS_LAMBDA_RUNTIME_API: api.address, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const log = Promise.all([text(child.stdout), text(child.stderr)]);
    await Promise.race([api.over, ended]);
    const megabytes = mostMemory(child.pid);
    // By force, as Lambda does: one that waits for ever would not mind being asked.
    child.kill('SIGKILL');
    await ended;
    const refused = api.refused();
    return {
      version: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
      ...(refused ? { refused } : {}),
      startMilliseconds: (api.firstAsked() ?? Number.NaN) - begun,
      outcomes: api.outcomes,
      log: (await log).join(''),
      ...(megabytes ? { megabytes } : {}),
    };
  } finally {
    await api.close();
    rmSync(home, { recursive: true });
  }
}

async function bundledClient(folder: string): Promise<string> {
  const file = join(folder, 'client.mjs');
  await build({
    entryPoints: [join(__dirname, 'client.ts')],
    outfile: file,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return file;
}

/** What Lambda sets for every function. */
const lambdas = {
  AWS_REGION: 'us-east-1',
  AWS_LAMBDA_FUNCTION_NAME: 'cramp-helper',
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/cramp-helper',
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  TZ: ':UTC',
};

/** Linux alone tells it of a process that still runs. */
function mostMemory(pid = 0): number | undefined {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
