/**
 * A file that cannot be read is told with its line, and all of them at once: an editor who gets one fault a run gives up before the last.
 */
import { loadContent } from '../../tools/content/load';
import { forbiddenKinds } from '../../tools/content/schema';
import { Problems } from '../../tools/problems';
import { at, type Fault, files, fixture, removeFixtures } from './fixture';

afterEach(removeFixtures);

/** What is told of content that cannot be read; empty when it can. */
function toldOf(root: string): readonly string[] {
  try {
    loadContent(root);
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.message.split('\n');
    throw error;
  }
}

const facts = 'names more than three facts: split the line, so that its words can say each of them.';

const faults: readonly (readonly [what: string, planted: readonly Fault[], told: readonly string[]])[] = [
  [
    'a line that is no YAML',
    [[at.courtesies, 'questions:\n', 'questions: [\n']],
    [
      `${at.courtesies}:6 is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Check the indentation, and put quotes round text that begins with [ or { or holds a colon.`,
    ],
  ],
  [
    'text that holds a colon',
    [[at.words, 'goodbye: Take care.', 'goodbye: Take care: rest.']],
    [
      `${at.words}:45 is not YAML: Nested mappings are not allowed in compact mappings. Check the indentation, and put quotes round text that begins with [ or { or holds a colon.`,
    ],
  ],
  [
    'a key that stands twice',
    [[at.words, '  told: That is all.\n', '  told: That is all.\n  told: That is it.\n']],
    [`${at.words}:47 is not YAML: Map keys must be unique. Remove one of the two.`],
  ],
  [
    'a telephone number without quotes',
    [[at.locales, "'911'", '911']],
    [`${at.locales}:4 en-US.numbers.emergency.number: must be text: put quotes round telephone numbers.`],
  ],
  [
    'a telephone number with letters',
    [[at.locales, "'911'", "'nine'"]],
    [`${at.locales}:4 en-US.numbers.emergency.number: must be digits, spaces and dashes.`],
  ],
  [
    'nobody to call in an emergency',
    [[at.locales, "emergency: { number: '911'", "urgent: { number: '911'"]],
    [`${at.locales}:4 en-US.numbers: must name the emergency number.`],
  ],
  [
    'a line to call that has neither digits nor a name',
    [[at.locales, "number: '911', ", '']],
    [`${at.locales}:4 en-US.numbers.emergency: needs a number, or what is said instead of one.`],
  ],
  [
    'four facts under a line',
    [[at.topic, 'what: [common]', 'what: [common, sore, heart, stretch]']],
    [`${at.topic}:3 lines.what: ${facts}`],
  ],
  [
    'four facts under a stretch and a courtesy, six under a sign of danger',
    [
      [at.stretch, 'steps: [stretch]', 'steps: [common, sore, heart, stretch]'],
      [at.triage, 'chest_pain: [heart]', 'chest_pain: [common, sore, heart, stretch, list, today]'],
      [at.courtesies, 'told: [list]', 'told: [common, sore, heart, stretch]'],
    ],
    [
      `${at.courtesies}:3 lines.told: ${facts}`,
      `${at.stretch}:4 positions.in_bed.steps: ${facts}`,
      `${at.triage}:2 emergencies.chest_pain: names more than five facts.`,
    ],
  ],
  [
    'a line that rests on neither facts nor conversation',
    [[at.topic, 'hello: conversation', 'hello: chat']],
    [`${at.topic}:6 lines.hello: must be a list of one to three fact ids, or the word conversation.`],
  ],
  [
    'four lines in one turn, and a single offer',
    [
      [at.topic, 'lines: [what, sore]', 'lines: [what, sore, named, hello]'],
      [at.topic, 'offers: [relief, emergency]', 'offers: [relief]'],
    ],
    [
      `${at.topic}:8 pages.0.lines: is more than three lines in one turn.`,
      `${at.topic}:15 offers: needs two offers at least, so that no question is asked twice running.`,
    ],
  ],
  [
    'a date that is none',
    [
      [
        at.facts,
        'claim: Cramps are common., source: leaflet, reviewed: 2026-11-23',
        'claim: Cramps are common., source: leaflet, reviewed: 2026-02-30',
      ],
    ],
    [`${at.facts}:1 0.reviewed: is not a date like 2026-11-23.`],
  ],
  [
    'an id with a space',
    [[at.facts, 'id: common', 'id: very common']],
    [`${at.facts}:1 0.id: is not an id: letters, digits, - and _ only, a letter first.`],
  ],
  [
    'an address that is none',
    [[at.sources, 'https://example.org/cramps', 'the library']],
    [`${at.sources}:1 leaflet.url: is not a web address.`],
  ],
  [
    'patterns that are no regular expressions',
    [
      [at.forbidden, "['take two']", "['take (two']"],
      [at.forbidden, "['cures']", "['cures', '*cure']"],
    ],
    [
      `${at.forbidden}:4 kinds.dose.patterns.0: is no regular expression.`,
      `${at.forbidden}:6 kinds.cure.patterns.1: is no regular expression.`,
    ],
  ],
  [
    'a forbidden kind that is missing',
    [[at.forbidden, "  cure: { patterns: ['cures'], planted: [It cures cramps.] }\n", '']],
    [`${at.forbidden}:3 kinds.cure: Invalid input: expected object, received undefined.`],
  ],
  [
    'a forbidden kind that is unknown',
    [[at.forbidden, '  cure:', "  magic: { patterns: ['abracadabra'], planted: [Abracadabra.] }\n  cure:"]],
    [`${at.forbidden}:3 kinds: Unrecognized key: "magic".`],
  ],
  [
    'a forbidden kind without patterns, and one without sentences',
    [
      [at.forbidden, "['take two']", '[]'],
      [at.forbidden, '[It cures cramps.]', '[]'],
    ],
    [
      `${at.forbidden}:4 kinds.dose.patterns: Too small: expected array to have >=1 items.`,
      `${at.forbidden}:6 kinds.cure.planted: Too small: expected array to have >=1 items.`,
    ],
  ],
  [
    'a key that nobody reads',
    [[at.facts, 'id: common,', 'id: common, clam: Cramps.,']],
    [`${at.facts}:1 0: Unrecognized key: "clam".`],
  ],
];

