/**
 * Speech: what can be said aloud, sentence by sentence. Whole turns are measured by the walk over the dialog.
 */
import type { Problem } from '../../problems';
import { type Rule, texts } from './rule';

const longestSentence = 20;
const longestQuestion = 12;

export const questionMarks: Rule = {
  name: 'question-marks',
  description: 'A question ends in its only question mark; a line has none.',
  check: (view) =>
    texts(view).flatMap(({ spoken: { kind, key }, word: { text, file, line } }): Problem[] => {
      const marks = [...text.matchAll(/[?？؟]/gu)].length;
      if (kind === 'question' && (marks !== 1 || !/[?？؟]$/u.test(text)))
        return [
          { file, line, message: `${key} is a question and must end in its only question mark.`, fix: 'Ask one thing, last.' },
        ];
      if (kind === 'line' && marks > 0)
        return [
          {
            file,
            line,
            message: `${key} is a line and asks something.`,
            fix: 'Say it as a statement; the question has its own key.',
          },
        ];
      return [];
    }),
};

export const nudges: Rule = {
  name: 'nudges',
  description: 'What silence hears is shorter than the question, and not the same.',
  check: (view) => {
    const all = texts(view);
    return all.flatMap(({ spoken: { kind, key }, word: { text, file, line } }) => {
      if (kind !== 'nudge') return [];
      const question = all.find((other) => other.spoken.key === key.replace(/Nudge$/, '') && other.word.file === file)?.word.text;
      return question !== undefined && text.length >= question.length
        ? [
            {
              file,
              line,
              message: `${key} is not shorter than its question.`,
              fix: 'Say less: it is heard by somebody who did not answer.',
            },
          ]
        : [];
    });
  },
};

export const shortSentences: Rule = {
  name: 'short-sentences',
  description: `A sentence has ${longestSentence} words or fewer, a question ${longestQuestion}.`,
  check: (view) =>
    texts(view).flatMap(({ spoken: { kind, key }, word: { text, file, line } }) => {
      if (kind === 'title') return [];
      const longest = kind === 'line' ? longestSentence : longestQuestion;
      return sentencesOf(text)
        .map((sentence) => sentence.split(/\s+/).length)
        .filter((count) => count > longest)
        .map((count) => ({
          file,
          line,
          message: `${key} has a sentence of ${count} words; ${longest} can be taken in by ear.`,
          fix: 'Make two of it.',
        }));
    }),
};

export const speakable: Rule = {
  name: 'speakable',
  description: 'Only letters and what a voice can say: no brackets, dashes, digits or symbols.',
  check: (view) =>
    texts(view).flatMap(({ spoken: { kind, key }, word: { text, file, line } }) => {
      if (kind === 'title') return [];
      const odd = /[^\p{L}\p{M}\s.,?'’:¿¡-]/u.exec(text.replace(/\{\{\w+\}\}/g, ''))?.[0];
      return odd === undefined
        ? []
        : [
            {
              file,
              line,
              message: `${key} holds ${JSON.stringify(odd)}, which cannot be spoken.`,
              fix: 'Write it as it is said; numbers as words.',
            },
          ];
    }),
};

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence !== '');
