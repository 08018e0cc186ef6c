/**
 * Our content, made larger: more locales, and ten times the topics. What the skill carries must not be what a listener waits for.
 */
import type { Words } from '../../lambda/knowledge/types';
import type { Carried } from '../bundle';

/** As many locales as asked for, each with the words of the first. */
export function withLocales(carried: Carried, count: number): Carried {
  const [first = 'en-US'] = Object.keys(carried.words);
  const names = [first, ...Array.from({ length: count - 1 }, (_, index) => `en-${String.fromCharCode(65 + index)}X`)];
  const copies = <T>(of: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(names.flatMap((name) => (of[first] === undefined ? [] : [[name, of[first]]])));
  return { ...carried, words: copies(carried.words), signs: copies(carried.signs) };
}

/** Every topic as often as asked for, with words of its own. */
export function withTopics(carried: Carried, times: number): Carried {
  const suffixes = Array.from({ length: times }, (_, index) => (index === 0 ? '' : `-${index}`));
  const { topics } = carried.knowledge;
  const many = suffixes.flatMap((suffix) =>
    Object.entries(topics).map(([id, topic]) => [`${id}${suffix}`, { ...topic, id: `${id}${suffix}` }] as const),
  );
  const grown = (words: Words): Words =>
    Object.fromEntries(
      Object.entries(words).flatMap(([key, text]) => {
        const [group, id, ...rest] = key.split('.');
        if (group !== 'topics') return [[key, text] as const];
        return suffixes.map((suffix) => [[group, `${id}${suffix}`, ...rest].join('.'), text] as const);
      }),
    );
  return {
    ...carried,
    knowledge: { ...carried.knowledge, topics: Object.fromEntries(many) },
    words: Object.fromEntries(Object.entries(carried.words).map(([locale, words]) => [locale, grown(words)])),
  };
}
