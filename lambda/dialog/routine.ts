/**
 * Leading somebody through stretches, at their pace: where they are, and what every word of steering does there.
 */
import { guide } from './guide';
import { asking, backToStep, type Candidate, candidate, hear, line, toStep } from './reply';
import { gateQuestion } from './safety';
import { isLed } from './session';
import { packEnd, packStarts, type Step, samePart, stepsOf } from './steps';
import { stretchFor } from './stretches';
import {
  type Heard,
  type Line,
  type Pace,
  paces,
  type Reply,
  type Session,
  type Turn,
  type Underway,
  voiceStyles,
} from './types';

/** Asked for without a muscle and with none in mind, a stretch is one of the calf: it cramps most (gen-mostly-calf). */
const likelyMuscle = 'calf';

/** A stretch or a routine that was asked for, from its start; or from the step that an offer names. */
export function start(turn: Turn): Reply {
  const { heard, session, knowledge } = turn;
  const step = Number(heard.slots['step'] ?? 0);
  if (heard.slots['step'] !== undefined && session.routine) return lead(turn, { ...session.routine, step });
  const routine = knowledge.routines.find(({ when }) => when.some((id) => id === heard.slots['when']));
  const muscle = heard.slots['muscle'] ?? session.muscle ?? likelyMuscle;
  const { side, position, gate, group } = heard.slots;
  const underway = {
    routine: routine && typeof heard.slots['muscle'] !== 'string' ? routine.id : stretchFor(knowledge, muscle).id,
    step,
    side: side === 'left' || side === 'right' ? side : undefined,
    position: position ?? session.position ?? session.favourite,
    gate: gate ?? undefined,
    group: group ?? undefined,
  };
  // Said once: at every way back to the first step it would be a machine's.
  return lead(turn, underway, routine && underway.routine === routine.id ? [line(`routines.${routine.id}.intro`)] : []);
}

/** A pregnancy has its own stretch; with a new hip, none is led. */
function ofGroup(turn: Turn, underway: Underway): Reply | undefined {
  const { group } = turn.heard.slots;
  if (group === 'pregnant') return lead(turn, { ...underway, group });
  if (group !== 'hip_replacement') return undefined;
  const doctor = { yes: hear('doctor'), no: hear('stop') };
  const questions = [candidate('offers.doctor', doctor), candidate('offers.prevention', { yes: hear('prevention') })] as const;
  return asking(turn, [line('dialog.routine.hip')], [...questions], { routine: undefined, about: hear('doctor'), left: [] });
}

/** What steering does in a routine; undefined where it means what it means anywhere. */
export function inRoutine(turn: Turn): Reply | undefined {
  const { routine } = turn.session;
  const act = routine && acts[turn.heard.intent];
  return act ? act(turn, routine) : undefined;
}

type Act = (turn: Turn, underway: Underway) => Reply | undefined;

/** Only while the routine is what was said last: after another answer, "repeat" and "slower" are for that. */
const whileLed =
  (act: Act): Act =>
  (turn, underway) =>
    isLed(turn.session) ? act(turn, underway) : undefined;

/** To the step that is on offer; back to the very step after a pause, or where nothing is on offer. */
const goOn: Act = (turn, underway) => {
  const { offer, paused } = turn.session;
  if (paused) return isLed(turn.session) ? lead(turn, underway) : undefined;
  if (!offer) return lead(turn, underway);
  const step = offer.yes.intent === 'stretch' ? offer.yes.slots['step'] : undefined;
  return step ? lead(turn, { ...underway, step: Number(step) }) : undefined;
};

const acts: Partial<Record<Turn['heard']['intent'], Act>> = {
  next: goOn,
  resume: goOn,
  more: whileLed(goOn),
  repeat: whileLed((turn, underway) => lead(turn, underway)),
  startOver: (turn, underway) => lead(turn, { ...underway, step: 0 }),
  previous: (turn, underway) => {
    const starts = packStarts(stepsOf(turn.knowledge, underway), paceOf(turn));
    const before = starts.filter((at) => at < underway.step).at(-1);
    return lead(turn, { ...underway, step: before ?? 0 }, before === undefined ? [line('dialog.routine.first')] : []);
  },
  otherSide: (turn, underway) => turnOver(turn, underway),
  slower: whileLed((turn, underway) => atPace(turn, underway, -1)),
  faster: whileLed((turn, underway) => atPace(turn, underway, 1)),
  stretch: (turn, underway) => {
    const { muscle, when, position } = turn.heard.slots;
    if (typeof muscle === 'string' || typeof when === 'string') return undefined;
    return typeof position === 'string' ? move(turn, underway, position) : (ofGroup(turn, underway) ?? goOn(turn, underway));
  },
  whatAbout: whileLed(ofGroup),
  voice: whileLed((turn, underway) => speakAs(turn, underway)),
  progress: whileLed(progress),
};

