/**
 * Makes `build/` from a clean checkout: the Lambda bundle, the skill package, and what the simulator knows of each language.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Language, languageFile, noLanguage } from '../simulator/language';
import { bundle, type Carried } from './bundle';
import { compileContent } from './content/compile';
import { lintContent } from './content/lint';
import { type Content, loadContent } from './content/load';
import { type Manifest, stagedText } from './manifest/compile';
import { emitManifest } from './manifest/emit';
import { drawIcons } from './manifest/icons';
import type { InteractionModel } from './models/compile';
import { emitModels } from './models/emit';
import { loadCatalogue } from './models/load';
import type { Catalogue, Phrases, Placed } from './models/model';
import { signWords } from './models/signs';
import { type Problem, Problems } from './problems';

/** What a build is made of; newer than the stamp, and the build is stale. */
const sources = ['content', 'interactionModels', 'lambda', 'simulator/nlu', 'tools', 'package.json'];
const stamp = 'build/built';

/**
 * Builds everything but the simulator's ears, which are trained when they are first needed (`trainAll` does so for all).
 * @returns the locales
 * @throws Problems when content or phrases are at fault; then nothing of the last build is touched
 */
export async function buildAll(root: string): Promise<readonly string[]> {
  const content = loadContent(root);
  const problems: Problem[] = [];
  const catalogue = loadCatalogue(root, problems);
  if (!catalogue) throw new Problems(problems);
  const models = emitModels(root);
  const { manifest, problems: manifestProblems } = emitManifest(root, models);
  problems.push(...lintContent(content, catalogue), ...models.problems, ...manifestProblems);
  if (problems.length > 0 || !manifest) throw new Problems(problems);
  const icons = await drawIcons(root);

  rmSync(join(root, stamp), { force: true });
  await bundle(root, carry(content, catalogue, models.files));
  stagePackage(root, manifest, new Map<string, string | Uint8Array>([...models.files, ...icons]));
  const locales = Object.keys(content.locales.data);
  for (const locale of locales) {
    mkdirSync(dirname(languageFile(root, locale)), { recursive: true });
    writeFileSync(languageFile(root, locale), JSON.stringify(languageIn(models.phrases.get(locale))));
  }
  writeFileSync(join(root, stamp), '');
  return locales;
}

/** What the simulator needs of the phrases besides the model. */
function languageIn(phrases: Phrases | undefined): Language {
  if (!phrases) return noLanguage;
  const texts = (placed: readonly Placed[]): string[] => placed.map(({ text }) => text);
  const { launch, trailing, connecting, numbers, times, clock } = phrases;
  return {
    ...{ launch: texts(launch), trailing: texts(trailing), connecting: texts(connecting) },
    ...{ numbers: texts(numbers), times: texts(times), clock: texts(clock) },
  };
}

/**
 * Everything the bundle carries, compiled anew.
 * @throws Problems when content or phrases cannot be read
 */
export function carriedBy(root: string): Carried {
  const problems: Problem[] = [];
  const catalogue = loadCatalogue(root, problems);
  if (!catalogue) throw new Problems(problems);
  return carry(loadContent(root), catalogue, emitModels(root).files);
}

function carry(content: Content, catalogue: Catalogue, models: ReadonlyMap<string, string>): Carried {
  const compiled = compileContent(content, Object.fromEntries(catalogue.intents.map(({ alexa, name }) => [alexa, name])));
  const signs = [...models].map(([path, text]) => [
    basename(path, '.json'),
    signWords(JSON.parse(text) as InteractionModel, compiled.knowledge.triage),
  ]);
  return { ...compiled, signs: Object.fromEntries(signs) };
}

/** Builds when there is no build, or a source is newer than it. Nothing goes to standard output. */
export async function ensureBuilt(root: string): Promise<void> {
  const built = existsSync(join(root, stamp)) ? statSync(join(root, stamp)).mtimeMs : 0;
  if (!sources.some((source) => newest(join(root, source)) > built)) return;
  console.error('Building first; that takes some seconds.');
  await buildAll(root);
}

/** `build/skill-package`: what Amazon is given. */
function stagePackage(root: string, manifest: Manifest, files: ReadonlyMap<string, string | Uint8Array>): void {
  const folder = join(root, 'build/skill-package');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, data] of [['skill.json', stagedText(manifest)] as const, ...files]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
}

/** The latest change below a path, in milliseconds. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
