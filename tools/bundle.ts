/**
 * The Lambda bundle: one minified CommonJS file with the content inside, and a locale's words and signs in files beside it, and
 * the AWS SDK in another for whoever has a table.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { baseLocale } from '../lambda/knowledge/base-locale';
import type { SignWords, Words } from '../lambda/knowledge/types';
import type { Compiled } from './content/compile';

/** Everything the bundle carries. */
export interface Carried extends Compiled {
  /** Locale → its words of danger. */
  readonly signs: Readonly<Record<string, SignWords>>;
}

/** Writes `build/lambda`. */
export async function bundle(root: string, { knowledge, words, signs }: Carried): Promise<void> {
  const folder = join(root, 'build/lambda');
  rmSync(folder, { recursive: true, force: true });
  await build({
    ...options,
    absWorkingDir: root,
    entryPoints: { index: 'lambda/index.ts' },
    outdir: folder,
    plugins: [contentPlugin(knowledge, Object.keys(words)), apart, withoutClients],
  });
  await build({
    ...options,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(lazy).map(([name, path]) => [name, `lambda/${path}.ts`])),
    outdir: folder,
  });
  const write = (path: string, data: unknown): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, `${path}.json`), JSON.stringify(data));
  };
  for (const [id, topic] of Object.entries(knowledge.topics)) write(`topics/${id}`, topic);
  for (const [locale, data] of Object.entries(signs)) write(`signs/${locale}`, data);
  for (const [locale, all] of Object.entries(words)) {
    const base = baseLocale(locale, Object.keys(words)) ?? locale;
    const inherited = base === locale ? {} : (words[base] ?? {});
    for (const [part, data] of Object.entries(byPart(all))) write(`words/${locale}/${part}`, differing(data, inherited));
  }
}

/** What is said otherwise than in the words that are read beside it. */
const differing = (own: Words, base: Words): Words =>
  Object.fromEntries(Object.entries(own).filter(([key, text]) => base[key] !== text));

/** The words of each topic, and all others in `main`: as `lambda/files.ts` looks for them. */
function byPart(words: Words): Record<string, Words> {
  const parts: Record<string, Record<string, string>> = {};
  for (const [key, text] of Object.entries(words)) {
    const [group, topic = ''] = key.split('.', 2);
    const part = group === 'topics' ? topic : 'main';
    parts[part] ??= {};
    parts[part][key] = text;
  }
  return parts;
}

/** How everything is bundled: the benchmark's hello-world as well. */
export const options = {
  bundle: true,
  minify: true,
  sourcemap: true,
  // The map is for people; the sources in it would double its size.
  sourcesContent: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The ES builds of packages shake far better than their CommonJS ones.
  mainFields: ['module', 'main'],
  // Node's loader of ES modules is slow to start: what is imported late is required late.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** What few answers need is in files of its own, so that nobody else parses it. */
const lazy = { dynamo: 'storage/dynamo', settings: 'alexa/settings' } as const;

const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    for (const [name, path] of Object.entries(lazy)) {
      onResolve({ filter: new RegExp(`/${path}$`) }, () => ({ path: `./${name}.js`, external: true }));
    }
  },
};

/** ask-sdk-core takes one class of ask-sdk-model, for a skill with an API client. Ours has none, and the rest is 60 kB. */
const withoutClients: Plugin = {
  name: 'without-clients',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^ask-sdk-model$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'exports.services = {};', loader: 'js' }));
  },
};

const contentPlugin = ({ topics: _topics, ...withoutTopics }: Compiled['knowledge'], locales: readonly string[]): Plugin => ({
  name: 'content',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^bundle:content$/ }, () => ({ path: 'content', namespace: 'bundle' }));
    onLoad({ filter: /^content$/, namespace: 'bundle' }, () => ({
      contents: Object.entries({ withoutTopics, locales })
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n'),
      loader: 'js',
    }));
  },
});
