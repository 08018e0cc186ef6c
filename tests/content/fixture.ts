/**
 * A small content folder on disk, without a fault until a test plants one: two locales of one language, one of everything else.
 */

import { type Content, loadContent } from '../../tools/content/load';
import { loadCatalogue } from '../../tools/models/load';
import type { Catalogue } from '../../tools/models/model';
import { Problems } from '../../tools/problems';
import { type Changed, type Fault, plant, removeFixtures } from '../support/fixture';

/** Short names for the files that faults are planted in. */
export const at = {
  locales: 'content/locales.yaml',
  sources: 'content/sources.yaml',
  facts: 'content/facts/all.yaml',
  today: 'content/facts/today.yaml',
  topic: 'content/topics/overview.yaml',
  warning: 'content/topics/warning.yaml',
  forbidden: 'content/forbidden/en.yaml',
  stretch: 'content/stretches/calf.yaml',
  routine: 'content/routines/bedtime.yaml',
  triage: 'content/triage.yaml',
  courtesies: 'content/courtesies.yaml',
  words: 'content/words/en/said.yaml',
  names: 'content/words/en/names.yaml',
  warned: 'content/words/en/warning.yaml',
  british: 'content/words/en-GB/said.yaml',
  intents: 'interactionModels/intents.yaml',
} as const;

export const files: Readonly<Record<string, string>> = {
  [at.locales]: `en-US:
  language: en
  numbers:
    emergency: { number: '911', facts: [number-us] }
en-GB:
  language: en
  numbers:
    emergency: { number: '999', facts: [number-gb] }
`,
  [at.sources]: `leaflet: { title: Cramps, publisher: A hospital, url: https://example.org/cramps }
phonebook: { title: Numbers, publisher: An office, url: https://example.org/numbers }
`,
  [at.facts]: `- { id: common, claim: Cramps are common., source: leaflet, reviewed: 2026-11-23 }
- { id: stretch, claim: Stretching may ease a cramp., source: leaflet, guard: [heart], reviewed: 2026-11-23 }
- { id: heart, claim: Chest pressure needs help now., source: leaflet, triage: E, reviewed: 2026-11-23 }
- { id: sore, claim: The muscle may stay sore., source: leaflet, reviewed: 2026-11-23 }
- { id: list, claim: All there is to know., source: leaflet, members: [common, sore], reviewed: 2026-11-23 }
- { id: number-us, claim: The American numbers., source: phonebook, reviewed: 2026-11-23 }
- { id: number-gb, claim: The British numbers., source: phonebook, reviewed: 2026-11-23 }
- { id: held, claim: Hold it for ten seconds., source: leaflet, reviewed: 2026-11-23 }
`,
  [at.topic]: `id: overview
lines:
  what: [common]
  sore: [sore]
  named: [common]
  hello: conversation
pages:
  - { id: first, lines: [what, sore] }
  - { id: second, lines: [hello] }
answers:
  muscle:
    calf: [what]
    '*': [named]
    '?': [what]
offers: [relief, emergency]
asksFirst: crampNow
`,
  [at.warning]: `id: warning
lines:
  swelling: [today]
answers:
  symptom:
    swelling: [swelling]
offers: [relief, emergency]
`,
  [at.today]: `- { id: today, claim: A swollen leg is for today., source: leaflet, triage: T, reviewed: 2026-11-23 }
`,
  [at.warned]: `language: en
topics:
  warning:
    title: A sign to call about
    lines:
      swelling: Call your doctor today.
`,
  [at.forbidden]: `language: en
kinds:
  diagnosis: { patterns: ['you have a clot'], planted: [You have a clot.] }
  dose: { patterns: ['take two'], planted: [Take two.] }
  medicine: { patterns: ['stop your statin'], planted: [Stop your statin.] }
  cure: { patterns: ['cures'], planted: [It cures cramps.] }
  guarantee: { patterns: ['i promise'], planted: [I promise.] }
  reassurance: { patterns: ['be fine'], planted: [You will be fine.] }
`,
  [at.stretch]: `id: calf
muscles: [calf]
positions:
  in_bed: { move: [stretch], steps: [stretch], guided: { hold: 10, facts: [held] } }
helper: [sore]
`,
  [at.routine]: `id: bedtime
when: [night]
stretches: [calf]
hold: 10
times: 3
rest: 10
facts: [held]
`,
  [at.triage]: `emergencies:
  chest_pain: [heart]
levels:
  today: [swelling]
  contact: []
  self_care: []
before_stretch: []
no_stretch_after: [swelling]
together:
  - { symptom: [swelling], muscle: [calf], means: swelling }
gates:
  heart: { muscles: [calf], facts: [heart] }
places:
  driving: [sore]
`,
  [at.courtesies]: `lines:
  goodbye: conversation
  told: [list]
questions:
  ask: conversation
`,
  [at.words]: `language: en
topics:
  overview:
    title: What cramps are
    lines:
      what: Cramps are common.
      sore: It may stay sore.
      named: Yes, {{muscle}} can cramp.
      hello: Good to hear you.
    more:
      first: Want to hear the first part?
      firstNudge: The first part?
      second: Want to hear the second part?
      secondNudge: The second part?
    rest: Shall I tell you the rest?
    restNudge: The rest?
    restAgain: Want the rest of that?
    restAgainNudge: More?
offers:
  relief: Want to know what helps?
  reliefNudge: What helps?
  emergency: Do you need help now?
  emergencyNudge: Need help?
  crampNow: Is it cramping now?
  crampNowNudge: Cramping?
stretches:
  calf:
    in_bed:
      move: Pull your toes up.
      steps: Straighten the leg, and pull your toes up.
    helper:
      move: Push their toes up.
triage:
  emergencies:
    chest_pain: Call {{emergency}} now.
  gates:
    heart:
      ask: First, is there chest pressure?
      askNudge: Chest pressure?
      askAgain: Do you feel any chest pressure?
      askAgainNudge: Any pressure?
  places:
    driving: Pull off the road.
dialog:
  goodbye: Take care.
  told: That is all.
  ask: Has it let go?
  askNudge: Better?
`,
  [at.names]: `language: en
names:
  muscle:
    chest: the chest
routines:
  bedtime:
    intro: The calves.
`,
  [at.british]: `locale: en-GB
dialog:
  goodbye: Cheerio.
`,
  [at.intents]: `fallbackSensitivity: LOW
intents:
  overview: { alexa: OverviewIntent, about: asks what it is, slots: { muscle: Muscle } }
  relief: { alexa: ReliefIntent, about: asks what helps, slots: { remedy: Remedy, when: When } }
  crampNow: { alexa: CrampNowIntent, about: has one, slots: { muscle: Muscle, place: Place } }
  emergency: { alexa: EmergencyIntent, about: is in danger, slots: { emergencySign: EmergencySign, symptom: Symptom } }
types:
  Muscle: [calf, chest]
  Place: [driving]
  Remedy: [massage]
  When: [night]
  Symptom: [swelling]
  EmergencySign: [chest_pain]
`,
};

export { type Fault, removeFixtures };

/** The content on disk with faults planted, and files added or taken away. */
export const fixture = (faults: readonly Fault[] = [], changed: Changed = {}): string => plant(files, faults, changed);

/** Content and catalogue of a folder; throws when either cannot be read. */
export function read(root: string): { readonly content: Content; readonly catalogue: Catalogue } {
  const problems: Problems['problems'][number][] = [];
  const catalogue = loadCatalogue(root, problems);
  if (!catalogue) throw new Problems(problems);
  return { content: loadContent(root), catalogue };
}
