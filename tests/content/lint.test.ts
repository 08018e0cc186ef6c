/**
 * Every rule is shown to fail: a rule that can't would let a line nobody checked, or no line at all, be spoken to somebody in pain.
 */
import { inventory } from '../../tools/content/inventory';
import { lintContent, rules } from '../../tools/content/lint';
import { wordsOf } from '../../tools/content/words';
import { tell } from '../../tools/problems';
import { at, type Fault, files, fixture, read, removeFixtures } from './fixture';

afterEach(removeFixtures);

interface Planted {
  readonly faults?: readonly Fault[];
  /** Files added, or taken away. */
  readonly changed?: Readonly<Record<string, string | null>>;
  /** Everything told about the content, by whatever rule. */
  readonly told: readonly string[];
}

const faults: readonly (readonly [rule: string, what: string, planted: Planted])[] = [
  [
    'unique-facts',
    'an id that stands twice',
    {
      faults: [
        [at.facts, 'id: sore', 'id: common'],
        [at.topic, 'sore: [sore]', 'sore: [common]'],
        [at.stretch, 'helper: [sore]', 'helper: [common]'],
        [at.triage, 'driving: [sore]', 'driving: [common]'],
        [at.facts, '[common, sore]', '[common]'],
      ],
      told: [`${at.facts}:4 fact common stands at ${at.facts}:1 already. Give it another id, or remove one.`],
    },
  ],
  [
    'known-facts',
    'an unknown id under a line',
    {
      faults: [[at.topic, 'named: [common]', 'named: [comon]']],
      told: [`${at.topic}:5 there is no fact comon. Mend the id, or add the fact to content/facts with its source.`],
    },
  ],
  [
    'known-facts',
    'an unknown guard and an unknown member',
    {
      faults: [
        [at.facts, 'guard: [heart]', 'guard: [hart]'],
        [at.facts, '[common, sore]', '[common, sores]'],
      ],
      told: [
        `${at.facts}:2 there is no fact hart. Mend the id, or add the fact to content/facts with its source.`,
        `${at.facts}:5 there is no fact sores. Mend the id, or add the fact to content/facts with its source.`,
      ],
    },
  ],
  [
    'known-facts',
    'a telephone number that no fact verified',
    {
      faults: [[at.locales, 'facts: [number-gb]', 'facts: [number-uk]']],
      told: [
        `${at.facts}:7 fact number-gb is never spoken. Name it in a line that says it, or remove it.`,
        `${at.locales}:8 there is no fact number-uk. Mend the id, or add the fact to content/facts with its source.`,
      ],
    },
  ],
  [
    'spoken-facts',
    'a fact that nobody speaks',
    {
      faults: [
        [
          at.facts,
          '- { id: number-us',
          '- { id: orphan, claim: Nobody says this., source: leaflet, reviewed: 2026-11-23 }\n- { id: number-us',
        ],
      ],
      told: [`${at.facts}:6 fact orphan is never spoken. Name it in a line that says it, or remove it.`],
    },
  ],
  [
    'spoken-facts',
    'a list of which one member is not spoken',
    {
      faults: [
        [at.courtesies, 'told: [list]', 'told: conversation'],
        [at.facts, '[common, sore]', '[common, orphan]'],
        [
          at.facts,
          '- { id: number-us',
          '- { id: orphan, claim: Nobody says this., source: leaflet, reviewed: 2026-11-23 }\n- { id: number-us',
        ],
      ],
      told: [
        `${at.facts}:5 fact list is never spoken. Name it in a line that says it, or remove it.`,
        `${at.facts}:6 fact orphan is never spoken. Name it in a line that says it, or remove it.`,
      ],
    },
  ],
  [
    'used-sources',
    'a source that does not exist',
    {
      faults: [[at.facts, 'claim: Cramps are common., source: leaflet', 'claim: Cramps are common., source: flyer']],
      told: [
        `${at.facts}:1 fact common names source flyer, which does not exist. Add it to content/sources.yaml, or mend the name.`,
      ],
    },
  ],
  [
    'used-sources',
    'a source that no fact names',
    {
      faults: [
        [at.sources, 'phonebook:', 'rumour: { title: Talk, publisher: Anybody, url: https://example.org/talk }\nphonebook:'],
      ],
      told: [`${at.sources}:2 source rumour is named by no fact. Remove it.`],
    },
  ],
  [
    'guards',
    'a page that does not say the guard',
    {
      faults: [[at.topic, 'what: [common]', 'what: [common, stretch]']],
      told: [
        `${at.topic}:8 stretch is said without its guard heart. Say the guard in the same page or answer, or ask it before.`,
        `${at.topic}:12 stretch is said without its guard heart. Say the guard in the same page or answer, or ask it before.`,
        `${at.topic}:14 stretch is said without its guard heart. Say the guard in the same page or answer, or ask it before.`,
      ],
    },
  ],
  [
    'guards',
    'a stretch before which the guard is not asked',
    {
      faults: [[at.triage, 'muscles: [calf]', 'muscles: [chest]']],
      told: [
        `${at.stretch}:4 stretch is said without its guard heart. Say the guard in the same page or answer, or ask it before.`,
      ],
    },
  ],
  [
    'guards',
    'an emergency that does not say the guard',
    {
      faults: [[at.facts, 'triage: E', 'triage: E, guard: [sore]']],
      told: [
        `${at.stretch}:4 heart is said without its guard sore. Say the guard in the same page or answer, or ask it before.`,
        `${at.triage}:2 heart is said without its guard sore. Say the guard in the same page or answer, or ask it before.`,
      ],
    },
  ],
  [
    'file-names',
    'an id that is not the name of the file',
    {
      changed: { [at.stretch]: null, 'content/stretches/claf.yaml': files[at.stretch] ?? '' },
      told: ['content/stretches/claf.yaml:1 id calf is not the name of the file. The two must agree.'],
    },
  ],
  [
    'file-names',
    'a routine that is not called as its file',
    {
      changed: { [at.routine]: null, 'content/routines/evening.yaml': files[at.routine] ?? '' },
      told: ['content/routines/evening.yaml:1 id bedtime is not the name of the file. The two must agree.'],
    },
  ],
  [
    'held-seconds',
    'seconds that no fact names, of a stretch and of a routine',
    {
      faults: [
        [at.stretch, 'hold: 10', 'hold: 10, longest: 20'],
        [at.routine, 'hold: 10', 'hold: 15'],
      ],
      told: [
        `${at.routine}:4 a hold of 15 seconds is in none of its facts (held). Name the fact that says it, or hold it as long as they say.`,
        `${at.stretch}:4 a hold of 20 seconds is in none of its facts (held). Name the fact that says it, or hold it as long as they say.`,
      ],
    },
  ],
  [
    'ordered-holds',
    'a longest hold that is shorter than the usual one',
    {
      faults: [
        [at.stretch, 'hold: 10', 'hold: 10, longest: 5'],
        [at.facts, 'ten seconds', 'five or ten seconds'],
      ],
      told: [`${at.stretch}:4 longest is shorter than hold. Swap them, or leave longest out.`],
    },
  ],
  [
    'routine-ids',
    'a stretch and an id of When that do not exist',
    {
      faults: [
        [at.routine, 'stretches: [calf]', 'stretches: [clef]'],
        [at.routine, 'when: [night]', 'when: [knight]'],
      ],
      told: [
        `${at.routine}:2 When has no id knight. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.routine}:3 there is no stretch clef. Mend the id, or add content/stretches.`,
      ],
    },
  ],
  [
    'routine-ids',
    'a routine that is called as a stretch',
    {
      changed: {
        [at.routine]: null,
        'content/routines/calf.yaml': (files[at.routine] ?? '').replace('bedtime', 'calf'),
        [at.names]: (files[at.names] ?? '').replace('bedtime', 'calf'),
      },
      told: ['content/routines/calf.yaml:1 calf is a stretch already. Call one of them otherwise.'],
    },
  ],
  [
    'topic-lines',
    'a page and an answer that name a line that is not declared',
    {
      faults: [
        [at.topic, 'lines: [hello]', 'lines: [helo, hello]'],
        [at.topic, "'?': [what]", "'?': [wat]"],
      ],
      told: [
        `${at.topic}:9 there is no line helo. Declare it under lines:, or mend the name.`,
        `${at.topic}:14 there is no line wat. Declare it under lines:, or mend the name.`,
      ],
    },
  ],
  [
    'topic-lines',
    'a declared line that no page and no answer names',
    {
      faults: [[at.topic, 'lines: [what, sore]', 'lines: [what, hello]']],
      told: [`${at.topic}:4 line sore is in no page and no answer. Use it, or remove it.`],
    },
  ],
  [
    'topic-slots',
    'an answer to a slot that no intent has',
    {
      faults: [[at.topic, 'answers:\n', 'answers:\n  mussel: { calf: [what] }\n']],
      told: [`${at.topic}:11 no intent has a slot mussel. Mend the name; slots stand in interactionModels/intents.yaml.`],
    },
  ],
  [
    'topic-slots',
    'an answer to an unknown slot id',
    {
      faults: [[at.topic, '    calf: [what]', '    claf: [what]']],
      told: [
        `${at.topic}:12 muscle has no id claf. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.topic}:13 calf leads to a line that asks for its name, and has none in en. Add names.muscle.calf to content/words/en/names.yaml.`,
      ],
    },
  ],
  [
    'topic-slots',
    'an offer of an unknown intent',
    {
      faults: [[at.topic, 'offers: [relief, emergency]', 'offers: [relif, relief, emergency]']],
      told: [
        `${at.topic}:15 there is no intent relif to offer. Intents stand in interactionModels/intents.yaml.`,
        `content/words/en has no words for offers.relif (${at.topic}:15). Add the key under its group in a file of that folder.`,
        `content/words/en has no words for offers.relifNudge (${at.topic}:15). Add the key under its group in a file of that folder.`,
      ],
    },
  ],
  [
    'triage-ids',
    'ids that no slot type has',
    {
      faults: [
        [at.triage, '  chest_pain: [heart]', '  chest_pain: [heart]\n  hiccups: [heart]'],
        [at.triage, 'contact: []', 'contact: [dwelling]'],
        [at.triage, 'before_stretch: []', 'before_stretch: [smelling]'],
        [at.triage, 'muscle: [calf], means: swelling', 'muscle: [calf, colf], side: [left], means: spelling'],
        [at.triage, 'muscles: [calf]', 'muscles: [calf, claf]'],
        [at.triage, '  driving: [sore]', '  driving: [sore]\n  diving: [sore]'],
        [at.stretch, 'muscles: [calf]', 'muscles: [calf, clef]'],
        [at.words, '  places:\n', '  places:\n    diving: Surface.\n'],
        [at.words, '  emergencies:\n', '  emergencies:\n    hiccups: Call {{emergency}}.\n'],
      ],
      told: [
        `${at.stretch}:2 muscle has no id clef. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:3 emergencySign has no id hiccups. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:6 symptom has no id dwelling. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:8 symptom has no id smelling. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:11 muscle has no id colf. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:11 side has no id left. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:11 symptom has no id spelling. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:13 muscle has no id claf. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:16 place has no id diving. Mend it, or add it to interactionModels/intents.yaml.`,
      ],
    },
  ],
  [
    'triage-ids',
    'an emergency sign without an answer',
    {
      faults: [[at.intents, 'EmergencySign: [chest_pain]', 'EmergencySign: [chest_pain, stroke]']],
      told: [`${at.triage}:2 emergency sign stroke has no answer. Add it under emergencies: with its facts.`],
    },
  ],
  ...(
    [
      ['today', 'today: [swelling]', 'today: [swelling, dwelling]', 4],
      ['contact', 'contact: []', 'contact: [dwelling]', 5],
      ['self_care', 'self_care: []', 'self_care: [dwelling]', 6],
    ] as const
  ).map(([level, from, to, line]): (typeof faults)[number] => [
    'triage-ids',
    `an unknown symptom in level ${level}`,
    {
      faults: [[at.triage, from, to]],
      told: [`${at.triage}:${line} symptom has no id dwelling. Mend it, or add it to interactionModels/intents.yaml.`],
    },
  ]),
  [
    'triage-ids',
    'an unknown symptom before a stretch',
    {
      faults: [[at.triage, 'before_stretch: []', 'before_stretch: [swelling, dwelling]']],
      told: [`${at.triage}:7 symptom has no id dwelling. Mend it, or add it to interactionModels/intents.yaml.`],
    },
  ],
  [
    'triage-ids',
    'an emergency without an answer that things together come to',
    {
      faults: [[at.triage, 'means: swelling', 'means: stroke']],
      told: [`${at.triage}:10 symptom has no id stroke. Mend it, or add it to interactionModels/intents.yaml.`],
    },
  ],
  [
    'triage-ids',
    'an unknown id in the second of the things together',
    {
      faults: [
        [
          at.triage,
          'means: swelling }\n',
          'means: swelling }\n  - { intent: [relief], symptom: [dwelling], means: chest_pain }\n',
        ],
      ],
      told: [`${at.triage}:11 symptom has no id dwelling. Mend it, or add it to interactionModels/intents.yaml.`],
    },
  ],
  [
    'triage-ids',
    'an unknown intent in things together',
    {
      faults: [[at.triage, 'muscle: [calf], means: swelling', 'intent: [crampNow, crumpNow], means: swelling']],
      told: [`${at.triage}:10 there is no intent crumpNow. Mend it; intents stand in interactionModels/intents.yaml.`],
    },
  ],
  [
    'triage-levels',
    'a symptom without a level',
    {
      faults: [[at.intents, 'Symptom: [swelling]', 'Symptom: [swelling, redness]']],
      told: [`${at.triage}:4 symptom redness has no level. Name it once, under today, contact or self_care.`],
    },
  ],
  [
    'triage-levels',
    'a symptom with two levels',
    {
      faults: [[at.triage, 'contact: []', 'contact: [swelling]']],
      told: [
        `${at.triage}:4 symptom swelling has more than one level: today and contact. Name it once, under today, contact or self_care.`,
      ],
    },
  ],
  [
    'triage-levels',
    'a symptom with all three levels',
    {
      faults: [
        [at.triage, 'contact: []', 'contact: [swelling]'],
        [at.triage, 'self_care: []', 'self_care: [swelling]'],
      ],
      told: [
        `${at.triage}:4 symptom swelling has more than one level: today and contact and self_care. Name it once, under today, contact or self_care.`,
      ],
    },
  ],
  [
    'triage-levels',
    'a level without words',
    {
      faults: [
        [at.intents, 'Symptom: [swelling]', 'Symptom: [swelling, redness]'],
        [at.triage, 'today: [swelling]', 'today: [swelling, redness]'],
      ],
      told: [`${at.triage}:4 symptom redness is for today and has no words. Answer it in content/topics/warning.yaml.`],
    },
  ],
  [
    'triage-levels',
    'a level without words of its own, only those of any other sign',
    {
      faults: [[at.warning, '    swelling: [swelling]', "    '*': [swelling]"]],
      told: [`${at.triage}:4 symptom swelling is for today and has no words. Answer it in content/topics/warning.yaml.`],
    },
  ],
  [
    'triage-levels',
    'a level without words, as there is no such topic',
    {
      changed: { [at.warning]: null, [at.warned]: null, [at.today]: null },
      told: [`${at.triage}:4 symptom swelling is for today and has no words. Answer it in content/topics/warning.yaml.`],
    },
  ],
  ...['C', 'S'].map((level): (typeof faults)[number] => [
    'triage-levels',
    `a sign for today that rests on a fact of triage ${level}`,
    {
      faults: [[at.today, 'triage: T', `triage: ${level}`]],
      told: [
        `${at.warning}:6 swelling is for today, and its first line swelling rests on no fact of triage T or E. Say first whom to call, and name the fact that says so.`,
      ],
    },
  ]),
  [
    'triage-levels',
    'a sign for today that says whom to call second',
    {
      faults: [
        [at.warning, '  swelling: [today]\n', '  swelling: [today]\n  hello: conversation\n'],
        [at.warning, '    swelling: [swelling]', '    swelling: [hello, swelling]'],
        [at.warned, '    lines:\n', '    lines:\n      hello: Good to hear you.\n'],
      ],
      told: [
        `${at.warning}:7 swelling is for today, and its first line hello rests on no fact of triage T or E. Say first whom to call, and name the fact that says so.`,
      ],
    },
  ],
  [
    'triage-levels',
    'a sign for today whose answer does not say so',
    {
      faults: [[at.warning, '  swelling: [today]', '  swelling: [sore]']],
      changed: { [at.today]: null },
      told: [
        `${at.warning}:6 swelling is for today, and its first line swelling rests on no fact of triage T or E. Say first whom to call, and name the fact that says so.`,
      ],
    },
  ],
  [
    'triage-gates',
    'a guard to nothing',
    {
      faults: [[at.triage, 'heart: { muscles: [calf], facts: [heart] }', 'heart: { facts: [heart] }']],
      changed: { [at.stretch]: (files[at.stretch] ?? '').replaceAll('[stretch]', '[sore]') },
      told: [
        `${at.facts}:2 fact stretch is never spoken. Name it in a line that says it, or remove it.`,
        `${at.triage}:12 gate heart guards nothing. Name muscles or remedies, or remove it.`,
      ],
    },
  ],
  [
    'triage-gates',
    'a muscle and a sign that do not exist',
    {
      faults: [[at.triage, '{ muscles: [calf], facts', '{ muscles: [calf, claf], means: dwelling, facts']],
      told: [
        `${at.triage}:12 muscle has no id claf. Mend it, or add it to interactionModels/intents.yaml.`,
        `${at.triage}:12 symptom has no id dwelling. Mend it, or add it to interactionModels/intents.yaml.`,
      ],
    },
  ],
  [
    'triage-gates',
    'a remedy that does not exist, beside one that does',
    {
      faults: [[at.triage, '{ muscles: [calf], facts', '{ muscles: [calf], remedies: [massage, message], facts']],
      told: [`${at.triage}:12 remedy has no id message. Mend it, or add it to interactionModels/intents.yaml.`],
    },
  ],
  [
    'triage-gates',
    'a yes that comes to an emergency, as it does without being told',
    {
      faults: [[at.triage, '{ muscles: [calf], facts', '{ muscles: [calf], means: chest_pain, facts']],
      told: [`${at.triage}:12 symptom has no id chest_pain. Mend it, or add it to interactionModels/intents.yaml.`],
    },
  ],
  [
    'triage-gates',
    'a guard to nothing beside one to something',
    {
      faults: [
        [at.triage, 'places:\n', '  idle: { muscles: [], remedies: [], means: swelling, facts: [today] }\nplaces:\n'],
        [
          at.words,
          '  gates:\n',
          '  gates:\n    idle: { ask: Is it swollen at all?, askNudge: Swollen?, askAgain: Is it any bigger?, askAgainNudge: Bigger? }\n',
        ],
      ],
      told: [`${at.triage}:13 gate idle guards nothing. Name muscles or remedies, or remove it.`],
    },
  ],
  ...(
    [
      ['diagnosis', 'You have a clot.', 'You have a clot'],
      ['dose', 'Take two tonight.', 'Take two'],
      ['medicine', 'Stop your statin.', 'Stop your statin'],
      ['cure', 'Stretching cures them.', 'cures'],
      ['guarantee', 'It will pass, I promise.', 'I promise'],
      ['reassurance', 'You will be fine.', 'be fine'],
    ] as const
  ).map(([kind, text, said]): (typeof faults)[number] => [
    'forbidden-claims',
    `a ${kind}`,
    {
      faults: [[at.words, 'goodbye: Take care.', `goodbye: ${text}`]],
      told: [
        `${at.words}:45 dialog.goodbye says "${said}", which is forbidden (${kind}). Say what to do and whom to ask; leave the rest to them.`,
      ],
    },
  ]),
  [
    'forbidden-claims',
    'claims of two kinds in one text',
    {
      faults: [[at.words, 'goodbye: Take care.', 'goodbye: Take two. You will be fine.']],
      told: [
        `${at.words}:45 dialog.goodbye says "be fine", which is forbidden (reassurance). Say what to do and whom to ask; leave the rest to them.`,
        `${at.words}:45 dialog.goodbye says "Take two", which is forbidden (dose). Say what to do and whom to ask; leave the rest to them.`,
      ],
    },
  ],
  [
    'forbidden-claims',
    'a claim in the words of a region, by the patterns of its language',
    {
      faults: [[at.british, 'goodbye: Cheerio.', 'goodbye: You will be fine.']],
      told: [
        `${at.british}:3 dialog.goodbye says "be fine", which is forbidden (reassurance). Say what to do and whom to ask; leave the rest to them.`,
      ],
    },
  ],
  [
    'forbidden-claims',
    'a claim with the other apostrophe',
    {
      faults: [
        [at.forbidden, "'be fine'", '"you\'ll be fine"'],
        [at.forbidden, 'You will be fine.', "You'll be fine."],
        [at.words, 'goodbye: Take care.', 'goodbye: You’ll be fine.'],
      ],
      told: [
        `${at.words}:45 dialog.goodbye says "You'll be fine", which is forbidden (reassurance). Say what to do and whom to ask; leave the rest to them.`,
      ],
    },
  ],
  [
    'forbidden-claims',
    'a sentence that only a pattern of another kind catches',
    {
      faults: [[at.forbidden, 'planted: [I promise.]', 'planted: [I promise., Take two.]']],
      told: [`${at.forbidden}:7 no pattern of guarantee catches "Take two.". Mend a pattern, or the sentence.`],
    },
  ],
  [
    'forbidden-claims',
    'a second language in which nothing is forbidden',
    {
      faults: [[at.locales, 'en-GB:\n  language: en', 'en-GB:\n  language: cy']],
      told: expect.arrayContaining([
        'content/forbidden/cy.yaml is missing: nothing says what must not be said. Write the kinds diagnosis, dose, medicine, cure, guarantee, reassurance for cy.',
      ]),
    },
  ],
  [
    'forbidden-claims',
    'a sentence that no pattern catches',
    {
      faults: [[at.forbidden, 'planted: [Take two.]', 'planted: [Take two., Take three.]']],
      told: [`${at.forbidden}:4 no pattern of dose catches "Take three.". Mend a pattern, or the sentence.`],
    },
  ],
  [
    'forbidden-claims',
    'a language in which nothing is forbidden',
    {
      changed: { [at.forbidden]: null },
      told: [
        'content/forbidden/en.yaml is missing: nothing says what must not be said. Write the kinds diagnosis, dose, medicine, cure, guarantee, reassurance for en.',
      ],
    },
  ],
  [
    'folders',
    'a folder of no locale',
    {
      changed: { 'content/words/en-AU/said.yaml': 'locale: en-AU\ndialog:\n  goodbye: Hooroo.\n' },
      told: ['content/words/en-AU is no language and no locale of content/locales.yaml. Add the locale, or remove the folder.'],
    },
  ],
  [
    'folders',
    'a file that names another folder, or none',
    {
      faults: [
        [at.british, 'locale: en-GB', 'language: en'],
        [at.names, 'language: en', 'language: de'],
      ],
      told: [
        `${at.british}:1 must begin with locale: en-GB. Add or mend that line.`,
        `${at.names}:1 must begin with language: en. Add or mend that line.`,
      ],
    },
  ],
  [
    'complete-words',
    'a line and a nudge without words',
    {
      faults: [
        [at.words, '      sore: It may stay sore.\n', ''],
        [at.words, '  askNudge: Better?\n', ''],
      ],
      told: [
        `content/words/en has no words for dialog.askNudge (${at.courtesies}:5). Add the key under its group in a file of that folder.`,
        `content/words/en has no words for topics.overview.lines.sore (${at.topic}:4). Add the key under its group in a file of that folder.`,
      ],
    },
  ],
  [
    'complete-words',
    'a language without words, whatever its region says',
    {
      faults: [
        [at.locales, 'en-GB:\n  language: en', 'en-GB:\n  language: cy'],
        [at.british, 'goodbye: Cheerio.', 'goodbye: Hwyl.'],
      ],
      told: expect.arrayContaining([
        `content/words/cy has no words for dialog.goodbye (${at.courtesies}:2). Add the key under its group in a file of that folder.`,
        `content/words/cy has no words for topics.overview.title (${at.topic}:1). Add the key under its group in a file of that folder.`,
        `${at.british}:3 dialog.goodbye is not in cy, so it overrides nothing. Mend the key.`,
      ]),
    },
  ],
  [
    'used-words',
    'a text that rests on nothing',
    {
      faults: [[at.words, 'dialog:\n', 'dialog:\n  orphan: Rub it with onions.\n']],
      told: [
        `${at.words}:45 dialog.orphan is said nowhere, so it rests on no fact. Declare the line with its facts in content/topics, stretches, triage or courtesies, or remove it.`,
      ],
    },
  ],
  [
    'used-words',
    'a name of no id',
    {
      faults: [[at.names, '    chest: the chest\n', '    chest: the chest\n    ches: the chest\n']],
      told: [
        `${at.names}:5 names.muscle.ches is said nowhere, so it rests on no fact. Declare the line with its facts in content/topics, stretches, triage or courtesies, or remove it.`,
      ],
    },
  ],
  [
    'unique-words',
    'a key in two files of a folder',
    {
      faults: [[at.names, 'names:\n', 'dialog:\n  goodbye: Bye.\nnames:\n']],
      told: [`${at.words}:45 dialog.goodbye stands at ${at.names}:3 already. Keep one of the two.`],
    },
  ],
  [
    'names-for-all',
    'a name that is missing',
    {
      faults: [[at.intents, 'Muscle: [calf, chest]', 'Muscle: [calf, chest, jaw]']],
      told: [
        `${at.topic}:13 jaw leads to a line that asks for its name, and has none in en. Add names.muscle.jaw to content/words/en/names.yaml.`,
      ],
    },
  ],
  [
    'overrides',
    'a text that is the same as its base',
    {
      faults: [[at.british, 'goodbye: Cheerio.', 'goodbye: Take care.']],
      told: [`${at.british}:3 dialog.goodbye is the same as in en. Remove it: it is inherited.`],
    },
  ],
  [
    'overrides',
    'a text that overrides nothing',
    {
      faults: [[at.british, 'goodbye: Cheerio.', 'goodbuy: Cheerio.']],
      told: [
        `${at.british}:3 dialog.goodbuy is not in en, so it overrides nothing. Mend the key.`,
        `${at.british}:3 dialog.goodbuy is said nowhere, so it rests on no fact. Declare the line with its facts in content/topics, stretches, triage or courtesies, or remove it.`,
      ],
    },
  ],
  [
    'question-marks',
    'a question without one',
    {
      faults: [[at.words, 'ask: Has it let go?', 'ask: Tell me if it has let go.']],
      told: [`${at.words}:47 dialog.ask is a question and must end in its only question mark. Ask one thing, last.`],
    },
  ],
  [
    'question-marks',
    'two questions in one',
    {
      faults: [[at.words, 'ask: Has it let go?', 'ask: Has it let go? Is it soft?']],
      told: [`${at.words}:47 dialog.ask is a question and must end in its only question mark. Ask one thing, last.`],
    },
  ],
  [
    'question-marks',
    'words after the question',
    {
      faults: [[at.words, 'ask: Has it let go?', 'ask: Has it let go? Tell me.']],
      told: [`${at.words}:47 dialog.ask is a question and must end in its only question mark. Ask one thing, last.`],
    },
  ],
  [
    'question-marks',
    'a line that asks',
    {
      faults: [[at.words, 'goodbye: Take care.', 'goodbye: Take care, will you?']],
      told: [`${at.words}:45 dialog.goodbye is a line and asks something. Say it as a statement; the question has its own key.`],
    },
  ],
  [
    'nudges',
    'a nudge as long as its question',
    {
      faults: [[at.words, 'askNudge: Better?', 'askNudge: Has it let go?']],
      told: [
        `${at.words}:48 dialog.askNudge is not shorter than its question. Say less: it is heard by somebody who did not answer.`,
      ],
    },
  ],
  [
    'short-sentences',
    'a sentence of more words than an ear takes in',
    {
      faults: [[at.words, 'told: That is all.', `told: That is all. ${'Slowly '.repeat(20)}now. Rest.`]],
      told: [`${at.words}:46 dialog.told has a sentence of 21 words; 20 can be taken in by ear. Make two of it.`],
    },
  ],
  [
    'short-sentences',
    'a question of more words than an ear takes in',
    {
      faults: [[at.words, 'ask: Has it let go?', `ask: Has it ${'really '.repeat(9)}let go?`]],
      told: [`${at.words}:47 dialog.ask has a sentence of 13 words; 12 can be taken in by ear. Make two of it.`],
    },
  ],
  ...[
    ['a digit', 'Call 911.', '"9"'],
    ['a bracket', 'Take care (please).', '"("'],
    ['a slash', 'Ice and/or heat.', '"/"'],
    ['a sign', 'Five % more.', '"%"'],
    ['a long dash', 'Take care — please.', '"—"'],
    ['a semicolon', 'Take care; rest.', '";"'],
    ['markup', 'Take <break/> care.', '"<"'],
  ].map(([what = '', text = '', odd = '']): (typeof faults)[number] => [
    'speakable',
    `${what}`,
    {
      faults: [[at.words, 'goodbye: Take care.', `goodbye: ${text}`]],
      told: [`${at.words}:45 dialog.goodbye holds ${odd}, which cannot be spoken. Write it as it is said; numbers as words.`],
    },
  ]),
  [
    'placeholders',
    'a value that nothing gives',
    {
      faults: [[at.words, 'goodbye: Take care.', 'goodbye: Take care, {{name}}.']],
      told: [
        `${at.words}:45 dialog.goodbye asks for {{name}}, which nothing gives in en-US. There are emergency, muscle, cause, remedy, group.`,
      ],
    },
  ],
  [
    'known-signatures',
    'a signature under a line that is not there',
    {
      changed: {
        'content/signatures/en-GB.yaml':
          "- { name: Ana Ruiz, role: physician, date: 2026-11-23, lines: { dialog.told: '0a0a0a0a' } }\n",
      },
      told: [
        'content/signatures/en-GB.yaml:1 signs dialog.told, which is not in content/words/en-GB. Remove it: the line is gone, or belongs to another folder.',
      ],
    },
  ],
  [
    'placeholders',
    'a number that only another country has',
    {
      faults: [
        [
          at.locales,
          "emergency: { number: '999', facts: [number-gb] }",
          "emergency: { number: '999', facts: [number-gb] }\n    advice: { number: '111', facts: [number-gb] }",
        ],
        [at.words, 'goodbye: Take care.', 'goodbye: Take care, {{advice}}.'],
        [at.british, 'goodbye: Cheerio.', 'goodbye: Cheerio, {{advice}}.'],
      ],
      told: [
        `${at.words}:45 dialog.goodbye asks for {{advice}}, which nothing gives in en-US. There are emergency, muscle, cause, remedy, group.`,
      ],
    },
  ],
  [
    'kept-placeholders',
    'a region that lost the emergency number, and a name that is not in the first language',
    {
      faults: [
        [at.british, 'dialog:', 'triage:\n  emergencies:\n    chest_pain: Ring for help now.\ndialog:'],
        [at.british, 'goodbye: Cheerio.', 'goodbye: Cheerio, {{muscle}}.'],
      ],
      told: [
        `${at.locales}:8 en-GB has a number for emergency that none of its words say. Ask for {{emergency}} in a text, or remove it.`,
        `${at.british}:4 triage.emergencies.chest_pain has lost {{emergency}}. In en it is asked for.`,
        `${at.british}:6 dialog.goodbye asks for {{muscle}} as well. In en it is not.`,
      ],
    },
  ],
  [
    'whole-numbers',
    'a number that is never said, and one country of a locale that is left out',
    {
      faults: [
        [
          at.locales,
          "emergency: { number: '999', facts: [number-gb] }",
          "emergency: { number: '999', facts: [number-gb] }\n    emergencyIreland: { number: '112', facts: [number-gb] }\n    crisis: { said: Samaritans, facts: [number-gb] }",
        ],
        [at.british, 'goodbye: Cheerio.', 'goodbye: Ring {{emergency}} or {{emergencyIreland}}.'],
      ],
      told: [
        `${at.locales}:10 en-GB has a number for crisis that none of its words say. Ask for {{crisis}} in a text, or remove it.`,
        `${at.words}:35 triage.emergencies.chest_pain leaves out {{emergencyIreland}}, and en-GB serves that country too. Say both numbers, or neither.`,
      ],
    },
  ],
];

