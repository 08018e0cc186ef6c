/**
 * Who has signed which line. A signature holds for the text that was read, and for no other: a line that changes is unsigned again.
 */
import { inventory } from './inventory';
import type { Content } from './load';
import { fingerprint } from './translations';
import { type Word, wordsOf } from './words';

export interface Signature {
  readonly name: string;
  readonly role: string;
  /** As 2026-11-23. */
  readonly date: string;
}

/** The latest valid signature under a text of a folder of words; undefined where there is none. */
export function signatureOf(content: Content, folder: string, key: string, { text }: Pick<Word, 'text'>): Signature | undefined {
  const mark = fingerprint(text);
  return [...(content.signatures[folder]?.data ?? [])]
    .filter(({ lines }) => lines[key] === mark)
    .sort((a, b) => b.date.localeCompare(a.date))
    .map(({ name, role, date }) => ({ name, role, date }))[0];
}

/** How many lines about health there are to sign, and how many somebody has signed. */
export interface Signed {
  readonly signed: number;
  readonly all: number;
}

/** Language → its count: the lines of the language, and those that its regions say otherwise. */
export function signedLines(content: Content): Map<string, Signed> {
  const health = new Set(
    inventory(content).flatMap(({ key, kind, facts }) => (kind === 'line' && facts.length > 0 ? [key] : [])),
  );
  const counts = new Map<string, Signed>();
  for (const folder of Object.keys(content.words).sort()) {
    const language = folder.slice(0, 2);
    const lines = [...wordsOf(content, folder)].filter(([key]) => health.has(key));
    const before = counts.get(language) ?? { signed: 0, all: 0 };
    const signed = lines.filter(([key, word]) => signatureOf(content, folder, key, word)).length;
    counts.set(language, { signed: before.signed + signed, all: before.all + lines.length });
  }
  return counts;
}
