/**
 * `npm run listen`: how well the estimate of 150 words a minute fits a real voice, over ten answers. Needs espeak-ng (on Debian:
 * apt-get install espeak-ng), which is why no test runs it. Quiet is left out: its length is known.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtHandler, invocationNameOf } from '../simulator/built';
import { createDevice } from '../simulator/device';
import { heard, seconds } from '../simulator/heard';
import { loadNlu } from '../simulator/nlu/nlu';
import { ensureBuilt } from './building';

const locale = 'en-US';
/** Words a minute, as the speech budgets count them. */
const pace = 150;
/** The share by which an estimate may be off. */
const tolerance = 0.15;

const asked = [
  'my calf is cramping',
  'what is a muscle cramp',
  'what causes cramps',
  'what helps',
  'should i see a doctor',
  'how do i stop night cramps',
  'does magnesium help',
  "my calf is swollen and it's cramping",
  'help',
  'guide me through my bedtime stretches',
];

/** Seconds that espeak-ng takes to say a text: 16-bit samples on standard output, behind a header of 44 bytes. */
function spoken(text: string): number {
  const { stdout, error, status } = spawnSync('espeak-ng', ['-v', 'en-us', '-s', String(pace), '--stdout', text], {
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error('espeak-ng is not installed: on Debian, apt-get install espeak-ng.');
  if (status !== 0) throw new Error(`espeak-ng ended with ${status}.`);
  return (stdout.length - 44) / 2 / stdout.readUInt32LE(24);
}

async function main(): Promise<boolean> {
  const root = join(__dirname, '..');
  await ensureBuilt(root);
  const nlu = loadNlu(root, locale);
  const rows: { readonly utterance: string; readonly estimate: number; readonly real: number }[] = [];
  for (const utterance of asked) {
    const invocationName = invocationNameOf(root, locale);
    const device = createDevice({
      handler: builtHandler(root),
      nlu,
      locale,
      clock: () => new Date(),
      screen: false,
      invocationName,
    });
    const { ssml } = await device.say(utterance);
    const words = ssml.replace(/<break[^>]*>/g, ' ');
    rows.push({ utterance, estimate: seconds(words), real: spoken(heard(words)) });
  }
  for (const { utterance, estimate, real } of rows) {
    const off = Math.round((100 * (estimate - real)) / real);
    console.log(
      `${estimate.toFixed(1).padStart(5)} s estimated  ${real.toFixed(1).padStart(5)} s spoken  ${String(off).padStart(4)} %  ${utterance}`,
    );
  }
  return rows.every(({ estimate, real }) => Math.abs(estimate - real) <= tolerance * real);
}

main().then(
  (fits) => {
    if (!fits) console.error(`An estimate is more than ${tolerance * 100} % off.`);
    process.exitCode = fits ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
