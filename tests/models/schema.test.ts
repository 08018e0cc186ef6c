/**
 * The schema is also the manual of whoever writes phrases: a field without a sentence is a question to a developer.
 */
import { z } from 'zod';
import { catalogueSchema, localesSchema, overrideSchema, phraseSchema } from '../../tools/models/schema';

interface Json {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly anyOf?: readonly Json[];
}

/** Every named field of a schema, however deep, with its description. */
function fieldsOf(schema: Json, path: string): [string, string | undefined][] {
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    [`${path}.${name}`, field.description] as [string, string | undefined],
    ...fieldsOf(field, `${path}.${name}`),
  ]);
  const unnamed = typeof schema.additionalProperties === 'object' ? fieldsOf(schema.additionalProperties, `${path}.*`) : [];
  return [...named, ...unnamed, ...(schema.anyOf ?? []).flatMap((option) => fieldsOf(option, path))];
}

const schemas = { catalogue: catalogueSchema, phrases: phraseSchema, override: overrideSchema, locales: localesSchema };
const fields = Object.entries(schemas).flatMap(([name, schema]) => fieldsOf(z.toJSONSchema(schema) as Json, name));

it('describes every field', () => {
  expect(fields.map(([path]) => path)).toEqual(
    expect.arrayContaining(['catalogue.intents.*.alexa', 'phrases.slots', 'override.intents.*.add', 'locales.*.language']),
  );
  expect(fields.filter(([, description]) => !description)).toEqual([]);
});
