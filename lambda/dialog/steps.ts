/**
 * What a routine is made of: one step a hold, in order, and how many of them go into one answer. Pure arithmetic, no words.
 */
import type { Guided, Knowledge, Stretch } from '../knowledge/types';
import { positionIn, stretchOf } from './stretches';
import type { Pace, Underway } from './types';

/** One hold. */
export interface Step {
  readonly stretch: Stretch;
  readonly position: string;
  /** Left or right, where each side has its turn. */
  readonly side?: string | undefined;
  /** Which of the holds of this side it is, from 0, and of how many. */
  readonly round: number;
  readonly times: number;
  /** Seconds at the usual pace, and at most. */
  readonly hold: number;
  readonly longest: number;
  readonly rest: number;
}

/** An answer with its quiet lasts this many seconds at most: longer, and nobody knows whether Alexa is still there. */
const longestAnswer = 90;

/** Seconds of speech that a pack is planned with, at the usual pace: what is said first, and the cues of a hold. */
const speech = { first: 17, cues: 6 };
const factors: Readonly<Record<Pace, number>> = { slow: 1.25, usual: 1, fast: 0.85 };
const holdFactors: Readonly<Record<Pace, number>> = { slow: 1.5, usual: 1, fast: 1 };
const restFactors: Readonly<Record<Pace, number>> = { slow: 1.5, usual: 1, fast: 0.5 };

/** All steps of a routine; none where there is no such routine any more. */
export function stepsOf(knowledge: Knowledge, underway: Underway): readonly Step[] {
  const routine = knowledge.routines.find(({ id }) => id === underway.routine);
  if (routine) return routine.stretches.flatMap((id) => stepsIn(stretchOf(knowledge, id), underway, routine));
  const single = knowledge.stretches.find(({ id }) => id === underway.routine);
  return single ? stepsIn(single, underway) : [];
}

type Dose = Pick<Guided, 'hold' | 'times' | 'rest'>;

/** @param dose how it is held in a routine of several; by itself it is held as its own facts say */
function stepsIn(stretch: Stretch, underway: Underway, dose?: Dose): Step[] {
  const position = positionIn(stretch, underway);
  const guided = stretch.guided[position];
  if (!guided) return [];
  const { hold, times, rest } = dose ?? guided;
  const longest = dose ? hold : guided.longest;
  const sides = guided.sides === 1 ? [undefined] : underway.side ? [underway.side] : ['left', 'right'];
  return sides.flatMap((side) =>
    Array.from({ length: times }, (_, round) => ({ stretch, position, side, round, times, hold, longest, rest })),
  );
}

/** Seconds that a step is held: slower is longer, inside what its facts say. */
export const holdOf = ({ hold, longest }: Step, pace: Pace): number => Math.min(longest, Math.round(hold * holdFactors[pace]));

/** Seconds of rest before the next hold. */
export const restOf = ({ rest }: Step, pace: Pace): number => Math.round(rest * restFactors[pace]);

/** The index after the last step that fits into one answer with the step `from`; the side and the stretch stay the same. */
export function packEnd(steps: readonly Step[], from: number, pace: Pace): number {
  const first = steps[from];
  if (!first) return from;
  const factor = factors[pace];
  let seconds = speech.first * factor;
  let end = from;
  for (let step: Step | undefined = first; step && samePart(step, first); step = steps[end]) {
    seconds += holdOf(step, pace) + speech.cues * factor + (end > from ? restOf(step, pace) : 0);
    if (end > from && seconds > longestAnswer) break;
    end += 1;
  }
  return end;
}

/** Whether two steps are holds of the same stretch on the same side. */
export const samePart = (a: Step, b: Step): boolean => a.stretch === b.stretch && a.side === b.side;

/** Where the answers begin if a routine is done from its start. */
export function packStarts(steps: readonly Step[], pace: Pace): readonly number[] {
  const starts: number[] = [];
  for (let from = 0; from < steps.length; from = packEnd(steps, from, pace)) starts.push(from);
  return starts;
}
