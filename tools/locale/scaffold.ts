/**
 * The files of a new locale. A new language gets every file of the first one, emptied; a new region of a known language gets files that
 * inherit everything. Plans only: nothing is written here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content/load';
import { firstLanguage } from '../content/translations';
import { alexaLocales } from '../manifest/lint/locales';
import { blank, waiting } from './blank';

export interface Plan {
  /** Path → text of files that are not there yet. */
  readonly files: ReadonlyMap<string, string>;
  /** What to fill in, a line each. */
  readonly todo: readonly string[];
}

const registry = 'content/locales.yaml';
/** Folders with a folder a language, and folders with a file a language. */
const folders = ['content/words', 'interactionModels/phrases'];
const singles = ['content/forbidden', 'content/listing'];

/**
 * @param locale such as it-IT
 * @throws Error with one line when there is no such locale, or it is there already
 */
export function scaffold(root: string, content: Content, locale: string): Plan {
  const { data } = content.locales;
  if (!(alexaLocales as readonly string[]).includes(locale))
    throw new Error(`Alexa has no locale ${JSON.stringify(locale)}; there are ${alexaLocales.join(', ')}.`);
  if (data[locale]) throw new Error(`${locale} is in ${registry} already. To add words to it, edit content/words/${locale}.`);
  const language = locale.slice(0, 2);
  const known = Object.values(data).some((one) => one.language === language);
  const files = known ? regionFiles(locale) : languageFiles(root, firstLanguage(content), language);
  const there = [...files.keys()].filter((path) => existsSync(join(root, path)));
  if (there.length > 0) throw new Error(`${there[0]} is there already. Remove it, or add ${locale} to ${registry} by hand.`);
  const entry = `${readFileSync(join(root, registry), 'utf8').trimEnd()}\n${registryEntry(locale, language)}`;
  return {
    files: new Map([[registry, entry], ...files]),
    todo: [
      `${registry}: the numbers of ${locale}, each with the fact that verified it in content/facts.`,
      ...(known
        ? [
            `content/words/${locale}, interactionModels/phrases/${locale}: what is said otherwise than in ${language}; remove a folder that nothing differs in.`,
          ]
        : [...files].map(([path, text]) => `${path}: ${waiting(text)} to fill in.`)),
      'Then `npm run fix`, and `npm run check` until it has nothing more to tell.',
    ],
  };
}

const registryEntry = (locale: string, language: string): string => `${locale}:
  language: ${language}
  numbers:
    # As it is dialled, in quotes.
    emergency: { number: '', facts: [] }
    crisis: { number: '', facts: [] }
`;

const regionFiles = (locale: string): Map<string, string> =>
  new Map([
    [`content/words/${locale}/words.yaml`, `# What is said otherwise here. Everything else is inherited.\nlocale: ${locale}\n`],
    [
      `interactionModels/phrases/${locale}/phrases.yaml`,
      `# What people say otherwise here. \`add:\` extends a list, a plain list replaces it.\nlocale: ${locale}\n`,
    ],
  ]);

function languageFiles(root: string, from: string, language: string): Map<string, string> {
  const paths = [
    ...folders.flatMap((folder) =>
      readdirSync(join(root, folder, from))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [`${folder}/${from}/${name}`, `${folder}/${language}/${name}`] as const),
    ),
    ...singles.map((folder) => [`${folder}/${from}.yaml`, `${folder}/${language}.yaml`] as const),
  ];
  return new Map(paths.map(([source, target]) => [target, blank(readFileSync(join(root, source), 'utf8'), language)]));
}
