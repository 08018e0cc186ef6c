/**
 * Structure: topics, stretches and triage name only what exists.
 */
import { basename } from 'node:path';
import { idsOfSlot, type Rule } from './rule';

export const fileNames: Rule = {
  name: 'file-names',
  description: 'A topic, stretch or routine is called as its file.',
  check: ({ content }) =>
    [...content.topics, ...content.stretches, ...content.routines]
      .filter(({ file, data }) => basename(file, '.yaml') !== data.id)
      .map(({ file, data, lineOf }) => ({
        file,
        line: lineOf(['id']),
        message: `id ${data.id} is not the name of the file.`,
        fix: 'The two must agree.',
      })),
};

export const topicLines: Rule = {
  name: 'topic-lines',
  description: 'Every line that a page or answer names is declared, and every declared line is named.',
  check: ({ content }) =>
    content.topics.flatMap(({ file, data, lineOf }) => {
      const named = [
        ...data.pages.flatMap(({ lines }, index) => lines.map((name) => ({ name, at: ['pages', index] }))),
        ...Object.entries(data.answers).flatMap(([slot, byId]) =>
          Object.entries(byId).flatMap(([id, lines]) => lines.map((name) => ({ name, at: ['answers', slot, id] }))),
        ),
      ];
      const used = new Set(named.map(({ name }) => name));
      return [
        ...named
          .filter(({ name }) => !data.lines[name])
          .map(({ name, at }) => ({
            file,
            line: lineOf(at),
            message: `there is no line ${name}.`,
            fix: 'Declare it under lines:, or mend the name.',
          })),
        ...Object.keys(data.lines)
          .filter((name) => !used.has(name))
          .map((name) => ({
            file,
            line: lineOf(['lines', name]),
            message: `line ${name} is in no page and no answer.`,
            fix: 'Use it, or remove it.',
          })),
      ];
    }),
};

export const topicSlots: Rule = {
  name: 'topic-slots',
  description: 'Answers are for slots and ids that exist, and offers for intents that exist.',
  check: (view) =>
    view.content.topics.flatMap(({ file, data, lineOf }) => [
      ...Object.entries(data.answers).flatMap(([slot, byId]) => {
        const ids = idsOfSlot(view, slot);
        if (!ids)
          return [
            {
              file,
              line: lineOf(['answers', slot]),
              message: `no intent has a slot ${slot}.`,
              fix: 'Mend the name; slots stand in interactionModels/intents.yaml.',
            },
          ];
        return Object.keys(byId)
          .filter((id) => id !== '*' && id !== '?' && !ids.includes(id))
          .map((id) => ({
            file,
            line: lineOf(['answers', slot, id]),
            message: `${slot} has no id ${id}.`,
            fix: 'Mend it, or add it to interactionModels/intents.yaml.',
          }));
      }),
      ...[...data.offers, ...(data.asksFirst ? [data.asksFirst] : [])]
        .filter((intent) => !view.catalogue.intents.some(({ name }) => name === intent))
        .map((intent) => ({
          file,
          line: lineOf(['offers']),
          message: `there is no intent ${intent} to offer.`,
          fix: 'Intents stand in interactionModels/intents.yaml.',
        })),
    ]),
};
