/**
 * `npm run certify`: every rule by which Amazon certifies a skill that can be checked without Amazon, over what the build made, and
 * the list of those that only a person or a device can check.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyRule } from '../tests/certification/rules';
import { ensureBuilt } from './building';
import { isCertifiable, type Report, reportText } from './certify/report';
import { resultsOf, type Suites } from './certify/results';
import { loadContent } from './content/load';
import { signedLines } from './content/signatures';
import { Problems } from './problems';

const root = process.cwd();

async function main(): Promise<void> {
  await ensureBuilt(root);
  console.error('Checking; that takes some twenty seconds for each locale.');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const report: Report = { name: `Cramp Helper ${version}`, rules: everyRule, lines: signedLines(loadContent(root)), ...run() };
  console.log(reportText(report));
  if (!isCertifiable(report)) process.exitCode = 1;
}

/** Runs the suite in a process of its own. */
function run(): Pick<Report, 'results' | 'broken'> {
  const folder = mkdtempSync(join(tmpdir(), 'certify-'));
  const file = join(folder, 'report.json');
  const jest = createRequire(__filename).resolve('jest/bin/jest');
  // The checks and their list. That each can fail is shown by `npm test`, on a build without a fault.
  const suites = 'tests/certification/(model|manifest|conversation|platform|listed)\\.test';
  const options = [suites, '--silent', '--json', `--outputFile=${file}`];
  const { stderr } = spawnSync(process.execPath, [jest, ...options], { cwd: root, encoding: 'utf8' });
  try {
    return resultsOf(JSON.parse(readFileSync(file, 'utf8')) as Suites, new Set(everyRule.map(({ id }) => id)));
  } catch {
    return { results: [], broken: [`The checks could not be run: ${stderr.trim()}`] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
