/**
 * The template by AWS's own schemas and rules, offline.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { heavy } from '../heavy';
import type { Problem } from '../problems';

/** What is used of `@aws/cloudformation-validate`. */
interface Validator {
  readonly RegoEngine: new () => {
    listRules(): readonly unknown[];
    validateStandard(template: object): { readonly diagnostics: readonly Diagnostic[] };
    free(): void;
  };
  readonly TemplateFile: new (path: string) => object;
}

interface Diagnostic {
  readonly ruleId: string;
  readonly severity: 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG';
  readonly message: string;
  readonly suggestedFix?: string;
  readonly entity?: { readonly logicalId?: string };
  readonly propertyPath?: string;
  readonly startLine?: number;
}

export const template = 'infrastructure/skill-stack.yaml';

export interface TemplateValidator {
  /** How many rules it holds a template to. */
  readonly rules: number;
  /** What is wrong with the template below a root. */
  readonly faults: (root: string) => readonly Problem[];
  readonly close: () => void;
}

/** Takes some seconds to load its rules, and hardly any time for a template. */
export function templateValidator(repository: string): TemplateValidator {
  const load = createRequire(join(heavy(repository, 'cloudformation-validate'), 'package.json'));
  const { RegoEngine, TemplateFile } = load('@aws/cloudformation-validate') as Validator;
  const engine = new RegoEngine();
  return {
    rules: engine.listRules().length,
    faults: (root) =>
      engine
        .validateStandard(new TemplateFile(join(root, template)))
        // What is only worth knowing, such as which property cannot change later, is no fault.
        .diagnostics.filter(({ severity }) => ['FATAL', 'ERROR', 'WARN'].includes(severity))
        .map(told),
    // It holds memory that Node does not count.
    close: () => engine.free(),
  };
}

const told = ({ ruleId, message, entity, propertyPath, startLine, suggestedFix }: Diagnostic): Problem => ({
  file: template,
  ...(startLine ? { line: startLine } : {}),
  message: `${[entity?.logicalId, propertyPath].filter(Boolean).join(' ')}: ${message} [${ruleId}].`,
  ...(suggestedFix ? { fix: `${suggestedFix}.` } : {}),
});
