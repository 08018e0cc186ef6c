/**
 * Finds the words of one locale. Most texts are said as they stand; one that asks for a value is filled in by i18next, in a private
 * instance made the first time that happens. Its only language is the locale itself, so nothing can fall back to another tongue.
 */
import i18next, { type i18n } from 'i18next';
import type { Find } from '../knowledge/types';

/** Key and values → text. Throws on a key or value that is missing, rather than speak one aloud; the build proved that none is. */
export type Translate = (key: string, values?: Readonly<Record<string, string>>) => string;

export function translator(locale: string, find: Find): Translate {
  let instance: i18n | undefined;
  return (key, values) => {
    const text = find(key);
    if (text === undefined) throw new Error(`There are no words for ${key} in ${locale}.`);
    if (!text.includes('{{')) return text;
    instance ??= filling(locale);
    if (!instance.exists(key)) instance.addResource(locale, 'translation', key, text);
    return instance.t(key, { replace: values ?? {} });
  };
}

function filling(locale: string): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    load: 'currentOnly',
    resources: { [locale]: { translation: {} } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // Escaping belongs to ssml.ts: i18next would write &#x2F; into speech.
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, [placeholder]: RegExpExecArray) => {
      throw new Error(`"${text}" asks for ${placeholder}, which was not given.`);
    },
  });
  return instance;
}
