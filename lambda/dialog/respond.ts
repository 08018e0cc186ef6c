/**
 * Answers one turn of conversation. Pure and total: no clock, no chance, no language, no Alexa; the table names every intent.
 */
import { courteousHelp, fallback, goodbye, launch } from './courtesies';
import { better, crampNow, notHelping, otherSide, stretch } from './first-aid';
import { asking, closing, line } from './reply';
import { inRoutine, styled, voiceOf } from './routine';
import { beforeRemedy, danger, helpNow, openSafetyQuestion, today, warnedAgain } from './safety';
import { isFirstAid, isLed } from './session';
import { follows, steering } from './steering';
import { answers, topic } from './topics';
import type { Answer, Intent, Reply, Session, Turn } from './types';

/**
 * The reply to what was heard. The gate comes first in every state: a sign of danger in any slot of any intent is answered
 * before anything else, a sign to see somebody about today before what was asked. The turn is not changed.
 */
export const respond = (turn: Turn): Reply =>
  byNight(turn, danger(turn) ?? openSafetyQuestion(turn) ?? answerTo(remembering(turn)));

/** At night softer and slower, unless the normal voice was asked for. An emergency is as loud as by day, and a cramp as quick. */
function byNight({ session }: Turn, reply: Reply): Reply {
  if (reply.soft === false) return reply;
  const voiced = reply.session ? reply : { ...reply, voice: session.voice };
  if (!session.night || session.voice === 'normal' || reply.soft) return voiced;
  return { ...voiced, soft: true, rate: reply.rate ?? 'calm' };
}

const answerTo = (turn: Turn): Reply =>
  today(turn) ?? warnedAgain(turn) ?? beforeRemedy(turn) ?? inRoutine(turn) ?? table[turn.heard.intent](turn);

const steer = steering(answerTo);

const table: Readonly<Record<Intent, Answer>> = {
  launch,
  overview: (turn) => (isForDoctor(turn) ? topic('doctor') : topic('overview'))(turn),
  where: topic('where'),
  causes: topic('causes'),
  causeCheck: topic('cause-check'),
  risk: topic('risk'),
  relief: topic('relief'),
  remedyCheck: topic('remedy-check'),
  prevention: (turn) => (isRemedyOnly(turn) ? topic('remedy-check') : topic('prevention'))(turn),
  medicine: topic('medicine'),
  doctor: (turn) => (turn.heard.slots['symptom'] === undefined ? topic('doctor') : topic('symptom'))(turn),
  symptom: (turn) => (isPainOfStretch(turn) ? notHelping : topic('symptom'))(turn),
  source: topic('source'),
  crampNow,
  stretch,
  otherSide,
  notHelping,
  better,
  emergency: helpNow,
  ...steer,
  previous: steer.repeat,
  progress: (turn) =>
    asking(turn, [line(turn.session.left.length > 0 ? 'dialog.progress.more' : 'dialog.progress.end')], follows(turn)),
  voice: speakAs,
  forgetMe: forgotten,
  reminder: () => closing([line('dialog.reminder')]),
  help: courteousHelp,
  fallback,
  stop: goodbye,
  cancel: goodbye,
  navigateHome: goodbye,
};

/** "Are they dangerous" is taken for an overview at times; the slot decides. */
const isForDoctor = (turn: Turn): boolean => {
  const { aspect } = turn.heard.slots;
  return typeof aspect === 'string' && answers(turn, 'doctor', 'aspect', aspect);
};

/** "It hurts more", while somebody stretches, is about the stretch. */
const isPainOfStretch = ({ heard, session }: Turn): boolean =>
  (heard.slots['symptom'] === 'worse' || heard.slots['symptom'] === 'sharp_pain') && (isFirstAid(session) || isLed(session));

/** A remedy that preventing has no answer for is answered as any remedy is. */
const isRemedyOnly = (turn: Turn): boolean => {
  const { remedy } = turn.heard.slots;
  return remedy !== undefined && (remedy === null || !answers(turn, 'prevention', 'remedy', remedy));
};

function speakAs(turn: Turn): Reply {
  const say = [line(`dialog.voice.${voiceOf(turn.session, turn.heard)}`)];
  return asking(turn, say, follows(turn), { said: turn.session.said, ...styled(turn) });
}

/** As if they had never met. Whether it was deleted is in the slot `outcome`, by whoever keeps it. */
function forgotten(turn: Turn): Reply {
  if (turn.heard.slots['outcome'] === 'failed') return asking(turn, [line('dialog.forgetMe.failed')], follows(turn));
  const { pace: _pace, voice: _voice, favourite: _favourite, counting: _counting, routine: _routine, ...session } = turn.session;
  const anew = { ...turn, session };
  return asking(anew, [line('dialog.forgetMe.done')], follows(anew));
}

/** Muscle, side, person and position go on from turn to turn. A muscle named without anybody is the speaker's own. */
function remembering(turn: Turn): Turn {
  const { slots } = turn.heard;
  const heard = (slot: 'muscle' | 'side' | 'who' | 'position', session: Session): string | undefined =>
    slots[slot] === undefined ? session[slot] : (slots[slot] ?? undefined);
  const anew = slots['muscle'] !== undefined && ['crampNow', 'stretch'].includes(turn.heard.intent);
  const session = anew ? { ...turn.session, who: undefined, side: undefined } : turn.session;
  return {
    ...turn,
    session: {
      ...session,
      muscle: heard('muscle', session),
      side: heard('side', session),
      who: heard('who', session),
      position: heard('position', session),
    },
  };
}
