/**
 * How hard a text is to take in by ear, by the measure that each language has of its own. English counts years of school; the others
 * have the scale of their source, and the limit says what is easy on it.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** One language's measure. */
export interface Readability {
  readonly name: string;
  /** Who made it, for the reader of a review sheet. */
  readonly source: string;
  readonly score: (text: string) => number;
  /** Easy on that scale: what all turns together must be. */
  readonly easy: Limit;
  /** The hardest that one turn may be. */
  readonly hardest: Limit;
  /** The formulas were made for whole pages: of a turn with fewer words than this they say nothing. */
  readonly leastWords: number;
}

type Limit = { readonly atMost: number } | { readonly atLeast: number };

interface Counts {
  readonly sentences: number;
  readonly words: readonly string[];
}

const count = (text: string): Counts => ({
  sentences: text.split(/[.?!](?:\s|$)/).filter((one) => one.trim() !== '').length || 1,
  words: text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{M}'’-]/gu, ''))
    .filter((word) => word !== ''),
});

/** Vowels that are spoken together are one syllable. */
const vowelGroups = (word: string, group: RegExp): number => Math.max(1, word.match(group)?.length ?? 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const share = (words: readonly string[], is: (word: string) => boolean): number =>
  (100 * words.filter(is).length) / Math.max(1, words.length);

/** A weak vowel beside another makes one syllable with it; two strong ones, or an accented weak one, make two. */
const spanish = (word: string): number =>
  vowelGroups(word.replace(/qu|gu(?=[eiéí])/g, 'k'), /[iuü]?[aeoáéóíú][iuy]?(?![áéóíú])|[iuüíúy]+/g);
/** A final e is silent, and so is the ending of "parlent". */
const french = (word: string): number =>
  sum(
    word
      .split(/['’-]/)
      .filter((part) => /[aeiouyàâäéèêëîïôöùûüœæ]/.test(part))
      .map((part) => vowelGroups(part.length > 3 ? part.replace(/(?:es?|ent)$/, '') : part, /[aeiouyàâäéèêëîïôöùûüœæ]+/g)),
  ) || 1;
const german = (word: string): number => vowelGroups(word, /ei|ie|au|eu|äu|ai|aa|ee|oo|[aeiouyäöü]/g);

/** Language → its measure. A language without one here is refused by the tests of its speech. */
export const readabilities: Readonly<Record<string, Readability>> = {
  en: {
    name: 'Flesch-Kincaid grade',
    source: 'Kincaid, Fishburne, Rogers and Chissom 1975',
    easy: { atMost: 6 },
    hardest: { atMost: 6 },
    leastWords: 0,
    score: (text) => {
      const { sentences, words } = count(text);
      return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllable(text) });
    },
  },
  es: {
    name: 'Szigriszt-Pazos on the INFLESZ scale',
    source: 'Szigriszt Pazos 1993; Barrio-Cantalejo and others 2008: 65 and more is fairly easy',
    easy: { atLeast: 65 },
    hardest: { atLeast: 45 },
    leastWords: 18,
    score: (text) => {
      const { sentences, words } = count(text);
      return 206.835 - (62.3 * sum(words.map(spanish))) / words.length - words.length / sentences;
    },
  },
  de: {
    name: 'Erste Wiener Sachtextformel',
    source: 'Bamberger and Vanecek 1984: years of school',
    easy: { atMost: 8 },
    hardest: { atMost: 12 },
    leastWords: 18,
    score: (text) => {
      const { sentences, words } = count(text);
      const long = share(words, (word) => german(word) >= 3);
      return (
        0.1935 * long +
        (0.1672 * words.length) / sentences +
        0.1297 * share(words, (word) => word.length > 6) -
        0.0327 * share(words, (word) => german(word) === 1) -
        0.875
      );
    },
  },
  fr: {
    name: 'Kandel-Moles',
    source: 'Kandel and Moles 1958: 70 and more is easy',
    easy: { atLeast: 70 },
    hardest: { atLeast: 50 },
    leastWords: 18,
    score: (text) => {
      const { sentences, words } = count(text);
      return 207 - (1.015 * words.length) / sentences - (73.6 * sum(words.map(french))) / words.length;
    },
  },
};

const within = (limit: Limit, score: number): boolean => ('atMost' in limit ? score <= limit.atMost : score >= limit.atLeast);

/** Whether a text, or the mean score of many, is easy by its language's measure. */
export const isEasy = ({ score, easy }: Readability, text: string | number): boolean =>
  within(easy, typeof text === 'number' ? text : score(text));

/** Whether one turn is no harder than any may be. */
export const isBearable = ({ score, hardest, leastWords }: Readability, turn: string): boolean =>
  count(turn).words.length < leastWords || within(hardest, score(turn));
