/**
 * What the code uses of Alexa is read from the code: a permission that is asked for in vain, or used without being asked for, is refused.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, strangersIn, usesIn, usesOf } from '../../tools/manifest/uses';
import { root } from '../support/skill';

const named = (text: string): string[] => usesIn(codeOf('lambda/x.ts', text)).map(({ kind, name }) => `${kind} ${name}`);

describe('a use', () => {
  const uses: readonly (readonly [code: string, needs: readonly string[]])[] = [
    ['factory.getReminderManagementServiceClient().getReminders()', ['permission alexa::alerts:reminders:skill:readwrite']],
    ["fetch(endpoint + '/v1/alerts/reminders')", ['permission alexa::alerts:reminders:skill:readwrite']],
    ['factory.getTimerManagementServiceClient()', ['permission alexa::alerts:timers:skill:readwrite']],
    ['ups.getProfileGivenName()', ['permission alexa::profile:given_name:read']],
    ['ups.getProfileName()', ['permission alexa::profile:name:read']],
    ['ups.getPersonsProfileName()', ['permission alexa::profile:name:read']],
    ["permissionScope: 'alexa::alerts:reminders:skill:readwrite'", ['permission alexa::alerts:reminders:skill:readwrite']],
    ['address.getFullAddress(id)', ['permission alexa:devices:all:address:full:read']],
    ['address.getCountryAndPostalCode(id)', ['permission alexa:devices:all:address:country_and_postal_code:read']],
    ['context.Geolocation?.coordinate', ['permission alexa::devices:all:geolocation:read']],
    ["type: 'Alexa.Presentation.APL.RenderDocument'", ['interface ALEXA_PRESENTATION_APL']],
    ["type: 'AudioPlayer.Play'", ['interface AUDIO_PLAYER']],
    ["type === 'AlexaSkillEvent.SkillDisabled'", ['event SKILL_DISABLED']],
    ["type === 'AlexaSkillEvent.SkillPermissionChanged'", ['event SKILL_PERMISSION_CHANGED']],
    ["type === 'AlexaSkillEvent.ProactiveSubscriptionChanged'", ['event SKILL_PROACTIVE_SUBSCRIPTION_CHANGED']],
    ["type === 'Reminders.ReminderStatusChanged'", ['event REMINDER_STATUS_CHANGED']],
    ['factory.getUpsServiceClient().getSystemTimeZone(id)', []],
    ["type === 'Alexa.Presentation.APL.UserEvent'", []],
    ["type: 'Alexa.Presentation.APLA.RenderDocument'", []],
    ['// factory.getTimerManagementServiceClient()', []],
    ['/* AudioPlayer.Play\n   VideoApp.Launch */', []],
    ["fetch('https://example.org/a') // '/v1/alerts/timers'", []],
  ];

  test.each(uses)('%s needs %j', (code, needs) => {
    expect(named(code)).toEqual(needs);
  });

  it('is told with the line it stands on, comments above it or not', () => {
    expect(usesIn(codeOf('lambda/x.ts', "/**\n * Told.\n */\n\nconst a = 'AudioPlayer.Stop';\n"))).toEqual([
      { kind: 'interface', name: 'AUDIO_PLAYER', sign: 'AudioPlayer.Stop', file: 'lambda/x.ts', line: 5 },
    ]);
  });
});

it('knows every client that the SDK has, and tells one that it has not', () => {
  const sdk = readFileSync(join(root, 'node_modules/ask-sdk-model/index.d.ts'), 'utf8');
  const clients = [...new Set(sdk.match(/\bget[A-Z]\w+ServiceClient\b/g))];

  expect(clients.length).toBeGreaterThan(5);
  expect(clients.flatMap((client) => strangersIn(codeOf('lambda/x.ts', client)))).toEqual([]);
  expect(strangersIn(codeOf('lambda/x.ts', '\ngetWeatherServiceClient'))).toEqual([
    { client: 'getWeatherServiceClient', file: 'lambda/x.ts', line: 2 },
  ]);
});

it('sees that whoever disables the skill is heard of', () => {
  expect(usesOf(root).map(({ name }) => name)).toContain('SKILL_DISABLED');
});
