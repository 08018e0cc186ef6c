/**
 * Writes SSML. Nothing else writes markup, and all text is escaped here.
 */
import type { VoiceStyle } from '../dialog/types';

/** Alexa refuses a single break of more than ten seconds. */
const longestBreak = 10;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Makes text harmless: characters that XML takes for markup are escaped, and telephone numbers are marked to be read digit by digit.
 * @param numbers of the locale, as a pattern that finds them in one pass: the build puts `|` between them, the longest first
 */
export function marker(numbers: string): (text: string) => string {
  const spoken = numbers === '' ? undefined : new RegExp(numbers, 'g');
  return (text) => {
    const escaped = /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => escapes[character] ?? character) : text;
    return spoken ? escaped.replace(spoken, (number) => `<say-as interpret-as="telephone">${number}</say-as>`) : escaped;
  };
}

/** @param seconds any length; written as as many breaks as Alexa needs */
export function pause(seconds: number): string {
  const breaks: string[] = [];
  for (let left = seconds; left > 0; left -= longestBreak) breaks.push(`<break time="${Math.min(left, longestBreak)}s"/>`);
  return breaks.join('');
}

/** "fast" is half as fast again, which is too much for an instruction. */
const rates = { slow: 'slow', calm: '90%', fast: '115%' } as const;

/** The whole document, in the voice asked for. */
export function document(
  content: string,
  { voice, rate }: { readonly voice?: VoiceStyle | undefined; readonly rate?: keyof typeof rates | undefined },
): string {
  const paced = rate ? `<prosody rate="${rates[rate]}">${content}</prosody>` : content;
  const styled =
    voice === 'whisper'
      ? `<amazon:effect name="whispered">${paced}</amazon:effect>`
      : voice === 'soft'
        ? `<prosody volume="soft">${paced}</prosody>`
        : paced;
  return `<speak>${styled}</speak>`;
}
