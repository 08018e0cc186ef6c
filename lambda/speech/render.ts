/**
 * A reply → what is spoken, what silence hears, and what stands on the card. Knows words, not Alexa.
 */
import type { Line, Names, Reply } from '../dialog/types';
import type { Find } from '../knowledge/types';
import { document, marker, pause } from './ssml';
import type { Rendered } from './types';
import { type Translate, translator } from './words';

/** Renders replies in one locale. */
export type Render = (reply: Reply) => Rendered;

/** @param find everything the locale says, its telephone numbers filled in; those to be read digit by digit stand as `digits` as well */
export function renderer(locale: string, find: Find): Render {
  const translate = translator(locale, find);
  const marked = marker(find('digits') ?? '');
  const say = (key: string, names: Names = {}): string => translate(key, spoken(names, find, translate));
  const speak = (line: Line): string => ('pause' in line ? pause(line.pause) : marked(say(line.key, line.names)));

  return (reply) => {
    const asked = reply.session ? reply.session.voice : reply.voice;
    const style = { voice: asked ?? (reply.soft ? 'soft' : undefined), rate: reply.rate } as const;
    const said = reply.say.map(speak);
    const texts = reply.say.flatMap((line) => ('pause' in line ? [] : [say(line.key, line.names)]));
    const question = reply.ask && marked(say(reply.ask.key));
    return {
      ssml: document([...said, ...(question ? [question] : [])].join(' '), style),
      text: [...texts, ...(reply.ask ? [say(reply.ask.key)] : [])].join(' '),
      ...(reply.ask ? { reprompt: document(marked(say(`${reply.ask.key}Nudge`)), style) } : {}),
      ...(reply.card
        ? { card: { title: say(`topics.${reply.card}.title`), text: `${texts.join(' ')}\n\n${say('dialog.card')}` } }
        : {}),
    };
  };
}

/** The names of slot ids as they stand inside a sentence; ids without a name are left out, and the words do not ask for them. */
const spoken = (names: Names, find: Find, translate: Translate): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([slot, id]) => {
      const key = `names.${slot}.${id}`;
      return find(key) === undefined ? [] : [[slot, translate(key)]];
    }),
  );
