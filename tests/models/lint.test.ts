/**
 * Every rule is shown to fail: a rule that can't would let Alexa refuse the skill, or mishear a frightened person, after release.
 */
import { lint, rules } from '../../tools/models/lint';
import { sameIntentsAs } from '../../tools/models/lint/names';
import type { Model } from '../../tools/models/model';
import { tell } from '../../tools/problems';
import { type File, files, plant, read, removeSkills, skill } from './fixture';

afterEach(removeSkills);

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

const intents: File = 'interactionModels/intents.yaml';
const language: File = 'interactionModels/phrases/en/language.yaml';
const phrases: File = 'interactionModels/phrases/en/phrases.yaml';

/** Rule, file, what stands there, the fault, and what is told; places are shortened to the name of the file. */
const faults: [string, File, string, string, ...string[]][] = [
  ['language-words', language, 'wake: [alexa]\n', '', 'en says no "wake". Write it in language.yaml, as phrases/en does.'],
  [
    'language-words',
    language,
    'invocation: cramp helper\n',
    '',
    'en says no "invocation". Write it in language.yaml, as phrases/en does.',
  ],
  [
    'invocation-length',
    language,
    'cramp helper',
    'cramps',
    'language.yaml:2 invocation: "cramps" is one word. Alexa wants two at least.',
  ],
  [
    'invocation-length',
    language,
    'cramp helper',
    'my good cramp helper',
    `language.yaml:2 invocation: "my good cramp helper" has 4 words. Amazon's linter warns above three.`,
  ],
  [
    'invocation-length',
    language,
    'cramp helper',
    `cramp ${'x'.repeat(45)}`,
    'language.yaml:2 invocation: has 51 characters. Write 2 to 50.',
  ],
  [
    'invocation-words',
    language,
    'cramp helper',
    'the cramp',
    'language.yaml:2 invocation: "the" is an article or preposition. Choose another name.',
  ],
  [
    'invocation-words',
    language,
    'cramp helper',
    'cramp skill',
    'language.yaml:2 invocation: "skill" is a reserved word. Choose another name.',
  ],
  [
    'invocation-words',
    language,
    'cramp helper',
    'help for cramps',
    'language.yaml:2 invocation: "for" is a connecting word. Choose another name.',
  ],
  [
    'invocation-words',
    language,
    'cramp helper',
    'open cramp',
    'language.yaml:2 invocation: "open" is a launch word. Choose another name.',
  ],
  [
    'invocation-words',
    language,
    'cramp helper',
    'alexa cramp',
    'language.yaml:2 invocation: "alexa" is a wake word. Choose another name.',
  ],
  ...['Cramp Helper', 'cramp 2', 'cramp-helper now', 'npr. cramps'].map((name): [string, File, string, string, string] => [
    'invocation-letters',
    language,
    'cramp helper',
    name,
    `language.yaml:2 invocation: "${name}" is not lower-case words. Spell numbers out, and write n. p. r. letter by letter.`,
  ]),
  [
    'names',
    intents,
    'alexa: CausesIntent',
    'alexa: Causes2Intent',
    'intents.yaml:3 causes: Alexa cannot take the name "Causes2Intent". Letters and underscores only, with a letter at both ends.',
  ],
  [
    'names',
    intents,
    'alexa: CrampNowIntent',
    'alexa: CausesIntent',
    'intents.yaml:4 crampNow: "CausesIntent" is the name of another intent. Give it its own.',
  ],
  [
    'names',
    intents,
    'muscle: Muscle }',
    'muscle2: Muscle }',
    'intents.yaml:3 causes: Alexa cannot take the slot name "muscle2". Letters and underscores only, with a letter at both ends.',
  ],
  [
    'names',
    intents,
    '  Side: [',
    '  Side_: [',
    'intents.yaml:14 types: Alexa cannot take the name "Side_". Letters and underscores only, with a letter at both ends.',
  ],
  [
    'built-ins',
    intents,
    'AMAZON.StopIntent',
    'AMAZON.HaltIntent',
    'intents.yaml:1 intents: no intent is "AMAZON.StopIntent". Add it: Alexa refuses a skill without it.',
    'intents.yaml:8 stop: Alexa has no "AMAZON.HaltIntent". See its list of standard intents.',
  ],
  [
    'known-types',
    intents,
    '  Side: [left, right]',
    '  Flank: [left, right]',
    'intents.yaml:4 crampNow: slot side has the unknown type "Side". Add it to types.',
    'intents.yaml:5 otherSide: slot side has the unknown type "Side". Add it to types.',
    'intents.yaml:14 types: no slot has the type "Flank". Remove it, or give it to a slot.',
  ],
  ['known-ids', phrases, '  help:', '  aid:', 'phrases.yaml:23 intents: there is no "aid" in intents.yaml. Correct the name.'],
  [
    'known-ids',
    phrases,
    'chest: [chest]',
    'torso: [chest]',
    'phrases.yaml:26 slots: no words for Muscle.chest. Write how people say it.',
    'phrases.yaml:27 slots: there is no "torso" in type Muscle of intents.yaml. Correct the name.',
  ],
  [
    'known-ids',
    intents,
    'calf, chest',
    'calf, chest, jaw',
    'phrases.yaml:26 slots: no words for Muscle.jaw. Write how people say it.',
  ],
  [
    'enough',
    phrases,
    '  otherSide:\n    - the other (leg|arm|side)\n    - my {side} one\n    - "{side}"\n',
    '',
    'intents.yaml:5 otherSide: has no phrases. Write some in interactionModels/phrases.',
  ],
  [
    'enough',
    phrases,
    '    - the other (leg|arm|side)\n',
    '',
    'phrases.yaml:15 otherSide: has 2 of the five samples Alexa wants. Write more.',
  ],
  [
    'enough',
    intents,
    'Side: [left, right]',
    'Side: [left]',
    'intents.yaml:14 types: Side has one id. Alexa learns a type from two at least.',
  ],
  [
    'every-template',
    phrases,
    '    - what can i ask\n',
    letters.flatMap((a) => letters.flatMap((b) => [`    - what ${a} ${b}\n`, `    - which ${a} ${b}\n`])).join(''),
    'phrases.yaml:1323 help: has 1352 templates, but keeps 1300 samples. Merge some with (a|b), or drop some.',
  ],
  [
    'limits',
    phrases,
    'what can i ask',
    `what ${'x'.repeat(196)}`,
    'phrases.yaml:23 help: a sample of 201 characters. Keep below 200.',
  ],
  [
    'limits',
    phrases,
    'back of my leg',
    'x'.repeat(1_000_000),
    'en the model for en-US has 1003136 bytes, and Alexa takes fewer than 1000000. Write fewer or shorter ones.',
  ],
  ...['3', ',', '?', '!', '%', '’', 'é'].map((sign): [string, File, string, string, string] => [
    'sample-letters',
    phrases,
    '    - what can i ask',
    `    - "what ${sign} (can|may) i ask"`,
    `phrases.yaml:23 help: "${sign}" cannot be heard. Spell numbers and signs out; of punctuation only the apostrophe, the hyphen and the period of an abbreviation may stay.`,
  ]),
  ['sample-letters', phrases, 'what can i ask', 'what can I ask', 'phrases.yaml:23 help: has capital letters. Write lower case.'],
  [
    'word-letters',
    phrases,
    '[calf, back of my leg]',
    '[Calf, lower-leg]',
    'phrases.yaml:26 Muscle.calf: "-" cannot be heard. Spell numbers and signs out, and write a space for a hyphen; of punctuation only the apostrophe may stay.',
    'phrases.yaml:26 Muscle.calf: has capital letters. Write lower case.',
  ],
  [
    'word-letters',
    phrases,
    'back of my leg',
    'leg '.repeat(40).trim(),
    'phrases.yaml:26 Muscle.calf: a word of 159 characters. Alexa takes 140 at most.',
  ],
  ['apostrophes', phrases, 'what can i ask', 'whats this', `phrases.yaml:23 help: "whats" lacks its apostrophe. Write "what's".`],
  [
    'apostrophes',
    phrases,
    'back of my leg',
    'whats behind',
    `phrases.yaml:26 Muscle.calf: "whats" lacks its apostrophe. Write "what's".`,
  ],
  [
    'wake-words',
    phrases,
    'what can i ask',
    'alexa what',
    'phrases.yaml:23 help: a sample holds "alexa". Leave it out: Alexa hears it before the skill does.',
  ],
  [
    'wake-words',
    phrases,
    'what can i ask',
    'what can i ask cramp helper',
    'phrases.yaml:23 help: a sample holds "ask cramp helper". Leave it out: Alexa hears it before the skill does.',
  ],
  [
    'first-word',
    phrases,
    'what can i ask',
    '(about|what) can i ask',
    'phrases.yaml:23 help: a sample begins with "about". Leave it out: Alexa swallows it in "ask cramp helper about …".',
  ],
  [
    'bare-slots',
    phrases,
    '    - what causes [a] cramp',
    '    - "{muscle}\'s"',
    `phrases.yaml:8 causes: "{muscle}'s" is nothing but slots. Add a word, or write the commonest ones out in one intent.`,
  ],
  [
    'bare-slots',
    phrases,
    '    - "{muscle}"',
    '    - "{side}"',
    'phrases.yaml:12 crampNow: "{side}" is nothing but slots. Add a word, or write the commonest ones out in one intent.',
  ],
  [
    'slot-references',
    phrases,
    'my {side} one',
    'my {muscle} one',
    'phrases.yaml:16 otherSide: has no slot {muscle}. Its slots are: side.',
  ],
  [
    'slot-references',
    phrases,
    'what can i ask',
    'what can {who} ask',
    'phrases.yaml:23 help: has no slot {who}. Its slots are: none.',
  ],
  [
    'slot-references',
    phrases,
    'my {side} one',
    'my {side} or {side}',
    'phrases.yaml:16 otherSide: {side} stands twice in a sample. Alexa takes it once.',
  ],
  ...['my {side}s', 'my {side}-one', 'my{side} one', `my {side}'sone`].map((text): [string, File, string, string, string] => [
    'slot-references',
    phrases,
    'my {side} one',
    text,
    `phrases.yaml:16 otherSide: "${text}" joins a slot to a word. Put spaces round it; only 's may follow.`,
  ]),
  [
    'slots-used',
    phrases,
    'why does my {muscle} cramp',
    'why does it cramp',
    'phrases.yaml:6 causes: no sample has {muscle}. Write some that have.',
  ],
  [
    'search-queries',
    intents,
    'slots: { side: Side }',
    'slots: { side: AMAZON.SearchQuery }',
    'phrases.yaml:17 otherSide: "{side}" needs words, and no other slot, beside its search query. Reword it.',
  ],
  [
    'search-queries',
    intents,
    'slots: { muscle: Muscle, side: Side }',
    'slots: { muscle: Muscle, side: AMAZON.SearchQuery }',
    'phrases.yaml:10 crampNow: "my {side} {muscle} hurts" needs words, and no other slot, beside its search query. Reword it.',
    'phrases.yaml:11 crampNow: "{side} {muscle}" needs words, and no other slot, beside its search query. Reword it.',
  ],
  [
    'unique-words',
    phrases,
    'chest: [chest]',
    'chest: [chest, calf]',
    `phrases.yaml:27 Muscle.chest: "calf" is said for calf (${phrases}:26) as well. Keep it for one of the two.`,
  ],
  [
    'unique-words',
    phrases,
    'chest: [chest]',
    'chest: [chest, chest]',
    `phrases.yaml:27 Muscle.chest: "chest" is said for chest (${phrases}:27) as well. Keep it for one of the two.`,
  ],
  [
    'repeated-samples',
    phrases,
    'what causes [a] cramp',
    'why do (i|you) get a <cramp>',
    `phrases.yaml:8 causes: "why do i get a cramp" and 1 more comes from ${phrases}:6 as well. Remove one of the two.`,
  ],
  [
    'collisions',
    phrases,
    'what can i ask',
    'what causes cramp',
    `phrases.yaml:23 help: "what causes cramp" is a sample of causes (${phrases}:8) as well. Keep it in one of the two.`,
  ],
  [
    'collisions',
    phrases,
    'what causes [a] cramp',
    'i have a <cramp>',
    `phrases.yaml:13 crampNow: "i have a cramp" and 1 more is a sample of causes (${phrases}:8) as well. Keep it in one of the two.`,
  ],
  [
    'collisions',
    phrases,
    'what causes [a] cramp',
    'my {muscle} hurts',
    `phrases.yaml:10 crampNow: "my {muscle} hurts" is a sample of causes (${phrases}:8) as well. Keep it in one of the two.`,
  ],
  [
    'collisions',
    phrases,
    'what can i ask',
    'my left back of my leg hurts',
    `phrases.yaml:23 help: "my left back of my leg hurts" is heard as "my {side} {muscle} hurts" of crampNow (${phrases}:10) as well. Keep it in one of the two.`,
  ],
];

