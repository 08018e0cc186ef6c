/**
 * What a check is: the id of a rule, and what it finds wrong with a subject.
 */
import type { Subject } from '../subject';

export interface Check {
  /** An id of rules.yaml. */
  readonly rule: string;
  /** What is wrong, a sentence each; nothing when the rule is kept. */
  readonly find: (subject: Subject) => readonly string[] | Promise<readonly string[]>;
}

/** A check that finds the one thing it says, or nothing. */
export const unless = (kept: boolean, fault: string): readonly string[] => (kept ? [] : [fault]);

/** The first few of many that are alike, so that a report can be read. */
export const some = (faults: readonly string[], most = 5): readonly string[] => {
  const distinct = [...new Set(faults)];
  return distinct.length > most ? [...distinct.slice(0, most), `and ${distinct.length - most} more like it`] : distinct;
};
