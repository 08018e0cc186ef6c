/**
 * Manifest and models as Amazon describes them: by the schema of its skill-management service, and by the types that it generates from it.
 * Each finds what the other does not: the schema counts and measures, the types know every name.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { heavy } from '../heavy';
import type { Problem } from '../problems';
import { type Definitions, strict } from './schema';

interface Described {
  /** Below the root. */
  readonly file: string;
  /** Of the schema and of the types alike. */
  readonly as: string;
}

/** What is used of ajv. */
interface Ajv {
  addSchema(schema: object): void;
  compile(schema: object): Check;
}
type Check = ((data: unknown) => boolean) & { readonly errors?: readonly Complaint[] | null };
interface Complaint {
  readonly instancePath: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const folder = 'build/skill-package';
const fix = 'Mend what it is made from, and build.';

/** Everything in the package of a root that Amazon describes, and what of it is not so. */
export function packageFaults(
  repository: string,
  root = repository,
): { readonly files: readonly string[]; readonly problems: Problem[] } {
  const models = readdirSync(join(root, folder, 'interactionModels/custom')).sort();
  const described = [
    { file: `${folder}/skill.json`, as: 'v1.skill.Manifest.SkillManifestEnvelope' },
    ...models.map((name) => ({
      file: `${folder}/interactionModels/custom/${name}`,
      as: 'v1.skill.interactionModel.InteractionModelData',
    })),
  ];
  const tool = heavy(repository, 'alexa-schemas');
  return {
    files: described.map(({ file }) => file),
    problems: [...bySchema(tool, root, described), ...byTypes(tool, repository, root, described)],
  };
}

function bySchema(tool: string, root: string, described: readonly Described[]): Problem[] {
  const load = createRequire(join(tool, 'package.json'));
  const { default: Ajv } = load('ajv') as { default: new (options: object) => Ajv };
  const { definitions } = load('ask-smapi-model/spec.json') as { definitions: Definitions };
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, discriminator: true });
  ajv.addSchema({ $id: 'smapi', definitions: strict(definitions) });
  return described.flatMap(({ file, as }) => {
    const check = ajv.compile({ $ref: `smapi#/definitions/${as}` });
    if (check(JSON.parse(readFileSync(join(root, file), 'utf8')))) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) => ({
      file,
      message: `${instancePath || '/'} ${message}: ${Object.values(params).flat().join(', ')}. Amazon's schema says so.`,
      fix,
    }));
  });
}

/** The text of a file after a name of its type: what an import of JSON widens is a literal there, and the lines stay the same. */
function byTypes(tool: string, repository: string, root: string, described: readonly Described[]): Problem[] {
  const folder = mkdtempSync(join(tool, 'types-'));
  try {
    for (const [at, { file, as }] of described.entries())
      writeFileSync(
        join(folder, `${at}.ts`),
        `import type { v1 } from 'ask-smapi-model'; export const described: ${as} = ${readFileSync(join(root, file), 'utf8')}`,
      );
    const compilerOptions = { noEmit: true, strict: true, skipLibCheck: true, module: 'preserve', types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const tsc = join(repository, 'node_modules/.bin/tsc');
    const { stdout, status } = spawnSync(tsc, ['--project', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
    const found = [...stdout.matchAll(/^(\d+)\.ts\((\d+),\d+\): error \w+: (.+)$/gm)];
    if (status !== 0 && found.length === 0) throw new Error(`tsc ended with ${status}: ${stdout}`);
    return found.map(([, at, line, message = '']) => ({
      file: described[Number(at)]?.file ?? '',
      line: Number(line),
      message: `${message} Amazon's types say so.`,
      fix,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