const short = (text: string): string => text.replace(/^interactionModels\/(phrases\/en\/|phrases\/)?/gm, '');
const problemsOf = (rule: string, model: Model) => rules.filter(({ name }) => name === rule).flatMap(({ check }) => check(model));

describe('the rules', () => {
  it('find nothing wrong with the fixture, which has something for each of them to look at', () => {
    const { model, problems } = read(skill());

    expect(problems).toEqual([]);
    expect(tell(lint(model).filter(({ message }) => !message.includes('lambda/dialog')))).toBe('');
    expect(model.intents.flatMap(({ samples }) => samples).length).toBeGreaterThan(15);
    expect(model.types.flatMap(({ values }) => values).length).toBe(4);
  });

  it('each have a name of their own, a reason, and a fault here that they find', () => {
    const names = rules.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(rules.filter(({ description }) => description.length < 20)).toEqual([]);
    expect(names.filter((name) => !['same-intents', ...faults.map(([fault]) => fault)].includes(name))).toEqual([]);
  });

  test.each(faults)('%s finds a fault: %s', (rule, file, from, to, ...messages) => {
    const { model, problems } = read(skill(plant(file, from, to)));
    expect(problems).toEqual([]);
    const told = tell(problemsOf(rule, model));

    expect([...new Set(short(told).split('\n'))]).toEqual(messages);
  });
});

