/**
 * What reaches the ear: SSML as plain text, and how long it takes to say.
 */
import { type Element, type Piece, parse } from './ssml';

const wordsPerMinute = 150;

/** Prosody rates as a factor on time: a slow voice takes longer. */
const rates: Readonly<Record<string, number>> = { 'x-slow': 1.6, slow: 1.23, medium: 1, default: 1, fast: 0.81, 'x-fast': 0.65 };

/** Seconds of a break given by strength: weak ones are a comma, strong a full stop, x-strong a paragraph. */
const strengths: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0,
  weak: 0.2,
  medium: 0.2,
  strong: 0.5,
  'x-strong': 1,
};

/** Tags that part the words on either side of them. */
const parting: ReadonlySet<string> = new Set(['break', 'p', 's', 'audio', 'speak']);
/** What is spelled out takes a word's time a letter. */
const spelled: ReadonlySet<string> = new Set(['characters', 'spell-out', 'digits', 'telephone']);

/** SSML as plain text: tags out, entities decoded, spaces collapsed. Digits stay as they are written. */
export function heard(ssml: string): string {
  return collapse(text(read(ssml)));
}

/** Estimated seconds of speech at 150 words a minute, pauses and speaking rate included. The length of audio clips is unknown: none. */
export function seconds(ssml: string): number {
  return time(read(ssml), 1, false);
}

/** The length of one `<break>` in seconds; undefined when its time cannot be read. */
export function breakSeconds({ attributes }: Element): number | undefined {
  const { time, strength = 'medium' } = attributes;
  if (time === undefined) return strengths[strength];
  const [, amount, unit] = /^\+?(\d+(?:\.\d+)?|\.\d+)(ms|s)$/.exec(time) ?? [];
  return amount === undefined ? undefined : Number(amount) / (unit === 'ms' ? 1000 : 1);
}

/**
 * Words in a text, by the time they take: a digit counts as a word ("911" is three), a hyphen parts two words, an apostrophe does not.
 * Scripts without spaces are counted by the character, at about 375 a minute.
 */
export function words(written: string): number {
  const unspaced = written.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const spaced = written.replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/gu, ' ');
  return (spaced.match(/\p{Nd}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)?.length ?? 0) + unspaced * 0.4;
}

/** Malformed markup is still shown to whoever has to mend it. */
const read = (ssml: string): Piece => parse(ssml) ?? ssml.replace(/<\/?[a-z][^<>]*>/gi, ' ');

const collapse = (written: string): string => written.replace(/\s+/g, ' ').trim();

function text(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  const { alias = '' } = piece.attributes;
  if (piece.tag === 'sub') return alias;
  const inside = piece.children.map(text).join('');
  return parting.has(piece.tag) ? ` ${inside} ` : inside;
}

function time(piece: Piece, factor: number, spelling: boolean): number {
  if (typeof piece === 'string') {
    const count = spelling ? (piece.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) : words(piece);
    return (count * factor * 60) / wordsPerMinute;
  }
  if (piece.tag === 'break') return breakSeconds(piece) ?? 0;
  const { alias = '', rate } = piece.attributes;
  if (piece.tag === 'sub') return time(alias, factor, spelling);
  const slower = piece.tag === 'prosody' ? factor * slowing(rate) : factor;
  const letters = spelling || (piece.tag === 'say-as' && spelled.has(piece.attributes['interpret-as'] ?? ''));
  return piece.children.reduce((sum, child) => sum + time(child, slower, letters), 0);
}

function slowing(written: string | undefined): number {
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(written ?? '') ?? [];
  // Alexa speaks no slower than 20 %.
  if (percent !== undefined) return 100 / Math.max(20, Number(percent));
  return rates[written ?? 'medium'] ?? 1;
}
