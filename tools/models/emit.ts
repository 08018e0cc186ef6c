/**
 * The committed models: what `interactionModels/custom` should hold, and where it does not. Reads, never writes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problems';
import { gather, toAlexa, toText } from './compile';
import { withoutCovered } from './covered';
import { distinct, lint } from './lint';
import { load } from './load';
import { loadLocales } from './locales';
import type { Phrases } from './model';

const folder = 'interactionModels/custom';

export interface Emitted {
  readonly problems: readonly Problem[];
  /** Path from the root → text; every locale's when there is no problem, else none. */
  readonly files: ReadonlyMap<string, string>;
  /** Locale → what it was made of, as far as that can be read. */
  readonly phrases: ReadonlyMap<string, Phrases>;
}

/** The model of every locale, checked and as text. */
export function emitModels(root: string): Emitted {
  const problems: Problem[] = [];
  const locales = loadLocales(root, problems);
  const loaded = load(root, locales);
  problems.push(...loaded.problems);
  const files = new Map<string, string>();
  for (const [locale, phrases] of loaded.phrases) {
    if (loaded.catalogue === undefined) break;
    const { model, problems: unread } = gather(loaded.catalogue, phrases, locale);
    problems.push(...unread, ...lint(model));
    files.set(`${folder}/${locale}.json`, toText(toAlexa(withoutCovered(model))));
  }
  const { phrases } = loaded;
  return problems.length > 0 ? { problems: distinct(problems), files: new Map(), phrases } : { problems, files, phrases };
}

/** The files of `interactionModels/custom` that are not as emitted: changed, missing, or of a locale that is gone. */
export function staleModels(root: string, files: Emitted['files']): string[] {
  const present = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')) : [];
  const gone = present.map((name) => `${folder}/${name}`).filter((path) => !files.has(path));
  const changed = [...files].filter(([path, text]) => readIfPresent(join(root, path)) !== text).map(([path]) => path);
  return [...changed, ...gone].sort();
}

const readIfPresent = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
