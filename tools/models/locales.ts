/**
 * The locales of `content/locales.yaml`, as far as the models need them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problems';
import { readYaml } from '../yaml';
import type { Locale } from './model';
import { localesSchema } from './schema';

const file = 'content/locales.yaml';

/** Every locale with the language it speaks, in the order of the file. */
export function loadLocales(root: string, problems: Problem[]): Locale[] {
  if (!existsSync(join(root, file))) {
    problems.push({ file, message: 'is missing.', fix: 'It lists the locales, as en-US: { language: en }.' });
    return [];
  }
  const source = readYaml(root, file, localesSchema, problems);
  return Object.entries(source?.data ?? {}).map(([locale, { language }]) => ({ locale, language }));
}
