/**
 * What was uploaded, for a person to read: every file with its size, every stack with what it was given.
 */
import type { Arrived } from './arrived';
import type { Files } from './zip';

export function report({ packages, stacks, manifest, enabled }: Arrived): string {
  const [first = new Map()] = packages;
  const [{ code = new Map(), template = '' } = {}] = stacks;
  return [
    `Skill package, uploaded ${packages.length === 1 ? 'once' : `${packages.length} times`}:`,
    ...sizes(first),
    'Code, uploaded for every stack:',
    ...sizes(code),
    `Template: ${Buffer.byteLength(template)} bytes. Stacks:`,
    ...stacks.flatMap(({ region, name, capabilities, parameters }) => [
      `  ${region}: ${name}, ${capabilities.join(', ')}`,
      ...Object.entries(parameters).map(([key, value]) => `    ${key} = ${value}`),
    ]),
    'Addresses in the manifest:',
    ...addresses(manifest),
    `The skill is ${enabled ? '' : 'not '}enabled.`,
  ].join('\n');
}

const sizes = (files: Files): string[] =>
  [...files].map(([path, content]) => `${content.length.toLocaleString('en').padStart(11)}  ${path}`);

/** Every `uri` in it, with where it stands. */
function addresses(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return path.endsWith('.uri') ? [`  ${path.slice(1)} = ${value}`] : [];
  return Object.entries(value).flatMap(([key, inside]) => addresses(inside, `${path}.${key}`));
}
