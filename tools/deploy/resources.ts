/**
 * Reads ask-resources.json: what ask-cli uploads from where, in the shape that its CloudFormation deployer expects.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../problems';

export const resourcesFile = 'ask-resources.json';

const parameters = z.strictObject({ parameters: z.record(z.string(), z.string()) });
const region = z.strictObject({ awsRegion: z.string().min(1), cfn: parameters.optional() });

const profile = z.strictObject({
  skillMetadata: z.strictObject({ src: z.string().min(1) }),
  code: z
    .record(z.string().regex(/^(default|NA|EU|FE)$/, 'is no region of Alexa'), z.strictObject({ src: z.string().min(1) }))
    .refine((code) => code['default'] !== undefined, 'has no default region'),
  skillInfrastructure: z.strictObject({
    type: z.literal('@ask-cli/cfn-deployer'),
    userConfig: z.strictObject({
      runtime: z.string().min(1),
      handler: z.string().min(1),
      templatePath: z.string().min(1),
      awsRegion: z.string().min(1),
      artifactsS3: z.strictObject({ bucketName: z.string(), bucketKey: z.string() }).partial().optional(),
      cfn: parameters.optional(),
      regionalOverrides: z.record(z.string(), region).default({}),
      skillEvents: z.strictObject({ subscriptions: z.array(z.string()) }).optional(),
    }),
  }),
});

export type Resources = z.infer<typeof profile>;

/** What is said of one profile of ask-cli; undefined, with the problem told, when it cannot be used. */
export function readResources(root: string, name: string, problems: Problem[]): Resources | undefined {
  const file = resourcesFile;
  if (!existsSync(join(root, file))) {
    problems.push({ file, message: 'is missing.', fix: 'Restore it from git.' });
    return undefined;
  }
  const found = profilesOf(readFileSync(join(root, file), 'utf8'))?.[name];
  if (found === undefined) {
    problems.push({ file, message: `has no profile "${name}".`, fix: 'Copy the block of "default" to that name.' });
    return undefined;
  }
  const read = profile.safeParse(found);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues)
    problems.push({
      file,
      message: `profiles.${name}.${path.join('.')}: ${message}.`,
      fix: 'Compare with the file in git.',
    });
  return undefined;
}

function profilesOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return (JSON.parse(text) as { profiles?: Record<string, unknown> }).profiles;
  } catch {
    return undefined;
  }
}

/** What a region's stack is given: undefined where ask-cli knows the value only when it deploys. */
export function stackParameters(
  { skillInfrastructure: { userConfig } }: Resources,
  region: string,
): Readonly<Record<string, string | undefined>> {
  const { runtime, handler, cfn, regionalOverrides } = userConfig;
  return {
    SkillId: undefined,
    LambdaRuntime: runtime,
    LambdaHandler: handler,
    CodeBucket: undefined,
    CodeKey: undefined,
    CodeVersion: undefined,
    // A region's own replace the others, all of them: ask-cli does not merge the two.
    ...(regionalOverrides[region]?.cfn ?? cfn)?.parameters,
  };
}

/** Where ask-cli goes for a region of Alexa that ask-resources.json says nothing of. */
const usual: Readonly<Record<string, string>> = { NA: 'us-east-1', EU: 'eu-west-1', FE: 'us-west-2' };

/** Alexa's region → that of AWS; two that are the same share a stack. */
export const awsRegions = ({ code, skillInfrastructure: { userConfig } }: Resources): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(code).map((name) => {
      const own = name === 'default' ? undefined : (userConfig.regionalOverrides[name]?.awsRegion ?? usual[name]);
      return [name, own ?? userConfig.awsRegion] as const;
    }),
  );
