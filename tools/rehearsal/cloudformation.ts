/**
 * The calls of CloudFormation that `ask deploy` makes. A stack is taken only as the real one would take it: with the parameters that the
 * template asks for, the leave to make a role, and code that is there, in the region of the stack.
 */
import { parameterFaults, parseTemplate, type Template } from '../deploy/template';
import type { Answered, Asked } from './http';
import type { S3 } from './s3';
import { escaped, regionOf, xml } from './wire';
import { type Files, unzip } from './zip';

/** One stack, as it was last made or changed. */
export interface Stack {
  readonly region: string;
  readonly name: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  /** What is in the zip that it runs. */
  readonly code: Files;
  readonly endpoint: string;
  /** Whether it was made or changed last. */
  readonly by: 'CREATE' | 'UPDATE';
}

export interface CloudFormation {
  readonly answer: (asked: Asked) => Answered | undefined;
  readonly stacks: () => readonly Stack[];
}

const account = '000000000000';

export function startCloudFormation(find: S3['find']): CloudFormation {
  const stacks = new Map<string, Stack>();

  function answer({ headers, body }: Asked): Answered | undefined {
    const form = new URLSearchParams(body.toString());
    const region = regionOf(headers);
    const [action, asked] = [form.get('Action') ?? '', form.get('StackName') ?? ''];
    const id = asked.startsWith('arn:') ? asked : `arn:aws:cloudformation:${region}:${account}:stack/${asked}/1`;
    const stack = stacks.get(id);
    if (action === 'DescribeStacks') return stack ? described(id, stack) : refused(`${id} does not exist`);
    if (action !== 'CreateStack' && action !== 'UpdateStack') return undefined;
    const by = action === 'CreateStack' ? 'CREATE' : 'UPDATE';
    if (Boolean(stack) !== (by === 'UPDATE')) return refused(`${id} ${stack ? 'exists' : 'does not exist'}`);
    const made = stackOf({ form, region, by, name: id.split('/')[1] ?? '' });
    if (typeof made === 'string') return refused(made);
    stacks.set(id, made);
    return result(action, `<StackId>${id}</StackId>`);
  }

  /** The stack that is asked for, or why there can be none. */
  function stackOf(asked: { readonly form: URLSearchParams } & Pick<Stack, 'region' | 'by' | 'name'>): Stack | string {
    const { form, region, by, name } = asked;
    const text = form.get('TemplateBody') ?? '';
    const capabilities = members(form, 'Capabilities');
    const values = members(form, 'Parameters', '.ParameterValue');
    const parameters = Object.fromEntries(members(form, 'Parameters', '.ParameterKey').map((key, at) => [key, values[at] ?? '']));
    const template = parsed(text);
    if (!template) return 'Template format error';
    const [fault] = parameterFaults(template, parameters);
    if (fault) return `The template ${fault}`;
    const makesRole = Object.values(template.Resources).some(({ Type }) => Type === 'AWS::IAM::Role');
    if (makesRole && !capabilities.includes('CAPABILITY_IAM')) return 'Requires capabilities : [CAPABILITY_IAM]';
    const { CodeBucket = '', CodeKey = '', CodeVersion = '' } = parameters;
    const zip = find(CodeBucket, CodeKey, CodeVersion);
    if (!zip) return 'The code is not in the bucket';
    if (zip.region !== region) return `The code is in ${zip.region}, and the function in ${region}`;
    const endpoint = `arn:aws:lambda:${region}:${account}:function:${name}-Function`;
    return { region, name, template: text, parameters, capabilities, code: unzip(zip.body), endpoint, by };
  }

  return { answer, stacks: () => [...stacks.values()] };
}

function parsed(text: string): Template | undefined {
  try {
    return parseTemplate(text);
  } catch {
    return undefined;
  }
}

/** `Name.member.1`, `Name.member.2`, … */
function members(form: URLSearchParams, name: string, field = ''): string[] {
  const found: string[] = [];
  for (;;) {
    const value = form.get(`${name}.member.${found.length + 1}${field}`);
    if (value === null) return found;
    found.push(value);
  }
}

function described(id: string, { name, template, endpoint, by }: Stack): Answered {
  const outputs = Object.keys(parseTemplate(template).Outputs).map(
    (key) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${key === 'SkillEndpoint' ? endpoint : key}</OutputValue></member>`,
  );
  return result(
    'DescribeStacks',
    `<Stacks><member><StackId>${id}</StackId><StackName>${name}</StackName><StackStatus>${by}_COMPLETE</StackStatus>` +
      `<Outputs>${outputs.join('')}</Outputs></member></Stacks>`,
  );
}

const result = (action: string, inside: string): Answered =>
  xml(200, `<${action}Response><${action}Result>${inside}</${action}Result></${action}Response>`);

const refused = (message: string): Answered =>
  xml(400, `<ErrorResponse><Error><Code>ValidationError</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`);
