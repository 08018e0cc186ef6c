/**
 * Nothing that a locale can say comes from elsewhere: no word of another language, no number of another country, no form of address that
 * changes, no key or gap that is read out. Every text is looked at, so whatever the dialog reaches is among them.
 */
import { content, everySpoken, locales, numbersOf, wordsOfLocale } from '../support/skill';
import { habitsOf } from './habits';

const languageOf = (locale: string): string => content.locales.data[locale]?.language ?? '';
const languages = [...new Set(locales.map(languageOf))];

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
const textsOf = (locale: string): [string, string][] => Object.entries(wordsOfLocale(locale)).filter(([key]) => key !== 'digits');
/** Every word that a language says, in any of its locales. */
const vocabularies = new Map(
  languages.map((language) => [
    language,
    new Set(
      locales
        .filter((locale) => languageOf(locale) === language)
        .flatMap((locale) => textsOf(locale).flatMap(([, text]) => tokensOf(text))),
    ),
  ]),
);

/** Words of a text that another language says and this one does not share. */
const strangers = (text: string, language: string, shared: ReadonlySet<string>): string[] =>
  tokensOf(text).filter(
    (token) => !shared.has(token) && [...vocabularies].some(([other, words]) => other !== language && words.has(token)),
  );

describe.each(locales)('in %s', (locale) => {
  const language = languageOf(locale);
  const { shared, never: everywhere, regions } = habitsOf(language);
  const known = new Set(shared);
  const forbidden = [...everywhere, ...(regions[locale] ?? [])].map((one) => ({
    ...one,
    expression: new RegExp(one.pattern, 'iu'),
  }));
  const texts = textsOf(locale);

  it('no word is of another language', () => {
    expect(texts.flatMap(([key, text]) => strangers(text, language, known).map((word) => `${key}: ${word}`))).toEqual([]);
  });

  it('a sentence of any other language would be noticed', () => {
    const others = languages.filter((other) => other !== language);
    const unnoticed = others.flatMap((other) => {
      const foreign = locales.find((one) => languageOf(one) === other) ?? '';
      return textsOf(foreign).filter(([, text]) => tokensOf(text).length >= 6 && strangers(text, language, known).length === 0);
    });
    expect(unnoticed).toEqual([]);
  });

  it('every word on the list of shared ones is needed', () => {
    const said = vocabularies.get(language) ?? new Set();
    expect(shared.filter((word) => !said.has(word))).toEqual([]);
  });

  it('nothing is said that this language or region never says', () => {
    const found = texts.flatMap(([key, text]) =>
      forbidden.filter(({ expression }) => expression.test(text)).map(({ why }) => `${key}: ${text} (${why})`),
    );
    expect(found).toEqual([]);
    expect(forbidden.filter(({ expression, planted }) => !expression.test(planted)).map(({ pattern }) => pattern)).toEqual([]);
  });

  it('digits are telephone numbers of its own countries, and nothing else', () => {
    // The longest first: one may stand inside another.
    const own = Object.values(numbersOf(locale)).sort((a, b) => b.length - a.length);
    const foreign = texts.flatMap(([key, text]) => {
      const rest = own.reduce((left, number) => left.replaceAll(number, ''), text);
      return /\d/.test(rest) ? [`${key}: ${text}`] : [];
    });
    expect(foreign).toEqual([]);
    const others = locales
      .flatMap((other) => (languageOf(other) === language ? [] : Object.values(numbersOf(other))))
      .filter((number) => !/\d/.test(number));
    expect(texts.filter(([, text]) => others.some((number) => text.includes(number) && !own.includes(number)))).toEqual([]);
  });

  it('whoever is in danger hears every number of the locale', () => {
    const emergency = Object.entries(numbersOf(locale)).flatMap(([name, said]) => (name.startsWith('emergency') ? [said] : []));
    const [first = ''] = locales;
    const called = Object.entries(wordsOfLocale(first)).filter(
      ([key, text]) => key.startsWith('triage.emergencies.') && text.includes(numbersOf(first)['emergency'] ?? '\u0000'),
    );
    const silent = called.filter(([key]) => !emergency.every((number) => wordsOfLocale(locale)[key]?.includes(number)));

    expect(called.length).toBeGreaterThan(20);
    expect(emergency.length).toBeGreaterThan(0);
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('nothing is a key, a gap or markup, and everything that can be said has words', () => {
    const names = new Set(['muscle', 'cause', 'remedy', 'group']);
    const odd = texts.filter(
      ([, text]) =>
        /[<>[\]{}|*_"“”„«»]|\w\.\w/u.test(text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => (names.has(name) ? '' : gap))) ||
        text.trim() === '',
    );
    expect(odd).toEqual([]);
    expect(everySpoken.filter(({ key }) => wordsOfLocale(locale)[key] === undefined)).toEqual([]);
  });
});
