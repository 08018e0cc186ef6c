/**
 * Rules about what travels with the speech: the envelope itself, sizes, session attributes, card, directives.
 */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { cardFault, cardText } from './card';
import type { Rule } from './rule';

const mostBytes = 120 * 1024;
const mostAttributeBytes = 24 * 1024;
const mostCardCharacters = 8000;

/** Bytes on the wire; undefined when it cannot be sent at all. */
function bytes(value: unknown): number | undefined {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '');
  } catch {
    return undefined;
  }
}

export const envelopeRules: readonly Rule[] = [
  {
    id: 'envelope',
    description: 'A response is `{version: "1.0", response: {…}}`.',
    broken: (response) => {
      if (response?.version !== '1.0') return `version is ${JSON.stringify(response?.version)}, not "1.0"`;
      return isRecord(response.response) ? undefined : 'there is no `response` object';
    },
  },
  {
    id: 'response-size',
    description: 'A whole response is 120 KB or less, screen and session attributes included.',
    broken: (response) => {
      const size = bytes(response);
      return size !== undefined && size > mostBytes ? `${size} bytes are more than ${mostBytes}` : undefined;
    },
  },
  {
    id: 'attributes',
    description: 'Session attributes are plain JSON of 24 KB or less: what is not comes back changed, or not at all.',
    broken: ({ sessionAttributes }) => {
      if (sessionAttributes === undefined) return undefined;
      const odd = unlikeJson(sessionAttributes, 'sessionAttributes', []);
      if (odd !== undefined) return odd;
      const size = bytes(sessionAttributes) ?? 0;
      return size > mostAttributeBytes ? `${size} bytes of session attributes are more than ${mostAttributeBytes}` : undefined;
    },
  },
  {
    id: 'card-shape',
    description: 'A card has the fields of its type, and no others.',
    broken: ({ response }) => (response.card === undefined ? undefined : cardFault(response.card)),
  },
  {
    id: 'card-length',
    description: 'The text of a card is 8000 characters or less, title and addresses included.',
    broken: ({ response }) => {
      const { length } = response.card === undefined ? '' : cardText(response.card);
      return length > mostCardCharacters ? `${length} characters are more than ${mostCardCharacters}` : undefined;
    },
  },
  {
    id: 'directive-shape',
    description: 'Every directive names its type, and what is shown names its token and document.',
    broken: ({ response }) => {
      if (response.directives !== undefined && !Array.isArray(response.directives)) return '`directives` is not a list';
      for (const directive of (response.directives ?? []) as unknown as readonly Record<string, unknown>[]) {
        const { type } = directive;
        if (typeof type !== 'string') return 'a directive without a type';
        const missing = needed(type).find((field) => directive[field] === undefined);
        if (missing !== undefined) return `${type} without \`${missing}\``;
      }
      return undefined;
    },
  },
  {
    id: 'screen-there',
    description: 'APL goes only to a device that has a screen for it.',
    broken: ({ response }, { context }) => {
      const apl = directiveTypes(response).find((type) => type.startsWith('Alexa.Presentation.APL.'));
      const supported = context.System.device?.supportedInterfaces['Alexa.Presentation.APL'] !== undefined;
      return apl !== undefined && !supported ? `${apl} for a device without a screen` : undefined;
    },
  },
  {
    id: 'screen-token',
    description: 'Commands for a document carry the token it was shown with.',
    broken: ({ response }) => {
      const tokens = (type: string): unknown[] =>
        (response.directives ?? []).filter((one) => one.type === type).map((one) => (one as { token?: unknown }).token);
      const [shown] = tokens('Alexa.Presentation.APL.RenderDocument');
      const other = tokens('Alexa.Presentation.APL.ExecuteCommands').find((token) => token !== shown);
      return shown !== undefined && other !== undefined
        ? `commands for ${JSON.stringify(other)}, shown is ${JSON.stringify(shown)}`
        : undefined;
    },
  },
];

const directiveTypes = ({ directives }: ResponseEnvelope['response']): string[] =>
  (directives ?? []).map(({ type }) => String(type));

const needed = (type: string): string[] => {
  if (/^Alexa\.Presentation\.APL[AT]?\.RenderDocument$/.test(type)) return ['token', 'document'];
  if (/^Alexa\.Presentation\.APLT?\.ExecuteCommands$/.test(type)) return ['token', 'commands'];
  return [];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a value is not plain JSON. A property that is undefined only goes missing, and is let pass. */
function unlikeJson(value: unknown, path: string, above: readonly unknown[]): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (typeof value !== 'object') return `${path} is a ${typeof value}`;
  if (above.includes(value)) return `${path} contains itself`;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const maker = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object';
  if (!Array.isArray(value) && (kind !== 'Object' || maker !== 'Object'))
    return `${path} is a ${kind === 'Object' ? maker : kind}`;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined && !Array.isArray(value)) continue;
    const odd = unlikeJson(inner, `${path}.${key}`, [...above, value]);
    if (odd !== undefined) return odd;
  }
  return undefined;
}
