/**
 * A plain sample that another says with a slot is not taught: Alexa would take the plain one, and the slot would be lost.
 */
import { withoutCovered } from '../../tools/models/covered';
import { plant, read, removeSkills, skill } from './fixture';

afterEach(removeSkills);

const phrases = 'interactionModels/phrases/en/phrases.yaml';
const samplesOf = (intent: string, planted: string): string[] => {
  const { model } = read(skill(plant(phrases, '    - i have a <cramp>\n', `    - i have a <cramp>\n${planted}`)));
  return (
    withoutCovered(model)
      .intents.find(({ name }) => name === intent)
      ?.samples.map(({ text }) => text) ?? []
  );
};

describe('a plain sample', () => {
  it.each(['my calf hurts', 'my left calf hurts', 'left calf', 'my {side} calf hurts'])(
    'that a slot says as well is left out: %s',
    (sample) => {
      expect(samplesOf('crampNow', `    - ${sample.startsWith('{') ? `'${sample}'` : sample}\n`)).not.toContain(sample);
    },
  );

  it.each(['my calf aches', 'calf hurts', 'my knee hurts'])('that no slot says stays: %s', (sample) => {
    expect(samplesOf('crampNow', `    - ${sample}\n`)).toContain(sample);
  });

  it('of another intent stays: the words there mean something else', () => {
    expect(samplesOf('emergency', '')).toContain('my chest hurts');
  });

  it('goes alone: the samples with slots stay', () => {
    expect(samplesOf('crampNow', '    - my calf hurts\n')).toEqual(
      expect.arrayContaining(['my {muscle} hurts', 'my {side} {muscle} hurts']),
    );
  });
});
