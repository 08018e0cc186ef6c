/**
 * A request of Alexa's → what was heard, in neutral ids. Bears any shape: what is missing or odd is simply not heard.
 */
import type { IntentRequest, RequestEnvelope, Slot } from 'ask-sdk-model';
import { type Heard, type Intent, intents, type Slots } from '../dialog/types';
import type { Knowledge, SignWords } from '../knowledge/types';
import { signIn } from './signs';

/**
 * An intent we do not know is one we did not understand: Fallback.
 * @param signs gives the locale's words of danger; asked for only where a slot has words and no id
 */
export function toHeard({ request }: RequestEnvelope, knowledge: Knowledge, signs: () => SignWords): Heard {
  if (request.type === 'LaunchRequest') return { intent: 'launch', slots: {} };
  const { intent } = request as IntentRequest;
  const name = knowledge.intents[intent?.name];
  const known: Intent = intents.find((ours) => ours === name) ?? 'fallback';
  const spoken = intent?.slots ?? {};
  const slots = slotsOf(spoken);
  return { intent: known, slots: { ...slots, ...signsOf(spoken, slots, signs) } };
}

function slotsOf(slots: Readonly<Record<string, Slot>>): Slots {
  const heard = Object.entries(slots).flatMap(([name, slot]) => {
    const id = idOf(slot);
    return id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries(heard);
}

/** Signs in the words of slots that no id was found for. A slot's own id is never overruled, and neither is an earlier sign. */
function signsOf(spoken: Readonly<Record<string, Slot>>, heard: Slots, signs: () => SignWords): Slots {
  const found: Record<string, string> = {};
  for (const [name, id] of Object.entries(heard)) {
    if (id !== null) continue;
    const sign = signIn(name, spoken[name]?.value ?? '', signs());
    if (sign && (heard[sign.slot] ?? null) === null) found[sign.slot] ??= sign.id;
  }
  return found;
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
