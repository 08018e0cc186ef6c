/**
 * Every language and region hears its own people: utterances by readers who had not seen the samples, which were then grown from their
 * misses, reach the intent that is meant; and what is danger is answered with the number of the country, every time. The local NLU is an
 * approximation of Alexa's.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtHandler, invocationNameOf } from '../../simulator/built';
import { createDevice } from '../../simulator/device';
import { readModel } from '../../simulator/nlu/model';
import { loadNlu } from '../../simulator/nlu/nlu';
import { judge } from '../heard/judge';
import { content, locales, numbersOf, root, wordsOfLocale } from '../support/skill';

const folder = join(__dirname, 'golden');
/** A file a language, or a region: `es.yaml` is said in every Spanish locale, `en-GB.yaml` in one. */
const sets = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));
const spokenIn = (set: string): readonly string[] =>
  locales.filter((locale) => locale === set || content.locales.data[locale]?.language === set);
/** How many a set needs before it says anything; a region of a language needs forty of its own. */
const least: Readonly<Record<string, number>> = { es: 150, de: 120, fr: 105 };

it('every language but the first, and every region of the first, has a set of its own', () => {
  const [first = '', ...others] = locales;
  const language = (locale: string): string => content.locales.data[locale]?.language ?? '';
  const wanted = others.map((locale) => (language(locale) === language(first) ? locale : language(locale)));
  expect([...new Set(wanted)].filter((name) => !sets.includes(name))).toEqual([]);
  expect(sets.filter((name) => spokenIn(name).length === 0)).toEqual([]);
});

describe.each(sets.flatMap((set) => spokenIn(set).map((locale) => [set, locale] as const)))('%s in %s', (set, locale) => {
  const nlu = loadNlu(root, locale);
  const model = readModel(join(root, `build/skill-package/interactionModels/custom/${locale}.json`), nlu.language);
  const judged = judge(join(folder, `${set}.yaml`), nlu, model);
  const { inside, fresh, outside, slots, wrong } = judged;

  it('is large enough, and told', () => {
    console.info(
      [
        `${set} in ${locale}: ${inside.count} in scope, ${inside.accuracy} % right; ${fresh.count} of them no sample, ${fresh.accuracy} % right`,
        `  ${outside.count} out of scope, ${outside.rejected} % turned away; ${slots.count} slots, ${slots.right} % right`,
        ...wrong.map((one) => `  ${one}`),
      ].join('\n'),
    );
    expect(inside.count).toBeGreaterThanOrEqual(least[set] ?? 40);
    expect(fresh.count).toBeGreaterThanOrEqual((least[set] ?? 40) / 3);
  });

  it('is understood, 92 times in 100', () => {
    expect(inside.accuracy).toBeGreaterThanOrEqual(92);
  });

  it('is answered with the number to call, or asked the question that leads to it, whenever it is danger', async () => {
    const handler = builtHandler(root);
    const invocationName = invocationNameOf(root, locale);
    const words = wordsOfLocale(locale);
    const { emergency = '\u0000', crisis = '\u0000' } = numbersOf(locale);
    // A few signs are for the emergency room: their words name no number. A gate leads to one when its nudge says it.
    const gates = Object.entries(words).flatMap(([key, text]) =>
      /^triage\.gates\.\w+\.ask$/.test(key) && words[`${key}Nudge`]?.includes(emergency) ? [text] : [],
    );
    const urgent = [emergency, crisis, words['dialog.emergency.cannotCall'] ?? '\u0000', ...gates];
    const dangers = judged.rows.filter(({ intent }) => [intent].flat()[0] === 'EmergencyIntent');
    const missed: string[] = [];
    for (const { say } of dangers) {
      const device = createDevice({ handler, nlu, locale, clock: () => new Date(), screen: false, invocationName });
      await device.say('open');
      const { speech } = await device.say(say);
      if (!urgent.some((text) => speech.includes(text))) missed.push(`${say}: ${speech}`);
    }

    expect(dangers.length).toBeGreaterThanOrEqual(set.includes('-') ? 5 : 15);
    expect(missed).toEqual([]);
  });
});
