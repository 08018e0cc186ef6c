/**
 * The word that Alexa takes for itself between "ask cramp helper" and the rest.
 */
const connectives: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['to', 'if', 'whether', 'for', 'about', 'that', 'and', 'from']),
};

/** The utterance without its leading connecting word; undefined where it has none. */
export function withoutConnective(utterance: string, locale: string): string | undefined {
  const [first, ...rest] = utterance.split(' ');
  const known = connectives[locale.slice(0, 2)];
  return first !== undefined && rest.length > 0 && known?.has(first) ? rest.join(' ') : undefined;
}
