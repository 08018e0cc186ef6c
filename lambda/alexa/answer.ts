/**
 * One turn with a memory: what is kept is looked up when it may be waited for, and saved when it has changed.
 */
import type { RequestEnvelope } from 'ask-sdk-model';
import { changes, recall } from '../dialog/memory';
import { respond } from '../dialog/respond';
import { danger } from '../dialog/safety';
import { isFirstAid } from '../dialog/session';
import type { Reply, Turn } from '../dialog/types';
import type { Budgeted } from '../storage/budgeted';
import { localHour, type ZoneOf } from './hour';

/** What is asked beyond the request itself. */
export interface Sources {
  /** What is kept between conversations. */
  readonly kept: Budgeted;
  readonly zoneOf: ZoneOf;
}

export const userOf = ({ context, session }: RequestEnvelope): string | undefined =>
  context?.System?.user?.userId ?? session?.user?.userId;

/** The reply to a turn. Danger and a cramp are answered at once, from what the request itself says. */
export async function answer(turn: Turn, request: RequestEnvelope, sources: Sources): Promise<Reply> {
  const { kept } = sources;
  const userId = userOf(request);
  if (!userId) return respond(turn);
  if (danger(turn)) {
    // Whoever comes back from it is not asked back to a stretch.
    await kept.save(userId, { place: undefined });
    return respond(turn);
  }
  if (turn.heard.intent === 'forgetMe') return respond(await forgetting(turn, userId, kept));
  const known = await acquainted(turn, userId, request, sources);
  const reply = respond(known);
  const changed = changes(known.session, reply);
  // Awaited, since Lambda freezes what is left running.
  if (Object.keys(changed).length > 0) await kept.save(userId, changed);
  return reply;
}

/** With what is kept of them, and the hour, unless that was looked up already or they are in the middle of a cramp. */
async function acquainted(turn: Turn, userId: string, request: RequestEnvelope, { kept, zoneOf }: Sources): Promise<Turn> {
  if (turn.session.recalled || isAid(respond(turn))) return turn;
  const [preferences, hour] = await Promise.all([kept.load(userId), localHour(request, zoneOf)]);
  return { ...turn, session: recall(turn.session, { preferences, hour }) };
}

const isAid = ({ session }: Reply): boolean => session !== undefined && isFirstAid(session);

async function forgetting(turn: Turn, userId: string, kept: Budgeted): Promise<Turn> {
  const outcome = (await kept.forget(userId)) ? 'done' : 'failed';
  return {
    ...turn,
    heard: { ...turn.heard, slots: { ...turn.heard.slots, outcome } },
    session: { ...turn.session, recalled: true },
  };
}
