/**
 * A cramp that is happening: the first move at once, then one question. And the steps of a stretch, on request.
 */
import type { Stretch } from '../knowledge/types';
import { asking, type Candidate, candidate, closing, hear, line } from './reply';
import { start } from './routine';
import { gateQuestion, remedyGate, unsafePlace } from './safety';
import { isFirstAid, isLed } from './session';
import { positionIn, stretchFor } from './stretches';
import { afterFirstPage, topic } from './topics';
import type { Answer, Heard, Line, Reply, Session, Turn } from './types';

const letGo = { yes: hear('better'), no: hear('notHelping'), unsure: hear('notHelping') };

/** What may be asked while a cramp is being eased. */
export const easing: readonly [Candidate, ...Candidate[]] = [
  candidate('dialog.crampNow.ask', letGo),
  candidate('dialog.crampNow.askAgain', letGo),
];

/** A cramp now: safety where it must come first, otherwise an instruction to the body within three words. */
export function crampNow(turn: Turn): Reply {
  const { heard, session } = turn;
  if ((heard.slots['who'] ?? session.who) === 'pet') return closing([line('dialog.pet')]);
  const before = unsafePlace(turn) ?? signFirst(turn) ?? gateQuestion(turn, muscleOf(turn), heard);
  if (before) return before;
  // "Go on" tells what else helps, after the stretch.
  const aid = { about: heard, left: afterFirstPage(turn, 'relief') };
  if (heard.slots['muscle'] === null)
    return asking(turn, [line('dialog.crampNow.unknown')], [which('which'), which('whichOne')], aid);
  return muscleOf(turn) === undefined
    ? asking(turn, [firstMove(turn, undefined)], [which('whichOne'), which('which')], aid)
    : asking(turn, held(turn, muscleOf(turn)), easing, aid);
}

/** A stretch, led step by step; somebody else is helped instead. In the middle of a cramp, how they lie or sit changes the first move. */
export function stretch(turn: Turn): Reply {
  const { heard, session } = turn;
  if ((heard.slots['who'] ?? session.who) === 'pet') return closing([line('dialog.pet')]);
  if (isFirstAid(session) && heard.slots['muscle'] === undefined && typeof heard.slots['position'] === 'string') {
    return crampNow({ ...turn, heard: { ...heard, intent: 'crampNow', slots: { ...carried(session), ...heard.slots } } });
  }
  return isOther(turn) ? helping(turn) : start(turn);
}

/** How to stretch somebody else. */
function helping(turn: Turn): Reply {
  const before = gateQuestion(turn, muscleOf(turn), turn.heard);
  if (before) return before;
  const again = { yes: hear('repeat'), no: hear('stop') };
  return asking(
    turn,
    [firstMove(turn, muscleOf(turn))],
    [candidate('dialog.stretch.ask', again), candidate('dialog.stretch.askOther', again)],
    { about: turn.heard, left: [], routine: undefined },
  );
}

/** The other side, or just which one: the same move again. */
export function otherSide(turn: Turn): Reply {
  const muscle = muscleOf(turn);
  const again = crampNow({ ...turn, heard: hear('crampNow', { ...carried(turn.session), ...turn.heard.slots }) });
  const moved = again.ask !== undefined && isFirstAid(again.session) && again.say.length > 0 && muscle !== undefined;
  return moved && turn.session.said.length > 0 ? { ...again, say: [line('dialog.otherSide'), ...again.say] } : again;
}

/** What is tried in turn while it still hurts; each is a rung, and the last names a provider. */
const ladder: readonly Answer[] = [again, anotherWay, rubbing, fluids, provider];

/** It still hurts: the next rung of the ladder. Worse or sharp, or in a stretch that was only led: stop at once. */
export function notHelping(turn: Turn): Reply {
  const { symptom } = turn.heard.slots;
  if (symptom === 'worse' || symptom === 'sharp_pain' || isLed(turn.session)) {
    const doctor = candidate('offers.doctor', { yes: hear('doctor'), no: hear('stop') });
    return asking(turn, [line('dialog.notHelping.stop'), line('dialog.notHelping.call')], [doctor, ...easing], onRung(turn, 0));
  }
  // "It hurts", and nothing was tried yet.
  if (!isFirstAid(turn.session) && Object.keys(turn.heard.slots).length === 0)
    return crampNow({ ...turn, heard: { ...turn.heard, intent: 'crampNow' } });
  return climb(turn, nextRung(turn));
}

/** A rung that does not fit this cramp leads to the next; the last always fits. */
const climb = (turn: Turn, rung: number): Reply => (ladder[rung] ?? provider)(turn);

