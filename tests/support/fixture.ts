/**
 * Small folders on disk, without a fault until a test plants one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What stands somewhere, and the fault that takes its place. */
export type Fault = readonly [file: string, from: string, to: string];

/** Files added, or (`null`) taken away. */
export type Changed = Readonly<Record<string, string | null>>;

const roots: string[] = [];

/** Puts files on disk with faults planted, and returns where; `removeFixtures` takes all of it away again. */
export function plant(files: Readonly<Record<string, string>>, faults: readonly Fault[], changed: Changed): string {
  const root = mkdtempSync(join(tmpdir(), 'fixture-'));
  roots.push(root);
  const texts: Record<string, string | null> = { ...files, ...changed };
  for (const [file, from, to] of faults) {
    const text = texts[file];
    if (!text?.includes(from)) throw new Error(`The fixture ${file} has no "${from}" to replace.`);
    texts[file] = text.replace(from, () => to);
  }
  for (const [file, text] of Object.entries(texts)) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

export function removeFixtures(): void {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
}
