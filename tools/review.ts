/**
 * `npm run review`: one page a language for a clinician and a native reader, in build/review. With a language, that page alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from './content/load';
import { Problems } from './problems';
import { pageOf } from './review/page';
import { sheetOf } from './review/sheet';

const root = process.cwd();
const folder = 'build/review';

try {
  const content = loadContent(root);
  const languages = [...new Set(Object.values(content.locales.data).map(({ language }) => language))];
  const [asked, ...more] = process.argv.slice(2);
  if (more.length > 0 || (asked !== undefined && !languages.includes(asked)))
    throw new Error(`There is no language ${JSON.stringify(more[0] ?? asked)}; there are ${languages.join(', ')}.`);
  mkdirSync(join(root, folder), { recursive: true });
  for (const language of asked === undefined ? languages : [asked]) {
    const sheet = sheetOf(content, language);
    const signed = sheet.health.filter(({ signature }) => signature).length;
    writeFileSync(join(root, folder, `${language}.html`), pageOf(sheet));
    console.log(`${folder}/${language}.html: ${signed} of ${sheet.health.length} lines signed.`);
  }
} catch (error) {
  console.error(error instanceof Problems || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
