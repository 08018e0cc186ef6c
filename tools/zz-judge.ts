import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { builtHandler, invocationNameOf } from '/work/main/simulator/built';
import { createDevice } from '/work/main/simulator/device';
import { loadNlu } from '/work/main/simulator/nlu/nlu';
import { urgencyIn } from '/work/main/tests/safety/urgency';

const root = '/work/main';
const nlu = loadNlu(root, 'en-US');
const handler = builtHandler(root);
const urgency = urgencyIn('en-US');
async function main() {
  const file = process.argv[2]!;
  const verbose = process.argv[3] !== 'quiet';
  const data = parse(readFileSync(file, 'utf8'));
  const sets: [string, string, string[]][] = Array.isArray(data)
    ? [['S', 'harmless', data]]
    : Object.entries(data).flatMap(([l, rows]: any) =>
        Object.entries(rows).map(([r, u]: any) => [l, r, u] as [string, string, string[]]),
      );
  const tot: any = {};
  for (const [level, row, says] of sets) {
    let ok = 0;
    for (const say of says) {
      const one = createDevice({
        handler,
        nlu,
        locale: 'en-US',
        clock: () => new Date(),
        screen: false,
        invocationName: invocationNameOf(root, 'en-US'),
      } as any);
      const a = await one.say('ask cramp helper ' + say);
      const two = createDevice({
        handler,
        nlu,
        locale: 'en-US',
        clock: () => new Date(),
        screen: false,
        invocationName: invocationNameOf(root, 'en-US'),
      } as any);
      await two.say('open cramp helper');
      const b = await two.say(say);
      const us = [a, b].map((x) => urgency(x.speech));
      const good =
        level === 'E'
          ? (u: string) => u === 'E' || u === 'gate'
          : level === 'T'
            ? (u: string) => u !== 'neither'
            : (u: string) => u !== 'E';
      if (us.every(good)) ok++;
      else if (verbose)
        console.log(
          row,
          '|',
          say,
          '|',
          us.join(','),
          '|',
          b.understood?.intent,
          JSON.stringify(b.understood?.slots.map((s: any) => [s.name, s.id])),
          '|',
          b.speech.slice(0, 50),
        );
    }
    tot[level] ??= [0, 0];
    tot[level][0] += ok;
    tot[level][1] += says.length;
    console.log(`## ${level} ${row} ${ok}/${says.length}`);
  }
  console.log(tot);
}
main();