/** Says as many holds as fit in one answer, and asks for the next. A muscle that needs a question first is asked about. */
function lead(turn: Turn, underway: Underway, before: readonly Line[] = []): Reply {
  const { knowledge, session } = turn;
  const steps = stepsOf(knowledge, underway);
  const from = underway.step < steps.length ? underway.step : 0;
  const step = steps[from];
  // A bookmark of a routine that is gone leads to the likeliest stretch.
  if (!step) return lead(turn, { routine: likelyMuscle, step: 0 });
  const muscle = session.muscle && step.stretch.muscles.includes(session.muscle) ? session.muscle : step.stretch.muscles[0];
  const slots = { ...(muscle ? { muscle } : {}), ...(underway.side ? { side: underway.side } : {}) };
  const cleared = hear('stretch', { ...slots, step: String(from), ...kept(underway) });
  const gate = gateQuestion({ ...turn, session: { ...session, routine: undefined } }, muscle, cleared);
  if (gate) return gate;

  const end = packEnd(steps, from, paceOf(turn));
  const manner = { pace: paceOf(turn), counting: session.counting === true, quietly: session.night === true };
  const say = [
    ...before,
    ...opening(turn, underway, step),
    ...guide(steps.slice(from, end), manner),
    ...closingWords(steps, end),
  ];
  const about = hear('stretch', { ...slots, ...kept(underway) });
  const changes = { about, routine: { ...underway, step: from }, left: [], muscle, said: [], position: underway.position };
  return asking(turn, say, questions(steps, from, end), changes, { rate: rates[manner.pace] });
}

const rates = { slow: 'slow', usual: undefined, fast: 'fast' } as const;

/** What a gate or a pregnancy has settled stays settled. */
const kept = ({ gate, group }: Underway): Record<string, string> => ({ ...(gate ? { gate } : {}), ...(group ? { group } : {}) });

/** Where the position that was asked for has no stretch, that is said; a routine takes what there is. */
function opening({ knowledge }: Turn, underway: Underway, step: Step): Line[] {
  const isRoutine = knowledge.routines.some(({ id }) => id === underway.routine);
  const unsupported = underway.position !== undefined && step.position !== underway.position && step.position !== 'pregnant';
  return unsupported && !isRoutine ? [line('dialog.position.none')] : [];
}

const closingWords = (steps: readonly Step[], end: number): Line[] => (end < steps.length ? [] : [line('dialog.routine.last')]);

function questions(steps: readonly Step[], from: number, end: number): [Candidate, ...Candidate[]] {
  const next = steps[end];
  const last = steps[end - 1];
  const quiet = { no: hear('pause'), unsure: hear('pause') };
  if (!next || !last) {
    const enough = { yes: hear('stop'), no: toStep(from), unsure: hear('stop') };
    return [candidate('dialog.routine.enough', enough), candidate('dialog.routine.enoughAgain', enough)];
  }
  const what = samePart(next, last) ? 'nextHold' : next.stretch === last.stretch ? 'nextSide' : 'nextStretch';
  const onward = { yes: toStep(end), ...quiet };
  return [candidate(`dialog.routine.${what}`, onward), candidate('dialog.routine.onward', onward)];
}

/** The other side of the same stretch, or the one that is named. */
function turnOver(turn: Turn, underway: Underway): Reply {
  const steps = stepsOf(turn.knowledge, underway);
  const now = steps[underway.step];
  if (!now?.side) return lead(turn, underway, [line('dialog.routine.noSides')]);
  const named = turn.heard.slots['side'];
  const side = named === 'left' || named === 'right' ? named : now.side === 'left' ? 'right' : 'left';
  if (underway.side) return lead(turn, { ...underway, side });
  const there = steps.findIndex((one) => one.stretch === now.stretch && one.side === side);
  return lead(turn, { ...underway, step: there });
}

/** The same hold in another position, which is liked from now on; that somebody can't reach is their own affair. */
function move(turn: Turn, underway: Underway, position: string): Reply {
  const now = stepsOf(turn.knowledge, underway)[underway.step];
  const moved = { ...underway, position };
  const steps = stepsOf(turn.knowledge, moved);
  const same = steps.findIndex((one) => now && samePart(one, now) && one.round === now.round);
  const step = same >= 0 ? same : steps.findIndex(({ stretch }) => stretch === now?.stretch);
  const favourite = position === 'cannot_reach' ? turn.session.favourite : position;
  return lead({ ...turn, session: { ...turn.session, favourite } }, { ...moved, step: Math.max(0, step) });
}

const paceOf = ({ session }: Turn): Pace => session.pace ?? 'usual';

function atPace(turn: Turn, underway: Underway, change: 1 | -1): Reply {
  const pace = paces[paces.indexOf(paceOf(turn)) + change];
  const said = `dialog.pace.${change > 0 ? 'faster' : 'slower'}`;
  if (!pace) return lead(turn, underway, [line(`${said}No`)]);
  return lead({ ...turn, session: { ...turn.session, pace } }, underway, [line(said)]);
}

/** What somebody asked of the voice. Where no word of it was heard: to stop what was asked for before, or else softly. */
export const voiceOf = ({ counting, voice }: Session, { slots }: Heard): string =>
  slots['voice'] ?? (counting ? 'no_count' : voice === 'whisper' ? 'normal' : 'soft');

/** How the voice sounds from now on, or whether it counts. */
export function styled({ session, heard }: Turn): Partial<Session> {
  const voice = voiceOf(session, heard);
  if (voice === 'count' || voice === 'no_count') return { counting: voice === 'count' || undefined };
  return { voice: voiceStyles.find((style) => style === voice) };
}

/** The same hold in the voice asked for. */
function speakAs(turn: Turn, underway: Underway): Reply {
  const session = { ...turn.session, ...styled(turn) };
  return lead({ ...turn, session }, underway, [line(`dialog.voice.${voiceOf(turn.session, turn.heard)}`)]);
}

/** How many sides are left after this one. */
function progress(turn: Turn, underway: Underway): Reply {
  const steps = stepsOf(turn.knowledge, underway);
  const now = steps[underway.step];
  const parts = steps.filter((one, index) => index > underway.step && one.round === 0 && !(now && samePart(one, now))).length;
  const say = parts === 0 ? line('dialog.routine.lastOne') : line(`dialog.routine.more.${parts}`);
  return asking(turn, [say], backToStep(underway), { said: [] });
}
