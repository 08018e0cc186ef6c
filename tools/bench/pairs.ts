/**
 * Two contestants, measured in turns on the same machine: what slows one slows the other, and their ratio stays.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Contestant } from './contestants';
import type { Figures } from './probe';

export interface Ratio {
  readonly ratio: number;
  /** The middle half of all ratios. */
  readonly low: number;
  readonly high: number;
  /** The median of the second contestant, in its own unit. */
  readonly other: number;
}

export interface Runner {
  /** The Node that runs the contestants. */
  readonly node: string;
  readonly probe: string;
  /** The request that is asked, as JSON. */
  readonly question: string;
  readonly rounds: number;
}

/** The figures of each round, of one and of the other. Who goes first changes from round to round; the first only warms the disk. */
export async function pairs(runner: Runner, one: Contestant, other: Contestant, isWarm = false): Promise<[Figures, Figures][]> {
  const found: [Figures, Figures][] = [];
  for (let round = 0; round <= runner.rounds; round++) {
    const early = round % 2 ? await run(runner, one, isWarm) : undefined;
    const second = await run(runner, other, isWarm);
    found.push([early ?? (await run(runner, one, isWarm)), second]);
  }
  return found.slice(1);
}

/** In a process with no variable but its own. A handler that logs is one that failed, and a failure is no measure. */
async function run({ node, probe, question }: Runner, { file, env = {} }: Contestant, isWarm: boolean): Promise<Figures> {
  const given = { NODE_NO_WARNINGS: '1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env };
  const { stdout, stderr } = await promisify(execFile)(node, [probe, file, question, isWarm ? 'warm' : ''], { env: given });
  if (stderr) throw new Error(`${file} logged:\n${stderr.slice(0, 1000)}`);
  return JSON.parse(stdout) as Figures;
}

/** @param of the figure that is compared */
export function ratioOf(found: readonly (readonly [Figures, Figures])[], of: keyof Figures): Ratio {
  const [low, ratio, high] = quartiles(found.map(([one, other]) => one[of] / other[of]));
  return { ratio, low, high, other: quartiles(found.map(([, other]) => other[of]))[1] };
}

function quartiles(values: readonly number[]): [low: number, median: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.25), at(0.5), at(0.75)];
}
