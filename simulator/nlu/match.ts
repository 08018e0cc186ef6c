/**
 * Matches an utterance against the samples word for word, with slots standing for values. Documented utterances are thus certain.
 */
import { type IntentModel, type Model, type Sample, slotNameOf } from './model';

export interface Filled {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Null where the words are in no list: Alexa's slots are open. */
  readonly id: string | null;
}

export interface Match {
  readonly intent: string;
  readonly slots: readonly Filled[];
  /** Plain words of the sample that matched: the more, the surer. */
  readonly literal: number;
}

const longestSlot = 10;
/** An open slot takes no more words than this. */
const longestOpen = 3;

/** The match with the most plain words, of one intent or of all; with `open`, slots may also stand for words that are in no list. */
export function matchSamples(tokens: readonly string[], model: Model, open: boolean, only?: string): Match | undefined {
  let best: Match | undefined;
  for (const intent of model.intents) {
    if (only !== undefined && intent.name !== only) continue;
    for (const sample of intent.samples) {
      const slots = matchSample(sample, tokens, intent, model, open);
      if (!slots) continue;
      const literal = sample.filter((word) => slotNameOf(word) === undefined).length;
      if (!best || literal > best.literal) best = { intent: intent.name, slots, literal };
    }
  }
  return best;
}

function matchSample(
  sample: Sample,
  tokens: readonly string[],
  intent: IntentModel,
  model: Model,
  open: boolean,
): Filled[] | undefined {
  const [word, ...rest] = sample;
  if (word === undefined) return tokens.length === 0 ? [] : undefined;
  const name = slotNameOf(word);
  if (name === undefined) return tokens[0] === word ? matchSample(rest, tokens.slice(1), intent, model, open) : undefined;
  const type = intent.slots.find((slot) => slot.name === name)?.type ?? '';
  const suffix = word.slice(name.length + 2);
  for (let length = Math.min(tokens.length - rest.length, longestSlot); length > 0; length -= 1) {
    const value = withoutSuffix(tokens.slice(0, length).join(' '), suffix);
    const id = value === undefined ? undefined : idOf(value, type, model, open && length <= longestOpen);
    if (value === undefined || id === undefined) continue;
    const after = matchSample(rest, tokens.slice(length), intent, model, open);
    if (after) return [{ name, type, value, id }, ...after];
  }
  return undefined;
}

/** The words without the possessive that the sample writes after its slot. */
const withoutSuffix = (words: string, suffix: string): string | undefined =>
  words.endsWith(suffix) ? words.slice(0, words.length - suffix.length) : undefined;

function idOf(value: string, type: string, model: Model, open: boolean): string | null | undefined {
  const values = model.types.get(type);
  if (!values) return value.split(' ').every((word) => model.amazon.get(type)?.words.has(word)) ? value : undefined;
  return values.get(value) ?? (open ? null : undefined);
}
