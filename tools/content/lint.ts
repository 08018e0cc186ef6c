/**
 * What a schema cannot say about the content, rule by rule, and the check that asks them all.
 */
import type { Catalogue } from '../models/model';
import type { Problem } from '../problems';
import { inventory } from './inventory';
import { forbiddenClaims } from './lint/claims';
import { knownFacts, spokenFacts, uniqueFacts, usedSources } from './lint/facts';
import { guards } from './lint/guards';
import { heldSeconds, orderedHolds, routineIds } from './lint/holds';
import { keptPlaceholders, placeholders, wholeNumbers } from './lint/placeholders';
import type { Rule } from './lint/rule';
import { nudges, questionMarks, shortSentences, speakable } from './lint/speech';
import { fileNames, topicLines, topicSlots } from './lint/structure';
import { triageGates, triageIds, triageLevels } from './lint/triage';
import { completeWords, folders, knownSignatures, namesForAll, overrides, uniqueWords, usedWords } from './lint/words';
import type { Content } from './load';
import { wordsOf } from './words';

export const rules: readonly Rule[] = [
  uniqueFacts,
  knownFacts,
  spokenFacts,
  usedSources,
  guards,
  fileNames,
  heldSeconds,
  orderedHolds,
  routineIds,
  topicLines,
  topicSlots,
  triageIds,
  triageLevels,
  triageGates,
  folders,
  completeWords,
  usedWords,
  uniqueWords,
  namesForAll,
  overrides,
  knownSignatures,

  questionMarks,
  nudges,
  shortSentences,
  speakable,
  placeholders,
  keptPlaceholders,
  wholeNumbers,
  forbiddenClaims,
];

/** Everything wrong with the content. */
export function lintContent(content: Content, catalogue: Catalogue): Problem[] {
  const view = {
    content,
    catalogue,
    spoken: inventory(content),
    facts: new Map(content.facts.flatMap(({ data }) => data.map((fact) => [fact.id, fact] as const))),
    words: new Map(Object.keys(content.words).map((folder) => [folder, wordsOf(content, folder)])),
    languages: [...new Set(Object.values(content.locales.data).map(({ language }) => language))],
  };
  return rules.flatMap(({ check }) => check(view));
}
