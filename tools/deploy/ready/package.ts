/**
 * The build is there, the icons it names are there, and whoever disables the skill is heard of.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Problem } from '../../problems';
import { type Resources, resourcesFile } from '../resources';

interface Manifest {
  readonly manifest: {
    readonly publishingInformation: { readonly locales: Readonly<Record<string, Icons>> };
    readonly events?: { readonly subscriptions?: readonly { readonly eventName: string }[] };
  };
}

interface Icons {
  readonly smallIconUri?: string;
  readonly largeIconUri?: string;
}

const manifestOf = (folder: string): string => posix.join(folder, 'skill.json');

export function missingBuild(root: string, { skillMetadata, code }: Resources): Problem[] {
  const bundles = Object.values(code).map(({ src }) => ['index.js', 'index.mjs'].map((name) => posix.join(src, name)));
  const missing = [[manifestOf(skillMetadata.src)], ...bundles]
    .filter((either) => !either.some((file) => existsSync(join(root, file))))
    .map(([file = '']) => file);
  return [...new Set(missing)].map((file) => ({ file, message: 'is not there.', fix: 'Run `npm run build`.' }));
}

export function iconProblems(root: string, { skillMetadata: { src } }: Resources): Problem[] {
  const file = manifestOf(src);
  const { locales } = read(root, file).publishingInformation;
  return Object.entries(locales).flatMap(([locale, { smallIconUri, largeIconUri }]) =>
    Object.entries({ smallIconUri, largeIconUri }).flatMap(([key, uri]): Problem[] => {
      if (!uri) return [{ file, message: `names no ${key} for ${locale}.`, fix: 'Name one: Amazon certifies nothing without.' }];
      const path = /^file:\/\/(.+)$/.exec(uri)?.[1];
      if (path === undefined || existsSync(join(root, src, path))) return [];
      return [
        { file: posix.join(src, path), message: `is not there, and is the ${key} for ${locale}.`, fix: 'Run `npm run build`.' },
      ];
    }),
  );
}

/** Amazon takes no events without an address. So ask-cli subscribes to them itself, once the function has one. */
export function eventProblems(root: string, { skillInfrastructure: { userConfig } }: Resources): Problem[] {
  const wanted = (read(root, 'skill.json').events?.subscriptions ?? []).map(({ eventName }) => eventName);
  const subscribed = userConfig.skillEvents?.subscriptions ?? [];
  if (listed(wanted) === listed(subscribed)) return [];
  return [
    {
      file: resourcesFile,
      message: `subscribes to ${listed(subscribed)}, and skill.json to ${listed(wanted)}.`,
      fix: 'Make skillEvents.subscriptions of every profile the same.',
    },
  ];
}

const read = (root: string, file: string): Manifest['manifest'] =>
  (JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest).manifest;

const listed = (names: readonly string[]): string => (names.length > 0 ? [...names].sort().join(', ') : 'nothing');
