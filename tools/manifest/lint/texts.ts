/**
 * The texts of the store: as long as Amazon takes them, and without a word that it refuses.
 */
import { claimsIn } from '../../content/claims';
import type { Problem } from '../../problems';
import { descriptionOf, instructionsOf } from '../compile';
import { limits, storeKinds } from '../schema';
import { pagesOf, type Rule, textsOf, type View } from './rule';

export const wholeTexts: Rule = {
  name: 'whole-texts',
  description:
    'What is put together stays within Amazon’s limits: the description with its disclaimer, the testing instructions.',
  check: (view) => [
    ...pagesOf(view)
      .map((page) => ({ page, length: descriptionOf(page.listing).length }))
      .filter(({ length }) => length > limits.description)
      .map(({ page, length }) => ({
        ...page.placeOf('description'),
        message: `description has ${length} characters with its disclaimer; Amazon takes ${limits.description}.`,
        fix: 'Say less.',
      })),
    ...(instructionsOf(view).length > limits.testing
      ? [
          {
            file: view.neutral.file,
            line: view.neutral.lineOf(['testingInstructions']),
            message: `testingInstructions has ${instructionsOf(view).length} characters with the permissions; Amazon takes ${limits.testing}.`,
            fix: 'Say less.',
          },
        ]
      : []),
  ],
};

export const storeClaims: Rule = {
  name: 'store-claims',
  description:
    'No claim that content/forbidden or the page itself forbids: no cure, treatment, life saving, or Amazon’s names (policy).',
  check: (view) =>
    pagesOf(view).flatMap((page) => {
      const own = view.languages.get(page.language)?.data.forbidden;
      const sources = [...view.claims.filter(({ data }) => data.language === page.language).map(({ data }) => data.kinds), own];
      return textsOf(page)
        .filter(({ what }) => what !== 'examplePhrases')
        .flatMap(({ what, text, file, line }) =>
          sources
            .flatMap((kinds) => (kinds ? claimsIn(text, { data: { kinds } }) : []))
            .map(({ kind, words }) => ({
              file,
              line,
              message: `${what} says ${JSON.stringify(words)}, which is forbidden (${kind}).`,
              fix: 'Say what the skill does, and promise nothing.',
            })),
        );
    }),
};

export const storeClaimsCaught: Rule = {
  name: 'store-claims-caught',
  description: 'What a page forbids catches the sentences that it should, kind by kind.',
  check: ({ languages }) =>
    [...languages.values()].flatMap(({ file, data, lineOf }) =>
      storeKinds.flatMap((kind) =>
        data.forbidden[kind].planted
          .filter((sentence) => claimsIn(sentence, { data: { kinds: { [kind]: data.forbidden[kind] } } }).length === 0)
          .map((sentence) => ({
            file,
            line: lineOf(['forbidden', kind, 'planted']),
            message: `no pattern of ${kind} catches ${JSON.stringify(sentence)}.`,
            fix: 'Mend a pattern, or the sentence.',
          })),
      ),
    ),
};

export const storeNames: Rule = {
  name: 'store-names',
  description:
    'The name is letters, digits, spaces, apostrophes and hyphens, and holds no wake word and no "skill" (policy, trademarks).',
  check: (view) =>
    pagesOf(view).flatMap((page): Problem[] => {
      const { name } = page.listing;
      const at = page.placeOf('name');
      const odd = /[^\p{L}\p{M}\p{N} '’-]/u.exec(name)?.[0];
      const words = name.toLocaleLowerCase(page.locale).split(/[ -]/);
      const kept = [...wordsKept(view, page.locale), 'skill', 'app'].find((word) => words.includes(word));
      return [
        ...(odd
          ? [{ ...at, message: `name holds ${JSON.stringify(odd)}.`, fix: 'Amazon takes letters, digits and spaces.' }]
          : []),
        ...(kept ? [{ ...at, message: `name holds "${kept}".`, fix: 'Leave it out: Amazon refuses it in a name.' }] : []),
      ];
    }),
};

export const keywords: Rule = {
  name: 'keywords',
  description: 'Every keyword once, and none that only names the skill.',
  check: (view) =>
    pagesOf(view).flatMap(({ listing, placeOf, locale }) => {
      const plain = (text: string): string => text.toLocaleLowerCase(locale);
      const all = listing.keywords.map(plain);
      return all.flatMap((word, index) => {
        const at = placeOf('keywords', index);
        if (word === plain(listing.name))
          return [{ ...at, message: `keyword "${word}" is the name of the skill.`, fix: 'Remove it: the store knows the name.' }];
        return all.indexOf(word) < index ? [{ ...at, message: `keyword "${word}" stands twice.`, fix: 'Remove one.' }] : [];
      });
    }),
};

const wordsKept = ({ phrases }: View, locale: string): string[] => (phrases.get(locale)?.wake ?? []).map(({ text }) => text);
