/**
 * How urgent an answer is, by what is said first: an emergency (E), the question before a stretch that leads to it (gate),
 * somebody to see today (T), or neither. Judged from the words alone, as they come out of the bundle.
 */
import { content, everySpoken, renderIn, wordsOfLocale } from '../support/skill';

export type Urgency = 'E' | 'gate' | 'T' | 'neither';

const triageOf = new Map(content.facts.flatMap(({ data }) => data.map(({ id, triage }) => [id, triage] as const)));

/** Judges the plain words of an answer of one locale. */
export function urgencyIn(locale: string): (speech: string) => Urgency {
  const render = renderIn(locale);
  const words = wordsOfLocale(locale);
  const text = (key: string): string => render({ say: [{ key }] }).text;
  const cannotCall = text('dialog.emergency.cannotCall');
  const gates = everySpoken
    .filter(({ key, kind }) => kind === 'question' && key.startsWith('triage.gates.'))
    .map(({ key }) => text(key));
  const today = everySpoken
    .filter(
      ({ key, kind, facts }) =>
        kind === 'line' && !words[key]?.includes('{{muscle') && facts.some((id) => /[TE]/.test(triageOf.get(id) ?? '')),
    )
    .filter(({ key }) => key.startsWith('topics.'))
    .map(({ key }) => text(key));
  return (speech) => {
    if (speech.includes(cannotCall)) return 'E';
    if (gates.some((question) => speech.endsWith(question))) return 'gate';
    return today.some((line) => speech.startsWith(line)) ? 'T' : 'neither';
  };
}
