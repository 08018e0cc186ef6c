/**
 * Utterances as Alexa's recogniser would write them: lower case, single spaces, no punctuation but the apostrophe.
 */

export function normalise(utterance: string): string {
  return utterance
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export const tokensOf = (text: string): string[] => (text === '' ? [] : text.split(' '));
