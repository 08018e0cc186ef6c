/**
 * The words of danger of one locale, as the Lambda carries them: every value and synonym of the signs, the most pressing sign first.
 */
import { plainWords } from '../../lambda/knowledge/plain-words';
import type { SignWords, Triage } from '../../lambda/knowledge/types';
import type { InteractionModel } from './compile';

export function signWords(
  { interactionModel }: InteractionModel,
  { emergencies, today }: Pick<Triage, 'emergencies' | 'today'>,
): SignWords {
  const wordsOf = (type: string, ids: readonly string[]): SignWords['symptom'] =>
    ids.flatMap((id) => {
      const values = interactionModel.languageModel.types.find(({ name }) => name === type)?.values ?? [];
      const name = values.find((value) => value.id === id)?.name;
      return name ? [name.value, ...(name.synonyms ?? [])].map((words) => [plainWords(words), id] as const) : [];
    });
  return { emergencySign: wordsOf('EmergencySign', emergencies), symptom: wordsOf('Symptom', today) };
}
