/**
 * Holds: as long as a fact says, and routines of stretches that exist.
 */
import type { Problem } from '../../problems';
import { idsOfSlot, type Rule, type View } from './rule';

/** The seconds that claims name; claims are written in English. */
const spelled: Readonly<Record<number, string>> = { 5: 'five', 10: 'ten', 15: 'fifteen', 20: 'twenty', 30: 'thirty' };

export const heldSeconds: Rule = {
  name: 'held-seconds',
  description: 'The seconds of a hold are named by one of the facts that it rests on.',
  check: (view) => [
    ...view.content.stretches.flatMap(({ file, data, lineOf }) =>
      Object.entries(data.positions).flatMap(([position, { guided }]) =>
        unsaid(view, [guided.hold, guided.longest ?? guided.hold], guided.facts, file, lineOf(['positions', position, 'guided'])),
      ),
    ),
    ...view.content.routines.flatMap(({ file, data, lineOf }) => unsaid(view, [data.hold], data.facts, file, lineOf(['hold']))),
  ],
};

const unsaid = (view: View, holds: readonly number[], facts: readonly string[], file: string, line: number): Problem[] =>
  [...new Set(holds)]
    .filter((hold) => !facts.some((id) => view.facts.get(id)?.claim.includes(`${spelled[hold] ?? hold}`)))
    .map((hold) => ({
      file,
      line,
      message: `a hold of ${hold} seconds is in none of its facts (${facts.join(', ')}).`,
      fix: 'Name the fact that says it, or hold it as long as they say.',
    }));

export const orderedHolds: Rule = {
  name: 'ordered-holds',
  description: 'The longest hold is no shorter than the usual one.',
  check: ({ content }) =>
    content.stretches.flatMap(({ file, data, lineOf }) =>
      Object.entries(data.positions)
        .filter(([, { guided }]) => guided.longest !== undefined && guided.longest < guided.hold)
        .map(([position]) => ({
          file,
          line: lineOf(['positions', position, 'guided']),
          message: 'longest is shorter than hold.',
          fix: 'Swap them, or leave longest out.',
        })),
    ),
};

export const routineIds: Rule = {
  name: 'routine-ids',
  description: 'A routine is asked for by ids of When, and made of stretches that exist.',
  check: (view) => {
    const stretches = view.content.stretches.map(({ data }) => data.id);
    const whens = idsOfSlot(view, 'when') ?? [];
    return view.content.routines.flatMap(({ file, data, lineOf }) => [
      ...data.stretches
        .filter((id) => !stretches.includes(id))
        .map((id) => ({
          file,
          line: lineOf(['stretches']),
          message: `there is no stretch ${id}.`,
          fix: 'Mend the id, or add content/stretches.',
        })),
      ...data.when
        .filter((id) => !whens.includes(id))
        .map((id) => ({
          file,
          line: lineOf(['when']),
          message: `When has no id ${id}.`,
          fix: 'Mend it, or add it to interactionModels/intents.yaml.',
        })),
      ...(stretches.includes(data.id)
        ? [{ file, line: lineOf(['id']), message: `${data.id} is a stretch already.`, fix: 'Call one of them otherwise.' }]
        : []),
    ]);
  },
};
