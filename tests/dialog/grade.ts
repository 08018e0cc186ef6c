/**
 * The Flesch-Kincaid grade of spoken English: the years of school that a sentence asks for.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { words } from '../../simulator/heard';

export function flesch(text: string): number {
  const sentence = text.split(/[.?!](?:\s|$)/).filter((one) => one.trim() !== '').length;
  return fleschKincaid({ sentence, word: words(text), syllable: syllable(text) });
}