describe('same-intents', () => {
  const { model } = read(skill());
  const known = ['launch', ...model.intents.map(({ name }) => name)];

  it("finds nothing when the dialog's list is the keys and launch", () => {
    expect(sameIntentsAs(known).check(model)).toEqual([]);
  });

  it('finds what one of the two lacks', () => {
    const others = ['relief', ...known.filter((name) => name !== 'emergency')];

    expect(tell(sameIntentsAs(others).check(model))).toBe(
      [
        `${intents}:1 intents: "relief" of lambda/dialog/types.ts is missing. Add it here or take it out there.`,
        `${intents}:6 emergency: is missing in lambda/dialog/types.ts. Add it there or take it out here.`,
      ].join('\n'),
    );
  });
});

describe('collisions', () => {
  const collisions = (changed: Record<string, string>) => short(tell(problemsOf('collisions', read(skill(changed)).model)));

  it('are found between two types that share a word', () => {
    const shared = plant(phrases, 'left: [left]', 'left: [left, calf, chest]')[phrases] ?? '';
    const changed = { [phrases]: shared.replace('what causes [a] cramp', 'my {muscle} one') };

    expect(collisions(changed)).toBe(
      `phrases.yaml:16 otherSide: "my {side} one" is heard as "my {muscle} one" of causes (${phrases}:8) as well, by "calf" and 1 more. Keep the sample in one of the two, or the word in one of the types.\nphrases.yaml:17 otherSide: "{side}" is heard as "{muscle}" of crampNow (${phrases}:12) as well, by "calf" and 1 more. Keep the sample in one of the two, or the word in one of the types.`,
    );
  });

  it('are not found between types without a common word, or inside one intent', () => {
    expect(collisions(plant(phrases, 'what causes [a] cramp', 'my {muscle} one'))).toBe('');
    expect(collisions(plant(phrases, 'i have a <cramp>', 'my calf hurts'))).toBe('');
  });

  it('let an emergency say outright what a cramp says with a slot: the words win, and that is the safe side', () => {
    expect(files[phrases]).toContain('my chest hurts');
    expect(collisions({})).toBe('');
    expect(collisions(plant(phrases, 'my chest hurts', 'i have a cramp'))).toContain('is a sample of crampNow');
  });
});
