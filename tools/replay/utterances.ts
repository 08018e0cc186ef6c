/**
 * A conversation of tests/conversations as somebody says it to a real Alexa: she has to be asked for the skill, each time anew when it
 * has closed the session. Pure.
 */
import { invocation } from '../../simulator/invocation';
import type { Language } from '../../simulator/language';

/** What of a turn matters here. */
export interface Turn {
  readonly you: string;
  /** Whether the skill listens afterwards. */
  readonly asks: boolean;
  readonly closes?: boolean | undefined;
}

const silence = '(silence)';

/** Nothing cannot be sent as text: after a silence the session is asked for anew, as it would be on a device. */
export function utterances(turns: readonly Turn[], invocationName: string, language: Language): readonly string[] {
  const said: string[] = [];
  let isOpen = false;
  for (const { you, asks, closes } of turns) {
    if (you !== silence) said.push(isOpen ? you : asking(you, invocationName, language));
    isOpen = you !== silence && asks && !closes;
  }
  return said;
}

function asking(you: string, name: string, language: Language): string {
  const { named, rest } = invocation(you, name, language);
  return rest === '' || (!named && you === 'open') ? `open ${name}` : `ask ${name} ${rest}`;
}
