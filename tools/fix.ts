/**
 * `npm run fix`: the formatter, and everything that is written from something else.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSchemas } from './content/json-schema';
import { emitModels } from './models/emit';
import { writeModels } from './models/write';
import { tell } from './problems';

const root = process.cwd();
mkdirSync(join(root, '.vscode/schemas'), { recursive: true });
for (const path of writeSchemas(root)) console.log(`wrote ${path}`);

const { problems, files } = emitModels(root);
if (problems.length > 0) console.error(`${tell(problems)}\nThe models were not written.`);
else console.log(writeModels(root, files).join('\n'));

const { status } = spawnSync('node_modules/.bin/biome', ['check', '--write', '.'], { stdio: 'inherit' });
if (problems.length > 0 || status !== 0) process.exitCode = 1;
