/**
 * Finds the words of one locale: one private i18next instance a locale, made the first time it is asked for.
 * Its only language is the locale itself, so nothing can fall back to another tongue; the build proved every key.
 */
import i18next from 'i18next';
import type { Words } from '../knowledge/types';

/** Key and values → text. Throws on a key or value that is missing, rather than speak one aloud. */
export type Translate = (key: string, values?: Readonly<Record<string, string>>) => string;

export function translator(locale: string, words: Words): Translate {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    load: 'currentOnly',
    resources: { [locale]: { translation: words } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // Escaping belongs to ssml.ts: i18next would write &#x2F; into speech.
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`There are no words for ${key} in ${locale}.`);
    },
    missingInterpolationHandler: (text: string, [placeholder]: RegExpExecArray) => {
      throw new Error(`"${text}" asks for ${placeholder}, which was not given.`);
    },
  });
  return (key, values) => instance.t(key, { replace: values ?? {} });
}
