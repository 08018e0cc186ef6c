/**
 * `npm run validate`: the template, the manifest and the models, by the schemas, rules and types of Amazon and AWS. No account needed.
 */
import { ensureBuilt } from './building';
import { Problems } from './problems';
import { validity } from './validate/all';

async function main(root: string): Promise<void> {
  await ensureBuilt(root);
  const { told, problems } = validity(root);
  console.log(told.join('\n'));
  if (problems.length > 0) throw new Problems(problems);
  console.log('All valid.');
}

main(process.cwd()).catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
