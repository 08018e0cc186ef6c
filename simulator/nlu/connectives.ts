/**
 * The word that Alexa takes for itself between "ask cramp helper" and the rest.
 */

/** The utterance without its leading connecting word; undefined where it has none. */
export function withoutConnective(utterance: string, connecting: readonly string[]): string | undefined {
  const [first = '', ...rest] = utterance.split(' ');
  return rest.length > 0 && connecting.includes(first) ? rest.join(' ') : undefined;
}
