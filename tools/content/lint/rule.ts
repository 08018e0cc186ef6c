/**
 * What a content rule is, and what it is given to look at.
 */
import type { Catalogue } from '../../models/model';
import type { Problem } from '../../problems';
import type { Spoken } from '../inventory';
import type { Content } from '../load';
import type { Fact } from '../schema';
import type { Word } from '../words';

/** The content, and the views of it that several rules need. */
export interface View {
  readonly content: Content;
  readonly catalogue: Catalogue;
  /** Everything that can be said. */
  readonly spoken: readonly Spoken[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** Folder of words (`en`, `en-GB`) → key → text and place. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, Word>>;
  /** Languages of the locales, each once. */
  readonly languages: readonly string[];
}

/** One thing a schema cannot say. */
export interface Rule {
  readonly name: string;
  readonly description: string;
  readonly check: (view: View) => readonly Problem[];
}

/** Every text of every folder with what it is for; texts that nothing says are another rule's business. */
export function texts({ spoken, words }: View): { readonly spoken: Spoken; readonly word: Word }[] {
  const byKey = new Map(spoken.map((one) => [one.key, one]));
  return [...words.values()].flatMap((folder) =>
    [...folder].flatMap(([key, word]) => {
      const known = byKey.get(key);
      return known ? [{ spoken: known, word }] : [];
    }),
  );
}

/** The ids of a slot type, by slot name, of all intents. */
export const idsOfSlot = ({ catalogue }: View, slot: string): readonly string[] | undefined => {
  const type = catalogue.intents.map(({ slots }) => slots[slot]).find((name) => name !== undefined);
  return catalogue.types.find(({ name }) => name === type)?.ids;
};
