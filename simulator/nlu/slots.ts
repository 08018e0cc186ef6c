/**
 * Fills the slots of an intent that the classifier chose: values where their neighbours fit, and unknown words where a slot belongs.
 */
import type { Filled } from './match';
import { type IntentModel, type Model, slotNameOf } from './model';
import { type Span, spot } from './spot';

/** Which words stand before and after each slot in an intent's samples. */
interface Neighbours {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** A plain word in this many samples is too common to be a value without a neighbour that says so ("it's back"). */
const commonWord = 3;

export function fillSlots(
  tokens: readonly string[],
  intent: IntentModel,
  model: Model,
  literals: ReadonlyMap<string, number>,
): Filled[] {
  const spans = spot(tokens, model);
  const taken: Span[] = [];
  const filled: Filled[] = [];
  const candidates = intent.slots.flatMap((slot) => {
    const near = neighboursOf(intent, slot.name);
    return spans
      .filter(({ type }) => type === slot.type)
      .map((span) => ({ slot, span, fit: fitOf(tokens, span, near) }))
      .filter(({ span, fit }) => fit > 0 || !isCommon(tokens, span, literals));
  });
  candidates.sort((a, b) => lengthOf(b.span) - lengthOf(a.span) || b.fit - a.fit);
  for (const { slot, span } of candidates) {
    if (filled.some(({ name }) => name === slot.name) || taken.some((other) => overlap(other, span))) continue;
    taken.push(span);
    filled.push({ ...slot, value: tokens.slice(span.start, span.end).join(' '), id: span.id });
  }
  return filled;
}

const lengthOf = ({ start, end }: Span): number => end - start;
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const fitOf = (tokens: readonly string[], { start, end }: Span, { before, after }: Neighbours): number =>
  (before.has(tokens[start - 1] ?? '^') ? 1 : 0) + (after.has(tokens[end] ?? '$') ? 1 : 0);

const isCommon = (tokens: readonly string[], { start, end }: Span, literals: ReadonlyMap<string, number>): boolean =>
  end - start === 1 && (literals.get(tokens[start] ?? '') ?? 0) >= commonWord;

function neighboursOf(intent: IntentModel, name: string): Neighbours {
  const places = intent.samples.flatMap((sample) =>
    sample.flatMap((word, index) =>
      slotNameOf(word) === name ? [{ before: sample[index - 1] ?? '^', after: sample[index + 1] ?? '$' }] : [],
    ),
  );
  return { before: new Set(places.map(({ before }) => before)), after: new Set(places.map(({ after }) => after)) };
}
