/**
 * What came to Amazon and AWS in a rehearsal, compared with what is on disk, byte for byte.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { awsRegions, type Resources } from '../deploy/resources';
import type { Stack } from './cloudformation';
import type { Stage } from './deployment';
import { skillId } from './smapi';
import type { Files } from './zip';

export interface Arrived {
  /** Every skill package, in order: the second has the addresses of the functions. */
  readonly packages: readonly Files[];
  readonly manifest: unknown;
  readonly stacks: readonly Stack[];
  /** Skills that were made. */
  readonly made: number;
  readonly enabled: boolean;
  /** Requests that the stand-ins do not know. */
  readonly unknown: readonly string[];
}

export const arrivedAt = ({ smapi, aws }: Stage): Arrived => ({
  packages: [...smapi.packages],
  manifest: smapi.manifest(),
  stacks: aws.stacks(),
  made: smapi.made(),
  enabled: smapi.enabled(),
  unknown: [...smapi.unknown, ...aws.unknown],
});

interface Addressed {
  readonly endpoint?: { readonly uri?: string };
  readonly regions?: Readonly<Record<string, { readonly endpoint?: { readonly uri?: string } }>>;
}
interface Manifest {
  readonly manifest: {
    readonly apis: { readonly custom: Addressed };
    readonly events?: Addressed & { readonly subscriptions?: unknown };
  };
}

/** Every way in which it is not what it should be, in words; nothing when all of it is. */
export function differences(root: string, resources: Resources, arrived: Arrived): readonly string[] {
  const { packages, stacks, made, enabled, unknown } = arrived;
  const skill = filesBelow(join(root, resources.skillMetadata.src));
  const [first = new Map(), ...later] = packages;
  return [
    ...unlike('the skill package', first, skill),
    ...later.flatMap((files) => unlike('the second skill package', without(files, 'skill.json'), without(skill, 'skill.json'))),
    ...manifestDifferences(root, resources, arrived),
    ...stackDifferences(root, resources, stacks),
    ...(made === 1 ? [] : [`${made} skills were made`]),
    ...(enabled ? [] : ['the skill was not enabled']),
    ...unknown.map((what) => `the stand-ins do not know ${what}`),
  ];
}

export function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)] as const));
}

function unlike(what: string, came: Files, wanted: Files): string[] {
  const paths = [...new Set([...wanted.keys(), ...came.keys()])].sort();
  return paths.flatMap((path) => {
    const [is, should] = [came.get(path), wanted.get(path)];
    if (!is) return [`${what} lacks ${path}`];
    if (!should) return [`${what} has ${path} besides`];
    return is.equals(should) ? [] : [`${what} has another ${path}`];
  });
}

const without = (files: Files, path: string): Files => new Map([...files].filter(([name]) => name !== path));

/** As it was built, with the address of each region's function, for conversations and for events. */
function manifestDifferences(root: string, resources: Resources, { manifest, stacks }: Arrived): string[] {
  const built = readJson<Manifest>(join(root, resources.skillMetadata.src, 'skill.json'));
  const { events } = readJson<Manifest>(join(root, 'skill.json')).manifest;
  const uris = new Map(
    [...awsRegions(resources)].map(
      ([name, region]) => [name, stacks.find((stack) => stack.region === region)?.endpoint] as const,
    ),
  );
  const addresses = {
    endpoint: { uri: uris.get('default') },
    regions: Object.fromEntries(
      [...uris].filter(([name]) => name !== 'default').map(([name, uri]) => [name, { endpoint: { uri } }]),
    ),
  };
  const { apis } = built.manifest;
  const wanted = {
    manifest: {
      ...built.manifest,
      apis: { ...apis, custom: { ...apis.custom, ...addresses } },
      ...(events ? { events: { ...events, ...addresses } } : {}),
    },
  };
  if ([...uris.values()].includes(undefined)) return ['a region has no function, so the manifest lacks its address'];
  return isDeepStrictEqual(manifest, wanted) ? [] : ['the manifest is not the built one with the addresses of the functions'];
}

function stackDifferences(root: string, resources: Resources, stacks: readonly Stack[]): string[] {
  const { templatePath, runtime, handler } = resources.skillInfrastructure.userConfig;
  const code = filesBelow(join(root, resources.code['default']?.src ?? ''));
  const regions = [...new Set(awsRegions(resources).values())];
  const wanted = { SkillId: skillId, LambdaRuntime: runtime, LambdaHandler: handler };
  return [
    ...regions
      .filter((region) => !stacks.some((stack) => stack.region === region))
      .map((region) => `there is no stack in ${region}`),
    ...stacks.filter(({ region }) => !regions.includes(region)).map(({ region }) => `there is a stack in ${region}`),
    ...stacks.flatMap((stack) => [
      ...unlike(`the code in ${stack.region}`, stack.code, code),
      ...(stack.template === readFileSync(join(root, templatePath), 'utf8')
        ? []
        : [`the template in ${stack.region} is another`]),
      ...Object.entries(wanted)
        .filter(([name, value]) => stack.parameters[name] !== value)
        .map(([name]) => `the parameter ${name} in ${stack.region} is ${stack.parameters[name]}`),
    ]),
  ];
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
