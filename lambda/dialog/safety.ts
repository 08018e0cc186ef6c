/**
 * What comes before everything else: danger, an unsafe place, and the question before some stretches.
 */
import type { Gate } from '../knowledge/types';
import { asking, candidate, closing, hear, line } from './reply';
import type { Closing, Heard, Reply, Turn } from './types';

/** The emergency answer if a sign of danger was heard, in whatever intent and state; otherwise undefined. */
export function danger({ heard, knowledge }: Turn): Closing | undefined {
  const sign = heard.slots['emergencySign'];
  return typeof sign === 'string' && knowledge.triage.emergencies.includes(sign)
    ? emergency(`triage.emergencies.${sign}`)
    : undefined;
}

/** Somebody calls for help without a sign we know, or said yes to a question before a stretch. */
export const helpNow = ({ heard }: Turn): Closing =>
  emergency(typeof heard.slots['gate'] === 'string' ? `dialog.gate.${heard.slots['gate']}` : 'triage.emergencies.call_for_help');

/** Action and number first, and that we cannot call; the microphone closes so that the device is free. */
const emergency = (key: string): Closing => closing([line(key), line('dialog.emergency.cannotCall')]);

/** Where a stretch would be unsafe: how to be safe, then the one question. The stretch waits for its yes. */
export function unsafePlace(turn: Turn): Reply | undefined {
  const { place, ...others } = turn.heard.slots;
  if (typeof place !== 'string' || !turn.knowledge.triage.places.includes(place)) return undefined;
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

/** Asked again in other words when the answer was not understood. */
export function gateAgain(turn: Turn): Reply | undefined {
  const { offer } = turn.session;
  const id = offer?.yes.intent === 'emergency' ? offer.yes.slots['gate'] : undefined;
  const gate = turn.knowledge.triage.gates.find((known) => known.id === id);
  if (!gate || !offer?.no) return undefined;
  if (turn.session.misses > 0) return helpNow({ ...turn, heard: offer.yes });
  return asking(turn, [], gateCandidates(gate, offer.no), { misses: 1 });
}

function gateCandidates({ id }: Gate, cleared: Heard) {
  const yes = hear('emergency', { gate: id });
  const offer = { yes, no: cleared, unsure: yes };
  return [candidate(`triage.gates.${id}.ask`, offer), candidate(`triage.gates.${id}.askAgain`, offer)] as const;
}
