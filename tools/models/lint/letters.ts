/**
 * How samples and slot words are spelled (alexa-rules.md IM3 to IM7, IM18).
 */
import type { Problem } from '../../problems';
import type { Model, Placed } from '../model';
import { literalOf, problemAt, type Rule, samplesOf, slotsIn, wordsOf } from './rule';

const spelling =
  'Spell numbers and signs out; of punctuation only the apostrophe, the hyphen and the period of an abbreviation may stay.';

const wordSpelling = 'Spell numbers and signs out, and write a space for a hyphen; of punctuation only the apostrophe may stay.';

export const sampleLetters: Rule = {
  name: 'sample-letters',
  description:
    'Samples are lower-case letters, spaces, apostrophes, hyphens, underscores and periods (IM3, IM5, IM7); English ones are a to z (IM4).',
  check: (model) => {
    const allowed = model.phrases.language === 'en' ? /[a-z ._'-]/ : /[\p{L}\p{M} ._'-]/u;
    return samplesOf(model).flatMap(({ intent, sample }) => {
      const spoken = literalOf(sample.text);
      return [...strange(intent.name, sample, spoken, allowed, spelling), ...capitals(intent.name, sample, spoken, model.locale)];
    });
  },
};

export const wordLetters: Rule = {
  name: 'word-letters',
  description: 'Slot words are lower-case letters, spaces, apostrophes and periods, of 140 characters at most (IM18).',
  check: (model) => {
    const allowed = model.phrases.language === 'en' ? /[a-z .']/ : /[\p{L}\p{M} .'-]/u;
    return wordsOf(model).flatMap(({ type, id, word }) => [
      ...strange(`${type}.${id}`, word, word.text, allowed, wordSpelling),
      ...capitals(`${type}.${id}`, word, word.text, model.locale),
      ...(word.text.length > 140
        ? [problemAt(word, `${type}.${id}: a word of ${word.text.length} characters.`, 'Alexa takes 140 at most.')]
        : []),
    ]);
  },
};

export const apostrophes: Rule = {
  name: 'apostrophes',
  description: "Alexa writes what's, so a sample with whats is never heard (IM6).",
  check: (model) => {
    const { contractions } = model.phrases;
    const said = [
      ...samplesOf(model).map(({ intent, sample }) => ({ owner: intent.name, place: sample, text: literalOf(sample.text) })),
      ...wordsOf(model).map(({ type, id, word }) => ({ owner: `${type}.${id}`, place: word, text: word.text })),
    ];
    return said.flatMap(({ owner, place, text }) =>
      text
        .split(' ')
        .flatMap((word) => (Object.hasOwn(contractions, word) ? [[word, contractions[word]?.text] as const] : []))
        .map(([word, right]) => problemAt(place, `${owner}: "${word}" lacks its apostrophe.`, `Write "${right}".`)),
    );
  },
};

export const wakeWords: Rule = {
  name: 'wake-words',
  description: 'A sample holds no wake word and no launch word with the invocation name (IM14): a device would wake at it.',
  check: (model) => {
    const { wake, launch, invocation } = model.phrases;
    const phrases = [...wake.map(({ text }) => text), ...launch.map(({ text }) => `${text} ${invocation?.text}`)];
    return samplesOf(model).flatMap(({ intent, sample }) =>
      phrases
        .filter((phrase) => ` ${literalOf(sample.text)} `.includes(` ${phrase} `))
        .map((phrase) =>
          problemAt(sample, `${intent.name}: a sample holds "${phrase}".`, 'Leave it out: Alexa hears it before the skill does.'),
        ),
    );
  },
};

export const firstWord: Rule = {
  name: 'first-word',
  description: 'No sample begins with a connecting word (IM13): Alexa takes it for itself.',
  check: (model) => {
    const connecting = new Set(model.phrases.connecting.map(({ text }) => text));
    return samplesOf(model).flatMap(({ intent, sample }) => {
      const [first = ''] = sample.text.split(' ');
      if (!connecting.has(first)) return [];
      const fix = `Leave it out: Alexa swallows it in "ask ${model.phrases.invocation?.text} ${first} …".`;
      return [problemAt(sample, `${intent.name}: a sample begins with "${first}".`, fix)];
    });
  },
};

export const bareSlots: Rule = {
  name: 'bare-slots',
  description:
    'A sample of nothing but slots competes with Fallback (IM16): only {muscle}, with a side or person, stands alone in crampNow, and {side} in otherSide.',
  check: (model) =>
    samplesOf(model)
      .filter(({ intent, sample }) => literalOf(sample.text) === '' && !mayStandAlone(intent.name, slotsIn(sample.text)))
      .map(({ intent, sample }) =>
        problemAt(
          sample,
          `${intent.name}: "${sample.text}" is nothing but slots.`,
          'Add a word, or write the commonest ones out in one intent.',
        ),
      ),
};

function mayStandAlone(intent: string, slots: readonly string[]): boolean {
  if (intent === 'otherSide') return slots.join() === 'side';
  return intent === 'crampNow' && slots.includes('muscle') && slots.every((slot) => ['muscle', 'side', 'who'].includes(slot));
}

function strange(owner: string, place: Placed, text: string, allowed: RegExp, fix: string): Problem[] {
  const signs = new Set([...text].filter((sign) => !allowed.test(sign.toLowerCase())));
  return [...signs].map((sign) => problemAt(place, `${owner}: "${sign}" cannot be heard.`, fix));
}

function capitals(owner: string, place: Placed, text: string, locale: Model['locale']): Problem[] {
  return text === text.toLocaleLowerCase(locale) ? [] : [problemAt(place, `${owner}: has capital letters.`, 'Write lower case.')];
}
