/**
 * How many lines about health a clinician has signed. No fact has a field for a signature yet, so none is; once they have, they count.
 */
import { inventory } from '../content/inventory';
import type { Content } from '../content/load';

/** A fact, and the signature that it may come to have. */
type Signable = { readonly id: string; readonly signed?: unknown };

/** A line is signed when every fact that it rests on is. */
export function signedLines(content: Content): { readonly signed: number; readonly all: number } {
  const facts = content.facts.flatMap(({ data }) => data as readonly Signable[]);
  const names = new Set(facts.flatMap(({ id, signed }) => (signed === undefined ? [] : [id])));
  const lines = inventory(content).filter(({ kind, facts: ids }) => kind === 'line' && ids.length > 0);
  return { all: lines.length, signed: lines.filter(({ facts: ids }) => ids.every((id) => names.has(id))).length };
}
