/**
 * Which stretch serves a muscle, and in which position it is done.
 */
import type { Knowledge, Stretch } from '../knowledge/types';

/** How somebody lies, sits or stands, and what stretch their state asks for. */
export interface Posture {
  readonly position?: string | null | undefined;
  readonly group?: string | null | undefined;
}

/** The stretch of a muscle; the general first move for any without one. */
export function stretchFor(knowledge: Knowledge, muscle: string | undefined): Stretch {
  const found = knowledge.stretches.find(({ muscles }) => muscle !== undefined && muscles.includes(muscle));
  return found ?? stretchOf(knowledge, 'general');
}

/** @throws when there is no such stretch: the content check keeps a build from it */
export function stretchOf(knowledge: Knowledge, id: string): Stretch {
  const found = knowledge.stretches.find((one) => one.id === id);
  if (!found) throw new Error(`There is no stretch ${id}: add content/stretches/${id}.yaml.`);
  return found;
}

/** Pregnancy has its own calf stretch; otherwise the position they are in, or the one where a cramp finds people. */
export function positionIn({ positions }: Stretch, { position, group }: Posture): string {
  if (group === 'pregnant' && positions.includes('pregnant')) return 'pregnant';
  return position && positions.includes(position) ? position : (positions[0] ?? 'sitting');
}
