/**
 * `npm run replay`: writes the conversation tests as files that `ask dialog --replay` says to the deployed skill, over Amazon's own
 * understanding. What is answered is for a person to compare: ask-cli prints it and judges nothing.
 */
import { ensureBuilt } from './building';
import { profileOf } from './deploy/profile';
import { Problems } from './problems';
import { replayFolder, writeReplays } from './replay/files';

async function main(root: string): Promise<void> {
  await ensureBuilt(root);
  const { files, untold, skillId } = writeReplays(root, profileOf(process.argv.slice(2), process.env));
  console.log(
    `${files.length} files in ${replayFolder}, for ${skillId ?? 'no skill yet: run `npm run deploy`, then this again'}.`,
  );
  for (const file of untold) console.log(`${file} is left out: it sets the clock.`);
  console.log(`To hear one: npm run ask -- dialog --replay ${replayFolder}/${files[0]}`);
}

main(process.cwd()).catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
