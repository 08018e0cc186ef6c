/**
 * Names of intents, slots and types, and which of Alexa's own intents there are (alexa-rules.md IM1, IM2, BI1, BI2).
 */
import { intents as dialogIntents } from '../../../lambda/dialog/types';
import { catalogueFile, isAlexas } from '../model';
import { problemAt, type Rule } from './rule';

const plainName = /^[A-Za-z](?:[A-Za-z_]*[A-Za-z])?$/;
const plainNames = 'Letters and underscores only, with a letter at both ends.';
const required = [
  'AMAZON.CancelIntent',
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.FallbackIntent',
];
// The screen intents are not here: Alexa answers them itself.
const builtIn = new Set([
  ...required,
  ...['LoopOff', 'LoopOn', 'Next', 'No', 'Pause', 'Previous', 'Repeat', 'Resume', 'Select', 'SendToPhone'].map(named),
  ...['ShuffleOff', 'ShuffleOn', 'StartOver', 'Yes'].map(named),
]);

export const names: Rule = {
  name: 'names',
  description: 'Alexa takes only letters and underscores in names (IM1, IM2), and every name once.',
  check: ({ catalogue: { intents, types } }) => [
    ...intents
      .filter(({ alexa }) => !isAlexas(alexa) && !plainName.test(alexa))
      .map((intent) => problemAt(intent, `${intent.name}: Alexa cannot take the name "${intent.alexa}".`, plainNames)),
    ...intents
      .filter(({ alexa }, index) => intents.findIndex((other) => other.alexa === alexa) < index)
      .map((intent) => problemAt(intent, `${intent.name}: "${intent.alexa}" is the name of another intent.`, 'Give it its own.')),
    ...intents.flatMap((intent) =>
      Object.keys(intent.slots)
        .filter((slot) => !plainName.test(slot))
        .map((slot) => problemAt(intent, `${intent.name}: Alexa cannot take the slot name "${slot}".`, plainNames)),
    ),
    ...types
      .filter(({ name }) => !plainName.test(name))
      .map((type) => problemAt(type, `types: Alexa cannot take the name "${type.name}".`, plainNames)),
  ],
};

export const builtIns: Rule = {
  name: 'built-ins',
  description:
    'Cancel, Help, Stop, NavigateHome and Fallback are in every model (BI1); every AMAZON intent is one of the standard list (BI2).',
  check: ({ catalogue: { intents } }) => {
    const present = new Set(intents.map(({ alexa }) => alexa));
    const missing = required.filter((alexa) => !present.has(alexa));
    const unknown = intents.filter(({ alexa }) => isAlexas(alexa) && !builtIn.has(alexa));
    return [
      ...missing.map((alexa) => problemAt(top, `intents: no intent is "${alexa}".`, 'Add it: Alexa refuses a skill without it.')),
      ...unknown.map((intent) =>
        problemAt(intent, `${intent.name}: Alexa has no "${intent.alexa}".`, 'See its list of standard intents.'),
      ),
    ];
  },
};

/** The dialog's list of intents and the catalogue say the same; a launch is no intent to Alexa. */
export const sameIntentsAs = (dialog: readonly string[]): Rule => ({
  name: 'same-intents',
  description: 'The `intents` list of lambda/dialog/types.ts is the keys of intents.yaml and `launch`.',
  check: ({ catalogue: { intents } }) => {
    const known = new Set(['launch', ...intents.map(({ name }) => name)]);
    return [
      ...dialog
        .filter((name) => !known.has(name))
        .map((name) =>
          problemAt(top, `intents: "${name}" of lambda/dialog/types.ts is missing.`, 'Add it here or take it out there.'),
        ),
      ...intents
        .filter(({ name }) => !dialog.includes(name))
        .map((intent) =>
          problemAt(intent, `${intent.name}: is missing in lambda/dialog/types.ts.`, 'Add it there or take it out here.'),
        ),
    ];
  },
});
export const sameIntents = sameIntentsAs(dialogIntents);

export const knownTypes: Rule = {
  name: 'known-types',
  description: 'Every slot has a type of intents.yaml or of Alexa, and every type is the type of a slot (IM10).',
  check: ({ catalogue: { intents, types } }) => {
    const known = new Set(types.map(({ name }) => name));
    const used = new Set(intents.flatMap(({ slots }) => Object.values(slots)));
    return [
      ...intents.flatMap((intent) =>
        Object.entries(intent.slots)
          .filter(([, type]) => !isAlexas(type) && !known.has(type))
          .map(([slot, type]) =>
            problemAt(intent, `${intent.name}: slot ${slot} has the unknown type "${type}".`, 'Add it to types.'),
          ),
      ),
      ...types
        .filter(({ name }) => !used.has(name))
        .map((type) => problemAt(type, `types: no slot has the type "${type.name}".`, 'Remove it, or give it to a slot.')),
    ];
  },
};

const top = { file: catalogueFile, line: 1 };

function named(short: string): string {
  return `AMAZON.${short}Intent`;
}
