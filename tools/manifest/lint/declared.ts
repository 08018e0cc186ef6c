/**
 * Permissions, interfaces and events: declared where the code uses them, and nowhere else.
 */
import type { Problem } from '../../problems';
import type { UseKind } from '../uses';
import type { Rule, View } from './rule';

/** How each kind is called in content/manifest.yaml. */
const lists = { permission: 'permissions', interface: 'interfaces', event: 'events' } as const satisfies Record<UseKind, string>;
const why: Readonly<Record<UseKind, string>> = {
  permission: 'a listener is asked for nothing that is not needed',
  interface: 'Amazon certifies every interface that is declared',
  event: 'Alexa would send what nobody reads',
};

const declaredIn = ({ neutral }: View, kind: UseKind): readonly string[] => {
  const { permissions, interfaces, events } = neutral.data;
  if (kind === 'permission') return permissions.map(({ name }) => name);
  return kind === 'interface' ? interfaces.map(({ type }) => type) : events;
};

const kinds = Object.keys(lists) as UseKind[];

export const usedIsDeclared: Rule = {
  name: 'used-is-declared',
  description: 'What the code uses of Alexa is in the manifest: without it Alexa refuses the call, or the response.',
  check: (view) =>
    kinds.flatMap((kind) => {
      const first = new Map(
        view.uses
          .filter((use) => use.kind === kind)
          .map((use) => [use.name, use] as const)
          .reverse(),
      );
      return [...first.values()]
        .filter(({ name }) => !declaredIn(view, kind).includes(name))
        .map(({ name, sign, file, line }) => ({
          file,
          line,
          message: `uses ${sign}, which needs the ${kind} ${name}.`,
          fix: `Add it to ${lists[kind]} in ${view.neutral.file}.`,
        }));
    }),
};

export const declaredIsUsed: Rule = {
  name: 'declared-is-used',
  description: 'What the manifest declares is used by the code.',
  check: (view) =>
    kinds.flatMap((kind) =>
      declaredIn(view, kind).flatMap((name, index, all): Problem[] => {
        const at = { file: view.neutral.file, line: view.neutral.lineOf([lists[kind], index]) };
        if (all.indexOf(name) < index) return [{ ...at, message: `the ${kind} ${name} stands twice.`, fix: 'Remove one.' }];
        if (view.uses.some((use) => use.kind === kind && use.name === name)) return [];
        return [{ ...at, message: `nothing in lambda/ uses the ${kind} ${name}.`, fix: `Remove it: ${why[kind]}.` }];
      }),
    ),
};

export const knownClients: Rule = {
  name: 'known-clients',
  description: 'Every client of an Alexa service that the code asks for is in the table of tools/manifest/uses.ts.',
  check: ({ strangers }) =>
    strangers.map(({ client, file, line }) => ({
      file,
      line,
      message: `uses ${client}, of which nobody has said what permission it needs.`,
      fix: 'Add it to tools/manifest/uses.ts.',
    })),
};
