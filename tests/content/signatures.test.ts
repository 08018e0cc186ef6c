/**
 * A signature under a line is a clinician's word. It must not pass to another text, and must not be counted twice or lost.
 */
import { lintContent } from '../../tools/content/lint';
import type { Content } from '../../tools/content/load';
import { signatureOf, signedLines } from '../../tools/content/signatures';
import { fingerprint } from '../../tools/content/translations';
import { wordsOf } from '../../tools/content/words';
import { tell } from '../../tools/problems';
import { content as committed } from '../support/skill';
import { fixture, read, removeFixtures } from './fixture';

afterEach(removeFixtures);

const file = 'content/signatures/en.yaml';
const key = 'topics.overview.lines.what';
const signing = (...signed: readonly { who: string; date: string; key: string; text: string }[]): Content =>
  read(
    fixture([], {
      [file]: signed
        .map(
          ({ who, date, key: line, text }) =>
            `- { name: ${who}, role: physician, date: ${date}, lines: { ${line}: '${fingerprint(text)}' } }\n`,
        )
        .join(''),
    }),
  ).content;
const ana = { who: 'Ana Ruiz', date: '2026-11-23', key, text: 'Cramps are common.' };
const under = (content: Content) => signatureOf(content, 'en', key, { text: wordsOf(content, 'en').get(key)?.text ?? '' });

describe('a line', () => {
  it('carries the name, the role and the date of whoever signed it, the latest first', () => {
    expect(under(signing(ana))).toEqual({ name: 'Ana Ruiz', role: 'physician', date: '2026-11-23' });
    expect(under(signing(ana, { ...ana, who: 'Ben Ode', date: '2026-12-01' }))?.name).toBe('Ben Ode');
  });

  it('is unsigned again when it changes', () => {
    expect(under(signing({ ...ana, text: 'Cramps are rare.' }))).toBeUndefined();
  });

  it('that is signed but not there is told', () => {
    const root = fixture([], {
      [file]: `- { name: Ana Ruiz, role: physician, date: 2026-11-23, lines: { dialog.gone: '00000000' } }\n`,
    });
    const { content, catalogue } = read(root);

    expect(tell(lintContent(content, catalogue))).toBe(
      `${file}:1 signs dialog.gone, which is not in content/words/en. Remove it: the line is gone, or belongs to another folder.`,
    );
  });
});

describe('the count', () => {
  it('is of lines about health, those that a region says otherwise included', () => {
    const { content } = read(fixture());
    const all = signedLines(content).get('en')?.all ?? 0;

    expect(signedLines(content)).toEqual(new Map([['en', { signed: 0, all }]]));
    expect(all).toBeGreaterThan(5);
    expect(signedLines(signing(ana))).toEqual(new Map([['en', { signed: 1, all }]]));
  });

  it('is of every language that is spoken, and nobody has signed yet what nobody has', () => {
    const counts = signedLines(committed);
    const languages = new Set(Object.values(committed.locales.data).map(({ language }) => language));

    expect(new Set(counts.keys())).toEqual(languages);
    expect([...counts.values()].filter(({ all }) => all < 300)).toEqual([]);
    expect([...counts.values()].reduce((sum, { signed }) => sum + signed, 0)).toBe(
      Object.values(committed.signatures).flatMap(({ data }) => data.flatMap(({ lines }) => Object.keys(lines))).length,
    );
  });
});
