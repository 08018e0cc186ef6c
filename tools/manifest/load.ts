/**
 * Reads what the manifest is made of: `content/manifest.yaml`, the listings, the locales, and `homepage` in package.json.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type LocaleFile, localeFile } from '../content/schema';
import type { Problem } from '../problems';
import { readYaml, type Source } from '../yaml';
import { type ListingFile, listingFile, type ManifestFile, manifestFile, type RegionFile, regionFile } from './schema';

export const manifestPath = 'content/manifest.yaml';
export const listingFolder = 'content/listing';
export const iconPath = `${listingFolder}/icon.svg`;

/** Everything the manifest is made of. */
export interface Sources {
  readonly root: string;
  readonly neutral: Source<ManifestFile>;
  readonly locales: Source<LocaleFile>;
  /** Language → its listing. */
  readonly languages: ReadonlyMap<string, Source<ListingFile>>;
  /** Locale → what differs there. */
  readonly regions: ReadonlyMap<string, Source<RegionFile>>;
  readonly homepage: string;
}

/** Undefined, with every problem told, when a file cannot be used. */
export function loadSources(root: string, problems: Problem[]): Sources | undefined {
  const before = problems.length;
  const read = <T>(file: string, schema: z.ZodType<T>, fix: string): Source<T> | undefined => {
    if (existsSync(join(root, file))) return readYaml(root, file, schema, problems);
    problems.push({ file, message: 'is missing.', fix });
    return undefined;
  };
  const neutral = read(manifestPath, manifestFile, 'Restore it from git.');
  const locales = read('content/locales.yaml', localeFile, 'It lists the locales, as en-US: { language: en }.');
  const languages = new Map<string, Source<ListingFile>>();
  const regions = new Map<string, Source<RegionFile>>();
  for (const file of listings(root)) {
    const name = basename(file, '.yaml');
    if (name.includes('-')) keep(regions, name, readYaml(root, file, regionFile, problems));
    else keep(languages, name, readYaml(root, file, listingFile, problems));
  }
  const homepage = homepageOf(root, problems);
  if (!neutral || !locales || problems.length > before) return undefined;
  return { root, neutral, locales, languages, regions, homepage };
}

function keep<T>(all: Map<string, T>, name: string, one: T | undefined): void {
  if (one) all.set(name, one);
}

const listings = (root: string): string[] =>
  existsSync(join(root, listingFolder))
    ? readdirSync(join(root, listingFolder))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => `${listingFolder}/${name}`)
    : [];

/** The addresses of the privacy policy and the terms begin with it, so it must be one that Amazon takes. */
function homepageOf(root: string, problems: Problem[]): string {
  const file = 'package.json';
  const { homepage = '' } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { homepage?: string };
  const host = URL.canParse(homepage) ? new URL(homepage).hostname : '';
  if (!homepage.startsWith('https://') || host === '')
    problems.push({
      file,
      message: 'homepage is no https address.',
      fix: 'Write where the repository is: the addresses of the privacy policy and the terms begin with it.',
    });
  else if (/alexa|amazon/i.test(host))
    problems.push({ file, message: `homepage is at ${host}.`, fix: 'Amazon takes no address with its own names in it.' });
  return homepage.replace(/\/$/, '');
}
