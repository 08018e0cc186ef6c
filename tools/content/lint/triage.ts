/**
 * Triage: every sign has a level and words, every guard guards something, and nothing names what does not exist.
 */
import type { Problem } from '../../problems';
import { idsOfSlot, type Rule, type View } from './rule';

export const triageIds: Rule = {
  name: 'triage-ids',
  description: 'Triage and stretches name slot ids that exist, and no emergency sign is without an answer.',
  check: (view) => {
    const { data } = view.content.triage;
    const unanswered = (idsOfSlot(view, 'emergencySign') ?? []).filter((id) => !data.emergencies[id]);
    return [
      ...unknown(view, 'emergencySign', Object.keys(data.emergencies), ['emergencies']),
      ...Object.entries(data.levels).flatMap(([level, ids]) => unknown(view, 'symptom', ids, ['levels', level])),
      ...unknown(view, 'symptom', data.before_stretch, ['before_stretch']),
      ...unknown(view, 'place', Object.keys(data.places), ['places']),
      ...data.together.flatMap(({ means, intent = [], ...when }, index) => [
        ...intent
          .filter((name) => !view.catalogue.intents.some((known) => known.name === name))
          .map((name) =>
            problem(
              view,
              ['together', index],
              `there is no intent ${name}.`,
              'Mend it; intents stand in interactionModels/intents.yaml.',
            ),
          ),
        ...(data.emergencies[means] ? [] : unknown(view, 'symptom', [means], ['together', index])),
        ...Object.entries(when).flatMap(([slot, ids]) => unknown(view, slot, ids, ['together', index])),
      ]),
      ...unanswered.map((id) =>
        problem(view, ['emergencies'], `emergency sign ${id} has no answer.`, 'Add it under emergencies: with its facts.'),
      ),
      ...view.content.stretches.flatMap((stretch) =>
        stretch.data.muscles
          .filter((id) => !idsOfSlot(view, 'muscle')?.includes(id))
          .map((id) => ({
            file: stretch.file,
            line: stretch.lineOf(['muscles']),
            message: `muscle has no id ${id}.`,
            fix: 'Mend it, or add it to interactionModels/intents.yaml.',
          })),
      ),
    ];
  },
};

export const triageLevels: Rule = {
  name: 'triage-levels',
  description: 'Every symptom has one level; one for today is answered in topics/warning.yaml, by facts that say so.',
  check: (view) => {
    const { levels } = view.content.triage.data;
    const levelsOf = (id: string): string[] =>
      Object.entries(levels).flatMap(([level, ids]) => (ids.includes(id) ? [level] : []));
    const all = idsOfSlot(view, 'symptom') ?? [];
    return [
      ...all
        .filter((id) => levelsOf(id).length !== 1)
        .map((id) =>
          problem(
            view,
            ['levels'],
            levelsOf(id).length === 0
              ? `symptom ${id} has no level.`
              : `symptom ${id} has more than one level: ${levelsOf(id).join(' and ')}.`,
            'Name it once, under today, contact or self_care.',
          ),
        ),
      ...levels.today.filter((id) => all.includes(id)).flatMap((id) => answered(view, id)),
    ];
  },
};

/** A sign for today without an answer of its own, or whose first line does not rest on a fact of level T or E. */
function answered(view: View, id: string): Problem[] {
  const warning = view.content.topics.find(({ data }) => data.id === 'warning');
  const first = warning?.data.answers['symptom']?.[id]?.[0];
  if (!warning || first === undefined)
    return [
      problem(
        view,
        ['levels', 'today'],
        `symptom ${id} is for today and has no words.`,
        'Answer it in content/topics/warning.yaml.',
      ),
    ];
  const basis = warning.data.lines[first];
  const urgent = (Array.isArray(basis) ? basis : []).some((fact) => ['T', 'E'].includes(view.facts.get(fact)?.triage ?? ''));
  return urgent
    ? []
    : [
        {
          file: warning.file,
          line: warning.lineOf(['answers', 'symptom', id]),
          message: `${id} is for today, and its first line ${first} rests on no fact of triage T or E.`,
          fix: 'Say first whom to call, and name the fact that says so.',
        },
      ];
}

export const triageGates: Rule = {
  name: 'triage-gates',
  description: 'A gate stands before muscles or remedies that exist, and comes to a sign that exists.',
  check: (view) => {
    const { gates } = view.content.triage.data;
    return [
      ...Object.entries(gates).flatMap(([id, { muscles, remedies, means }]) => [
        ...unknown(view, 'muscle', muscles, ['gates', id]),
        ...unknown(view, 'remedy', remedies, ['gates', id]),
        ...(means === undefined ? [] : unknown(view, 'symptom', [means], ['gates', id])),
        ...(muscles.length + remedies.length === 0
          ? [problem(view, ['gates', id], `gate ${id} guards nothing.`, 'Name muscles or remedies, or remove it.')]
          : []),
      ]),
    ];
  },
};

const problem = ({ content }: View, at: readonly (string | number)[], message: string, fix: string): Problem => ({
  file: content.triage.file,
  line: content.triage.lineOf(at),
  message,
  fix,
});

const unknown = (view: View, slot: string, ids: readonly string[], at: readonly (string | number)[]): Problem[] =>
  ids
    .filter((id) => !idsOfSlot(view, slot)?.includes(id))
    .map((id) => problem(view, [...at, id], `${slot} has no id ${id}.`, 'Mend it, or add it to interactionModels/intents.yaml.'));
