/**
 * The privacy policy names every field that is stored, and no other: a field that is kept and not told is a broken promise.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Preferences } from '../../lambda/dialog/types';
import { changing, putting } from '../../lambda/storage/dynamo-items';
import { editOf, storedPlace } from '../../lambda/storage/record';
import { placeLasts } from '../../lambda/storage/store';
import { root } from '../support/skill';

const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
const terms = readFileSync(join(root, 'docs/terms.md'), 'utf8');
/** Without the breaks of lines, which may come anywhere. */
const flowing = (text: string): string => text.replace(/\s+/g, ' ');

/** Every field of the record, filled: one that is missing here does not compile. */
const place: Required<Place> = { routine: 'calf', step: 3, side: 'left' };
const everything: Required<Preferences> = { pace: 'slow', voice: 'soft', position: 'sitting', welcomes: 2, told: true, place };

/** The names of all that is written to the database. */
function stored(): string[] {
  const { place: bookmark, ...lasting } = everything;
  const change = changing('table', 'somebody', editOf(lasting));
  const kept = storedPlace(bookmark as Place, new Date());
  if (!change || !kept) throw new Error('Nothing is stored.');
  return [
    ...new Set([
      ...Object.keys(change.Key ?? {}),
      ...Object.values(change.ExpressionAttributeNames ?? {}),
      ...Object.keys(putting('table', 'somebody', kept).Item ?? {}),
    ]),
  ].sort();
}

/** The names in the second column of the page's tables. */
const told = (text: string): string[] => [...text.matchAll(/^\|[^|\n]+\| `(\w+)` \|/gm)].map(([, name = '']) => name).sort();

describe('the privacy policy', () => {
  it('names every field that is stored, and no other', () => {
    expect(stored().length).toBeGreaterThan(8);
    expect(told(page)).toEqual(stored());
  });

  it('would be found out if it left one out, or named one too many', () => {
    expect(told(page.replace('`pace`', 'pace'))).not.toEqual(stored());
    expect(told(`${page}\n| the muscle | \`muscle\` | to sell it | for ever |\n`)).not.toEqual(stored());
  });

  it('says how long a place is kept', () => {
    expect(page).toContain(`After ${placeLasts / 60} minutes it is not read any more`);
  });

  it('says how it is deleted, in words that the skill understands', () => {
    const model = readFileSync(join(root, 'interactionModels/custom/en-US.json'), 'utf8');

    expect(page).toContain('"Alexa, ask cramp helper to forget me"');
    expect(model).toContain('"forget me"');
    expect(page).toContain('disable the skill');
  });

  it.each([
    ['that nothing that is said is kept', 'It keeps nothing you say'],
    ['that the time zone is asked for', 'Your time zone'],
    ['that it is not for emergencies', '## Not for emergencies'],
    ['that it is no medical advice', 'It is not medical advice'],
    ['that no permission is asked for', 'for no permission'],
  ])('says %s', (_, words) => {
    expect(flowing(page)).toContain(words);
  });

  it('is right that no permission is asked for', () => {
    expect(JSON.parse(readFileSync(join(root, 'skill.json'), 'utf8')).manifest.permissions).toEqual([]);
  });
});

describe('where it is kept', () => {
  const stack = readFileSync(join(root, 'infrastructure/skill-stack.yaml'), 'utf8');
  const places: Readonly<Record<string, string>> = {
    'us-east-1': 'the United States',
    'eu-west-1': 'Ireland',
    'ap-northeast-1': 'Japan',
  };

  it('is where the deployment puts it', () => {
    const deployed = readFileSync(join(root, 'ask-resources.json'), 'utf8');
    const regions = new Set([...deployed.matchAll(/"awsRegion": "([^"]+)"/g)].map(([, region = '']) => region));

    expect([...regions].sort()).toEqual(Object.keys(places).sort());
    for (const region of regions) expect(flowing(page)).toContain(places[region]);
  });

  it('is encrypted, has no backup, and a log as short as the page says', () => {
    expect(stack).toContain('SSEEnabled: true');
    expect(stack).toContain('PointInTimeRecoveryEnabled: false');
    expect(flowing(page)).toContain('There is no backup');
    expect(flowing(page)).toContain(`Logs are deleted after ${/RetentionInDays: (\d+)/.exec(stack)?.[1]} days`);
  });
});

describe('the terms', () => {
  it.each([
    ['that it is information, not medical advice', '## It is information, not medical advice'],
    ['that it is not for emergencies', '## It is not for emergencies'],
    ['that it cannot call anybody', "can't call anybody for you"],
    ['that nobody has signed the facts', 'No clinician has signed its facts yet'],
  ])('say %s', (_, words) => {
    expect(flowing(terms)).toContain(words);
  });
});

it.each([
  ['privacy.md', page],
  ['terms.md', terms],
])('%s leads only to what is there', (_, text) => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);

  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(() => readFileSync(join(root, 'docs', link))).not.toThrow();
});
