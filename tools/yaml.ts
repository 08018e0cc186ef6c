/**
 * Reads the YAML that people write: syntax and schema problems come back as sentences with the line they stand on.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problems';

/** A parsed file, and the line of anything in it. */
export interface Source<T> {
  readonly file: string;
  readonly data: T;
  /** The line of the value at a path of keys, or of its nearest parent that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads and validates one file below `root`. Adds to `problems` and returns undefined when the file cannot be used.
 * @param file path from the root of the repository, with forward slashes
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>, problems: Problem[]): Source<T> | undefined {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: counter });
  for (const error of document.errors) {
    problems.push({
      file,
      line: error.linePos?.[0].line ?? 1,
      message: `is not YAML: ${firstLine(error.message)}`,
      fix: hint(error.code),
    });
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, data: result.data, lineOf };
  for (const issue of result.error.issues) {
    const place = issue.path.map(String).join('.');
    problems.push({ file, line: lineOf(issue.path), message: `${place ? `${place}: ` : ''}${sentence(issue.message)}` });
  }
  return undefined;
}

const firstLine = (text: string): string => text.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '.') ?? text;
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What usually mends a YAML error, by the parser's own code. */
const hint = (code: string): string =>
  code === 'DUPLICATE_KEY'
    ? 'Remove one of the two.'
    : 'Check the indentation, and put quotes round text that begins with [ or { or holds a colon.';
