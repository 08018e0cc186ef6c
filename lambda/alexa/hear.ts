/**
 * A request of Alexa's → what was heard, in neutral ids. Bears any shape: what is missing or odd is simply not heard.
 */
import type { IntentRequest, RequestEnvelope, Slot } from 'ask-sdk-model';
import { type Heard, type Intent, intents } from '../dialog/types';
import type { Knowledge } from '../knowledge/types';

/** An intent we do not know is one we did not understand: Fallback. */
export function toHeard({ request }: RequestEnvelope, knowledge: Knowledge): Heard {
  if (request.type === 'LaunchRequest') return { intent: 'launch', slots: {} };
  const { intent } = request as IntentRequest;
  const name = knowledge.intents[intent?.name];
  const known: Intent = intents.find((ours) => ours === name) ?? 'fallback';
  return { intent: known, slots: slotsOf(intent?.slots ?? {}) };
}

function slotsOf(slots: Readonly<Record<string, Slot>>): Heard['slots'] {
  const heard = Object.entries(slots).flatMap(([name, slot]) => {
    const id = idOf(slot);
    return id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries(heard);
}

/** The id of the first match of any authority; null where words were heard that no id stands for; undefined where none were. */
function idOf(slot: Slot | undefined): string | null | undefined {
  const said = slot?.value;
  if (typeof said !== 'string' || said === '' || said === '?') return undefined;
  const authorities = slot?.resolutions?.resolutionsPerAuthority;
  // A number or a time is Amazon's own type and has no ids. Nor has a slot whose resolution failed: its raw words go no further.
  if (!Array.isArray(authorities)) return null;
  const matched = authorities.find((authority) => authority?.status?.code === 'ER_SUCCESS_MATCH');
  const id = matched?.values?.[0]?.value?.id;
  return typeof id === 'string' ? id : null;
}
