/**
 * Writes the emitted models to `interactionModels/custom`, and takes away those of locales that are gone.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Emitted, staleModels } from './emit';

/** Brings the folder up to date, touching only what has changed. Returns a line a file that says what was done to it. */
export function writeModels(root: string, files: Emitted['files']): string[] {
  const stale = staleModels(root, files);
  const gone = stale.filter((path) => !files.has(path));
  const lines = [...files].map(([path, text]) => {
    if (!stale.includes(path)) return `${path} unchanged`;
    replace(join(root, path), text);
    return `${path} written`;
  });
  for (const path of gone) rmSync(join(root, path));
  return [...lines, ...gone.map((path) => `${path} removed: content/locales.yaml has no such locale`)];
}

/** Beside its place first, then moved there: whoever reads meanwhile finds the old file or the new one. */
function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
