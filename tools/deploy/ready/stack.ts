/**
 * The template can be given what it asks for, and the function in it knows its skill and its table.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Problem } from '../../problems';
import { awsRegions, type Resources, resourcesFile, stackParameters } from '../resources';
import { parameterFaults, parseTemplate, type Template } from '../template';

/** Bytes. CloudFormation takes no longer template with a request. */
const longest = 51_200;

/** What lambda/index.ts reads, but for the endpoint of a local DynamoDB. */
const variables = ['SKILL_ID', 'PREFERENCES_TABLE'];

export function stackProblems(root: string, resources: Resources): Problem[] {
  const { templatePath, handler } = resources.skillInfrastructure.userConfig;
  const file = posix.normalize(templatePath);
  const told = (message: string, fix: string): Problem[] => [{ file, message, fix }];

  if (!existsSync(join(root, file))) return told('is missing.', 'Restore it from git.');
  const text = readFileSync(join(root, file), 'utf8');
  if (Buffer.byteLength(text) > longest) return told(`has more than ${longest} bytes.`, 'Shorten its comments.');
  const template = parsed(text);
  if (typeof template === 'string') return told(`is no template: ${template}`, 'Mend it, or restore it from git.');

  const faults = [...awsRegions(resources).keys()].flatMap((region) =>
    parameterFaults(template, stackParameters(resources, region)),
  );
  return [
    ...[...new Set(faults)].flatMap((fault) => told(`${fault}.`, `Make it agree with ${resourcesFile}.`)),
    ...missingVariables(template).flatMap((name) => told(`gives the function no ${name}.`, 'Add it under Environment.')),
    ...(isTableOf(template) ? [] : told('has no table where PREFERENCES_TABLE points.', 'Let it be a !Ref to the table.')),
    ...(Object.hasOwn(template.Outputs, 'SkillEndpoint')
      ? []
      : told('has no output SkillEndpoint.', 'Add it: ask-cli reads the address of the function there.')),
    ...(handler === 'index.handler'
      ? []
      : [{ file: resourcesFile, message: `names the handler ${handler}.`, fix: 'Write index.handler, which the bundle has.' }]),
  ];
}

function parsed(text: string): Template | string {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

function environment({ Resources }: Template): Readonly<Record<string, unknown>> {
  const made = Object.values(Resources).find(({ Type }) => Type === 'AWS::Lambda::Function');
  return (made?.Properties['Environment'] as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};
}

/** Without them the function starts and answers; it only forgets everybody, or answers any skill. */
const missingVariables = (template: Template): string[] => variables.filter((name) => !environment(template)[name]);

function isTableOf(template: Template): boolean {
  const table = environment(template)['PREFERENCES_TABLE'];
  return !table || template.Resources[String(table)]?.Type === 'AWS::DynamoDB::Table';
}
