/**
 * Makes the interaction model of one locale, in Alexa's own schema, out of the catalogue and the phrases. Pure.
 */
import { type Problem, Problems } from '../problems';
import {
  type Catalogue,
  isAlexas,
  type KnownIntent,
  type Model,
  type Phrases,
  type Placed,
  type Sensitivity,
  type SpokenIntent,
} from './model';
import { share, spread } from './spread';
import { expand, TemplateError } from './template';

/** At most this many samples of one intent are kept, a fair share of every template. */
export const samplesPerIntent = 1300;

/** What Alexa is taught: the file `interactionModels/custom/<locale>.json`. */
export interface InteractionModel {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly AlexaIntent[];
      readonly types: readonly AlexaType[];
      readonly modelConfiguration: { readonly fallbackIntentSensitivity: { readonly level: Sensitivity } };
    };
  };
}
interface AlexaIntent {
  readonly name: string;
  readonly slots: readonly { readonly name: string; readonly type: string }[];
  readonly samples: readonly string[];
}
interface AlexaType {
  readonly name: string;
  readonly values: readonly {
    readonly id: string;
    readonly name: { readonly value: string; readonly synonyms?: readonly string[] };
  }[];
}

/**
 * The model of one locale as Alexa takes it.
 * @throws Problems when a template cannot be read
 */
export function compile(catalogue: Catalogue, phrases: Phrases, locale: string): InteractionModel {
  const { model, problems } = gather(catalogue, phrases, locale);
  if (problems.length > 0) throw new Problems(problems);
  return toAlexa(model);
}

/** Everything the locale says, every word with its place; templates that cannot be read are left out and told. */
export function gather(
  catalogue: Catalogue,
  phrases: Phrases,
  locale: string,
): { readonly model: Model; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const rules = Object.fromEntries(Object.entries(phrases.rules).map(([name, { text }]) => [name, text]));
  problems.push(...Object.entries(phrases.rules).flatMap(([name, rule]) => ruleFaults(name, rule, rules)));
  const intents = catalogue.intents.map((intent) => speak(intent, phrases.intents[intent.name] ?? [], rules, problems));
  const used = new Set(catalogue.intents.flatMap(({ slots }) => Object.values(slots)));
  const types = catalogue.types
    .filter(({ name }) => used.has(name) && !isAlexas(name))
    .map((type) => ({ ...type, values: type.ids.map((id) => ({ id, words: phrases.slots[type.name]?.[id] ?? [] })) }));
  return { model: { locale, catalogue, phrases, intents, types }, problems };
}

/** A gathered model in Alexa's schema. */
export function toAlexa({ catalogue, phrases, intents, types }: Model): InteractionModel {
  return {
    interactionModel: {
      languageModel: {
        invocationName: phrases.invocation?.text ?? '',
        intents: intents.map(({ alexa, slots, samples }) => ({
          name: alexa,
          slots: Object.entries(slots).map(([name, type]) => ({ name, type })),
          samples: samples.map(({ text }) => text),
        })),
        types: types.map(({ name, values }) => ({ name, values: values.flatMap(({ id, words }) => toValue(id, words)) })),
        modelConfiguration: { fallbackIntentSensitivity: { level: catalogue.fallbackSensitivity } },
      },
    },
  };
}

/** The text of the committed file. */
export const toText = (model: InteractionModel): string => `${JSON.stringify(model, null, 2)}\n`;

function speak(
  intent: KnownIntent,
  templates: readonly Placed[],
  rules: Record<string, string>,
  problems: Problem[],
): SpokenIntent {
  const expanded = templates.map((template) => expandPlaced(template, rules, problems));
  const shares = share(
    expanded.map(({ length }) => length),
    samplesPerIntent,
  );
  const samples = expanded.flatMap((all, index) =>
    spread(all.length, shares[index] ?? 0).flatMap((position) => all[position] ?? []),
  );
  return { ...intent, templates, samples };
}

function expandPlaced({ text, file, line }: Placed, rules: Record<string, string>, problems: Problem[]): Placed[] {
  try {
    return expand(text, rules).map((sample) => ({ text: sample, file, line }));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // A fault inside a rule is told once, where the rule stands, and not at every template that uses it.
    if (error.rule === undefined) problems.push({ file, line, message: `"${text}" ${error.message}` });
    return [];
  }
}

function ruleFaults(name: string, { text, file, line }: Placed, rules: Record<string, string>): Problem[] {
  try {
    expand(`it <${name}>`, rules);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    if (error.rule === name) return [{ file, line, message: `"${text}" ${error.message}` }];
  }
  return [];
}

/** Alexa's schema wants one synonym at least, or no list. */
function toValue(id: string, [value, ...synonyms]: readonly Placed[]): AlexaType['values'] {
  if (value === undefined) return [];
  const others = synonyms.map(({ text }) => text);
  return [{ id, name: others.length > 0 ? { value: value.text, synonyms: others } : { value: value.text } }];
}
