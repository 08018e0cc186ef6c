/**
 * Walks every state the conversation can reach: from a new session, everything that may be heard, until nothing new appears.
 * Two sessions are one state when they stand at the same place: the same topic and question, the same left to say and on offer,
 * the same counters. Which of thirty muscles, or whose, makes no other place; the walk keeps the first way that led to each.
 */
import { respond } from '../../lambda/dialog/respond';
import { isLed, newSession } from '../../lambda/dialog/session';
import { type Heard, type Intent, intents, type Reply, type Session } from '../../lambda/dialog/types';
import { catalogue, knowledge } from './skill';

export interface Step {
  readonly before: Session;
  readonly heard: Heard;
  readonly reply: Reply;
}

const heard = (intent: Intent, slots: Heard['slots'] = {}): Heard => ({ intent, slots });

/** Every intent, and every id of every slot by itself, with words that no id stands for: said to a new session. */
export const everyHearing: readonly Heard[] = intents.flatMap((intent) => {
  const slots = catalogue.intents.find(({ name }) => name === intent)?.slots ?? {};
  const single = Object.entries(slots).flatMap(([slot, type]) =>
    [...(catalogue.types.find(({ name }) => name === type)?.ids ?? ['ten']), null].map((id) => heard(intent, { [slot]: id })),
  );
  return [heard(intent), ...single];
});

/** Every stretch in every position, for everybody, which single slots do not reach. */
export const everyStretch: readonly Heard[] = knowledge.stretches.flatMap(({ muscles, positions }) =>
  (muscles.length > 0 ? muscles : ['shin']).flatMap((muscle) =>
    (['crampNow', 'stretch'] as const).flatMap((intent) => {
      const gate = knowledge.triage.gates.find((one) => one.muscles.includes(muscle))?.id;
      const cleared = gate ? { muscle, gate } : { muscle };
      return [
        ...positions.map((position) =>
          heard(intent, position === 'pregnant' ? { ...cleared, group: 'pregnant' } : { ...cleared, position }),
        ),
        heard(intent, { ...cleared, position: 'floor' }),
        heard(intent, { ...cleared, who: 'partner' }),
        heard(intent, { ...cleared, who: 'pet' }),
      ];
    }),
  ),
);

/** Two slots in one breath. */
const twoSlots: readonly Heard[] = [
  heard('overview', { aspect: 'duration', when: 'night' }),
  heard('overview', { aspect: 'common', when: 'exercise' }),
  heard('overview', { aspect: 'meaning', when: 'night' }),
  heard('causes', { aspect: 'no_reason', when: 'exercise' }),
  heard('prevention', { remedy: 'sports_drink', when: 'night' }),
  heard('prevention', { remedy: 'fluids', when: 'exercise' }),
  heard('doctor', { aspect: 'dangerous', group: 'pregnant' }),
  heard('medicine', { aspect: 'stopping', medicine: 'statin' }),
  heard('medicine', { aspect: 'side_effects', medicine: 'quinine' }),
  heard('crampNow', { muscle: 'calf', symptom: 'swelling' }),
  heard('crampNow', { muscle: 'calf', place: 'driving' }),
  heard('symptom', { symptom: 'swelling', group: 'pregnant' }),
  heard('symptom', { symptom: 'injury', also: 'tingling' }),
  heard('symptom', { symptom: 'in_heat', also: 'long_lasting' }),
  heard('crampNow', { muscle: 'ribs', emergencySign: 'breathless' }),
  heard('forgetMe', { outcome: 'failed' }),
];

/** What is said in every state: each intent, and for the ones with slots what makes a difference. */
const everywhere: readonly Heard[] = [
  ...intents.map((intent) => heard(intent)),
  heard('where', { muscle: 'shin' }),
  heard('causes', { when: 'night' }),
  heard('causeCheck', { cause: 'alcohol' }),
  heard('risk', { group: 'child' }),
  heard('remedyCheck', { remedy: 'banana' }),
  heard('remedyCheck', { remedy: null }),
  heard('doctor', { symptom: 'swelling' }),
  heard('symptom', { symptom: null }),
  heard('symptom', { symptom: 'swelling' }),
  heard('remedyCheck', { remedy: 'massage' }),
  heard('prevention', { remedy: 'soap' }),
  heard('notHelping', { symptom: 'worse' }),
  heard('whatAbout', { muscle: 'hand' }),
  heard('whatAbout', { group: 'pregnant' }),
  heard('whatAbout', { who: 'partner' }),
  heard('crampNow', { muscle: 'calf' }),
  heard('crampNow', { muscle: 'jaw' }),
  heard('crampNow', { muscle: null }),
  heard('crampNow', { place: 'driving' }),
  heard('stretch', { position: 'cannot_reach' }),
  heard('emergency', { emergencySign: 'chest_pain' }),
  heard('symptom', { emergencySign: 'breathless' }),
];

/** The place a session stands at. */
const placeOf = (session: Session): string => {
  const { about, left, offer, asked, paused, misses, repeats, declined, told, routine } = session;
  const isRoutine = knowledge.routines.some(({ id }) => id === routine?.routine);
  return JSON.stringify([
    about?.intent,
    about?.slots['rung'],
    // Where in a routine makes no other place of what is asked in the middle of it.
    isLed(session) && [isRoutine && routine?.routine, routine?.step],
    left.map(({ topic, page, lines }) => [topic, page, lines]),
    [offer?.yes, offer?.no, offer?.unsure].map((one) => one && [one.intent, one.slots['gate'], one.slots['place']]),
    asked?.key,
    paused && [paused.asked.key, paused.offer?.yes.intent],
    [misses, repeats, declined, told],
  ]);
};

export interface Walked {
  readonly states: number;
  readonly steps: number;
}

/** Calls `visit` for every state × everything that may be heard there. */
export function walk(visit: (step: Step) => void): Walked {
  const seen = new Set([placeOf(newSession)]);
  const queue: Session[] = [newSession];
  let steps = 0;
  const take = (before: Session, all: readonly Heard[]): void => {
    for (const one of all) {
      const reply = respond({ heard: one, session: before, knowledge });
      visit({ before, heard: one, reply });
      steps += 1;
      if (!reply.session) continue;
      const key = placeOf(reply.session);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(reply.session);
    }
  };
  take(newSession, [...everyHearing, ...everyStretch, ...twoSlots]);
  take({ ...newSession, welcomes: 1 }, [heard('launch')]);
  const led = respond({ heard: heard('stretch', { muscle: 'calf' }), session: newSession, knowledge }).session ?? newSession;
  take(led, [heard('whatAbout', { group: 'hip_replacement' }), heard('whatAbout', { group: 'pregnant' })]);
  take({ ...newSession, counting: true }, [heard('stretch', { muscle: 'calf' })]);
  for (let next = 1; next < queue.length; next += 1) take(queue[next] as Session, everywhere);
  return { states: seen.size, steps };
}
