/**
 * Forbidden claims: no text makes one, and every kind is shown to be caught in every language.
 */
import type { Problem } from '../../problems';
import { claimsIn } from '../claims';
import { forbiddenKinds } from '../schema';
import type { Rule, View } from './rule';

export const forbiddenClaims: Rule = {
  name: 'forbidden-claims',
  description:
    'No diagnosis, dose, "stop your medicine", cure, guarantee or hiding reassurance; each kind catches what it should.',
  check: (view) => [...unguarded(view), ...unproven(view), ...claimed(view)],
};

const unguarded = ({ content, languages }: View): Problem[] =>
  languages
    .filter((language) => !content.forbidden.some(({ data }) => data.language === language))
    .map((language) => ({
      file: `content/forbidden/${language}.yaml`,
      message: 'is missing: nothing says what must not be said.',
      fix: `Write the kinds ${forbiddenKinds.join(', ')} for ${language}.`,
    }));

const unproven = ({ content }: View): Problem[] =>
  content.forbidden.flatMap((source) =>
    Object.entries(source.data.kinds).flatMap(([kind, { planted }]) =>
      planted
        .filter((sentence) => !claimsIn(sentence, source).some((claim) => claim.kind === kind))
        .map((sentence) => ({
          file: source.file,
          line: source.lineOf(['kinds', kind, 'planted']),
          message: `no pattern of ${kind} catches ${JSON.stringify(sentence)}.`,
          fix: 'Mend a pattern, or the sentence.',
        })),
    ),
  );

function claimed({ content, words }: View): Problem[] {
  return [...words].flatMap(([folder, texts]) => {
    const source = content.forbidden.find(({ data }) => data.language === folder.slice(0, 2));
    return [...texts].flatMap(([key, { text, file, line }]) =>
      (source ? claimsIn(text, source) : []).map(({ kind, words: said }) => ({
        file,
        line,
        message: `${key} says ${JSON.stringify(said)}, which is forbidden (${kind}).`,
        fix: 'Say what to do and whom to ask; leave the rest to them.',
      })),
    );
  });
}
