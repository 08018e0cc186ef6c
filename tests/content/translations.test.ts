/**
 * An English line that changes leaves eleven locales saying what was true last year. Each must be marked until somebody has looked.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisons, outdated, staleComparisons, toReview, writeComparisons } from '../../tools/content/translations';
import { tell } from '../../tools/problems';
import { at, fixture, read, removeFixtures } from './fixture';

afterEach(removeFixtures);

const spanish = 'content/words/es/said.yaml';
const record = 'content/translations/es.yaml';
const changed = {
  [at.locales]: `en-US: { language: en, numbers: { emergency: { number: '911', facts: [number-us] } } }
es-ES: { language: es, numbers: { emergency: { number: '112', facts: [number-gb] } } }
`,
  [spanish]: 'language: es\ndialog:\n  goodbye: Cuídate.\n  told: Eso es todo.\n',
};
/** The fixture with Spanish beside it, compared once. */
function compared(): string {
  const root = fixture([], changed);
  writeComparisons(root, read(root).content);
  return root;
}
const recordOf = (root: string): string => readFileSync(join(root, record), 'utf8');
/** What a folder on disk would say after files changed. */
const later = (root: string, files: Readonly<Record<string, string>>): string =>
  fixture([], { ...changed, [record]: recordOf(root), ...files });
const english = (goodbye: string): string =>
  readFileSync(join(fixture([], changed), at.words), 'utf8').replace('goodbye: Take care.', `goodbye: ${goodbye}`);

describe('a translation', () => {
  it('has nothing to review when it was just compared', () => {
    const root = compared();
    const { content } = read(root);

    expect(Object.keys(content.translations['es'] ?? {})).toEqual(['dialog.goodbye', 'dialog.told']);
    expect(outdated(content)).toEqual([]);
    expect(staleComparisons(root, content)).toEqual([]);
  });

  it('is to review when the original has changed, and says where it stands and what is said now', () => {
    const root = later(compared(), { [at.words]: english('Sleep well.') });
    const { content } = read(root);

    expect(tell(toReview(content))).toBe(
      `${spanish}:3 dialog.goodbye is to review: en says now "Sleep well.". Change it; or, if it is right as it is, run \`npm run locale -- es --reread dialog.goodbye\`.`,
    );
    // What was compared stays as it was: the formatter is nobody's reader.
    writeComparisons(root, content);
    expect(outdated(read(root).content)).toHaveLength(1);
  });

  it('is reviewed when somebody changed it', () => {
    const root = later(compared(), {
      [at.words]: english('Sleep well.'),
      [spanish]: changed[spanish].replace('Cuídate.', 'Que descanses.'),
    });

    expect(outdated(read(root).content)).toEqual([]);
    expect(staleComparisons(root, read(root).content)).toEqual(['content/translations/en-GB.yaml', record]);
  });

  it('is reviewed when somebody says that it is right as it is, and only that one', () => {
    const root = later(compared(), {
      [at.words]: english('Sleep well.').replace('told: That is all.', 'told: That was all.'),
    });
    writeComparisons(root, read(root).content, { es: ['dialog.goodbye'] });

    expect(outdated(read(root).content).map(({ key }) => key)).toEqual(['dialog.told']);
  });

  it('of a region is compared with the first language too', () => {
    const root = fixture();
    expect([...comparisons(read(root).content).keys()]).toEqual(['content/translations/en-GB.yaml']);
  });

  it('that is gone takes its record with it', () => {
    const root = later(compared(), {
      [spanish]: 'language: es\ndialog:\n  told: Eso es todo.\n',
      'content/translations/it.yaml': '{}\n',
    });
    expect(staleComparisons(root, read(root).content)).toContain('content/translations/it.yaml');
    writeComparisons(root, read(root).content);

    expect(Object.keys(read(root).content.translations)).toEqual(['en-GB', 'es']);
    expect(Object.keys(read(root).content.translations['es'] ?? {})).toEqual(['dialog.told']);
  });
});
