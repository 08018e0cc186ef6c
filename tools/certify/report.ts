/**
 * The report of the certification, for a person: what was checked, what failed and why, and what is left to do.
 */
import type { Rule } from '../../tests/certification/rules';
import type { Signed } from '../content/signatures';

/** One check of one rule in one locale. */
export interface Result {
  readonly rule: string;
  readonly locale: string;
  /** What is wrong, a line each; nothing when it passed. */
  readonly why: readonly string[];
}

export interface Report {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly results: readonly Result[];
  /** What could not even be run. */
  readonly broken: readonly string[];
  /** Language → its lines about health, and how many of them somebody has signed. */
  readonly lines: ReadonlyMap<string, Signed>;
}

/** Whether nothing that can be checked here is in the way. */
export const isCertifiable = ({ rules, results, broken }: Report): boolean =>
  broken.length === 0 && results.every(({ why }) => why.length === 0) && unchecked(rules, results).length === 0;

export function reportText(report: Report): string {
  const { name, rules, results, broken, lines } = report;
  const locales = [...new Set(results.map(({ locale }) => locale))];
  const failed = results.filter(({ why }) => why.length > 0);
  const missing = unchecked(rules, results);
  const says = (id: string): string => rules.find((rule) => rule.id === id)?.says ?? '';
  return [
    `${name}: what Amazon certifies a skill by, over build/skill-package and build/lambda.`,
    '',
    `${results.length} checks run, of ${new Set(results.map(({ rule }) => rule)).size} rules in ${locales.join(', ') || 'no locale'}: ` +
      `${results.length - failed.length} passed, ${failed.length} failed.`,
    ...section('Failed', [
      ...failed.map(({ rule, locale, why }) =>
        [`${rule}  ${locale}  ${says(rule)}`, ...why.map((line) => `    ${line}`)].join('\n  '),
      ),
      ...missing.map((id) => `${id}  was not checked: ${says(id)}`),
      ...broken,
    ]),
    ...section(
      'Held by other tests of `npm test`',
      rules.flatMap(({ id, says: what, test }) => (test ? [`${id.padEnd(6)}${what}: ${test}`] : [])),
    ),
    ...section('Not needed while the skill has no such thing', unused(rules)),
    ...section(
      'Advice that is not followed',
      rules.flatMap(({ id, says: what, waived }) => (waived ? [`${id.padEnd(6)}${what}. ${waived}`] : [])),
    ),
    ...section(
      'Left to a person or a device',
      rules.flatMap(({ id, says: what, person, device, clinician }) => {
        const todo = person ?? device ?? clinician;
        const who = person ? 'person' : device ? 'device' : 'clinician';
        const count = clinician ? ` ${signedText(lines)}` : '';
        return todo ? [`[ ] ${id.padEnd(6)}${who.padEnd(11)}${what}.${count}\n${' '.repeat(23)}${todo}`] : [];
      }),
    ),
  ].join('\n');
}

/** "0 of 329 lines signed in en, 0 of 331 in es." */
const signedText = (lines: Report['lines']): string =>
  `${[...lines].map(([language, { signed, all }], at) => `${signed} of ${all}${at === 0 ? ' lines signed' : ''} in ${language}`).join(', ')}.`;

const section = (title: string, rows: readonly string[]): string[] =>
  rows.length > 0 ? ['', `${title} (${rows.length})`, ...rows.map((row) => `  ${row}`)] : [];

/** Rules that should have been checked here, and were not. */
const unchecked = (rules: readonly Rule[], results: readonly Result[]): string[] =>
  rules.filter(({ id, offline }) => offline && !results.some(({ rule }) => rule === id)).map(({ id }) => id);

/** A row a thing, with the rules that wait for it. */
function unused(rules: readonly Rule[]): string[] {
  const waiting = new Map<string, string[]>();
  for (const { id, unused: thing } of rules) {
    for (const [kind, name] of Object.entries(thing ?? {})) {
      const row = `${kind} ${name}`;
      waiting.set(row, [...(waiting.get(row) ?? []), id]);
    }
  }
  return [...waiting].map(([thing, ids]) => `${thing}: ${ids.join(', ')}`);
}
