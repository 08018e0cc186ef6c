/**
 * Amazon's schema of its skill-management service, made strict: as it is published, a misspelt key passes, and so does anything that is
 * told apart by its type, such as an interface.
 */

export interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, object>>;
  readonly additionalProperties?: unknown;
  readonly allOf?: readonly (Schema & { readonly $ref?: string })[];
  /** The property whose value says of which kind an object is. */
  readonly discriminator?: unknown;
  readonly 'x-discriminator-value'?: string;
  readonly oneOf?: readonly Schema[];
}

export type Definitions = Readonly<Record<string, Schema>>;

const prefix = '#/definitions/';

/** The same definitions, in which an object has the properties that it may have, and no others. */
export const strict = (definitions: Definitions): Definitions =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [
      name,
      typeof schema.discriminator === 'string' ? oneOfItsKinds(name, schema.discriminator, definitions) : closed(schema),
    ]),
  );

function closed<T>(schema: T): T {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(closed) as T;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)])) as Schema;
  // One part of several cannot know the properties of the others.
  const isWhole = inside.properties && inside.additionalProperties === undefined && !inside.allOf;
  return (isWhole ? { ...inside, additionalProperties: false } : inside) as T;
}

function oneOfItsKinds(name: string, property: string, definitions: Definitions): Schema {
  const kinds = Object.values(definitions).filter(({ allOf }) => allOf?.some(({ $ref }) => $ref === prefix + name));
  const base = definitions[name];
  return {
    type: 'object',
    required: [property],
    discriminator: { propertyName: property },
    oneOf: kinds.map((kind) => {
      const parts = [base, ...(kind.allOf ?? [])].filter((part) => part !== undefined);
      return closed({
        required: [...new Set(parts.flatMap(({ required = [] }) => required))],
        properties: Object.assign({}, ...parts.map(({ properties }) => properties), {
          [property]: { const: kind['x-discriminator-value'] },
        }),
      });
    }),
  };
}
