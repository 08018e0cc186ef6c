/**
 * The stack allows what the code does, and no more; and what it promises about what is kept is so. A permission too many is seen by
 * nobody until it is used.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate } from '../../tools/deploy/template';

const root = join(__dirname, '../..');
const { Resources } = readTemplate(root, 'infrastructure/skill-stack.yaml');
const properties = (name: string): Record<string, unknown> => Resources[name]?.Properties ?? {};
const source = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
}

describe('the role of the function', () => {
  const policies = properties('Role')['Policies'] as { PolicyDocument: { Statement: Statement[] } }[];
  const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const allowedOn = (resource: string): string[] =>
    statements.filter(({ Resource }) => Resource === resource).flatMap(({ Action }) => Action);

  it('may do with the table what the code does with it, and nothing else', () => {
    const used = [...source('lambda/storage/dynamo.ts').matchAll(/new (\w+)Command\(/g)].map(
      ([, command]) => `dynamodb:${command}`,
    );

    expect(used.length).toBeGreaterThan(3);
    expect(allowedOn('Preferences.Arn').sort()).toEqual([...new Set(used)].sort());
  });

  it('may write its own log, and that is all', () => {
    expect(allowedOn('Log.Arn')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(statements.map(({ Resource }) => Resource).sort()).toEqual(['Log.Arn', 'Preferences.Arn']);
    expect(JSON.stringify(policies)).not.toContain('*');
    expect(properties('Role')['ManagedPolicyArns']).toBeUndefined();
  });
});

describe('the function', () => {
  it('is called by Alexa alone, for this skill alone', () => {
    const permissions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Permission');

    expect(permissions.map(({ Properties }) => Properties)).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'Function',
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: 'SkillId',
      },
    ]);
  });

  it('is told every variable that the code reads, but for the endpoint of a local DynamoDB', () => {
    const { Variables } = properties('Function')['Environment'] as { Variables: object };
    const read = [
      ...(/const \{([^}]+)\} = process\.env/.exec(source('lambda/index.ts'))?.[1] ?? '').matchAll(/\b([A-Z][A-Z_]+)\b/g),
    ].map(([, name]) => name);

    expect(read).toContain('DYNAMODB_ENDPOINT');
    expect(Object.keys(Variables).sort()).toEqual(read.filter((name) => name !== 'DYNAMODB_ENDPOINT').sort());
  });

  it('gives up no later than Alexa does', () => {
    expect(properties('Function')['Timeout']).toBeLessThanOrEqual(8);
  });
});

describe('what is kept', () => {
  it('is in a table as the code expects it, encrypted, whose places expire', () => {
    expect(properties('Preferences')).toMatchObject({
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      SSESpecification: { SSEEnabled: true },
    });
  });

  it('is in no backup, and the log not for ever', () => {
    expect(properties('Preferences')['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: false });
    expect(properties('Log')['RetentionInDays']).toBeLessThanOrEqual(30);
    expect(properties('Function')['LoggingConfig']).toMatchObject({ LogGroup: 'Log', LogFormat: 'JSON' });
  });
});

describe('the alarms', () => {
  it('tell of errors, of faults that somebody heard an apology for, and of slow answers', () => {
    const alarms = Object.values(Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');

    expect(alarms.map(({ Properties }) => Properties['MetricName'])).toEqual(['Faults', 'Errors', 'Duration']);
    for (const { Properties } of alarms)
      expect(Properties['AlarmActions']).toEqual([['HasAlarmEmail', 'Alarms', 'AWS::NoValue']]);
  });

  it('count the faults that the skill logs: each is a line of level ERROR', () => {
    expect(source('lambda/alexa/errors.ts')).toContain('console.error(');
    expect(properties('Faults')['FilterPattern']).toBe('{ $.level = "ERROR" }');
  });
});
