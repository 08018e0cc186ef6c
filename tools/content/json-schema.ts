/**
 * The schemas as JSON Schema, so that an editor completes and explains the content while it is typed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listingFile, manifestFile, regionFile } from '../manifest/schema';
import { catalogueSchema, overrideSchema, phraseSchema } from '../models/schema';
import { fileSchemas } from './schema';

const folder = '.vscode/schemas';

const all: Readonly<Record<string, { readonly glob: string; readonly schema: z.ZodType }>> = {
  ...fileSchemas,
  intents: { glob: 'interactionModels/intents.yaml', schema: catalogueSchema },
  phrases: { glob: 'interactionModels/phrases/??/*.yaml', schema: phraseSchema },
  manifest: { glob: 'content/manifest.yaml', schema: manifestFile },
  listing: { glob: 'content/listing/??.yaml', schema: listingFile },
  listingOverride: { glob: 'content/listing/??-??.yaml', schema: regionFile },
  phraseOverrides: { glob: 'interactionModels/phrases/??-??/*.yaml', schema: overrideSchema },
};

/** Path → text of every schema file, and of the settings that tell the editor which belongs to what. */
function emitted(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, { schema }] of Object.entries(all)) {
    files.set(`${folder}/${name}.json`, text(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
  }
  const schemas = Object.fromEntries(Object.entries(all).map(([name, { glob }]) => [`./${folder}/${name}.json`, glob]));
  files.set('.vscode/settings.json', text({ 'yaml.schemas': schemas, 'yaml.format.enable': false, 'editor.formatOnSave': true }));
  return files;
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The editor files that are not as the schemas say. */
export const staleSchemas = (root: string): string[] =>
  [...emitted()]
    .filter(([path, wanted]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== wanted)
    .map(([path]) => path);

/** Writes the stale ones, and says which. */
export function writeSchemas(root: string): string[] {
  const stale = staleSchemas(root);
  const files = emitted();
  for (const path of stale) writeFileSync(join(root, path), files.get(path) ?? '');
  return stale;
}
