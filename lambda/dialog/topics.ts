/**
 * Answering a question from a topic: what was asked first, then page by page, then one useful offer.
 */
import type { Topic } from '../knowledge/types';
import { asking, backToStep, type Candidate, candidate, closing, hear, line } from './reply';
import { isFirstAid } from './session';
import type { Answer, Intent, Line, Names, Portion, Reply, Slots, Turn } from './types';

/** Two slots answered in one turn get a line each; one slot may have three. */
const linesForTwoSlots = 2;

/** Answers with a topic; a topic of single answers that nothing was named for leads to the first topic it offers. */
export const topic =
  (id: string): Answer =>
  (turn) => {
    const found = topicOf(turn, id);
    const portions = plan(found, turn.heard.slots);
    const next = found.offers[0];
    if (portions.length === 0) return next && next !== found.id ? topic(next)(turn) : closing([line('dialog.more.end')]);
    const routine = endsRoutine.has(id) ? undefined : turn.session.routine;
    return tell({ ...turn, session: { ...turn.session, about: turn.heard, routine } }, portions, found.asksFirst);
  };

/** After a sign, no stretch is gone back to. */
const endsRoutine: ReadonlySet<string> = new Set(['warning', 'symptom']);

/** Goes on where the last page ended; undefined when nothing is left. */
export const goOn = (turn: Turn): Reply | undefined => (turn.session.left.length > 0 ? tell(turn, turn.session.left) : undefined);

/** What may be asked after the last thing said: the next page, what is left of one, or another topic. */
export function follow(turn: Turn, id: string, left: readonly Portion[]): [Candidate, ...Candidate[]] {
  if (turn.session.routine) return backToStep(turn.session.routine);
  const found = topicOf(turn, id);
  const [next] = left;
  const rest = [
    candidate(`topics.${id}.rest`, { yes: hear('more') }),
    candidate(`topics.${id}.restAgain`, { yes: hear('more') }),
  ];
  const offers = offered(turn, found).map((intent) => candidate(`offers.${intent}`, { yes: hear(intent as Intent) }));
  if (next?.page && isWhole(found, next)) return [candidate(`topics.${id}.more.${next.page}`, { yes: hear('more') }), ...rest];
  return (next ? rest : offers) as [Candidate, ...Candidate[]];
}

/** After a sign for which no stretch is right, none is offered; two others are, so that no question is asked twice running. */
const offered = ({ session }: Turn, { offers }: Topic): readonly string[] =>
  session.warned ? [...offers.filter((intent) => intent !== 'stretch'), 'doctor', 'causes'] : offers;

/** The pages of a topic after its first. */
export const afterFirstPage = (turn: Turn, id: string): readonly Portion[] => plan(topicOf(turn, id), {}).slice(1);

/** Whether a topic has an answer of its own for an id of a slot. */
export const answers = (turn: Turn, id: string, slot: string, value: string): boolean =>
  topicOf(turn, id).answers[slot]?.[value] !== undefined;

function topicOf({ knowledge }: Turn, id: string): Topic {
  const found = knowledge.topics[id];
  if (!found) throw new Error(`There is no topic ${id}: add content/topics/${id}.yaml or mend its name.`);
  return found;
}

/** What will be said: the lines that answer what was named, then the pages without them. */
function plan(found: Topic, slots: Slots): Portion[] {
  const opening = answer(found, slots);
  const pages = found.pages
    .map(({ id, lines }) => ({ topic: found.id, page: id, lines: lines.filter((name) => !opening.includes(name)) }))
    .filter(({ lines }) => lines.length > 0);
  return opening.length > 0 ? [{ topic: found.id, lines: opening, names: namesOf(slots) }, ...pages] : pages;
}

function answer(found: Topic, slots: Slots): readonly string[] {
  const each = Object.entries(found.answers).flatMap(([slot, byId]) => {
    const id = slots[slot];
    const lines = id === undefined ? undefined : id === null ? byId['?'] : (byId[id] ?? byId['*']);
    return lines ? [lines] : [];
  });
  const lines = [...new Set(each.flat())];
  return each.length > 1 ? lines.slice(0, linesForTwoSlots) : lines;
}

const namesOf = (slots: Slots): Names | undefined => {
  const named = Object.entries(slots).filter((entry): entry is [string, string] => entry[1] !== null);
  return named.length > 0 ? Object.fromEntries(named) : undefined;
};

const isWhole = (found: Topic, { page, lines }: Portion): boolean =>
  found.pages.some(({ id, lines: all }) => id === page && all.length === lines.length);

/**
 * At night a page is said line by line; in a cramp nobody has time for that. What answers something that was named stays whole: its
 * second line may be a caution.
 */
const mayBeParted = (turn: Turn, { topic: id, page }: Portion): boolean =>
  turn.session.night === true &&
  !isFirstAid(turn.session) &&
  page !== undefined &&
  topicOf(turn, id).pages.some((one) => one.id === page && !one.whole);

/** Once a session, never in first aid, and never between the lines of one answer: the second may be its caution. */
const mayDisclaim = (turn: Turn, { topic: id, page, lines }: Portion): boolean =>
  topicOf(turn, id).disclaimer && !turn.session.told && !isFirstAid(turn.session) && (page !== undefined || lines.length === 1);

/** Says the first portion. The disclaimer takes the place of all but its first line. */
function tell(turn: Turn, [portion, ...rest]: readonly Portion[], asksFirst?: string): Reply {
  if (!portion) return closing([line('dialog.more.end')]);
  const disclaim = mayDisclaim(turn, portion);
  const count = disclaim || mayBeParted(turn, portion) ? 1 : portion.lines.length;
  const say: Line[] = portion.lines.slice(0, count).map((name) => line(`topics.${portion.topic}.lines.${name}`, portion.names));
  const left = count < portion.lines.length ? [{ ...portion, lines: portion.lines.slice(count) }, ...rest] : rest;
  const next = follow(turn, portion.topic, left);
  const first =
    asksFirst && !turn.session.routine
      ? [candidate(`offers.${asksFirst}`, { yes: hear(asksFirst as Intent), no: hear('more') })]
      : [];
  return asking(
    turn,
    disclaim ? [...say, line('dialog.disclaimer')] : say,
    [...first, ...next] as [Candidate, ...Candidate[]],
    { left, told: turn.session.told || disclaim },
    // During first aid nobody looks at a screen.
    { card: isFirstAid(turn.session) ? undefined : portion.topic },
  );
}
