/**
 * Slots in samples, and the words of slot types (alexa-rules.md IM8 to IM10, IM17, IM19).
 */
import type { KnownType, Model } from '../model';
import { literalOf, problemAt, problemOf, type Rule, samplesOf, slotsIn } from './rule';

export const slotReferences: Rule = {
  name: 'slot-references',
  description: "A sample names slots of its own intent, each once, as words of their own; only 's may follow (IM8, IM9).",
  check: (model) =>
    samplesOf(model).flatMap(({ intent, sample }) => {
      const slots = slotsIn(sample.text);
      const unknown = slots.filter((slot) => !Object.hasOwn(intent.slots, slot));
      const again = slots.filter((slot, index) => slots.indexOf(slot) < index);
      const has = Object.keys(intent.slots).join(', ') || 'none';
      return [
        ...unknown.map((slot) => problemAt(sample, `${intent.name}: has no slot {${slot}}.`, `Its slots are: ${has}.`)),
        ...again.map((slot) => problemAt(sample, `${intent.name}: {${slot}} stands twice in a sample.`, 'Alexa takes it once.')),
        ...(/[^\s]\{|\}(?!'s(\s|$)|\s|$)/.test(sample.text)
          ? [
              problemAt(
                sample,
                `${intent.name}: "${sample.text}" joins a slot to a word.`,
                "Put spaces round it; only 's may follow.",
              ),
            ]
          : []),
      ];
    }),
};

export const slotsUsed: Rule = {
  name: 'slots-used',
  description: 'Every slot of an intent stands in a sample, or Alexa never fills it (IM10).',
  check: (model) =>
    model.intents.flatMap((intent) => {
      const used = new Set(intent.samples.flatMap(({ text }) => slotsIn(text)));
      return Object.keys(intent.slots)
        .filter((slot) => intent.samples.length > 0 && !used.has(slot))
        .map((slot) => {
          const [place = intent] = intent.templates;
          return problemAt(place, `${intent.name}: no sample has {${slot}}.`, 'Write some that have.');
        });
    }),
};

export const searchQueries: Rule = {
  name: 'search-queries',
  description: 'A sample with an AMAZON.SearchQuery has words beside it and no second slot (IM17).',
  check: (model) =>
    samplesOf(model)
      .filter(({ intent, sample }) => {
        const slots = slotsIn(sample.text);
        const open = slots.some((slot) => intent.slots[slot] === 'AMAZON.SearchQuery');
        return open && (slots.length > 1 || literalOf(sample.text) === '');
      })
      .map(({ intent, sample }) =>
        problemAt(
          sample,
          `${intent.name}: "${sample.text}" needs words, and no other slot, beside its search query.`,
          'Reword it.',
        ),
      ),
};

export const knownIds: Rule = {
  name: 'known-ids',
  description:
    'A language says words for every slot id of intents.yaml, and for no other; and phrases for no intent that is not there.',
  check: (model) => {
    const { catalogue, phrases } = model;
    const types = new Map(catalogue.types.map((type) => [type.name, type]));
    const intents = new Set(catalogue.intents.map(({ name }) => name));
    return [
      ...Object.entries(phrases.intents).flatMap(([name, [first]]) =>
        first && !intents.has(name)
          ? [problemAt(first, `intents: there is no "${name}" in intents.yaml.`, 'Correct the name.')]
          : [],
      ),
      ...Object.entries(phrases.slots).flatMap(([name, ids]) =>
        Object.entries(ids).flatMap(([id, [first]]) =>
          first && !types.get(name)?.ids.includes(id)
            ? [problemAt(first, `slots: there is no "${id}" in type ${name} of intents.yaml.`, 'Correct the name.')]
            : [],
        ),
      ),
      ...catalogue.types.flatMap((type) => missingIds(model, type)),
    ];
  },
};

export const uniqueWords: Rule = {
  name: 'unique-words',
  description: 'A value or synonym stands once in its type, or Alexa cannot tell the ids apart (IM19).',
  check: ({ types }) =>
    types.flatMap(({ name, values }) => {
      const words = values.flatMap(({ id, words }) => words.map((word) => ({ id, word, text: word.text.toLowerCase() })));
      const first = new Map([...words].reverse().map((entry) => [entry.text, entry]));
      return words.flatMap((entry) => {
        const before = first.get(entry.text);
        if (before === undefined || before === entry) return [];
        const { id, word } = before;
        const message = `${name}.${entry.id}: "${entry.text}" is said for ${id} (${word.file}:${word.line}) as well.`;
        return [problemAt(entry.word, message, 'Keep it for one of the two.')];
      });
    }),
};

function missingIds(model: Model, { name, ids }: KnownType) {
  const said = model.phrases.slots[name] ?? {};
  const [place] = Object.values(said).flat();
  const fix = 'Write how people say it.';
  return ids
    .filter((id) => !said[id])
    .map((id) => `slots: no words for ${name}.${id}.`)
    .map((message) => (place ? problemAt(place, message, fix) : problemOf(model, message, fix)));
}
