/**
 * Reads the content folder into one value that remembers where everything stands. Checks nothing beyond the schema.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Problem, Problems } from '../problems';
import { readYaml, type Source } from '../yaml';
import {
  type CourtesyFile,
  courtesyFile,
  type FactFile,
  type ForbiddenFile,
  factFile,
  forbiddenFile,
  type LocaleFile,
  localeFile,
  type RoutineFile,
  routineFile,
  type SignatureFile,
  type SourceFile,
  type StretchFile,
  signatureFile,
  sourceFile,
  stretchFile,
  type TopicFile,
  type TranslationFile,
  type TriageFile,
  topicFile,
  translationFile,
  triageFile,
  type WordFile,
  wordFile,
} from './schema';

export interface Content {
  readonly facts: readonly Source<FactFile>[];
  readonly sources: Source<SourceFile>;
  readonly topics: readonly Source<TopicFile>[];
  readonly stretches: readonly Source<StretchFile>[];
  readonly routines: readonly Source<RoutineFile>[];
  readonly triage: Source<TriageFile>;
  readonly courtesies: Source<CourtesyFile>;
  /** What is never said, a file a language. */
  readonly forbidden: readonly Source<ForbiddenFile>[];
  readonly locales: Source<LocaleFile>;
  /** Folder name (`en`, `en-GB`) → its files. */
  readonly words: Readonly<Record<string, readonly Source<WordFile>[]>>;
  /** Folder of words → who has signed which of its texts. */
  readonly signatures: Readonly<Record<string, Source<SignatureFile>>>;
  /** Folder of words → what each of its texts was translated from. */
  readonly translations: Readonly<Record<string, TranslationFile>>;
}

/**
 * @param root the repository's root
 * @throws Problems with every syntax and schema problem of every file
 */
export function loadContent(root: string): Content {
  const problems: Problem[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): Source<T> | undefined => {
    if (existsSync(join(root, file))) return readYaml(root, file, schema, problems);
    problems.push({ file, message: 'is missing.', fix: 'Restore it from git.' });
    return undefined;
  };
  const folder = <T>(path: string, schema: z.ZodType<T>): Source<T>[] =>
    yamlFiles(root, path).flatMap((file) => readYaml(root, file, schema, problems) ?? []);

  const loaded = {
    facts: folder('content/facts', factFile),
    sources: read('content/sources.yaml', sourceFile),
    topics: folder('content/topics', topicFile),
    stretches: folder('content/stretches', stretchFile),
    routines: folder('content/routines', routineFile),
    triage: read('content/triage.yaml', triageFile),
    courtesies: read('content/courtesies.yaml', courtesyFile),
    forbidden: folder('content/forbidden', forbiddenFile),
    locales: read('content/locales.yaml', localeFile),
    words: Object.fromEntries(subfolders(root, 'content/words').map((name) => [name, folder(`content/words/${name}`, wordFile)])),
  };
  const translations = Object.fromEntries(
    folder('content/translations', translationFile).map(({ file, data }) => [basename(file, '.yaml'), data]),
  );
  const signatures = Object.fromEntries(
    folder('content/signatures', signatureFile).map((source) => [basename(source.file, '.yaml'), source]),
  );
  const { sources, triage, courtesies, locales } = loaded;
  if (problems.length > 0 || !sources || !triage || !courtesies || !locales) throw new Problems(problems);
  return { ...loaded, signatures, translations, sources, triage, courtesies, locales };
}

const entries = (root: string, path: string): string[] =>
  existsSync(join(root, path)) ? readdirSync(join(root, path)).sort() : [];

const subfolders = (root: string, path: string): string[] =>
  entries(root, path).filter((name) => statSync(join(root, path, name)).isDirectory());

const yamlFiles = (root: string, path: string): string[] =>
  entries(root, path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${path}/${name}`);
