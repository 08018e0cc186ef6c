/**
 * Facts: known, unique, sourced, and every one of them spoken.
 */
import { held } from '../inventory';
import type { Rule } from './rule';

export const uniqueFacts: Rule = {
  name: 'unique-facts',
  description: 'No fact id stands twice.',
  check: ({ content }) => {
    const first = new Map<string, string>();
    return content.facts.flatMap(({ file, data, lineOf }) =>
      data.flatMap(({ id }, index) => {
        const line = lineOf([index, 'id']);
        const before = first.get(id);
        first.set(id, before ?? `${file}:${line}`);
        return before
          ? [{ file, line, message: `fact ${id} stands at ${before} already.`, fix: 'Give it another id, or remove one.' }]
          : [];
      }),
    );
  },
};

export const knownFacts: Rule = {
  name: 'known-facts',
  description: 'Every fact id that is named exists.',
  check: ({ spoken, facts, content }) => {
    const named = [
      ...[...spoken, ...held(content)].flatMap(({ facts: ids, file, line }) => ids.map((id) => ({ id, file, line }))),
      ...content.facts.flatMap(({ file, data, lineOf }) =>
        data.flatMap(({ members = [], guard = [] }, index) =>
          [...members, ...guard].map((id) => ({ id, file, line: lineOf([index]) })),
        ),
      ),
      ...Object.entries(content.locales.data).flatMap(([locale, { numbers }]) =>
        Object.entries(numbers).flatMap(([name, { facts: ids }]) =>
          ids.map((id) => ({ id, file: content.locales.file, line: content.locales.lineOf([locale, 'numbers', name]) })),
        ),
      ),
    ];
    const unknown = new Map(named.filter(({ id }) => !facts.has(id)).map((one) => [`${one.file}:${one.line} ${one.id}`, one]));
    return [...unknown.values()].map(({ id, file, line }) => ({
      file,
      line,
      message: `there is no fact ${id}.`,
      fix: 'Mend the id, or add the fact to content/facts with its source.',
    }));
  },
};

export const spokenFacts: Rule = {
  name: 'spoken-facts',
  description: 'Every fact is said by a line, or kept by a hold; a list by lines that say all its members.',
  check: ({ content, spoken, facts }) => {
    const said = new Set([
      ...[...spoken, ...held(content)].flatMap((line) => line.facts),
      ...Object.values(content.locales.data).flatMap(({ numbers }) => Object.values(numbers).flatMap((whom) => whom.facts)),
    ]);
    const isSaid = (id: string): boolean => said.has(id) || (facts.get(id)?.members?.every(isSaid) ?? false);
    return content.facts.flatMap(({ file, data, lineOf }) =>
      data.flatMap(({ id }, index) =>
        isSaid(id)
          ? []
          : [
              {
                file,
                line: lineOf([index]),
                message: `fact ${id} is never spoken.`,
                fix: 'Name it in a line that says it, or remove it.',
              },
            ],
      ),
    );
  },
};

export const usedSources: Rule = {
  name: 'used-sources',
  description: 'Every source that a fact names exists, and every source is named.',
  check: ({ content }) => {
    const { file, data, lineOf } = content.sources;
    const named = new Set(content.facts.flatMap((facts) => facts.data.map(({ source }) => source)));
    const missing = content.facts.flatMap((facts) =>
      facts.data.flatMap(({ id, source }, index) =>
        data[source]
          ? []
          : [
              {
                file: facts.file,
                line: facts.lineOf([index, 'source']),
                message: `fact ${id} names source ${source}, which does not exist.`,
                fix: 'Add it to content/sources.yaml, or mend the name.',
              },
            ],
      ),
    );
    const idle = Object.keys(data)
      .filter((id) => !named.has(id))
      .map((id) => ({ file, line: lineOf([id]), message: `source ${id} is named by no fact.`, fix: 'Remove it.' }));
    return [...missing, ...idle];
  },
};