const lintOf = (root: string): string => {
  const { content, catalogue } = read(root);
  return tell(lintContent(content, catalogue));
};

describe('the rules', () => {
  it('find nothing wrong with the fixture, which has something for each of them to look at', () => {
    const root = fixture();
    const { content } = read(root);
    const spoken = inventory(content);

    expect(lintOf(root)).toBe('');
    expect(new Set(spoken.map(({ kind }) => kind))).toEqual(new Set(['line', 'question', 'nudge', 'title']));
    expect(spoken.filter(({ facts }) => facts.length > 0).length).toBeGreaterThan(5);
    expect(wordsOf(content, 'en').size).toBeGreaterThan(20);
    expect(wordsOf(content, 'en-GB').size).toBe(1);
  });

  it('let a sign for today rest on a fact of an emergency: it is no less urgent', () => {
    expect(lintOf(fixture([[at.today, 'triage: T', 'triage: E']]))).toBe('');
  });

  it('each have a name of their own, a reason, and a fault here that they find', () => {
    const names = rules.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(rules.filter(({ description }) => description.length < 20)).toEqual([]);
    expect(names.filter((name) => !faults.some(([rule]) => rule === name))).toEqual([]);
  });

  test.each(faults)('%s finds %s', (name, _, { faults: planted = [], changed = {}, told }) => {
    const rule = rules.find((one) => one.name === name);
    if (!rule) throw new Error(`There is no rule ${name}.`);
    const check = jest.spyOn(rule, 'check');
    const problems = lintOf(fixture(planted, changed));
    const found = check.mock.results.flatMap(({ value }) => value);
    check.mockRestore();

    expect(problems.split('\n')).toEqual(told);
    expect(found).not.toEqual([]);
  });
});
