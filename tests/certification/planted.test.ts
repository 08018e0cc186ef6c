/**
 * Every check of the certification finds the fault that it is there for, and says it in words: one that can't would let pass what a
 * tester of Amazon rejects.
 */
import type { Check } from './checks/check';
import { conversationChecks } from './checks/conversation';
import { manifestChecks } from './checks/manifest';
import { modelChecks } from './checks/model';
import { platformChecks } from './checks/platform';
import { converse } from './conversation';
import { answering, closing, inManifest, inModel, inPage, type Plant, sample, speaking, talked, turn } from './plant';
import { offlineIds } from './rules';
import { subjectOf } from './subject';

const checks: readonly Check[] = [...modelChecks, ...manifestChecks, ...conversationChecks, ...platformChecks];
const sound = subjectOf('en-US', converse);

const named = (name: string): Plant => inModel((languageModel) => (languageModel.invocationName = name));
const card = (content: string, more: object = {}): object => ({ card: { type: 'Simple', title: 'Cramps', content, ...more } });
const directive = (type: string): object => ({ directives: [{ type, token: 'a', document: {} }] });
const long = (length: number): string => 'a'.repeat(length);

const faults: readonly (readonly [rule: string, plant: Plant, told: readonly string[]])[] = [
  // The model.
  ['INV1', named('cramp'), ['invocation: "cramp" is one word.']],
  ['INV2', named('my very own helper'), ['invocation: "my very own helper" has 4 words.']],
  ['INV3', named('the cramp'), ['invocation: "the" is an article or preposition.']],
  ['INV4', named('open cramp'), ['invocation: "open" is a launch word.']],
  ['INV5', named('cramp whether'), ['invocation: "whether" is a connecting word.']],
  ['INV6', named('alexa cramp skill'), ['invocation: "alexa" is a wake word.', 'invocation: "skill" is a reserved word.']],
  ['INV7', named('Cramp Helper 2'), ['invocation: "Cramp Helper 2" is not lower-case words.']],
  ['INV9', (one) => ({ ...one, phrases: { ...one.phrases, wake: [] } }), ['says no "wake".']],
  ['INV11', named('cramp coach'), ['the invocation name is "cramp coach", and was published as "cramp helper"']],
  ['INV12', named(`cramp ${long(50)}`), ['invocation: has 56 characters.']],
  [
    'IM1',
    inModel(({ intents }) => (intents[0].name = 'Overview2Intent')),
    ['Overview2Intent: Alexa cannot take the name "Overview2Intent".'],
  ],
  [
    'IM2',
    inModel(({ intents }) => intents[0].slots.push({ name: 'muscle2', type: 'Muscle' })),
    ['overview: Alexa cannot take the slot name "muscle2".'],
  ],
  ['IM3', sample('CausesIntent', 'what causes cramps, and why'), ['causes: "," cannot be heard.']],
  ['IM4', sample('CausesIntent', 'what causes crämps'), ['causes: "ä" cannot be heard.']],
  ['IM5', sample('CausesIntent', 'what causes 2 cramps'), ['causes: "2" cannot be heard.']],
  ['IM6', sample('CausesIntent', 'whats behind cramps'), ['causes: "whats" lacks its apostrophe.']],
  ['IM7', sample('CausesIntent', 'What is behind cramps'), ['causes: has capital letters.']],
  ['IM8', sample('CausesIntent', 'what is behind a cramp in my {tail}'), ['causes: has no slot {tail}.']],
  ['IM9', sample('CausesIntent', 'why does my {muscle} cramp and my {muscle}'), ['causes: {muscle} stands twice in a sample.']],
  [
    'IM10',
    inModel(({ intents }) => intents[0].slots.push({ name: 'tail', type: 'Muscle' })),
    ['overview: no sample has {tail}.'],
  ],
  [
    'IM11',
    sample('OverviewIntent', 'what causes muscle cramps'),
    ['causes: "what causes muscle cramps" is a sample of overview (en-US.json:1) as well.'],
  ],
  [
    'IM12',
    sample('CausesIntent', 'what causes muscle cramps'),
    ['causes: "what causes muscle cramps" comes from en-US.json:1 as well.'],
  ],
  ['IM13', sample('CausesIntent', 'about the reason behind cramps'), ['causes: a sample begins with "about".']],
  ['IM14', sample('CausesIntent', 'alexa what is behind cramps'), ['causes: a sample holds "alexa".']],
  ['IM16', sample('CausesIntent', '{muscle}'), ['causes: "{muscle}" is nothing but slots.']],
  [
    'IM17',
    inModel(({ intents }) => {
      intents[0].slots.push({ name: 'query', type: 'AMAZON.SearchQuery' });
      intents[0].samples.push('{query}');
    }),
    ['overview: "{query}" needs words, and no other slot, beside its search query.'],
  ],
  [
    'IM18',
    inModel(({ types }) => (types[0].values[0].name.value = 'calf (left)')),
    ['Muscle.calf: "(" cannot be heard.', 'Muscle.calf: ")" cannot be heard.'],
  ],
  [
    'IM19',
    inModel(({ types }) => types[0].values.push({ ...types[0].values[0], name: { value: 'something else' } })),
    ['Muscle: id calf stands twice'],
  ],
  [
    'IM20',
    inModel(
      ({ types }) => (types[0].values[0].name.synonyms = Array.from({ length: 9000 }, (_, index) => `${long(120)} ${index}`)),
    ),
    ['the model for en-US has N bytes, and Alexa takes fewer than 1000000.'],
  ],
  ['IM21', sample('CausesIntent', `why ${'do they come '.repeat(20)}`.trim()), ['causes: a sample of 263 characters.']],
  [
    'IM22',
    inModel((languageModel) => Object.assign(languageModel, { invocationName: '', intents: [] })),
    ['there is no invocation name', 'there are no intents'],
  ],
  [
    'BI1',
    inModel((model) => (model.intents = model.intents.filter(({ name }: { name: string }) => name !== 'AMAZON.StopIntent'))),
    ['intents: no intent is "AMAZON.StopIntent".'],
  ],
  [
    'BI2',
    inModel(({ intents }) => intents.push({ name: 'AMAZON.DanceIntent', samples: [] })),
    ['AMAZON.DanceIntent: Alexa has no "AMAZON.DanceIntent".'],
  ],
  [
    'BI4',
    inModel(({ intents }) => delete intents.find(({ name }: { name: string }) => name === 'AMAZON.StopIntent').samples),
    ['AMAZON.StopIntent has no list of samples'],
  ],
  [
    'BI5',
    inModel((model) => (model.intents = model.intents.filter(({ name }: { name: string }) => name !== 'AMAZON.FallbackIntent'))),
    ['intents: no intent is "AMAZON.FallbackIntent".'],
  ],
  [
    'BI6',
    inModel((model) => (model.modelConfiguration = { fallbackIntentSensitivity: { level: 'HUGE' } })),
    ['Alexa falls back at HUGE'],
  ],
  [
    'BI8',
    inModel((_, { interactionModel }) => (interactionModel._nameFreeInteraction = {})),
    ['the model asks for talk without the name'],
  ],
  [
    'DM6',
    inModel(({ intents }) => (intents[0].slots[0].multipleValues = { enabled: true })),
    ['OverviewIntent: slot aspect takes several values'],
  ],
  ['4.7', inModel(({ intents }) => (intents[0].samples = ['what is a cramp'])), ['OverviewIntent has 1 samples']],
  ['4.8', inModel(({ intents }) => (intents[0].slots[0].type = 'Tail')), ['OverviewIntent: slot aspect has the type Tail']],
  ['4.10', sample('CausesIntent', 'why 2 cramps'), ['causes: "2" cannot be heard.']],
  // The manifest.
  [
    '3.1b',
    inPage((page) => (page.examplePhrases[0] = 'Alexa, open cramp helper!')),
    ['"Alexa, open cramp helper!" holds "!"', '"Alexa, open cramp helper!" has no end'],
  ],
  [
    '3.2',
    inPage((page) => (page.description = 'say, "Alexa, ask cramp helper to dance"')),
    [
      'the description begins with no sentence',
      'the description ends with no sentence',
      '"Alexa, ask cramp helper to dance" cannot be said',
    ],
  ],
  [
    '4.5',
    inPage((page) => (page.examplePhrases[1] = 'My calf is cramping.')),
    ['"My calf is cramping." does not say "cramp helper"'],
  ],
  ['MF3', inPage((page) => (page.name = long(51))), ['name has 51 characters, not 2 to 50']],
  ['MF4', inPage((page) => (page.summary = long(161))), ['summary has 161 characters, not 20 to 160']],
  ['MF5', inPage((page) => (page.description = long(4001))), ['description has 4001 characters, not 40 to 4000']],
  [
    'MF6',
    inPage((page) => (page.examplePhrases = ['Alexa, open cramp helper.', 'Alexa, open cramp helper.'])),
    ['there are 2 example phrases', 'an example phrase stands twice'],
  ],
  [
    'MF7',
    inPage((page) => (page.keywords = ['cramp', 'Cramp', long(151)])),
    ['a keyword stands twice', 'the keyword "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…" is too long'],
  ],
  [
    'MF8',
    inPage((page) => Object.assign(page, { smallIconUri: page.largeIconUri, largeIconUri: 'file://assets/images/none.png' })),
    ['smallIconUri is 512 by 512', 'largeIconUri is file://assets/images/none.png, which is not in the package'],
  ],
  [
    'PO2',
    inPage((page) => (page.description = page.description.replace('informational and educational', 'informational'))),
    [
      'the description lacks the part "purpose" of its disclaimer',
      'the description does not say "informational and educational purposes only"',
    ],
  ],
  ['PO4', inPage((page) => (page.summary = 'It could save your life.')), ['summary says "save your life"']],
  ['PO6', inPage((page) => (page.keywords[0] = 'cures cramps')), ['a keyword says "cures"']],
  ['PO7', inPage((page) => (page.name = 'Cramp Cure')), ['name says "Cure"']],
  [
    'PO8',
    inManifest(({ privacyAndCompliance }) => (privacyAndCompliance.locales['en-US'] = { privacyPolicyUrl: 'http://a.example' })),
    ['privacyPolicyUrl is http://a.example', 'termsOfUseUrl is missing'],
  ],
  [
    'PO9',
    inManifest(({ privacyAndCompliance }) => (privacyAndCompliance.isChildDirected = true)),
    ['isChildDirected is not false'],
  ],
  [
    'PO11',
    (one) =>
      inManifest(
        ({ privacyAndCompliance }) => (privacyAndCompliance.locales['en-US'].termsOfUseUrl = 'https://my-alexa.example/'),
      )(inPage((page) => Object.assign(page, { name: 'Echo Cramps', summary: 'An official skill for cramps.' }))(one)),
    [
      'the name is "Echo Cramps"',
      'an address is at my-alexa.example',
      'name says "Echo Cramps"',
      'summary says "An official skill for cramps."',
    ],
  ],
  ['PO12', inManifest(({ privacyAndCompliance }) => (privacyAndCompliance.usesHealthInfo = true)), ['usesHealthInfo is true']],
  ['MF1', inManifest((manifest) => (manifest.manifestVersion = '2.0')), ['the version of the manifest is not "1.0"']],
  [
    'MF2',
    inManifest(({ publishingInformation }) => (publishingInformation.locales['xx-XX'] = {})),
    ['xx-XX is in the manifest, and has no model'],
  ],
  [
    'MF9',
    inManifest(({ publishingInformation }) => (publishingInformation.testingInstructions = '')),
    ['testing instructions have 0 characters'],
  ],
  ['MF10', inManifest(({ publishingInformation }) => (publishingInformation.category = 'GAMES')), ['the category is GAMES']],
  [
    'MF11',
    inManifest(({ publishingInformation }) => (publishingInformation.isAvailableWorldwide = false)),
    ['it is neither worldwide nor in named countries, or both'],
  ],
  [
    'MF12',
    inManifest(({ publishingInformation }) => (publishingInformation.automaticDistribution = { isActive: true })),
    ['it is distributed by itself to other locales'],
  ],
  ['MF13', inManifest(({ privacyAndCompliance }) => delete privacyAndCompliance.containsAds), ['containsAds is not answered']],
  [
    'MF14',
    inManifest((manifest) => (manifest.permissions = [{ name: 'alexa::profile:email:read' }])),
    ['the manifest declares alexa::profile:email:read, and the code does not use it'],
  ],
  [
    'MF15',
    (one) => ({ ...one, resources: { profiles: { default: { code: { default: {}, NA: {}, EU: {} } } } } }),
    ['profile default has no code for FE', 'profile default does not subscribe to SKILL_DISABLED'],
  ],
  [
    'MF16',
    inManifest(({ apis }) => (apis.custom.interfaces = [{ type: 'AUDIO_PLAYER' }])),
    ['the manifest declares AUDIO_PLAYER, and the code does not use it'],
  ],
  [
    'MF18',
    inManifest((manifest) => delete manifest.events),
    ['the code uses SKILL_DISABLED, and the manifest does not declare it'],
  ],
  [
    'MF19',
    inPage((page) => (page.slogan = 'Cramps? Ask.')),
    ['publishingInformation.locales.*.slogan is no field that Amazon knows'],
  ],
  [
    'PK1',
    (one) => ({ ...one, files: new Map([...one.files, ['notes.txt', Buffer.from('x')]]) }),
    ['notes.txt is nowhere Amazon looks'],
  ],
  [
    'ST2',
    inManifest((manifest) => (manifest.permissions = [{ name: 'alexa::profile:email:read' }])),
    ['the manifest asks for alexa::profile:email:read'],
  ],
  [
    'doc',
    inManifest((manifest) => (manifest.permissions = [{ name: 'alexa::profile:email:read' }])),
    ['the testing instructions do not say what alexa::profile:email:read is for'],
  ],
  // What is answered.
  [
    'RS1',
    talked(turn('CausesIntent', speaking(`${long(8000)}?`))),
    ['CausesIntent: the speech: 8016 characters are not below 8000'],
  ],
  ['RS2', talked(turn('CausesIntent', card(long(25_000)))), ['CausesIntent: 25285 bytes']],
  ['RS3', talked(turn('CausesIntent', card(long(8001)))), ['CausesIntent: 8007 characters are more than 8000']],
  [
    'RS4',
    talked(
      turn('CausesIntent', card('Cramps', { picture: 'x' })),
      turn('CrampNowIntent', { ...speaking('Pull up. <break time="10s"/> Better?'), ...card('Pull up.') }),
      turn('CausesIntent', { ...speaking('Which one?'), ...card('Which one?') }),
    ),
    [
      'CausesIntent: a Simple card has no `picture`',
      'CrampNowIntent: first aid has a card',
      'CausesIntent: a turn that only asks has a card',
    ],
  ],
  [
    'RS5',
    talked(turn('CausesIntent', { card: { type: 'Standard', title: 'a', text: 'b', image: {} } })),
    ['CausesIntent: a card with a picture'],
  ],
  [
    'RS7',
    talked(turn('CausesIntent', speaking(`${'<break time="10s"/>'.repeat(25)} Better?`))),
    ['CausesIntent: speech of 250 seconds'],
  ],
  [
    'RS8',
    talked(turn('CausesIntent', {}, { attributes: { said: long(11_000) } })),
    ['CausesIntent: 11011 bytes of session attributes'],
  ],
  [
    'SE3',
    talked(turn('CausesIntent', { shouldEndSession: undefined, reprompt: undefined })),
    ['CausesIntent: shouldEndSession is undefined'],
  ],
  [
    'SE4',
    talked(turn('CausesIntent', { reprompt: undefined })),
    ['CausesIntent: the microphone opens, and there is no reprompt'],
  ],
  [
    'SS1',
    talked(turn('CausesIntent', speaking('Heat & rest. Better?'))),
    ['CausesIntent: the speech: "&" is an & that is not escaped'],
  ],
  [
    'SS2',
    talked(turn('CausesIntent', speaking('<blink>Better?</blink>'))),
    ['CausesIntent: the speech: Alexa does not know <blink>'],
  ],
  [
    'SS3',
    talked(turn('CausesIntent', speaking('<break time="11s"/> Better?'))),
    ['CausesIntent: the speech: a break of 11 s is longer than 10 s'],
  ],
  [
    'SS4',
    talked(turn('CausesIntent', speaking(`${'<audio src="https://a.example/b.mp3"/>'.repeat(6)} Better?`))),
    ['CausesIntent: the speech: 6 audio clips are more than 5'],
  ],
  ['SS5', talked(turn('CausesIntent', speaking('<voice name="Joanna">Better?</voice>'))), ['CausesIntent: it has <voice']],
  [
    'RT1',
    talked(turn('CausesIntent', { outputSpeech: undefined })),
    ['CausesIntent: nothing is said in answer to IntentRequest'],
  ],
  ['DM7', talked(turn('CausesIntent', directive('Dialog.ElicitSlot'))), ['CausesIntent: Dialog.ElicitSlot']],
  [
    'DM8',
    talked(turn('CausesIntent', directive('Dialog.UpdateDynamicEntities'))),
    ['CausesIntent: Dialog.UpdateDynamicEntities'],
  ],
  ['PR1', talked(turn('CausesIntent', directive('VoicePlayer.Speak'))), ['CausesIntent: VoicePlayer.Speak']],
  [
    'AP3',
    talked(turn('CausesIntent', directive('Alexa.Presentation.APL.RenderDocument'))),
    ['CausesIntent: Alexa.Presentation.APL.RenderDocument for a device without a screen'],
  ],
  [
    'AP12',
    talked(turn('CausesIntent', directive('Alexa.Presentation.APLA.RenderDocument'))),
    ['CausesIntent: Alexa.Presentation.APLA.RenderDocument'],
  ],
  [
    '3.1',
    (one) =>
      inPage(
        (page) => (page.examplePhrases = ['Alexa, ask cramp helper to dance.', 'Alexa, ask cramp helper what causes cramps.']),
      )(answering(turn('LaunchRequest', {}).response.response)(talked(turn('LaunchRequest', {}))(one))),
    [
      '"Alexa, ask cramp helper to dance." is no sample',
      '"Alexa, ask cramp helper what causes cramps." is answered with the welcome',
    ],
  ],
  [
    '3.3',
    talked(turn('CausesIntent', card('Cramps <b>hurt</b>.')), turn('RiskIntent', card('Cramps \n hurt.'))),
    ['CausesIntent: a card with markup', 'RiskIntent: a card whose lines break badly'],
  ],
  [
    '4.1',
    talked(turn('CausesIntent', closing('Better?')), turn('RiskIntent', speaking('Better? I hope so.'))),
    ['CausesIntent: a question is asked, and the microphone stays closed', 'RiskIntent: "I hope so." comes after the question'],
  ],
  ['4.1b', talked(turn('LaunchRequest', speaking('What is it?'))), ['LaunchRequest: it does not say what can be asked']],
  [
    '4.2',
    talked(turn('CausesIntent', { outputSpeech: undefined })),
    [
      'OverviewIntent was never said',
      'WhereIntent was never said',
      'CauseCheckIntent was never said',
      'RiskIntent was never said',
      'ReliefIntent was never said',
      'and N more like it',
      'CausesIntent: no answer',
    ],
  ],
  ['4.4', talked(turn('CausesIntent', { outputSpeech: undefined })), ['CausesIntent: nothing is said']],
  [
    '4.6',
    (one) => ({ ...one, nlu: { ...one.nlu, understand: () => ({ intent: 'RiskIntent', slots: [], score: 1, how: 'sample' }) } }),
    [
      '"what is a cramp" is heard as RiskIntent, not OverviewIntent',
      '"to what is a cramp" is heard as RiskIntent, not OverviewIntent',
      '"from what is a cramp" is heard as RiskIntent, not OverviewIntent',
      '"about what is a cramp" is heard as RiskIntent, not OverviewIntent',
      '"for what is a cramp" is heard as RiskIntent, not OverviewIntent',
      'and N more like it',
    ],
  ],
  [
    '4.11',
    talked(turn('AMAZON.FallbackIntent', speaking('Something went wrong on my side. Again?'))),
    ['AMAZON.FallbackIntent: it apologises for a fault'],
  ],
  [
    '4.12',
    talked(
      turn('LaunchRequest', speaking('Hello, say where it hurts. Where?')),
      turn('AMAZON.HelpIntent', speaking('Where?')),
      turn('AMAZON.HelpIntent', closing('I talk you out of a cramp.'), { after: 'Better?' }),
      turn('AMAZON.HelpIntent', speaking('Hello, say where it hurts. Where?'), { after: 'Shall I go on?' }),
    ),
    [
      'help says 1 words, and the welcome 6',
      'AMAZON.HelpIntent after "Better?": it does not end with a question',
      'AMAZON.HelpIntent after "Shall I go on?": it is the welcome again',
    ],
  ],
  [
    '4.13',
    talked(turn('AMAZON.StopIntent', {}, { after: 'Better?' }), turn('AMAZON.CancelIntent', closing('Really?'))),
    ['AMAZON.StopIntent after "Better?": the session goes on', 'AMAZON.CancelIntent: something is asked'],
  ],
  [
    'PO3',
    talked(turn('AMAZON.HelpIntent', {}), turn('CausesIntent', {})),
    ['AMAZON.HelpIntent: help names no emergency number', 'CausesIntent: the first answer has no disclaimer'],
  ],
  ['PO15', talked(turn('RiskIntent', {})), ['RiskIntent: it has no disclaimer']],
  [
    'PO5',
    talked(
      turn('EmergencyIntent', speaking('Call 911 now. Shall I call?'), { slots: 'emergencySign: stroke' }),
      turn('EmergencyIntent', closing('Lie down.'), { slots: 'emergencySign: chest_pain' }),
    ),
    [
      'EmergencyIntent (emergencySign: stroke): the session stays open',
      'EmergencyIntent (emergencySign: chest_pain): it does not say whom to call',
    ],
  ],
  ['VD3', talked(turn('CausesIntent', speaking('Better? Or worse?'))), ['CausesIntent: it asks 2 things']],
  [
    'VD4',
    talked(turn('CausesIntent', { reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Ease it out. Better?</speak>' } } })),
    ['CausesIntent: the reprompt repeats the speech'],
  ],
  ['VD6', talked(turn('CausesIntent', speaking('Ease it out (slowly). Better?'))), ['CausesIntent: it says "("']],
  ['VD7', talked(turn('AMAZON.HelpIntent', {})), ['help has 1 texts']],
  ['VD8', talked(turn('CausesIntent', speaking(`${long(640)}?`))), ['CausesIntent: 641 characters']],
  // What else Alexa sends.
  ['RT2', answering({ shouldEndSession: true }), ['SessionEndedRequest is answered with shouldEndSession']],
  ['RT3', answering({ shouldEndSession: true }), ['System.ExceptionEncountered is answered with shouldEndSession']],
  [
    'RT4',
    answering({ outputSpeech: { type: 'SSML', ssml: '<speak>Hi.</speak>' } }),
    [
      'AlexaSkillEvent.SkillEnabled is answered with outputSpeech',
      'AlexaSkillEvent.SkillDisabled is answered with outputSpeech',
      'AlexaSkillEvent.SkillPermissionAccepted is answered with outputSpeech',
      'AlexaSkillEvent.SkillPermissionChanged is answered with outputSpeech',
      'AlexaSkillEvent.SkillAccountLinked is answered with outputSpeech',
      'and N more like it',
      'whoever comes back is not known, so nothing can be forgotten',
    ],
  ],
  [
    'RT5',
    answering({ shouldEndSession: true }),
    [
      'AudioPlayer.PlaybackStarted is answered with shouldEndSession',
      'AudioPlayer.PlaybackFinished is answered with shouldEndSession',
      'AudioPlayer.PlaybackStopped is answered with shouldEndSession',
      'AudioPlayer.PlaybackNearlyFinished is answered with shouldEndSession',
      'AudioPlayer.PlaybackFailed is answered with shouldEndSession',
      'and N more like it',
    ],
  ],
  ['AP13', answering({ shouldEndSession: true }), ['Alexa.Presentation.APLA.RuntimeError is answered with shouldEndSession']],
  [
    'RT6',
    answering({}),
    [
      'a request that lacks a device is answered with silence',
      'a request that lacks a session is answered with silence',
      'a request that lacks attributes is answered with silence',
      'a request that lacks a locale is answered with silence',
      'a request that lacks slots is answered with silence',
      'a request that lacks a known intent is answered with silence',
      'a request that lacks sense in its attributes is answered with silence',
      'a request that lacks a user is answered with silence',
    ],
  ],
  [
    'RS6',
    (one) => ({
      ...one,
      handler: async (event, context) => {
        if (event.request.type === 'LaunchRequest') await new Promise((resolve) => setTimeout(resolve, 3100));
        return one.handler(event, context);
      },
    }),
    ['LaunchRequest is answered after N milliseconds'],
  ],
];

/** Without the numbers that every new phrase changes, or that a clock does. */
const steady = (text: string): string => text.replace(/\d+(?= milliseconds| bytes, and| more like it)/, 'N');

test.each(faults)('%s finds its fault', async (rule, plant, told) => {
  const found = await checks.find((one) => one.rule === rule)?.find(plant(sound));

  expect({ rule, told: found?.map(steady) }).toEqual({ rule, told });
});

it('is tried for every rule that is checked here, and every such rule has one check', () => {
  expect(faults.map(([rule]) => rule).sort()).toEqual([...offlineIds].sort());
  expect(checks.map(({ rule }) => rule).sort()).toEqual([...offlineIds].sort());
});
