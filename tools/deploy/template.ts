/**
 * Reads the CloudFormation template as far as a deployment depends on it. `!Ref X` reads as the text X, and so do its other tags.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const parameter = z.object({
  Default: z.unknown().optional(),
  AllowedPattern: z.string().optional(),
  AllowedValues: z.array(z.string()).optional(),
});

const shape = z.object({
  Parameters: z.record(z.string(), parameter).default({}),
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) })),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});

export type Template = z.infer<typeof shape>;

/** @throws SyntaxError when the text is no template */
export function parseTemplate(text: string): Template {
  // A tag that the parser does not know is a warning to it.
  const document = parseDocument(text, { logLevel: 'silent' });
  const [first] = document.errors;
  if (first) throw new SyntaxError(firstLine(first.message));
  const read = shape.safeParse(document.toJS());
  if (!read.success) throw new SyntaxError(firstLine(z.prettifyError(read.error)));
  return read.data;
}

/** The others show the place, which its words tell too. */
const firstLine = (text: string): string => text.split('\n')[0]?.replace(/[.:]?$/, '.') ?? text;

export const readTemplate = (root: string, path: string): Template => parseTemplate(readFileSync(join(root, path), 'utf8'));

/** What of these parameters CloudFormation would not take. A value of undefined stands for one that is known only later. */
export function parameterFaults(
  { Parameters }: Template,
  given: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const faults: string[] = [];
  for (const name of Object.keys(given)) if (!Object.hasOwn(Parameters, name)) faults.push(`does not know the parameter ${name}`);
  for (const [name, { Default, AllowedPattern, AllowedValues }] of Object.entries(Parameters)) {
    const value = given[name];
    if (!Object.hasOwn(given, name)) {
      if (Default === undefined) faults.push(`is not given the parameter ${name}`);
    } else if (value !== undefined) {
      if (AllowedPattern && !new RegExp(AllowedPattern).test(value)) faults.push(`takes no ${name} such as "${value}"`);
      if (AllowedValues && !AllowedValues.includes(value)) faults.push(`takes no ${name} such as "${value}"`);
    }
  }
  return faults;
}
