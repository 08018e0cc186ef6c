/**
 * `npm run locale`: adds a locale, lists what is to do in each, and takes note that a translation was read again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Content, loadContent } from './content/load';
import { firstLanguage, outdated, writeComparisons } from './content/translations';
import { wordsOf } from './content/words';
import { scaffold } from './locale/scaffold';
import { Problems } from './problems';

const root = process.cwd();
const usage = `npm run locale                              every locale, and what is to review in it
npm run locale -- it-IT                     adds a locale: its files, with the first language as comments
npm run locale -- es --reread KEY …         these lines of content/words/es were compared with the original, and are right as they are
`;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reread: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const [code, ...rest] = positionals;
  if (values.help) process.stdout.write(usage);
  else if (code === undefined) list(loadContent(root));
  else if (values.reread) reread(loadContent(root), code, rest);
  else if (rest.length > 0) throw new Error(`One locale at a time, without ${JSON.stringify(rest[0])}.`);
  else add(loadContent(root), code);
}

function add(content: Content, locale: string): void {
  const { files, todo } = scaffold(root, content, locale);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  console.log(`\nTo do for ${locale}:\n${todo.map((one) => `- ${one}`).join('\n')}`);
}

function list(content: Content): void {
  const late = outdated(content);
  const folders = Object.keys(content.words).sort();
  for (const folder of folders) {
    const texts = wordsOf(content, folder).size;
    const open = late.filter((one) => one.folder === folder);
    const state = folder === firstLanguage(content) ? 'the original' : `${open.length} to review`;
    console.log(`${folder.padEnd(6)} ${String(texts).padStart(4)} texts, ${state}`);
    for (const { key, word, original } of open) console.log(`       ${word.file}:${word.line} ${key}: "${original}"`);
  }
}

function reread(content: Content, folder: string, keys: readonly string[]): void {
  if (!content.words[folder]) throw new Error(`There is no folder content/words/${folder}.`);
  if (keys.length === 0) throw new Error('Name the keys that were read again.');
  const known = wordsOf(content, folder);
  const unknown = keys.find((key) => !known.has(key));
  if (unknown !== undefined) throw new Error(`content/words/${folder} has no ${unknown}.`);
  writeComparisons(root, content, { [folder]: keys });
  console.log(`${keys.length === 1 ? 'One line' : `${keys.length} lines`} of ${folder} compared with the original of today.`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Problems || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
