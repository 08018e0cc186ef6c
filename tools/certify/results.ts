/**
 * What Jest says of the certification suite, as results of rules.
 */
import type { Report, Result } from './report';

/** Jest's own report, as far as it is read here. */
export interface Suites {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly ancestorTitles: readonly string[];
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A test that is named after no rule and fails is told as well: the suite itself is at fault. */
export function resultsOf({ testResults }: Suites, ids: ReadonlySet<string>): Pick<Report, 'results' | 'broken'> {
  const results: Result[] = [];
  const broken: string[] = [];
  for (const { name, message, assertionResults } of testResults) {
    if (assertionResults.length === 0) broken.push(`${name} did not run: ${linesOf(message)[0] ?? 'nobody knows why'}`);
    for (const { title, ancestorTitles, status, failureMessages } of assertionResults) {
      const [rule = ''] = title.split(' ');
      const [locale = ''] = ancestorTitles;
      const why = status === 'passed' ? [] : atLeastOne(failureMessages.flatMap(linesOf), status);
      if (ids.has(rule) && /^[a-z]{2}-[A-Z]{2}$/.test(locale)) results.push({ rule, locale, why });
      else if (why.length > 0) broken.push(`${title}: ${why[0]}`);
    }
  }
  return { results, broken };
}

/** A check that was skipped has not passed. */
const atLeastOne = (lines: readonly string[], status: string): readonly string[] =>
  lines.length > 0 ? lines : [`it is ${status}`];

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** What was thrown, without where. */
const linesOf = (message: string): string[] =>
  message
    .replace(colours, '')
    .replace(/^Error: /, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
