/**
 * The rules by which Amazon certifies a skill, and who holds us to each: rules.yaml, read and made plain.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, Problems } from '../../tools/problems';
import { readYaml } from '../../tools/yaml';

const text = z.string().min(8);

/** Who holds us to a rule; each rule has one. */
export const holders = ['offline', 'test', 'unused', 'person', 'device', 'clinician', 'waived'] as const;

const rules = z.array(
  z
    .strictObject({
      id: z.string({ error: 'must be text: put quotes round it' }),
      says: text,
      offline: z.literal(true).optional(),
      test: z
        .string()
        .regex(/^tests\/.+\.test\.ts$/, 'is no test')
        .optional(),
      unused: z
        .strictObject({
          permission: z.string().optional(),
          interface: z.string().optional(),
          language: z.string().optional(),
          model: z.string().optional(),
        })
        .optional(),
      person: text.optional(),
      device: text.optional(),
      clinician: text.optional(),
      waived: text.optional(),
    })
    .refine((rule) => holders.filter((holder) => rule[holder] !== undefined).length === 1, {
      error: `must have one of ${holders.join(', ')}`,
    }),
);

export type Rule = z.infer<typeof rules>[number];

/** @throws Problems with every fault of the file */
export function readRules(root: string, file: string): readonly Rule[] {
  const problems: Problem[] = [];
  const source = readYaml(root, file, rules, problems);
  if (!source) throw new Problems(problems);
  return source.data;
}

export const everyRule: readonly Rule[] = readRules(join(__dirname, '../..'), 'tests/certification/rules.yaml');

export const ruleOf = (id: string): Rule => {
  const found = everyRule.find((one) => one.id === id);
  if (!found) throw new Error(`tests/certification/rules.yaml has no rule ${id}.`);
  return found;
};

/** Rules held by a check over build/. */
export const offlineIds: readonly string[] = everyRule.filter(({ offline }) => offline).map(({ id }) => id);

/** What the skill has that may make a rule one that it must keep. */
export interface Has {
  readonly permissions: readonly string[];
  readonly interfaces: readonly string[];
  readonly languages: readonly string[];
  /** Every key of the models and the manifest. */
  readonly keys: ReadonlySet<string>;
  readonly fileExists: (path: string) => boolean;
}

/** What is wrong with the list itself: a rule that is missing, twice, or held by nobody any more. */
export function listFaults(listed: readonly Rule[], has: Has): string[] {
  const ids = listed.map(({ id }) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${id} is listed twice.`),
    ...gaps(ids).map((id) => `${id} is missing: the rules of its kind are numbered.`),
    ...listed.flatMap(({ id, test, unused }) => [
      ...(test && !has.fileExists(test) ? [`${id} is held by ${test}, which is not there.`] : []),
      ...Object.entries(unused ?? {})
        .filter(([kind, name]) => isThere(kind, name ?? '', has))
        .map(([kind, name]) => `${id} is listed as unused, and the skill has the ${kind} ${name}: write its check.`),
    ]),
  ];
}

const isThere = (kind: string, name: string, { permissions, interfaces, languages, keys }: Has): boolean => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    permission: permissions,
    interface: interfaces,
    language: languages,
  };
  return lists[kind]?.includes(name) ?? keys.has(name);
};

/** The numbers that a kind leaves out: INV1, INV3 lacks INV2. */
function gaps(ids: readonly string[]): string[] {
  const numbers = new Map<string, Set<number>>();
  for (const id of ids) {
    const [, kind, number] = /^(\d+\.|[A-Z]+)(\d+)b?$/.exec(id) ?? [];
    if (kind !== undefined) numbers.set(kind, (numbers.get(kind) ?? new Set()).add(Number(number)));
  }
  return [...numbers].flatMap(([kind, found]) =>
    Array.from({ length: Math.max(...found) }, (_, index) => index + 1)
      .filter((number) => !found.has(number))
      .map((number) => `${kind}${number}`),
  );
}
