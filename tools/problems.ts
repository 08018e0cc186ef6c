/**
 * A problem in a file that a person edits, and how it is told: where, what is wrong, how to mend it. Never the first one only.
 */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  readonly message: string;
  /** What to do about it, as a full sentence. */
  readonly fix?: string;
}

/** One line a problem: `file:line message fix`, in the order of files and lines. */
export const tell = (problems: readonly Problem[]): string =>
  [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || a.message.localeCompare(b.message))
    .map(({ file, line, message, fix }) => `${file}${line ? `:${line}` : ''} ${message}${fix ? ` ${fix}` : ''}`)
    .join('\n');

/** Thrown by build-time code that cannot go on; carries every problem found, for the command to print. */
export class Problems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(tell(problems));
    this.name = 'Problems';
    this.problems = problems;
  }
}