it('reads the fixture, every file of it', () => {
  const content = loadContent(fixture());

  expect(content.facts.map(({ file }) => file)).toEqual([at.facts, at.today]);
  expect(content.topics.map(({ data }) => data.id)).toEqual(['overview', 'warning']);
  expect(content.forbidden.map(({ file, data }) => [file, Object.keys(data.kinds)])).toEqual([
    [at.forbidden, [...forbiddenKinds]],
  ]);
  expect(content.stretches.map(({ data }) => data.id)).toEqual(['calf']);
  expect(Object.keys(content.locales.data)).toEqual(['en-US', 'en-GB']);
  expect(Object.entries(content.words).map(([folder, sources]) => [folder, sources.map(({ file }) => file)])).toEqual([
    ['en', [at.names, at.words, at.warned]],
    ['en-GB', [at.british]],
  ]);
});

test.each(faults)('tells %s, with its line', (_, planted, told) => {
  expect(toldOf(fixture(planted))).toEqual(told);
});

test.each([at.courtesies, at.triage, at.locales, at.sources])('tells that %s is missing', (file) => {
  expect(toldOf(fixture([], { [file]: null }))).toEqual([`${file} is missing. Restore it from git.`]);
});

it('tells the faults of all files at once', () => {
  const planted: Fault[] = [
    [at.locales, "'911'", '911'],
    [at.locales, "'999'", '999'],
    [at.words, 'goodbye: Take care.', 'goodbye: Take care: rest.'],
    [at.topic, 'what: [common]', 'what: chat'],
  ];

  expect(toldOf(fixture(planted, { [at.triage]: null })).map((line) => line.split(' ')[0])).toEqual([
    `${at.locales}:4`,
    `${at.locales}:8`,
    `${at.topic}:3`,
    at.triage,
    `${at.words}:45`,
  ]);
});

it('knows the line of everything in a file, or of the nearest thing above it that is there', () => {
  const { topics, triage } = loadContent(fixture());
  const lineOf = topics[0]?.lineOf ?? (() => 0);
  const rows = (files[at.topic] ?? '').split('\n');

  expect(rows[lineOf(['lines', 'sore']) - 1]).toBe('  sore: [sore]');
  expect(rows[lineOf(['pages', 1, 'lines', 0]) - 1]).toBe('  - { id: second, lines: [hello] }');
  expect(rows[lineOf(['asksFirst', 'nothing', 'below']) - 1]).toBe('asksFirst: crampNow');
  expect(triage.lineOf([])).toBe(1);
});
