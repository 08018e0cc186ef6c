/**
 * `npm run check`: types, lint, format, content and models; no tests. Tells every problem of every kind, then fails.
 */
import { spawnSync } from 'node:child_process';
import { staleSchemas } from './content/json-schema';
import { lintContent } from './content/lint';
import { type Content, loadContent } from './content/load';
import { staleComparisons, toReview } from './content/translations';
import { emitManifest, staleManifest } from './manifest/emit';
import { emitModels, staleModels } from './models/emit';
import { loadCatalogue } from './models/load';
import { type Problem, Problems, tell } from './problems';

const root = process.cwd();
const { problems: content, loaded } = contentProblems();
const models = emitModels(root);
const manifest = emitManifest(root, models);
const stale = [
  ...(models.problems.length > 0 ? [] : staleModels(root, models.files)),
  ...staleManifest(root, manifest.manifest),
  ...staleSchemas(root),
  ...(loaded ? staleComparisons(root, loaded) : []),
];
const problems: Problem[] = [
  ...content,
  ...models.problems,
  ...manifest.problems,
  ...stale.map((file) => ({
    file,
    message: 'is not what its sources say now.',
    fix: 'Run `npm run fix`.',
  })),
];
if (problems.length > 0) console.error(tell(problems));

const tools = [
  ['Types', 'tsc', ['--noEmit']],
  ['Format and lint', 'biome', ['check', '--error-on-warnings', '.']],
] as const;
const failed = tools.filter(
  ([, command, options]) => spawnSync(`node_modules/.bin/${command}`, options, { stdio: 'inherit' }).status !== 0,
);

for (const [what] of failed) console.error(`${what}: failed, see above.`);
if (problems.length > 0)
  console.error(`Content and models: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}, see above.`);
else console.log(`Content and models: no problem. ${models.files.size} locale${models.files.size === 1 ? '' : 's'}.`);
if (problems.length + failed.length > 0) process.exitCode = 1;

function contentProblems(): { readonly problems: readonly Problem[]; readonly loaded?: Content } {
  try {
    const found: Problem[] = [];
    const catalogue = loadCatalogue(root, found);
    // What is wrong with the catalogue itself is told with the models.
    if (!catalogue) return { problems: [] };
    const loaded = loadContent(root);
    return { problems: [...lintContent(loaded, catalogue), ...toReview(loaded)], loaded };
  } catch (error) {
    if (error instanceof Problems) return { problems: error.problems };
    throw error;
  }
}