/** Once more, slowly: most often the stretch was too short or too hasty. */
function again(turn: Turn): Reply {
  return asking(turn, [line('dialog.notHelping.again'), ...quiet(turn, muscleOf(turn))], easing, onRung(turn, 1));
}

/** The same muscle in another position, where a fact supports one. */
function anotherWay(turn: Turn): Reply {
  const found = stretchOf(turn, muscleOf(turn));
  const tried = positionOf(turn, found);
  const other = found.positions.find((position) => position !== tried && position !== 'pregnant' && tried !== 'pregnant');
  if (other === undefined || isOther(turn)) return climb(turn, 2);
  const say = [line('dialog.notHelping.other'), line(`stretches.${found.id}.${other}.move`), { pause: found.holds[other] ?? 0 }];
  return asking(turn, say, easing, onRung(turn, 2));
}

/** Rubbing and warmth, for a limb, once the question about swelling is answered with no. */
function rubbing(turn: Turn): Reply {
  const muscle = muscleOf(turn);
  // A muscle that needs a question before a stretch is no limb to rub.
  if (turn.knowledge.triage.gates.some(({ muscles }) => muscle !== undefined && muscles.includes(muscle))) return climb(turn, 3);
  const asked = remedyGate(turn, 'massage', hear('notHelping', { rung: '2' }));
  return asked ?? asking(turn, [line('dialog.notHelping.rub'), { pause: rubFor }], easing, onRung(turn, 3));
}

function fluids(turn: Turn): Reply {
  return asking(turn, [line('dialog.notHelping.fluids')], easing, onRung(turn, 4));
}

function provider(turn: Turn): Reply {
  return topic('doctor')({ ...turn, heard: hear('doctor') });
}

/** Seconds of quiet to rub in. */
const rubFor = 10;

const nextRung = ({ heard, session: { about } }: Turn): number =>
  Number(heard.slots['rung'] ?? (about?.intent === 'notHelping' ? about.slots['rung'] : undefined) ?? 0);

const onRung = (turn: Turn, rung: number): Pick<Session, 'about' | 'left'> => ({
  about: hear('notHelping', { ...carried(turn.session), rung: String(rung) }),
  left: [],
});

/** It has let go, or they are content: a sentence about soreness, and good night. */
export const better = ({ session }: Turn): Reply =>
  closing([
    line(
      session.about && !isFirstAid(session) && session.about.intent !== 'stretch'
        ? 'dialog.better.pleased'
        : 'dialog.better.done',
    ),
  ]);

/** The first move, held in quiet with a soft cue half-way, and eased off. */
const held = (turn: Turn, muscle: string | undefined): Line[] => [
  firstMove(turn, muscle),
  ...quiet(turn, muscle),
  line('dialog.guide.ease'),
];

function quiet(turn: Turn, muscle: string | undefined): Line[] {
  const found = stretchOf(turn, muscle);
  const half = (found.holds[positionOf(turn, found)] ?? 0) / 2;
  return [{ pause: half }, line('dialog.guide.hold'), { pause: half }];
}

const which = (key: string): Candidate => candidate(`dialog.crampNow.${key}`);

const muscleOf = ({ heard, session }: Turn): string | undefined => heard.slots['muscle'] ?? session.muscle;

const isOther = ({ heard, session }: Turn): boolean => !['self', undefined].includes(heard.slots['who'] ?? session.who);

/** What goes on through one cramp: a gate answered with no is not asked again, and a pregnancy keeps its own stretch. */
const carried = ({ about }: Session): Heard['slots'] => {
  if (about?.intent !== 'crampNow' && about?.intent !== 'notHelping' && about?.intent !== 'stretch') return {};
  const { gate, group } = about.slots;
  return { ...(gate ? { gate } : {}), ...(group ? { group } : {}) };
};

/** A sign said in the same breath that is no matter for today, such as weakness, is answered before any stretch all the same. */
function signFirst(turn: Turn): Reply | undefined {
  const { symptom } = turn.heard.slots;
  return typeof symptom === 'string' && turn.knowledge.triage.beforeStretch.includes(symptom)
    ? topic('symptom')(turn)
    : undefined;
}

function firstMove(turn: Turn, muscle: string | undefined): Line {
  const found = stretchOf(turn, muscle);
  if (isOther(turn)) return line(`stretches.${found.helper ? found.id : 'general'}.helper.move`);
  return line(`stretches.${found.id}.${positionOf(turn, found)}.move`);
}

const stretchOf = (turn: Turn, muscle: string | undefined): Stretch => stretchFor(turn.knowledge, muscle);

const positionOf = ({ heard, session }: Turn, found: Stretch): string =>
  positionIn(found, {
    group: { ...carried(session), ...heard.slots }['group'],
    position: heard.slots['position'] ?? session.position,
  });
