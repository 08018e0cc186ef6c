/**
 * The report says what was checked, what failed and why, and leaves out nothing that is still to do: somebody submits by it.
 */
import { isCertifiable, type Report, reportText } from '../../tools/certify/report';
import { resultsOf, type Suites } from '../../tools/certify/results';
import type { Rule } from './rules';

const rules: readonly Rule[] = [
  { id: 'INV1', says: 'The name has two words', offline: true },
  { id: '4.13', says: 'Stop ends the session', offline: true },
  { id: 'sec', says: 'Only its own skill is answered', test: 'tests/build/bundle.test.ts' },
  { id: 'TI1', says: 'Timers are agreed to', unused: { permission: 'timers' } },
  { id: 'TI2', says: 'Timers are made where they should', unused: { permission: 'timers' } },
  { id: 'IM15', says: 'Samples are alike', waived: 'People are not.' },
  { id: 'SE1', says: 'The microphone closes', device: 'Say nothing.' },
  { id: 'SIGN', says: 'Every line is signed', clinician: 'Sign them.' },
];
const report: Report = {
  name: 'Cramp Helper 1.2.3',
  rules,
  results: [
    { rule: 'INV1', locale: 'en-US', why: [] },
    { rule: '4.13', locale: 'en-US', why: [] },
    { rule: 'INV1', locale: 'de-DE', why: [] },
    { rule: '4.13', locale: 'de-DE', why: [] },
  ],
  broken: [],
  lines: new Map([
    ['en', { signed: 0, all: 3 }],
    ['de', { signed: 1, all: 4 }],
  ]),
};

describe('the report', () => {
  it('tells all of it to a person', () => {
    expect(
      reportText(report),
    ).toBe(`Cramp Helper 1.2.3: what Amazon certifies a skill by, over build/skill-package and build/lambda.

4 checks run, of 2 rules in en-US, de-DE: 4 passed, 0 failed.

Held by other tests of \`npm test\` (1)
  sec   Only its own skill is answered: tests/build/bundle.test.ts

Not needed while the skill has no such thing (1)
  permission timers: TI1, TI2

Advice that is not followed (1)
  IM15  Samples are alike. People are not.

Left to a person or a device (2)
  [ ] SE1   device     The microphone closes.
                       Say nothing.
  [ ] SIGN  clinician  Every line is signed. 0 of 3 lines signed in en, 1 of 4 in de.
                       Sign them.`);
    expect(isCertifiable(report)).toBe(true);
  });

  it('says first what failed, where and why, what was not checked, and what could not be', () => {
    const failed: Report = {
      ...report,
      results: [{ rule: '4.13', locale: 'de-DE', why: ['StopIntent: the session goes on', 'CancelIntent: something is asked'] }],
      broken: ['model.test.ts did not run: no build'],
    };

    expect(reportText(failed)).toContain(`1 checks run, of 1 rules in de-DE: 0 passed, 1 failed.

Failed (3)
  4.13  de-DE  Stop ends the session
      StopIntent: the session goes on
      CancelIntent: something is asked
  INV1  was not checked: The name has two words
  model.test.ts did not run: no build
`);
    expect(isCertifiable(failed)).toBe(false);
  });

  it.each([
    ['a check failed', { results: [{ rule: 'INV1', locale: 'en-US', why: ['no'] }, ...report.results] }],
    ['a rule was not checked', { results: report.results.slice(0, 1) }],
    ['something did not run', { broken: ['no'] }],
  ])('does not certify when %s', (_, odd) => {
    expect(isCertifiable({ ...report, ...odd })).toBe(false);
  });
});

describe("Jest's results", () => {
  const test_ = (title: string, locale: string, status: string, ...failureMessages: string[]) => ({
    title,
    ancestorTitles: [locale],
    status,
    failureMessages,
  });
  const suites: Suites = {
    testResults: [
      {
        name: 'model.test.ts',
        message: '',
        assertionResults: [
          test_('INV1 The name has two words', 'en-US', 'passed'),
          test_(
            '4.13 Stop ends the session',
            'en-US',
            'failed',
            'Error: StopIntent: it goes on\nCancelIntent: too\n    at a.ts:1:2',
          ),
          test_('INV1 The name has two words', 'de-DE', 'pending'),
          test_('INV1 finds its fault', '', 'passed'),
          test_('is whole', 'the list of rules', 'failed', 'Error: \u001b[31mit is not\u001b[39m'),
        ],
      },
      { name: 'platform.test.ts', message: 'Cannot find the bundle\n    at b.ts:1:2', assertionResults: [] },
    ],
  };

  it('become results of rules, with what was thrown and not where; what did not run has not passed', () => {
    expect(resultsOf(suites, new Set(rules.map(({ id }) => id)))).toEqual({
      results: [
        { rule: 'INV1', locale: 'en-US', why: [] },
        { rule: '4.13', locale: 'en-US', why: ['StopIntent: it goes on', 'CancelIntent: too'] },
        { rule: 'INV1', locale: 'de-DE', why: ['it is pending'] },
      ],
      broken: ['is whole: it is not', 'platform.test.ts did not run: Cannot find the bundle'],
    });
  });
});
