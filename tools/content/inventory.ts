/**
 * Everything the skill can say, by the key of its words, with the facts it rests on and the place that declares it.
 * What is not in here is never spoken; what is in here needs words in every language.
 */
import type { Content } from './load';
import type { TopicFile } from './schema';

export interface Spoken {
  readonly key: string;
  readonly kind: 'line' | 'question' | 'nudge' | 'title';
  readonly facts: readonly string[];
  readonly file: string;
  readonly line: number;
}

export function inventory(content: Content): Spoken[] {
  return [...topics(content), ...stretches(content), ...routines(content), ...triage(content), ...courtesies(content)];
}

const question = (key: string, facts: readonly string[], file: string, line: number): Spoken[] => [
  { key, kind: 'question', facts, file, line },
  { key: `${key}Nudge`, kind: 'nudge', facts, file, line },
];

/** The facts of a line; none where it is conversation. */
export const factsOf = (basis: readonly string[] | 'conversation'): readonly string[] => (basis === 'conversation' ? [] : basis);

function topics(content: Content): Spoken[] {
  const offered = new Map<string, Spoken[]>();
  const said = content.topics.flatMap(({ file, data, lineOf }) => {
    const at = `topics.${data.id}`;
    for (const intent of [...data.offers, ...(data.asksFirst ? [data.asksFirst] : [])]) {
      offered.set(intent, question(`offers.${intent}`, [], file, lineOf(['offers'])));
    }
    return [
      { key: `${at}.title`, kind: 'title' as const, facts: [], file, line: 1 },
      ...Object.entries(data.lines).map(([name, basis]) => ({
        key: `${at}.lines.${name}`,
        kind: 'line' as const,
        facts: factsOf(basis),
        file,
        line: lineOf(['lines', name]),
      })),
      ...data.pages.flatMap((page, index) => question(`${at}.more.${page.id}`, [], file, lineOf(['pages', index]))),
      ...restKeys(data).flatMap((key) => question(`${at}.${key}`, [], file, 1)),
    ];
  });
  return [...said, ...[...offered.values()].flat()];
}

/** Only pages are ever broken off: by the disclaimer, at night, or where a line was the answer before. What is left is asked for in two ways. */
function restKeys({ pages }: TopicFile): string[] {
  if (pages.length === 0) return [];
  return pages.some(({ lines }) => lines.length > 1) ? ['rest', 'restAgain'] : ['rest'];
}

function stretches(content: Content): Spoken[] {
  return content.stretches.flatMap(({ file, data, lineOf }) => [
    ...Object.entries(data.positions).flatMap(([position, { move, steps }]) => [
      {
        key: `stretches.${data.id}.${position}.move`,
        kind: 'line' as const,
        facts: move,
        file,
        line: lineOf(['positions', position]),
      },
      {
        key: `stretches.${data.id}.${position}.steps`,
        kind: 'line' as const,
        facts: steps,
        file,
        line: lineOf(['positions', position]),
      },
    ]),
    ...(data.helper
      ? [{ key: `stretches.${data.id}.helper.move`, kind: 'line' as const, facts: data.helper, file, line: lineOf(['helper']) }]
      : []),
  ]);
}

const routines = ({ routines: all }: Content): Spoken[] =>
  all.map(({ file, data, lineOf }) => ({
    key: `routines.${data.id}.intro`,
    kind: 'line',
    facts: [],
    file,
    line: lineOf(['id']),
  }));

/** What is done in quiet, and said by no words: how long and how often a stretch is held. */
export const held = (content: Content): Pick<Spoken, 'facts' | 'file' | 'line'>[] => [
  ...content.stretches.flatMap(({ file, data, lineOf }) =>
    Object.entries(data.positions).map(([position, { guided }]) => ({
      facts: guided.facts,
      file,
      line: lineOf(['positions', position, 'guided']),
    })),
  ),
  ...content.routines.map(({ file, data, lineOf }) => ({ facts: data.facts, file, line: lineOf(['facts']) })),
];

function triage({ triage: { file, data, lineOf } }: Content): Spoken[] {
  const lines = (group: 'emergencies' | 'places'): Spoken[] =>
    Object.entries(data[group]).map(([name, facts]) => ({
      key: `triage.${group}.${name}`,
      kind: 'line',
      facts,
      file,
      line: lineOf([group, name]),
    }));
  const gates = Object.entries(data.gates).flatMap(([name, gate]) =>
    ['ask', 'askAgain'].flatMap((key) => question(`triage.gates.${name}.${key}`, gate.facts, file, lineOf(['gates', name]))),
  );
  return [...lines('emergencies'), ...lines('places'), ...gates];
}

function courtesies({ courtesies: { file, data, lineOf } }: Content): Spoken[] {
  return [
    ...Object.entries(data.lines).map(([key, basis]) => ({
      key: `dialog.${key}`,
      kind: 'line' as const,
      facts: factsOf(basis),
      file,
      line: lineOf(['lines', key]),
    })),
    ...Object.entries(data.questions).flatMap(([key, basis]) =>
      question(`dialog.${key}`, factsOf(basis), file, lineOf(['questions', key])),
    ),
  ];
}
