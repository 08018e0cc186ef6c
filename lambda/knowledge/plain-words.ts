/**
 * One way of writing words for comparison, used by the build for what it stores and by the skill for what it hears.
 */

/** Words as they are compared: lower case, no apostrophes, one space between. Used for both sides. */
export const plainWords = (said: string): string =>
  said
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
