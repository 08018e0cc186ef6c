/**
 * The first locale of a language has all its words; the others of that language have what they say otherwise. Used by the build for what
 * it stores and by the skill for what it reads.
 */

/** The first locale of the same language; undefined where there is none. */
export const baseLocale = (locale: string, locales: readonly string[]): string | undefined =>
  locales.find((one) => one.slice(0, 2) === locale.slice(0, 2));
