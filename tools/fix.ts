/**
 * `npm run fix`: the formatter, and everything that is written from something else.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSchemas } from './content/json-schema';
import { loadContent } from './content/load';
import { writeComparisons } from './content/translations';
import { emitManifest } from './manifest/emit';
import { writeManifest } from './manifest/write';
import { emitModels } from './models/emit';
import { writeModels } from './models/write';
import { Problems, tell } from './problems';

const root = process.cwd();
mkdirSync(join(root, '.vscode/schemas'), { recursive: true });
for (const path of writeSchemas(root)) console.log(`wrote ${path}`);

try {
  for (const path of writeComparisons(root, loadContent(root))) console.log(`wrote ${path}`);
} catch (error) {
  // What is wrong with the content, `npm run check` tells.
  if (!(error instanceof Problems)) throw error;
}

const models = emitModels(root);
if (models.problems.length > 0) console.error(`${tell(models.problems)}\nThe models were not written.`);
else console.log(writeModels(root, models.files).join('\n'));

const { problems, manifest } = emitManifest(root, models);
if (manifest) console.log(writeManifest(root, manifest));
else console.error(`${tell(problems)}\nskill.json was not written.`);

const { status } = spawnSync('node_modules/.bin/biome', ['check', '--write', '.'], { stdio: 'inherit' });
if (models.problems.length + problems.length > 0 || status !== 0) process.exitCode = 1;
