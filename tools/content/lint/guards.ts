/**
 * Guards: a fact that is only safe together with another is never said without it.
 */
import type { Problem } from '../../problems';
import type { Rule, View } from './rule';

/** Lines that are said together, and the facts they say between them. */
interface Together {
  readonly facts: readonly string[];
  readonly file: string;
  readonly line: number;
}

export const guards: Rule = {
  name: 'guards',
  description: 'The guards of a fact are said in the same turn, or asked before it.',
  check: (view) =>
    distinct(
      together(view).flatMap(({ facts, file, line }) =>
        facts.flatMap((id) =>
          (view.facts.get(id)?.guard ?? [])
            .filter((guard) => view.facts.has(guard) && !facts.includes(guard))
            .map((guard) => ({
              file,
              line,
              message: `${id} is said without its guard ${guard}.`,
              fix: 'Say the guard in the same page or answer, or ask it before.',
            })),
        ),
      ),
    ),
};

function together(view: View): Together[] {
  const { topics, stretches, triage } = view.content;
  const gates = Object.values(triage.data.gates);
  return [
    ...topics.flatMap(({ file, data, lineOf }) => {
      const factsOf = (lines: readonly string[]): string[] => lines.flatMap((name) => basis(data.lines[name]));
      return [
        ...data.pages.map(({ lines }, index) => ({ facts: factsOf(lines), file, line: lineOf(['pages', index]) })),
        ...Object.entries(data.answers).flatMap(([slot, byId]) =>
          Object.entries(byId).map(([id, lines]) => ({ facts: factsOf(lines), file, line: lineOf(['answers', slot, id]) })),
        ),
      ];
    }),
    ...stretches.flatMap(({ file, data, lineOf }) => {
      const asked = gates
        .filter(({ muscles }) => muscles.some((muscle) => data.muscles.includes(muscle)))
        .flatMap(({ facts }) => facts);
      const said = (facts: readonly string[], at: readonly string[]): Together => ({
        facts: [...facts, ...asked],
        file,
        line: lineOf(at),
      });
      return [
        ...Object.entries(data.positions).flatMap(([position, { move, steps }]) =>
          [move, steps].map((facts) => said(facts, ['positions', position])),
        ),
        ...(data.helper ? [said(data.helper, ['helper'])] : []),
      ];
    }),
    ...Object.entries(triage.data.places).map(([place, facts]) => ({
      facts,
      file: triage.file,
      line: triage.lineOf(['places', place]),
    })),
    ...Object.entries(triage.data.emergencies).map(([sign, facts]) => ({
      // Every emergency answer says the number, and that we cannot call it.
      facts: [...facts, 'plat-no-911', 'crisis-danger-now', 'reg-crisis-fallback'],
      file: triage.file,
      line: triage.lineOf(['emergencies', sign]),
    })),
  ];
}

const basis = (facts: readonly string[] | 'conversation' | undefined): readonly string[] =>
  facts === undefined || facts === 'conversation' ? [] : facts;

const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.file}${one.line}${one.message}`, one])).values(),
];
