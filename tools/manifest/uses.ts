/**
 * What the code in `lambda/` uses of Alexa beyond listening and speaking, and so must be declared in the manifest.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type UseKind = 'permission' | 'interface' | 'event';

/** One thing that the code does, and what it needs for it. */
export interface Use {
  readonly kind: UseKind;
  /** As the manifest calls it. */
  readonly name: string;
  /** The words of the code that show it. */
  readonly sign: string;
  readonly file: string;
  readonly line: number;
}

/** A client of an Alexa service that no row here knows. */
export interface Stranger {
  readonly client: string;
  readonly file: string;
  readonly line: number;
}

/** What needs what, by the words that are in the code. A name in quotes that is a permission needs itself. */
const signs: readonly (readonly [kind: UseKind, name: string, sign: RegExp])[] = [
  ['permission', 'alexa::alerts:reminders:skill:readwrite', /ReminderManagementServiceClient|\/v1\/alerts\/reminders/],
  ['permission', 'alexa::alerts:timers:skill:readwrite', /TimerManagementServiceClient|\/v1\/alerts\/timers/],
  ['permission', 'alexa::profile:given_name:read', /ProfileGivenName|\/settings\/Profile\.givenName/],
  ['permission', 'alexa::profile:name:read', /ProfileName|\/settings\/Profile\.name/],
  ['permission', 'alexa::profile:email:read', /ProfileEmail|\/settings\/Profile\.email/],
  ['permission', 'alexa::profile:mobile_number:read', /ProfileMobileNumber|\/settings\/Profile\.mobileNumber/],
  ['permission', 'alexa:devices:all:address:full:read', /getFullAddress|\/settings\/address(?!\/countryAndPostalCode)/],
  [
    'permission',
    'alexa:devices:all:address:country_and_postal_code:read',
    /getCountryAndPostalCode|\/settings\/address\/countryAndPostalCode/,
  ],
  ['permission', 'alexa::household:lists:read', /ListManagementServiceClient|\/v2\/householdlists/],
  ['permission', 'alexa::devices:all:geolocation:read', /\bGeolocation\b/],
  ['interface', 'ALEXA_PRESENTATION_APL', /Alexa\.Presentation\.APL\.(?:RenderDocument|ExecuteCommands)/],
  ['interface', 'ALEXA_PRESENTATION_APLT', /Alexa\.Presentation\.APLT\.(?:RenderDocument|ExecuteCommands)/],
  ['interface', 'AUDIO_PLAYER', /AudioPlayer\.(?:Play|Stop|ClearQueue)\b/],
  ['interface', 'VIDEO_APP', /VideoApp\.Launch\b/],
  ['interface', 'RENDER_TEMPLATE', /Display\.RenderTemplate\b/],
  ['interface', 'CAN_FULFILL_INTENT_REQUEST', /\bCanFulfillIntentRequest\b/],
  ['interface', 'CUSTOM_INTERFACE', /CustomInterfaceController\./],
];

/** Requests that are events: the name of Alexa's request → what a manifest subscribes to. */
const event = /\b(?:AlexaSkillEvent\.(?:Skill)?|Reminders\.)([A-Z]\w+)/g;
const eventName = (request: string, name: string): string =>
  `${request.startsWith('Reminders') ? '' : 'SKILL_'}${name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`;

/** Clients of the SDK, `get…ServiceClient()`, that somebody has looked at: those above, and these, which need no permission by themselves. */
const needNone = new Set(['Ups', 'Directive', 'Monetization', 'EndpointEnumeration', 'DeviceAddress']);
const client = /\bget([A-Z]\w+)ServiceClient\b/g;

/** Every use that `lambda/` makes, in the order of files and lines. */
export const usesOf = (root: string): Use[] => filesOf(root).flatMap(usesIn);

/** Every client in `lambda/` that nobody has looked at. */
export const strangersOf = (root: string): Stranger[] => filesOf(root).flatMap(strangersIn);

/** A file with the comments taken out, line by line. */
interface Code {
  readonly file: string;
  readonly lines: readonly string[];
}

export const usesIn = ({ file, lines }: Code): Use[] =>
  lines.flatMap((text, index) => {
    const at = { file, line: index + 1 };
    return [
      ...signs.flatMap(([kind, name, sign]) => {
        const [words] = sign.exec(text) ?? [];
        return words === undefined ? [] : [{ kind, name, sign: words, ...at }];
      }),
      ...[...text.matchAll(/['"`](alexa::?[a-z_]+:[a-z0-9_:]+)['"`]/g)].map(([, name = '']) => ({
        kind: 'permission' as const,
        name,
        sign: name,
        ...at,
      })),
      ...[...text.matchAll(event)].map(([sign, name = '']) => ({
        kind: 'event' as const,
        name: eventName(sign, name),
        sign,
        ...at,
      })),
    ];
  });

export const strangersIn = ({ file, lines }: Code): Stranger[] =>
  lines.flatMap((text, index) =>
    [...text.matchAll(client)]
      .filter(([words, name = '']) => !needNone.has(name) && !signs.some(([, , sign]) => sign.test(words)))
      .map(([words]) => ({ client: words, file, line: index + 1 })),
  );

/** Comments become empty, so that what is only told is not used; lines stay where they are. */
export const codeOf = (file: string, text: string): Code => ({
  file,
  lines: text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line) => line.replace(/(?<![:'"`])\/\/.*$/, '')),
});

const filesOf = (root: string): Code[] =>
  readdirSync(join(root, 'lambda'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `lambda/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((file) => codeOf(file, readFileSync(join(root, file), 'utf8')));
