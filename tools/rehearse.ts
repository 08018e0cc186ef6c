/**
 * `npm run rehearse`: the deployment without an account. The real `ask deploy` runs in a copy, against stand-ins of Amazon and AWS on
 * this machine, and what came to them is shown and compared with the build. Fails when anything differs.
 */
import { ensureBuilt } from './building';
import { notBuilt, notPrepared } from './deploy/ready';
import { readResources } from './deploy/resources';
import { Problems } from './problems';
import { arrivedAt, differences } from './rehearsal/arrived';
import { stage } from './rehearsal/deployment';
import { report } from './rehearsal/report';
import { packageFaults } from './validate/package';

const root = process.cwd();
/** The profile of ask-cli that whoever reads the README has. */
const profile = 'default';

async function main(): Promise<void> {
  await ensureBuilt(root);
  const resources = readResources(root, profile, []);
  const problems = [...notPrepared(root, profile), ...(resources ? notBuilt(root, profile) : [])];
  if (problems.length > 0 || !resources) throw new Problems(problems);

  const here = await stage(root);
  try {
    const { status, said, seconds } = await here.ask('deploy');
    const arrived = arrivedAt(here);
    console.log(report(arrived));
    const differ = [
      ...(status === 0 ? [] : [`ask deploy ended with ${status}:\n${said}`]),
      ...differences(root, resources, arrived),
      // The manifest as it is in the end, addresses and events included.
      ...packageFaults(root, here.folder).problems.map(({ file, message }) => `${file} ${message}`),
    ];
    if (differ.length > 0) throw new Error(differ.join('\n'));
    console.log(`ask deploy took ${seconds.toFixed(1)} s. Everything that came is what was built, byte for byte.`);
  } finally {
    await here.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
