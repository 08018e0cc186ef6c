/**
 * The sheet is what a clinician signs: it must show what is heard and nothing else, the weakest sources first, and nothing in a text may
 * break the page.
 */

import { pageOf } from '../../tools/review/page';
import { sheetOf } from '../../tools/review/sheet';
import { content, everySpoken, locales, wordsOfLocale } from '../support/skill';

const languages = [...new Set(Object.values(content.locales.data).map(({ language }) => language))];

describe.each(languages)('the sheet of %s', (language) => {
  const sheet = sheetOf(content, language);
  const rows = [...sheet.health, ...sheet.conversation];

  it('shows every text of every locale as it is spoken, each once', () => {
    for (const locale of sheet.locales) {
      const shown = new Map(
        rows.flatMap(({ key, heard }) => heard.filter((one) => one.locales.includes(locale)).map(({ text }) => [key, text])),
      );
      const said = Object.entries(wordsOfLocale(locale)).filter(([key]) => key !== 'digits');
      const plain = (text: string): string => text.replace(/\{\{(\w+)\}\}|\[(\w+)\]/g, '·');
      expect(said.filter(([key, text]) => plain(shown.get(key) ?? '') !== plain(text))).toEqual([]);
    }
  });

  it('has the facts and their sources beside each line about health', () => {
    expect(sheet.health.length).toBeGreaterThan(300);
    expect(sheet.health.filter(({ facts }) => facts.length === 0 || facts.some(({ published }) => !published))).toEqual([]);
    const lines = new Set(everySpoken.flatMap(({ key, kind, facts }) => (kind === 'line' && facts.length > 0 ? [key] : [])));
    expect(new Set(sheet.health.map(({ key }) => key))).toEqual(lines);
  });

  it('begins with what rests on the weakest sources', () => {
    const weak = sheet.health.map(({ facts }) => facts.some(({ tier }) => tier === 'C'));
    expect(weak.lastIndexOf(true)).toBe(weak.filter(Boolean).length - 1);
    expect(weak.filter(Boolean).length).toBeGreaterThan(10);
  });

  it('says at its head how many are signed', () => {
    const signed = sheet.health.filter(({ signature }) => signature).length;
    expect(pageOf(sheet)).toContain(`<strong>${signed} of ${sheet.health.length} lines signed.</strong>`);
  });
});

it('escapes what it shows, and needs nothing from anywhere', () => {
  const [language = ''] = languages;
  const { health, ...sheet } = sheetOf(content, language);
  const [row] = health;
  if (!row) throw new Error('There is no line.');
  const page = pageOf({
    ...sheet,
    health: [{ ...row, heard: [{ locales: locales.slice(0, 1), text: '<script>"Tom" & Jerry</script>' }] }],
  });

  expect(page).toContain('&lt;script&gt;&quot;Tom&quot; &amp; Jerry&lt;/script&gt;');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/<(?:link|img|iframe)|src=|@import|url\(/);
});
