/**
 * Takes Alexa's own words off an utterance: the wake word, the launch phrase and the name of the skill.
 */
import type { Language } from './language';

export interface Invocation {
  /** The skill is asked for by name. */
  readonly named: boolean;
  /** What is left for the skill; empty for a plain launch. */
  readonly rest: string;
}

/** "Computer" and the like are a wake word only when a comma says so: "computer work gives me cramps" is a question. */
const wakeWord = /^(?:(?:alexa|ziggy)\b[,.!]?|(?:amazon|echo|computer)[,.!])\s*/i;

/** @param name the skill is asked for by */
export function invocation(utterance: string, name: string, { launch, trailing }: Language): Invocation {
  const said = utterance.trim().replace(/\s+/g, ' ');
  const awake = said.replace(wakeWord, '');
  // "Ask cramp helper", "talk to cramp helper", "demande à allô crampes".
  const leading = new RegExp(
    `^(?:${launch.map(literal).join('|')})(?: \\S+)? ${literal(name)}(?![\\p{L}\\p{M}'’])[,.!?:]?\\s*`,
    'iu',
  ).exec(awake);
  if (leading) return { named: true, rest: awake.slice(leading[0].length) };
  const atEnd = new RegExp(`(?:^| )${literal(name)}[.!?]?$`, 'iu').exec(awake);
  if (!atEnd) return { named: false, rest: awake === '' ? said : awake };
  const before = awake.slice(0, atEnd.index);
  if (before === '') return { named: true, rest: '' };
  const asked = new RegExp(`^(.+?),? (?:${trailing.map(literal).join('|')})$`, 'i').exec(before)?.[1];
  return asked === undefined ? { named: false, rest: awake } : { named: true, rest: asked };
}

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
