/**
 * The committed manifest: what `skill.json` should hold, and whether it does. Reads, never writes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelOf } from '../../simulator/nlu/model';
import { forbiddenFile } from '../content/schema';
import type { Emitted } from '../models/emit';
import type { Problem } from '../problems';
import { readYaml } from '../yaml';
import { compileManifest, type Manifest, manifestText } from './compile';
import { lintManifest } from './lint';
import type { View } from './lint/rule';
import { loadSources } from './load';
import { strangersOf, usesOf } from './uses';

const file = 'skill.json';

export interface EmittedManifest {
  readonly problems: readonly Problem[];
  /** Undefined when there is any problem. */
  readonly manifest: Manifest | undefined;
}

/** The manifest of every locale, checked against the models that Alexa is taught. */
export function emitManifest(root: string, models: Pick<Emitted, 'files' | 'phrases'>): EmittedManifest {
  const problems: Problem[] = [];
  const view = viewOf(root, models, problems);
  if (view) problems.push(...lintManifest(view));
  return { problems, manifest: view && problems.length === 0 ? compileManifest(view) : undefined };
}

/** Whether the committed file is not as emitted. */
export const staleManifest = (root: string, manifest: Manifest | undefined): string[] => {
  if (!manifest) return [];
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8') === manifestText(manifest) ? [] : [file];
};

function viewOf(root: string, { files, phrases }: Pick<Emitted, 'files' | 'phrases'>, problems: Problem[]): View | undefined {
  const sources = loadSources(root, problems);
  if (!sources) return undefined;
  const models = [...files].map(([path, text]) => [path.replace(/^.*\/|\.json$/g, ''), modelOf(text)] as const);
  return {
    ...sources,
    phrases,
    models: new Map(models),
    claims: claimsOf(root),
    uses: usesOf(root),
    strangers: strangersOf(root),
  };
}

/** What is wrong with these files is told with the content. */
function claimsOf(root: string): View['claims'] {
  const folder = 'content/forbidden';
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  return names
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readYaml(root, `${folder}/${name}`, forbiddenFile, []) ?? []);
}
