/**
 * The manifest that is committed is what its sources say, and what is staged for Amazon is that: a page that nobody reviewed would
 * otherwise stand in the store.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, stagedText } from '../../tools/manifest/compile';
import { emitManifest, staleManifest } from '../../tools/manifest/emit';
import { writeManifest } from '../../tools/manifest/write';
import { emitModels } from '../../tools/models/emit';
import { tell } from '../../tools/problems';
import { locales, root } from '../support/skill';
import { at, fixture, models, removeFixtures } from './fixture';

afterEach(removeFixtures);

const { manifest, problems } = emitManifest(root, emitModels(root));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the committed manifest', () => {
  it('has no problem', () => {
    expect(tell(problems)).toBe('');
  });

  it('is what its sources say', () => {
    if (staleManifest(root, manifest).length > 0) throw new Error('skill.json is out of date: run `npm run fix`');
  });

  it('has a page, a privacy policy and terms for every locale, and for no other', () => {
    const { publishingInformation, privacyAndCompliance } = JSON.parse(text('skill.json')).manifest;

    expect(Object.keys(publishingInformation.locales)).toEqual(locales);
    expect(Object.keys(privacyAndCompliance.locales)).toEqual(locales);
    expect(locales.length).toBeGreaterThan(0);
  });
});

describe('the staged manifest', () => {
  it('is the committed one, but for events, which ask-cli adds with the address that Amazon wants for them', () => {
    const { events, ...rest } = JSON.parse(text('skill.json')).manifest;

    expect(events).toEqual({ subscriptions: [{ eventName: 'SKILL_DISABLED' }] });
    expect(JSON.parse(text('build/skill-package/skill.json'))).toEqual({ manifest: rest });
  });
});

describe('a manifest', () => {
  const built = () => emitManifest(fixture(), models).manifest?.manifest;

  it("has a region's own words where they differ, and its language's for the rest", () => {
    const { 'en-US': american, 'en-GB': british } = built()?.publishingInformation.locales ?? {};

    expect(american?.summary).toBe('Talks you through easing a muscle cramp.');
    expect(british).toEqual({ ...american, summary: 'Talks you through easing a muscle cramp, wherever you are.' });
  });

  it('ends every description with the disclaimer', () => {
    expect(built()?.publishingInformation.locales['en-US']?.description).toBe(
      'Say, "Alexa, ask cramp helper what causes cramps", and it tells you.\n\nIt is no medical advice, and only informs and educates. Ask your doctor for medical advice. In an emergency call your local number.',
    );
  });

  it('has the addresses of the pages, from the homepage', () => {
    expect(built()?.privacyAndCompliance.locales['en-GB']).toEqual({
      privacyPolicyUrl: 'https://github.com/somebody/cramp-helper/blob/HEAD/docs/privacy.md',
      termsOfUseUrl: 'https://github.com/somebody/cramp-helper/blob/HEAD/docs/terms.md',
    });
    expect(addressOf('https://cramps.example', 'docs/terms.md')).toBe('https://cramps.example/docs/terms.md');
  });

  it('tells the tester what each permission is for', () => {
    const root = fixture([
      [
        at.manifest,
        'permissions: []',
        "permissions: [{ name: 'alexa::alerts:reminders:skill:readwrite', why: Say that you want a reminder. }]",
      ],
      [at.code, 'getUpsServiceClient()', 'getReminderManagementServiceClient()'],
    ]);
    const made = emitManifest(root, models).manifest?.manifest;

    expect(made?.permissions).toEqual([{ name: 'alexa::alerts:reminders:skill:readwrite' }]);
    expect(made?.publishingInformation.testingInstructions).toBe(
      'Say that your calf is cramping, and do as you are told. Permission alexa::alerts:reminders:skill:readwrite: Say that you want a reminder.',
    );
  });

  it('names the countries where it is not for the whole world', () => {
    const made = emitManifest(fixture([[at.manifest, 'worldwide: true', 'worldwide: false, countries: [GB, IE]']]), models);

    expect(made.manifest?.manifest.publishingInformation).toMatchObject({
      isAvailableWorldwide: false,
      distributionCountries: ['GB', 'IE'],
    });
  });

  it('needs one more listing for one more language, and nothing for one more region', () => {
    const root = fixture(
      [[at.locales, 'en-GB:', 'en-AU:\n  language: en\n  numbers: { emergency: { number: "0", facts: [n] } }\nen-GB:']],
      {},
    );
    const made = emitManifest(root, models).manifest?.manifest.publishingInformation.locales;

    expect(Object.keys(made ?? {})).toEqual(['en-US', 'en-AU', 'en-GB']);
    expect(made?.['en-AU']).toEqual(made?.['en-US']);
  });
});

describe('a stale manifest', () => {
  it('is told, written, and then current', () => {
    const root = fixture();
    const { manifest: wanted } = emitManifest(root, models);
    if (!wanted) throw new Error('The fixture has a fault.');

    expect(staleManifest(root, wanted)).toEqual(['skill.json']);
    expect(writeManifest(root, wanted)).toBe('skill.json written');
    expect(staleManifest(root, wanted)).toEqual([]);
    expect(writeManifest(root, wanted)).toBe('skill.json unchanged');
    expect(stagedText(wanted)).not.toContain('SKILL_DISABLED');
  });
});

describe('the package', () => {
  it('has only files where Amazon looks for them', () => {
    const names = readdirSync(join(root, 'build/skill-package'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name).slice(join(root, 'build/skill-package/').length).replaceAll('\\', '/'),
      );

    expect(names.sort()).toEqual(
      [
        'assets/images/icon-108.png',
        'assets/images/icon-512.png',
        ...locales.map((locale) => `interactionModels/custom/${locale}.json`),
        'skill.json',
      ].sort(),
    );
  });
});
