/**
 * A measure that lets hard sentences through measures nothing: each language tells an easy turn from a hard one.
 */
import { isEasy, readabilities } from '../../tools/content/readability';

const told: Readonly<Record<string, { readonly easy: string; readonly hard: string }>> = {
  en: {
    easy: 'Pull your toes up. Hold it there. Has it let go?',
    hard: 'Involuntary muscular contractions frequently accompany electrolyte abnormalities. Consultation is recommended.',
  },
  es: {
    easy: 'Estira esa pierna y tira del pie. Respira. ¿Se ha soltado?',
    hard: 'Las contracciones musculares involuntarias acompañan frecuentemente a determinadas alteraciones electrolíticas.',
  },
  de: {
    easy: 'Ziehen Sie den Fuß zu sich. Halten Sie ihn so. Geht es besser?',
    hard: 'Unwillkürliche Muskelkontraktionen begleiten gelegentlich Elektrolytverschiebungen infolge Flüssigkeitsmangels.',
  },
  fr: {
    easy: 'Tirez le pied vers vous. Tenez bon. Est-ce que ça lâche ?',
    hard: 'Les contractions musculaires involontaires accompagnent habituellement certaines perturbations électrolytiques.',
  },
};

test.each(Object.entries(readabilities))('%s tells easy from hard, and says whose measure it is', (language, measure) => {
  const { easy, hard } = told[language] ?? { easy: '', hard: '' };

  expect({ language, easy: isEasy(measure, easy), hard: isEasy(measure, hard) }).toEqual({ language, easy: true, hard: false });
  expect(measure.source).toMatch(/\d{4}/);
});

it('counts syllables as they are spoken', () => {
  // One sentence of one word: what is left of each formula is its syllables.
  const spanish = (word: string): number => Math.round((206.835 - 1 - (readabilities['es']?.score(word) ?? 0)) / 62.3);
  const french = (word: string): number => Math.round((207 - 1.015 - (readabilities['fr']?.score(word) ?? 0)) / 73.6);

  expect(['pie', 'calambre', 'agua', 'quieto', 'día', 'guía', 'leer'].map(spanish)).toEqual([1, 3, 2, 2, 2, 2, 2]);
  expect(['pied', 'crampe', 'mollet', 'jambes', 'eau', "l'eau"].map(french)).toEqual([1, 1, 2, 1, 1, 1]);
});
