/**
 * Writes `skill.json` where it is not as emitted.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestText } from './compile';
import { staleManifest } from './emit';

/** A line that says what was done. */
export function writeManifest(root: string, manifest: Manifest): string {
  const [stale] = staleManifest(root, manifest);
  if (stale === undefined) return 'skill.json unchanged';
  writeFileSync(join(root, stale), manifestText(manifest));
  return `${stale} written`;
}
