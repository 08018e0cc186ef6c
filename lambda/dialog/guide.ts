/**
 * What is said, and how long it is quiet, while somebody is led through the holds of one side.
 */
import { line } from './reply';
import { holdOf, restOf, type Step } from './steps';
import type { Line, Pace } from './types';

export interface Manner {
  readonly pace: Pace;
  /** Whether the end of a hold is counted aloud. */
  readonly counting: boolean;
  /** Fewer cues: at night. */
  readonly quietly: boolean;
}

/** Quiet before the end of a hold, in seconds, once it is said that it is nearly over. */
const nearEnd = 3;
/** From where it is counted down. */
const countFrom = 5;

/** Cues change from hold to hold: the same words three times are a machine's. */
const halfWay = ['dialog.guide.hold', 'dialog.guide.holdAgain', 'dialog.guide.holdStill'] as const;
const nearly = ['dialog.guide.near', 'dialog.guide.nearAgain', 'dialog.guide.nearStill'] as const;

/** The instruction, then hold after hold with a rest between them. All steps are of one side of one stretch. */
export function guide(steps: readonly Step[], manner: Manner): Line[] {
  const [first] = steps;
  if (!first) return [];
  return [
    ...(first.side ? [line(`dialog.guide.${first.side}`)] : []),
    line(`stretches.${first.stretch.id}.${first.position}.steps`),
    ...steps.flatMap((step, index) => [...begin(step, index, manner), ...hold(step, manner)]),
    line('dialog.guide.ease'),
  ];
}

function begin(step: Step, index: number, { pace }: Manner): Line[] {
  if (index === 0) return [line('dialog.guide.start')];
  const again = step.round === step.times - 1 ? 'dialog.guide.last' : 'dialog.guide.again';
  return [line('dialog.guide.rest'), { pause: restOf(step, pace) }, line(again)];
}

function hold(step: Step, { pace, counting, quietly }: Manner): Line[] {
  const seconds = holdOf(step, pace);
  if (counting) return counted(seconds);
  const half = Math.floor(seconds / 2);
  const cue = line(halfWay[step.round % halfWay.length] ?? halfWay[0]);
  // A short hold has no room for a third cue.
  if (quietly || seconds - half <= nearEnd + 1) return [{ pause: half }, cue, { pause: seconds - half }];
  const near = line(nearly[step.round % nearly.length] ?? nearly[0]);
  return [{ pause: half }, cue, { pause: seconds - half - nearEnd }, near, { pause: nearEnd }];
}

/** Quiet, and the last seconds aloud. */
function counted(seconds: number): Line[] {
  const from = Math.min(countFrom, Math.floor(seconds / 2));
  const numbers = Array.from({ length: from }, (_, index) => from - index);
  return [{ pause: seconds - from }, ...numbers.flatMap((number) => [line(`dialog.guide.count.${number}`), { pause: 1 }])];
}
