/**
 * Example phrases: Amazon's testers say them, so each must be what a listener may say and what the model was taught, word for word.
 */
import { matchSamples } from '../../../simulator/nlu/match';
import type { Model } from '../../../simulator/nlu/model';
import { normalise, tokensOf } from '../../../simulator/nlu/text';
import type { Phrases } from '../../models/model';
import type { Problem } from '../../problems';
import { type Page, pagesOf, type Rule } from './rule';

/** What is left of a phrase once Alexa has taken the wake word, the launch word and the name; and what is wrong with its beginning. */
export type Asked = { readonly rest: string } | { readonly fault: string; readonly fix: string };

/** "Alexa, ask cramp helper what causes cramps." → "what causes cramps". */
export function askedFor(phrase: string, { wake, launch, invocation }: Phrases): Asked {
  const name = invocation?.text ?? '';
  const said = normalise(phrase);
  const called = wake.find(({ text }) => said.startsWith(`${text} `))?.text;
  if (called === undefined) return { fault: 'does not begin with the wake word', fix: `Begin with "Alexa, ask ${name} …".` };
  const begun = said.slice(called.length + 1);
  const opening = openingOf(
    begun.split(' '),
    launch.map(({ text }) => text),
    name.split(' '),
  );
  if (opening === undefined)
    return {
      fault: `does not go on with a launch word and "${name}"`,
      fix: `Launch words are ${launch.map(({ text }) => text).join(', ')}.`,
    };
  return { rest: begun.split(' ').slice(opening).join(' ') };
}

/** How many words ask for the skill by name: "ask cramp helper", "demande à allô crampes"; undefined when they do not. */
function openingOf(words: readonly string[], launch: readonly string[], name: readonly string[]): number | undefined {
  if (!launch.includes(words[0] ?? '')) return undefined;
  return [1, 2]
    .map((before) => before + name.length)
    .find((end) => words.slice(end - name.length, end).join(' ') === name.join(' '));
}

/** Whether a model was taught this, word for word, with or without the connecting word that Alexa takes for itself. */
export function isSample(rest: string, model: Model, { connecting }: Phrases): boolean {
  const tokens = tokensOf(rest);
  const shorter = connecting.some(({ text }) => text === tokens[0]) ? [tokens.slice(1)] : [];
  return [tokens, ...shorter].some((words) => words.length > 0 && matchSamples(words, model, false) !== undefined);
}

export const examplePhrases: Rule = {
  name: 'example-phrases',
  description:
    'Wake word, launch word and invocation name, then a sample of the model or nothing; all different (certification 3.1).',
  check: (view) =>
    pagesOf(view).flatMap((page) =>
      page.listing.examplePhrases.flatMap((phrase, index) => {
        const phrases = view.phrases.get(page.locale);
        const at = page.placeOf('examplePhrases', index);
        if (page.listing.examplePhrases.indexOf(phrase) < index)
          return [{ ...at, message: `${JSON.stringify(phrase)} stands twice.`, fix: 'Show three different things.' }];
        return phrases ? faultsOf(phrase, page, phrases, view.models.get(page.locale), at) : [];
      }),
    ),
};

export const phraseLetters: Rule = {
  name: 'phrase-letters',
  description: "Letters and . ? : , ' - only, with a period or question mark at the end (certification 3.1b).",
  check: (view) =>
    pagesOf(view).flatMap(({ listing, placeOf }) =>
      listing.examplePhrases.flatMap((phrase, index): Problem[] => {
        const at = placeOf('examplePhrases', index);
        const odd = /[^\p{L}\p{M}\p{N}\s.?:,'¿。？،؟-]/u.exec(phrase)?.[0];
        if (odd)
          return [{ ...at, message: `${JSON.stringify(phrase)} holds ${JSON.stringify(odd)}.`, fix: 'Write it as it is said.' }];
        return /[.?。？؟]$/u.test(phrase)
          ? []
          : [{ ...at, message: `${JSON.stringify(phrase)} has no end.`, fix: 'End it with a period or a question mark.' }];
      }),
    ),
};

export const quotedPhrases: Rule = {
  name: 'quoted-phrases',
  description:
    'What a description quotes with the wake word is what can be said, as the example phrases are (certification 3.2).',
  check: (view) =>
    pagesOf(view).flatMap((page) => {
      const phrases = view.phrases.get(page.locale);
      if (!phrases) return [];
      return quotesIn(page.listing.description)
        .filter((quote) => phrases.wake.some(({ text }) => normalise(quote).startsWith(`${text} `)))
        .flatMap((quote) => faultsOf(quote, page, phrases, view.models.get(page.locale), page.placeOf('description')));
    }),
};

/** Text between quotation marks of any kind. */
export const quotesIn = (text: string): string[] =>
  [...text.matchAll(/["“„«]\s?([^"“”„«»]+?)\s?["”“»]/gu)].map(([, quote = '']) => quote);

function faultsOf(
  phrase: string,
  { locale }: Page,
  phrases: Phrases,
  model: Model | undefined,
  at: { readonly file: string; readonly line: number },
): Problem[] {
  const asked = askedFor(phrase, phrases);
  if ('fault' in asked) return [{ ...at, message: `${JSON.stringify(phrase)} ${asked.fault}.`, fix: asked.fix }];
  if (!model || asked.rest === '' || isSample(asked.rest, model, phrases)) return [];
  return [
    {
      ...at,
      message: `${JSON.stringify(phrase)} is no sample of ${locale}: "${asked.rest}" is not in its model.`,
      fix: `Write one that stands in interactionModels/custom/${locale}.json, or add it to the phrases.`,
    },
  ];
}
