/**
 * What comes before everything else: danger, an unsafe place, and the question before some stretches.
 */
import type { Gate, Together } from '../knowledge/types';
import { asking, candidate, closing, hear, line } from './reply';
import { isFirstAid } from './session';
import { topic } from './topics';
import type { Closing, Heard, Intent, Reply, Slots, Turn } from './types';

/** The emergency answer if a sign of danger was heard, in whatever intent and state; otherwise undefined. */
export function danger(turn: Turn): Closing | undefined {
  const { emergencies } = turn.knowledge.triage;
  const sign = [turn.heard.slots['emergencySign'], togetherOf(turn)].find(
    (id) => typeof id === 'string' && emergencies.includes(id),
  );
  return sign ? emergency(`triage.emergencies.${sign}`) : undefined;
}

/** Somebody calls for help without a sign we know, or said yes to a question before a stretch. */
export const helpNow = ({ heard }: Turn): Closing =>
  emergency(typeof heard.slots['gate'] === 'string' ? `dialog.gate.${heard.slots['gate']}` : 'triage.emergencies.call_for_help');

/** Action and number first, and that we cannot call; the microphone closes so that the device is free. */
const emergency = (key: string): Closing => ({ ...closing([line(key), line('dialog.emergency.cannotCall')]), soft: false });

/**
 * A sign of level T, said before whatever was asked: whom to contact today. Where they are not safe, safety comes first.
 * Two things heard together may come to more than either alone.
 */
export function today(turn: Turn): Reply | undefined {
  const { heard, knowledge } = turn;
  if (isUnsafe(turn) || heard.slots['who'] === 'pet') return undefined;
  const { symptom, also } = heard.slots;
  const sign = [togetherOf(turn), symptom, also].find((id) => typeof id === 'string' && knowledge.triage.today.includes(id));
  return sign ? warning(turn, sign) : undefined;
}

/** Whom to contact today. Where no stretch may follow, that is remembered. */
function warning(turn: Turn, sign: string): Reply {
  const { heard, session, knowledge } = turn;
  const warned = knowledge.triage.noStretchAfter.includes(sign) ? sign : session.warned;
  return topic('warning')({
    ...turn,
    heard: hear('symptom', { ...heard.slots, symptom: sign }),
    session: { ...session, warned },
  });
}

/** Intents that lead to a stretch. */
const stretching: ReadonlySet<Intent> = new Set(['crampNow', 'stretch', 'otherSide', 'notHelping']);

/** No stretch after a swollen leg, however it is asked for: what was told is told again. Another muscle is another matter. */
export function warnedAgain(turn: Turn): Reply | undefined {
  const { heard, session } = turn;
  if (!session.warned || !stretching.has(heard.intent) || isUnsafe(turn)) return undefined;
  const { muscle } = heard.slots;
  // A muscle whose pain may be an emergency is asked about first.
  const isGated = turn.knowledge.triage.gates.some(({ muscles }) => muscles.some((one) => one === muscle));
  const isOther = typeof muscle === 'string' && session.muscle !== undefined && muscle !== session.muscle;
  if (isGated || isOther) return undefined;
  return warning(turn, session.warned);
}

/** What the things heard in one breath come to; two signs may be said in either order. */
function togetherOf({ heard, knowledge }: Turn): string | undefined {
  const { slots, intent } = heard;
  const { symptom, also } = slots;
  // Whatever is heard without a slot comes to nothing.
  if (Object.keys(slots).length === 0) return undefined;
  const said = { ...slots, intent };
  const swapped = also === undefined ? undefined : { ...said, symptom: also, also: symptom ?? null };
  return knowledge.triage.together.find(({ when }) => fits(when, said) || (swapped !== undefined && fits(when, swapped)))?.means;
}

const fits = (when: Together['when'], said: Slots): boolean =>
  when.every(([slot, ids]) => {
    const id = said[slot];
    return typeof id === 'string' && ids.includes(id);
  });

const isUnsafe = ({ heard, knowledge }: Turn): boolean => {
  const { place } = heard.slots;
  return typeof place === 'string' && knowledge.triage.places.includes(place);
};

