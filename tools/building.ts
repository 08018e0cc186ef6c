/**
 * Makes `build/` from a clean checkout: the Lambda bundle, the skill package, and the simulator's trained NLU.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readModel } from '../simulator/nlu/model';
import { classifierFor } from '../simulator/nlu/store';
import { bundle } from './bundle';
import { compileContent } from './content/compile';
import { lintContent } from './content/lint';
import { loadContent } from './content/load';
import type { InteractionModel } from './models/compile';
import { emitModels } from './models/emit';
import { loadCatalogue } from './models/load';
import { signWords } from './models/signs';
import { type Problem, Problems } from './problems';

/** What a build is made of; newer than the stamp, and the build is stale. */
const sources = ['content', 'interactionModels', 'lambda', 'simulator/nlu', 'tools', 'skill.json', 'package.json'];
const stamp = 'build/built';

/**
 * Builds everything.
 * @throws Problems when content or phrases are at fault; then nothing of the last build is touched
 */
export async function buildAll(root: string): Promise<void> {
  const content = loadContent(root);
  const problems: Problem[] = [];
  const catalogue = loadCatalogue(root, problems);
  if (!catalogue) throw new Problems(problems);
  const models = emitModels(root);
  problems.push(...lintContent(content, catalogue), ...models.problems);
  if (problems.length > 0) throw new Problems(problems);

  const names = Object.fromEntries(catalogue.intents.map(({ alexa, name }) => [alexa, name]));
  rmSync(join(root, stamp), { force: true });
  const compiled = compileContent(content, names);
  const signs = [...models.files].map(([path, text]) => [
    basename(path, '.json'),
    signWords(JSON.parse(text) as InteractionModel, compiled.knowledge.triage),
  ]);
  await bundle(root, { ...compiled, signs: Object.fromEntries(signs) });
  stagePackage(root, models.files);
  for (const locale of Object.keys(content.locales.data)) {
    const model = readModel(join(root, 'build/skill-package', `interactionModels/custom/${locale}.json`));
    classifierFor(model, join(root, `build/nlu/${locale}.json`));
  }
  writeFileSync(join(root, stamp), '');
}

/** Builds when there is no build, or a source is newer than it. Nothing goes to standard output. */
export async function ensureBuilt(root: string): Promise<void> {
  const built = existsSync(join(root, stamp)) ? statSync(join(root, stamp)).mtimeMs : 0;
  if (!sources.some((source) => newest(join(root, source)) > built)) return;
  console.error('Building first; that takes about half a minute.');
  await buildAll(root);
}

/** `build/skill-package`: what Amazon is given. */
function stagePackage(root: string, models: ReadonlyMap<string, string>): void {
  const folder = join(root, 'build/skill-package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  cpSync(join(root, 'skill.json'), join(folder, 'skill.json'));
  for (const [path, text] of models) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The latest change below a path, in milliseconds. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
