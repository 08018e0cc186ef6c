/**
 * A locale says its language's words, its region's where they differ, and its own country's numbers: a wrong number costs a life.
 */
import { compileContent } from '../../tools/content/compile';
import { wordsOf } from '../../tools/content/words';
import { at, fixture, read, removeFixtures } from './fixture';

afterEach(removeFixtures);

const compiled = (changed: Readonly<Record<string, string>> = {}) => compileContent(read(fixture([], changed)).content, {});

describe('the words', () => {
  it('are made for every locale, and for no other', () => {
    expect(Object.keys(compiled().words)).toEqual(['en-US', 'en-GB']);
  });

  it("are the language's, but for what the region says otherwise", () => {
    const { 'en-US': american = {}, 'en-GB': british = {} } = compiled().words;
    const differing = Object.keys(american).filter((key) => american[key] !== british[key]);

    expect(american['dialog.goodbye']).toBe('Take care.');
    expect(british['dialog.goodbye']).toBe('Cheerio.');
    expect(Object.keys(british).sort()).toEqual(Object.keys(american).sort());
    expect(differing.sort()).toEqual(['dialog.goodbye', 'digits', 'triage.emergencies.chest_pain']);
    expect([american, british].map((one) => one['triage.emergencies.chest_pain'])).toEqual(['Call 911 now.', 'Call 999 now.']);
  });

  it('hold the numbers of the country', () => {
    const { 'en-US': american, 'en-GB': british } = compiled().words;

    expect([american?.['digits'], british?.['digits']]).toEqual(['911', '999']);
  });

  it('hold every text of every file of the language, and neither its language line nor its comments', () => {
    const { content } = read(fixture());
    const american = compileContent(content, {}).words['en-US'] ?? {};
    const written = wordsOf(content, 'en');

    expect(written.size).toBeGreaterThan(20);
    expect(
      Object.keys(american)
        .filter((key) => key !== 'digits')
        .sort(),
    ).toEqual([...written.keys()].sort());
    expect(american['names.muscle.chest']).toBe('the chest');
  });

  it('do not leak from one language into another', () => {
    const words = compiled({
      [at.locales]: `en-US:
  language: en
  numbers: { emergency: { number: '911', facts: [number-us] } }
de-DE:
  language: de
  numbers:
    emergency: { number: '112', facts: [number-gb] }
    emergencyEurope: { number: '112', said: hundertzwölf, facts: [number-gb] }
    crisis: { number: 0800 112 0 112, facts: [number-gb] }
    poison: { said: Giftnotruf, facts: [number-gb] }
`,
      'content/words/de/said.yaml':
        'language: de\ndialog:\n  goodbye: Gute Besserung. {{emergency}}, {{emergencyEurope}}, {{crisis}}, {{poison}}.\n',
    }).words;

    expect(words['de-DE']).toEqual({
      'dialog.goodbye': 'Gute Besserung. 112, hundertzwölf, 0800 112 0 112, Giftnotruf.',
      digits: '0800 112 0 112|112',
    });
    expect(Object.values(words['en-US'] ?? {})).not.toContain('Gute Besserung.');
  });

  it('have no white space round them, however the YAML is folded', () => {
    const british = 'locale: en-GB\ndialog:\n  goodbye: >\n    Cheerio,\n    and\n    rest.\n';

    expect(compiled({ [at.british]: british }).words['en-GB']?.['dialog.goodbye']).toBe('Cheerio, and rest.');
  });
});

describe('the knowledge', () => {
  it('is structure only: what a line rests on stays behind', () => {
    const { knowledge } = compileContent(read(fixture()).content, { OverviewIntent: 'overview' });

    expect(knowledge).toEqual({
      topics: {
        overview: {
          id: 'overview',
          pages: [
            { id: 'first', lines: ['what', 'sore'], whole: false },
            { id: 'second', lines: ['hello'], whole: false },
          ],
          answers: { muscle: { calf: ['what'], '*': ['named'], '?': ['what'] } },
          offers: ['relief', 'emergency'],
          asksFirst: 'crampNow',
          disclaimer: true,
        },
        warning: {
          id: 'warning',
          pages: [],
          answers: { symptom: { swelling: ['swelling'] } },
          offers: ['relief', 'emergency'],
          disclaimer: true,
        },
      },
      stretches: [
        {
          id: 'calf',
          muscles: ['calf'],
          positions: ['in_bed'],
          holds: { in_bed: 20 },
          guided: { in_bed: { hold: 10, longest: 10, times: 3, sides: 1, rest: 10 } },
          helper: true,
        },
      ],
      routines: [{ id: 'bedtime', when: ['night'], stretches: ['calf'], hold: 10, times: 3, rest: 10 }],
      triage: {
        emergencies: ['chest_pain'],
        today: ['swelling'],
        beforeStretch: [],
        noStretchAfter: ['swelling'],
        together: [
          {
            when: [
              ['symptom', ['swelling']],
              ['muscle', ['calf']],
            ],
            means: 'swelling',
          },
        ],
        gates: [{ id: 'heart', muscles: ['calf'], remedies: [] }],
        places: ['driving'],
      },
      intents: { OverviewIntent: 'overview' },
    });
  });

  it('keeps the order of emergencies and positions, which says what matters most', () => {
    const { knowledge } = compiled({
      [at.triage]:
        'emergencies: { stroke: [heart], chest_pain: [heart] }\nlevels: { today: [], contact: [], self_care: [] }\nbefore_stretch: []\nno_stretch_after: []\ntogether: []\ngates: {}\nplaces: {}\n',
      [at.stretch]:
        'id: calf\nmuscles: []\npositions:\n  sitting: { move: [sore], steps: [sore], guided: { hold: 10, sides: 2, facts: [held] } }\n  in_bed: { move: [sore], steps: [sore], guided: { hold: 5, longest: 10, times: 1, facts: [held] } }\n',
    });

    expect(knowledge.triage.emergencies).toEqual(['stroke', 'chest_pain']);
    expect(knowledge.stretches).toEqual([
      {
        id: 'calf',
        muscles: [],
        positions: ['sitting', 'in_bed'],
        holds: { sitting: 20, in_bed: 20 },
        guided: {
          sitting: { hold: 10, longest: 10, times: 3, sides: 2, rest: 10 },
          in_bed: { hold: 5, longest: 10, times: 1, sides: 1, rest: 10 },
        },
        helper: false,
      },
    ]);
  });
});
