/**
 * How a language speaks, as its file in `speech/` says: what it shares with others, what it never says, and how it gives an order.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const never = z.strictObject({
  pattern: z.string(),
  why: z.string().min(10),
  /** A sentence that the pattern must catch: one that catches nothing proves nothing. */
  planted: z.string().min(3),
});
const habits = z.strictObject({
  /** Words that are at home in this language and in another one that the skill speaks, loans included. */
  shared: z.array(z.string()),
  /** First words of an order that comes before the call: float, press the wound, go now. */
  acts: z.array(z.string()).min(3),
  /** What no text of the language says. */
  never: z.array(never).min(1),
  /** What no text of one locale says. */
  regions: z.record(z.string(), z.array(never)).default({}),
});

/** @throws Error when the language has no file */
export function habitsOf(language: string): z.infer<typeof habits> {
  const file = join(__dirname, 'speech', `${language}.yaml`);
  if (!existsSync(file))
    throw new Error(
      `What ${language} shares with other languages, and never says, is not written: add tests/languages/speech/${language}.yaml.`,
    );
  return habits.parse(parse(readFileSync(file, 'utf8')));
}
