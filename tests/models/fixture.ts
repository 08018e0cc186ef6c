/**
 * A small skill in a temporary folder, without a fault until a test plants one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gather } from '../../tools/models/compile';
import { load } from '../../tools/models/load';
import type { Locale, Model } from '../../tools/models/model';
import type { Problem } from '../../tools/problems';

export const files = {
  'content/locales.yaml': 'en-US: { language: en }\n',
  'interactionModels/intents.yaml': `fallbackSensitivity: LOW
intents:
  causes: { alexa: CausesIntent, about: asks why, slots: { muscle: Muscle } }
  crampNow: { alexa: CrampNowIntent, about: has one, slots: { muscle: Muscle, side: Side } }
  otherSide: { alexa: OtherSideIntent, about: means the other side, slots: { side: Side } }
  emergency: { alexa: EmergencyIntent, about: is in danger, slots: {} }
  help: { alexa: AMAZON.HelpIntent, about: asks what can be asked, slots: {} }
  stop: { alexa: AMAZON.StopIntent, about: wants to end, slots: {} }
  cancel: { alexa: AMAZON.CancelIntent, about: wants to end, slots: {} }
  navigateHome: { alexa: AMAZON.NavigateHomeIntent, about: wants to leave, slots: {} }
  fallback: { alexa: AMAZON.FallbackIntent, about: said something else, slots: {} }
types:
  Muscle: [calf, chest]
  Side: [left, right]
`,
  'interactionModels/phrases/en/language.yaml': `language: en
invocation: cramp helper
wake: [alexa]
launch: [ask, open]
connecting: [for, about]
small: [the, of]
reserved: [skill]
contractions: { whats: what's }
`,
  'interactionModels/phrases/en/phrases.yaml': `language: en
rules:
  cramp: (cramp|charley horse)
intents:
  causes:
    - why do i get a <cramp>
    - why does my {muscle} cramp
    - what causes [a] cramp
  crampNow:
    - my [{side}] {muscle} hurts
    - "{side} {muscle}"
    - "{muscle}"
    - i have a <cramp>
  otherSide:
    - the other (leg|arm|side)
    - my {side} one
    - "{side}"
  emergency:
    - my chest hurts
    - call an ambulance
    - i need (help now|an ambulance|a medic)
  help:
    - what can i ask
slots:
  Muscle:
    calf: [calf, back of my leg]
    chest: [chest]
  Side:
    left: [left]
    right: [right]
`,
};
export type File = keyof typeof files;

const roots: string[] = [];

/** The skill on disk, with some files changed or added; `removeSkills` takes all of them away again. */
export function skill(changed: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'models-'));
  roots.push(root);
  for (const [path, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function removeSkills(): void {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
}

/** One file with a fault planted in place of something that must be there. */
export function plant(file: File, from: string, to: string): Record<string, string> {
  if (!files[file].includes(from)) throw new Error(`The fixture ${file} has no "${from}" to replace.`);
  return { [file]: files[file].replace(from, () => to) };
}

/** The model of one locale, and everything wrong before the lint looks at it. */
export function read(
  root: string,
  locale: Locale = { locale: 'en-US', language: 'en' },
): { model: Model; problems: readonly Problem[] } {
  const { catalogue, phrases, problems } = load(root, [locale]);
  const spoken = phrases.get(locale.locale);
  if (catalogue === undefined || spoken === undefined) throw new Error(`The fixture cannot be read: ${JSON.stringify(problems)}`);
  const gathered = gather(catalogue, spoken, locale.locale);
  return { model: gathered.model, problems: [...problems, ...gathered.problems] };
}
