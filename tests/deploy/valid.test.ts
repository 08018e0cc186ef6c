/**
 * What Amazon and AWS will be given is valid by their own schemas, rules and types, read offline. Each validator is shown a planted fault,
 * since one that finds nothing proves nothing.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFaults } from '../../tools/validate/package';
import { type TemplateValidator, template, templateValidator } from '../../tools/validate/template';

const root = join(__dirname, '../..');
/** The first run on a machine installs the validators. */
jest.setTimeout(180_000);

const manifest = 'build/skill-package/skill.json';
const model = 'build/skill-package/interactionModels/custom/en-US.json';
type Json = Record<string, unknown>;
const both = ['schema', 'types'] as const;
const locale = 'manifest.publishingInformation.locales.en-US';
const interfaces = 'manifest.apis.custom.interfaces';
const language = 'interactionModel.languageModel';
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'valid-'));
});
afterEach(() => rmSync(copy, { recursive: true }));

describe('the template', () => {
  let validator: TemplateValidator;
  beforeAll(() => {
    validator = templateValidator(root);
  });
  afterAll(() => validator?.close());

  it('is valid by every rule of AWS', () => {
    console.log(`${template}: ${validator.rules} rules.`);
    expect(validator.rules).toBeGreaterThan(200);
    expect(validator.faults(root)).toEqual([]);
  });

  const faults: readonly (readonly [string, string, string, RegExp])[] = [
    ['a misspelt property', 'MemorySize: 512', 'MemorySise: 512', /MemorySise/],
    ['less memory than Lambda gives', 'MemorySize: 512', 'MemorySize: 64', /MemorySize/],
    ['a log that is kept for a span that there is not', 'RetentionInDays: 30', 'RetentionInDays: 31', /RetentionInDays/],
    ['an attribute of nothing', '!GetAtt Role.Arn', '!GetAtt Roll.Arn', /Roll/],
    ['a parameter that there is not', '!Ref LambdaHandler', '!Ref Handler', /Handler/],
    ['a way to pay that DynamoDB does not have', 'PAY_PER_REQUEST', 'PAY_WHEN_I_CAN', /BillingMode/],
    ['a key that no attribute declares', 'AttributeName: id, KeyType: HASH', 'AttributeName: user, KeyType: HASH', /Preferences/],
    ['a processor that Lambda does not have', '[arm64]', '[arm65]', /Architectures/],
    ['a table of an unknown type', 'AWS::DynamoDB::Table', 'AWS::DynamoDB::Tabel', /Tabel/],
  ];

  test.each(faults)('is not with %s', (_, right, wrong, complaint) => {
    const text = readFileSync(join(root, template), 'utf8');
    expect(text).toContain(right);
    mkdirSync(join(copy, 'infrastructure'));
    writeFileSync(join(copy, template), text.replace(right, wrong));

    const told = validator.faults(copy).map(({ file, line, message }) => `${file}:${line} ${message}`);

    expect(told).toContainEqual(expect.stringMatching(complaint));
    expect(told).toContainEqual(expect.stringMatching(/^infrastructure\/skill-stack\.yaml:\d+ /));
  });
});

describe('the manifest and the models', () => {
  it("are valid by Amazon's schema and by its types", () => {
    const { files, problems } = packageFaults(root);

    console.log(`Valid by schema and types: ${files.join(', ')}.`);
    expect(files).toEqual(expect.arrayContaining([manifest, model]));
    expect(problems).toEqual([]);
  });

  /** Who finds it: the schema, the types, or both. */
  const faults: readonly (readonly [string, string, (json: Json) => void, readonly ('schema' | 'types')[], RegExp])[] = [
    [
      'a key that Amazon does not know',
      manifest,
      (json) => set(json, 'manifest.publishingInformation.sumary', 'x'),
      both,
      /sumary/,
    ],
    ['a locale without a name', manifest, (json) => set(json, `${locale}.name`, undefined), ['schema'], /name/],
    ['a summary that is too long', manifest, (json) => set(json, `${locale}.summary`, 'x'.repeat(161)), ['schema'], /160/],
    [
      'a permission that there is not',
      manifest,
      (json) => set(json, 'manifest.permissions', [{ name: 'all' }]),
      both,
      /permission/i,
    ],
    ['an interface that there is not', manifest, (json) => set(json, interfaces, [{ type: 'SMELL' }]), both, /SMELL|interface/i],
    [
      'a screen of no shape',
      manifest,
      (json) => set(json, interfaces, [{ type: 'ALEXA_PRESENTATION_APL', supportedViewports: [{ mode: 'HUB', shape: 'OVAL' }] }]),
      both,
      /OVAL|shape/,
    ],
    [
      'events without an address',
      manifest,
      (json) => set(json, 'manifest.events', { subscriptions: [] }),
      ['schema'],
      /endpoint/,
    ],
    ['text for a truth', manifest, (json) => set(json, 'manifest.privacyAndCompliance.containsAds', 'no'), both, /boolean/],
    [
      'a model without an invocation name',
      model,
      (json) => set(json, `${language}.invocationName`, undefined),
      both,
      /invocationName/,
    ],
    [
      'a sample that is no text',
      model,
      (json) => set(json, `${language}.intents`, [{ name: 'A', samples: [1] }]),
      both,
      /string/,
    ],
    [
      'an intent with a misspelt key',
      model,
      (json) => set(json, `${language}.intents`, [{ name: 'A', sample: [] }]),
      both,
      /sample/,
    ],
  ];

  test.each(faults)('are not with %s', (_, file, change, finders, complaint) => {
    cpSync(join(root, 'build/skill-package/interactionModels'), join(copy, 'build/skill-package/interactionModels'), {
      recursive: true,
    });
    cpSync(join(root, manifest), join(copy, manifest));
    const json = JSON.parse(readFileSync(join(copy, file), 'utf8')) as Json;
    change(json);
    writeFileSync(join(copy, file), JSON.stringify(json, null, 2));

    const { problems } = packageFaults(root, copy);

    expect(problems.map((problem) => problem.file)).toEqual(problems.map(() => file));
    for (const finder of finders)
      expect(problems.map(({ message }) => message)).toContainEqual(
        expect.stringMatching(new RegExp(`${complaint.source}.* Amazon's ${finder} say`, complaint.flags)),
      );
  });
});

/** Sets what stands at a path; undefined is left out of the file. */
function set(json: Json, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce<Json>((inside, key) => inside[key] as Json, json);
  place[last] = value;
}
