/**
 * What a schema cannot say about the manifest, rule by rule, and the check that asks them all.
 */
import type { Problem } from '../problems';
import { declaredIsUsed, knownClients, usedIsDeclared } from './lint/declared';
import { icon, pages } from './lint/files';
import { knownLocales, listings, regionsDiffer } from './lint/locales';
import { examplePhrases, phraseLetters, quotedPhrases } from './lint/phrases';
import type { Rule, View } from './lint/rule';
import { keywords, storeClaims, storeClaimsCaught, storeNames, wholeTexts } from './lint/texts';

export const rules: readonly Rule[] = [
  knownLocales,
  listings,
  regionsDiffer,
  wholeTexts,
  storeClaims,
  storeClaimsCaught,
  storeNames,
  keywords,
  examplePhrases,
  phraseLetters,
  quotedPhrases,
  usedIsDeclared,
  declaredIsUsed,
  knownClients,
  pages,
  icon,
];

/** Everything wrong with the manifest; what several locales share is told once. */
export const lintManifest = (view: View): Problem[] => [
  ...new Map(rules.flatMap(({ check }) => check(view)).map((one) => [`${one.file}${one.line}${one.message}`, one])).values(),
];
