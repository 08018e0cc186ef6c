/**
 * Welcome, help, not understanding, and goodbye.
 */
import { easing } from './first-aid';
import { asking, backToStep, type Candidate, candidate, closing, hear, line } from './reply';
import { isFirstAid } from './session';
import type { Reply, Turn } from './types';

/** Shorter for somebody who knows it; a routine that was broken off is gone back to, if they like. */
export function launch(turn: Turn): Reply {
  const { routine, welcomes } = turn.session;
  const counted = welcomes === undefined ? {} : { welcomes: welcomes + 1 };
  if (routine) return asking(turn, [line('dialog.launch.back')], backToStep(routine), counted);
  const welcome = welcomes ? 'dialog.launch.again' : 'dialog.launch.welcome';
  return asking(turn, [line(welcome)], [candidate('dialog.launch.ask'), ...anything], counted);
}

/** What can be said here. What is left of an answer stays, so that "go on" still works. */
export function courteousHelp(turn: Turn): Reply {
  const { routine, said } = turn.session;
  // "Repeat" after it is for the stretch, not for the help.
  if (isFirstAid(turn.session)) return asking(turn, [line('dialog.help.cramp')], easing, { said });
  if (routine) return asking(turn, [line('dialog.help.routine')], backToStep(routine), { said });
  return asking(turn, [line('dialog.help.general')], anything);
}

const anything: readonly [Candidate, ...Candidate[]] = [candidate('dialog.help.ask'), candidate('dialog.help.askAgain')];

/** Climbs: two examples, then one yes/no question, then a kind end that names when to see a provider. */
export function fallback(turn: Turn): Reply {
  const misses = turn.session.misses + 1;
  if (misses > 2) return closing([line('dialog.fallback.close')], { resumable: true });
  if (isFirstAid(turn.session)) return asking(turn, [line('dialog.fallback.missed')], duringCramp, { misses });
  const { routine } = turn.session;
  if (routine) return asking(turn, [line('dialog.fallback.missed')], backToStep(routine), { misses });
  if (misses === 1)
    return asking(turn, [line('dialog.fallback.examples')], [candidate('dialog.fallback.ask'), ...anything], { misses });
  return asking(turn, [line('dialog.fallback.unclear')], [candidate('dialog.fallback.cramping', cramping)], { misses });
}

const cramping = { yes: hear('crampNow'), no: hear('help') };
const letGo = { yes: hear('better'), no: hear('notHelping'), unsure: hear('notHelping') };
const duringCramp: readonly [Candidate, ...Candidate[]] = [
  candidate('dialog.fallback.askCramp', letGo),
  candidate('dialog.crampNow.askAgain', letGo),
];

export const goodbye = (): Reply => closing([line('dialog.goodbye')], { resumable: true });
