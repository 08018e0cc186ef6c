/**
 * One test a rule and locale, named with the rule's id and what it says, over the package and the bundle in build/.
 */
import type { Check } from './checks/check';
import { converse } from './conversation';
import { ruleOf } from './rules';
import { locales, type Subject, subjectOf } from './subject';

const subjects = new Map<string, Subject>();

/** The locale as it is built; read once a test file. */
export function subject(locale: string): Subject {
  const known = subjects.get(locale) ?? subjectOf(locale, converse);
  subjects.set(locale, known);
  return known;
}

export function certify(checks: readonly Check[]): void {
  describe.each(locales)('%s', (locale) => {
    for (const { rule, find } of checks)
      it(`${rule} ${ruleOf(rule).says}`, async () => {
        const found = await find(subject(locale));
        // Thrown rather than compared: `npm run certify` tells these lines to a person.
        if (found.length > 0) throw new Error(found.join('\n'));
      }, 300_000);
  });
}
