/**
 * Which topic answers which intent. Everything else an intent does is in `respond.ts`.
 */
import type { Intent } from './types';

export const topicIds: Readonly<Partial<Record<Intent, string>>> = {
  overview: 'overview',
  where: 'where',
  causes: 'causes',
  causeCheck: 'cause-check',
  risk: 'risk',
  relief: 'relief',
  remedyCheck: 'remedy-check',
  doctor: 'doctor',
  symptom: 'symptom',
  prevention: 'prevention',
  medicine: 'medicine',
  source: 'source',
};
