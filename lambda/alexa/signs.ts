/**
 * Looks for words of danger where Alexa heard words but no id: "my chest and i can't breathe" in a slot for a muscle.
 * Only the id that is found goes on; the words end here.
 */
import { plainWords } from '../knowledge/plain-words';
import type { SignWords } from '../knowledge/types';

/** Slots of a question about a thing: "does a stroke cause cramps" is no report of one. */
const questions: ReadonlySet<string> = new Set(['cause', 'remedy', 'medicine', 'aspect', 'when', 'time', 'voice', 'number']);

export interface Sign {
  readonly slot: keyof SignWords;
  readonly id: string;
}

/** The most pressing sign in the words of one slot; undefined where there is none, or the slot asks about a thing. */
export function signIn(slot: string, said: string, signs: SignWords): Sign | undefined {
  if (questions.has(slot)) return undefined;
  const words = ` ${plainWords(said)} `;
  const find = (kind: keyof SignWords): Sign | undefined => {
    const found = signs[kind].find(([phrase]) => words.includes(` ${phrase} `));
    return found && { slot: kind, id: found[1] };
  };
  return find('emergencySign') ?? find('symptom');
}