/** Where a stretch would be unsafe: how to be safe, then the one question. The stretch waits for its yes. */
export function unsafePlace(turn: Turn): Reply | undefined {
  if (!isUnsafe(turn)) return undefined;
  const { place, ...others } = turn.heard.slots;
  const offer = { yes: { ...turn.heard, slots: others }, no: turn.heard, unsure: turn.heard };
  const questions = [candidate('dialog.place.ask', offer), candidate('dialog.place.askAgain', offer)] as const;
  return asking(turn, [line(`triage.places.${place}`)], [...questions], { about: turn.heard, left: [] });
}

/** The question before a stretch of a muscle whose pain may be something else. Not sure counts as yes. */
export function gateQuestion(turn: Turn, muscle: string | undefined, heard: Heard): Reply | undefined {
  const gate = turn.knowledge.triage.gates.find(({ muscles }) => muscle !== undefined && muscles.includes(muscle));
  if (!gate || heard.slots['gate'] === gate.id) return undefined;
  return asking(turn, [], gateCandidates(gate, { ...heard, slots: { ...heard.slots, muscle: muscle ?? null, gate: gate.id } }), {
    about: heard,
    left: [],
  });
}

/** While a cramp is being eased, rubbing, heat or ice waits for a no to the question about swelling. */
export function beforeRemedy(turn: Turn): Reply | undefined {
  const { heard, session } = turn;
  const { remedy } = heard.slots;
  return isFirstAid(session) && typeof remedy === 'string' ? remedyGate(turn, remedy, heard) : undefined;
}

/** The question before a remedy, whose no leads on to `onward`; undefined where none is needed, or it was answered with no. */
export function remedyGate(turn: Turn, remedy: string, onward: Heard): Reply | undefined {
  const gate = turn.knowledge.triage.gates.find(({ remedies }) => remedies.includes(remedy));
  if (!gate || turn.heard.slots['gate'] === gate.id) return undefined;
  const cleared = { ...onward, slots: { ...onward.slots, gate: gate.id } };
  return asking(turn, [], gateCandidates(gate, cleared), { left: turn.session.left });
}

/** What may be said to a safety question without answering it: the rest is a clear answer, or a wish to end or wait. */
const answersSafety: ReadonlySet<Intent> = new Set([
  'yes',
  'no',
  'unsure',
  'emergency',
  'better',
  'repeat',
  'pause',
  'stop',
  'cancel',
  'navigateHome',
]);

/**
 * A question of safety stays until it is answered: no stretch slips past it by another question, "go on" or "help".
 * The question before a stretch is asked once more, and then its yes is assumed; a place is unsafe until they say otherwise.
 */
export function openSafetyQuestion(turn: Turn): Reply | undefined {
  const { offer, asked, misses } = turn.session;
  if (answersSafety.has(turn.heard.intent) || !offer?.no) return undefined;
  if (asked?.key.startsWith('dialog.place.')) return atUnsafePlace(turn, offer.no);
  const gate = turn.knowledge.triage.gates.find(({ id }) => offer.yes.intent === 'emergency' && id === offer.yes.slots['gate']);
  if (!gate) return undefined;
  // Another muscle is another question, and a sign beside this one is a yes.
  const { muscle, symptom } = turn.heard.slots;
  if (typeof muscle === 'string' && !gate.muscles.includes(muscle)) return undefined;
  if (turn.heard.intent === 'help') return asking(turn, [line('dialog.help.safety')], gateCandidates(gate, offer.no), { misses });
  if (misses > 0 || typeof symptom === 'string') return helpNow({ ...turn, heard: offer.yes });
  return asking(turn, [], gateCandidates(gate, offer.no), { misses: 1 });
}

/** Not safe yet: the same again, unless a muscle is named now whose pain may be an emergency wherever they are. */
function atUnsafePlace(turn: Turn, unsafe: Heard): Reply | undefined {
  const { muscle } = turn.heard.slots;
  const here = { ...unsafe, slots: { ...turn.heard.slots, place: unsafe.slots['place'] ?? null } };
  return gateQuestion(turn, muscle ?? undefined, here) ?? unsafePlace({ ...turn, heard: unsafe });
}

function gateCandidates({ id, means }: Gate, cleared: Heard) {
  const yes = means === undefined ? hear('emergency', { gate: id }) : hear('symptom', { symptom: means });
  const offer = { yes, no: cleared, unsure: yes };
  return [candidate(`triage.gates.${id}.ask`, offer), candidate(`triage.gates.${id}.askAgain`, offer)] as const;
}
