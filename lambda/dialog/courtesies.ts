/**
 * Welcome, help, not understanding, and goodbye.
 */
import { easing } from './first-aid';
import { asking, type Candidate, candidate, closing, hear, line } from './reply';
import { isFirstAid } from './session';
import type { Reply, Turn } from './types';

export const launch = (turn: Turn): Reply =>
  asking(turn, [line('dialog.launch.welcome')], [candidate('dialog.launch.ask'), ...anything]);

/** What can be said here. What is left of an answer stays, so that "go on" still works. */
export const courteousHelp = (turn: Turn): Reply =>
  isFirstAid(turn.session)
    ? // "Repeat" after it is for the stretch, not for the help.
      asking(turn, [line('dialog.help.cramp')], easing, { said: turn.session.said })
    : asking(turn, [line('dialog.help.general')], anything);

const anything: readonly [Candidate, ...Candidate[]] = [candidate('dialog.help.ask'), candidate('dialog.help.askAgain')];

/** Climbs: two examples, then one yes/no question, then a kind end that names when to see a provider. */
export function fallback(turn: Turn): Reply {
  const misses = turn.session.misses + 1;
  if (misses > 2) return closing([line('dialog.fallback.close')]);
  if (isFirstAid(turn.session)) return asking(turn, [line('dialog.fallback.missed')], duringCramp, { misses });
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

export const goodbye = (): Reply => closing([line('dialog.goodbye')]);
