/**
 * What `npm run build` left in build/, as the simulator needs it: the locales, their invocation names, the handler.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Handler } from './invoke';

const models = (root: string): string => join(root, 'build', 'skill-package', 'interactionModels', 'custom');

/** Every locale with an interaction model, sorted. */
export const builtLocales = (root: string): string[] =>
  readdirSync(models(root))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

export function invocationNameOf(root: string, locale: string): string {
  const model = JSON.parse(readFileSync(join(models(root), `${locale}.json`), 'utf8'));
  return model.interactionModel.languageModel.invocationName;
}

/** The handler of the very bundle that is deployed. */
export function builtHandler(root: string): Handler {
  const folder = join(root, 'build', 'lambda');
  const file = ['index.js', 'index.mjs'].map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`There is no bundle in build/lambda: run npm run build.`);
  const { handler } = createRequire(file)(file) as { handler?: Handler };
  if (typeof handler !== 'function') throw new Error('The bundle in build/lambda exports no handler.');
  return handler;
}
