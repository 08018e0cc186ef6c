/**
 * What the bundle answers, in every state that it can be brought to.
 */

import { createDevice } from '../../../simulator/device';
import { seconds, words } from '../../../simulator/heard';
import { nameOf, questionOf, type Turn } from '../conversation';
import type { Subject } from '../subject';
import { type Check, some, unless } from './check';

/** A check of every turn: why it is wrong, or undefined. */
const everyTurn = (
  rule: string,
  wrong: (turn: Turn, subject: Subject) => string | undefined,
  which: (turn: Turn) => boolean = all,
): Check => ({
  rule,
  find: async (subject) => {
    const turns = (await subject.talked()).turns.filter(which);
    if (turns.length === 0) return ['there is nothing to look at'];
    return some(
      turns.flatMap((turn) => {
        const why = wrong(turn, subject);
        return why === undefined ? [] : [`${nameOf(turn)}: ${why}`];
      }),
    );
  },
});

const all = (): boolean => true;
const said =
  (...names: readonly string[]) =>
  (turn: Turn): boolean =>
    names.includes(turn.said);

/** What the local Alexa refuses by one of its rules. */
const refusing = (rule: string, ...ids: readonly string[]): Check =>
  everyTurn(rule, ({ refused }) => refused.find((one) => ids.includes(one.rule))?.why);

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');
const ssmlOf = ({ response }: Turn): string => {
  const { outputSpeech, reprompt } = response.response ?? {};
  return [outputSpeech, reprompt?.outputSpeech].map((one) => (one?.type === 'SSML' ? one.ssml : '')).join('\n');
};
const directivesOf = ({ response }: Turn): string[] => (response.response?.directives ?? []).map(({ type }) => type);
const cardOf = ({ response }: Turn) => response.response?.card;
const isOpen = ({ response }: Turn): boolean => response.response?.shouldEndSession === false;
const marks = (text: string): number => text.match(/[?？؟]/gu)?.length ?? 0;

const responses: readonly Check[] = [
  refusing('RS1', 'speech-length'),
  everyTurn('RS2', ({ response }) => (bytes(response) > 24 * 1024 ? `${bytes(response)} bytes` : undefined)),
  refusing('RS3', 'card-length'),
  everyTurn('RS4', (turn) => {
    const why = turn.refused.find(({ rule }) => rule === 'card-shape')?.why;
    if (why !== undefined) return why;
    if (!cardOf(turn)) return undefined;
    if (turn.said === 'CrampNowIntent' && /<break /.test(ssmlOf(turn))) return 'first aid has a card';
    return turn.speech === questionOf(turn) ? 'a turn that only asks has a card' : undefined;
  }),
  everyTurn('RS5', (turn) => (cardOf(turn)?.type === 'Standard' ? 'a card with a picture' : undefined)),
  everyTurn('RS7', (turn) => {
    const { outputSpeech, reprompt } = turn.response.response ?? {};
    const lasts = (speech: typeof outputSpeech): number => (speech?.type === 'SSML' ? seconds(speech.ssml) : 0);
    if (lasts(outputSpeech) > 240) return `speech of ${Math.round(lasts(outputSpeech))} seconds`;
    return lasts(reprompt?.outputSpeech) > 90 ? 'a reprompt of more than 90 seconds' : undefined;
  }),
  everyTurn('RS8', ({ response, refused }) => {
    const why = refused.find(({ rule }) => rule === 'attributes')?.why;
    const size = bytes(response.sessionAttributes ?? {});
    return why ?? (size > 10 * 1024 ? `${size} bytes of session attributes` : undefined);
  }),
  refusing('SE3', 'session-decided'),
  refusing('SE4', 'reprompt-when-open'),
  refusing('SS1', 'ssml-well-formed', 'speech-type', 'escaped-once'),
  refusing('SS2', 'ssml-tags'),
  refusing('SS3', 'break-length'),
  refusing('SS4', 'audio-count'),
  everyTurn('SS5', (turn) => {
    const tag = /<(?:voice|amazon:emotion|amazon:domain)\b|interpret-as="(?:interjection|expletive)"/.exec(ssmlOf(turn))?.[0];
    return tag === undefined ? undefined : `it has ${tag}`;
  }),
  refusing('RT1', 'speech-present', 'envelope'),
  everyTurn('DM7', (turn) => directivesOf(turn).find((type) => type.startsWith('Dialog.'))),
  everyTurn('DM8', (turn) => directivesOf(turn).find((type) => type === 'Dialog.UpdateDynamicEntities')),
  everyTurn('PR1', (turn) => directivesOf(turn).find((type) => type.startsWith('VoicePlayer.'))),
  refusing('AP3', 'screen-there'),
  everyTurn('AP12', (turn) => directivesOf(turn).find((type) => type.startsWith('Alexa.Presentation.APLA.'))),
];

/** The reply to somebody who has just opened it. */
const welcomeOf = (turns: readonly Turn[]): string => turns.find(({ said: name }) => name === 'LaunchRequest')?.speech ?? '';

const turnTaking: readonly Check[] = [
  {
    rule: '3.1',
    find: async (subject) => {
      const { manifest, locale, handler, nlu, model } = subject;
      const welcome = welcomeOf((await subject.talked()).turns);
      const found: string[] = [];
      const phrases = manifest.publishingInformation.locales[locale]?.examplePhrases ?? [];
      for (const [index, phrase] of phrases.entries()) {
        const device = createDevice({
          handler,
          nlu,
          locale,
          screen: false,
          clock: () => new Date('2026-03-02T15:00:00Z'),
          userId: `amzn1.ask.account.PHRASE${index}`,
          invocationName: model.interactionModel.languageModel.invocationName,
        });
        const { understood, speech, error } = await device.say(phrase);
        if (error !== null) found.push(`"${phrase}": ${error}`);
        // A launch is no sample, and the welcome is its answer.
        else if (understood && understood.how !== 'sample') found.push(`"${phrase}" is no sample`);
        else if (understood && speech === welcome) found.push(`"${phrase}" is answered with the welcome`);
      }
      return phrases.length > 0 ? found : ['there are no example phrases'];
    },
  },
  everyTurn(
    '3.3',
    (turn) => {
      const card = cardOf(turn) as { title?: string; content?: string } | undefined;
      const { title = '', content = '' } = card ?? {};
      if (title.trim() === '' || content.trim() === '') return 'a card without title or text';
      if (/<[^>]+>|\{\{|&(?:amp|lt);/.test(title + content)) return 'a card with markup';
      return /\n{3}| \n|\n | {2}/.test(content) || content !== content.trim() ? 'a card whose lines break badly' : undefined;
    },
    (turn) => cardOf(turn) !== undefined,
  ),
  refusing('4.1', 'question-when-open', 'question-last'),
  everyTurn(
    '4.1b',
    (turn) => {
      if (!isOpen(turn)) return 'it closes';
      return words(turn.speech) - words(questionOf(turn) ?? '') < 5 ? 'it does not say what can be asked' : undefined;
    },
    said('LaunchRequest'),
  ),
  {
    rule: '4.2',
    find: async (subject) => {
      const { turns, logged } = await subject.talked();
      const names = subject.model.interactionModel.languageModel.intents.map(({ name }) => name);
      const heard = new Set(turns.map((turn) => turn.said));
      return [
        ...some(names.filter((name) => !heard.has(name)).map((name) => `${name} was never said`)),
        ...some(turns.filter((turn) => turn.after === '' && turn.speech === '').map((turn) => `${nameOf(turn)}: no answer`)),
        ...some(logged.map((line) => `it failed: ${line}`)),
      ];
    },
  },
  everyTurn(
    '4.4',
    (turn) => (turn.speech === '' ? 'nothing is said' : undefined),
    ({ slots, after }) => slots === '' && after === '',
  ),
  {
    rule: '4.6',
    find: ({ model, nlu, phrases }) =>
      some(
        model.interactionModel.languageModel.intents
          .filter(({ name }) => !name.startsWith('AMAZON.'))
          .flatMap(({ name, samples = [] }) => {
            const plain = samples.filter((sample) => !sample.includes('{')).slice(0, 2);
            const tried = plain.length > 0 ? plain : samples.slice(0, 2).map((sample) => filledIn(sample, name, model));
            return tried.flatMap((sample) =>
              ['', ...phrases.connecting.map(({ text }) => `${text} `)].flatMap((connecting) => {
                const { intent } = nlu.understand(`${connecting}${sample}`, { oneShot: true });
                return unless(intent === name, `"${connecting}${sample}" is heard as ${intent}, not ${name}`);
              }),
            );
          }),
      ),
  },
  everyTurn(
    '4.11',
    (turn, { words: lines }) => {
      if (turn.speech === '') return 'nothing is said';
      return turn.speech.startsWith(lines['dialog.trouble.line']?.split('.')[0] ?? '\u0000')
        ? 'it apologises for a fault'
        : undefined;
    },
    (turn) => turn.said === 'AMAZON.FallbackIntent' || /unknown|resolver|\?/.test(turn.slots),
  ),
  {
    rule: '4.12',
    find: async (subject) => {
      const { turns } = await subject.talked();
      const welcome = welcomeOf(turns);
      const help = turns.filter(said('AMAZON.HelpIntent'));
      const first = help.find(({ after }) => after === '');
      return [
        ...unless(help.length > 1, 'help was not asked for in the middle'),
        ...unless(
          first !== undefined && words(first.speech) > words(welcome),
          `help says ${words(first?.speech ?? '')} words, and the welcome ${words(welcome)}`,
        ),
        ...some(
          help.flatMap((turn) => [
            ...unless(isOpen(turn) && /[?？؟]\s*$/u.test(turn.speech), `${nameOf(turn)}: it does not end with a question`),
            ...unless(turn.speech !== welcome, `${nameOf(turn)}: it is the welcome again`),
          ]),
        ),
      ];
    },
  },
  everyTurn(
    '4.13',
    (turn) => {
      const { shouldEndSession, reprompt } = turn.response.response ?? {};
      if (shouldEndSession !== true) return 'the session goes on';
      if (reprompt) return 'there is a reprompt';
      return marks(turn.speech) > 0 ? 'something is asked' : undefined;
    },
    said('AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'),
  ),
];

/** A sample with the first value of each slot in it. */
function filledIn(sample: string, intent: string, { interactionModel: { languageModel } }: Subject['model']): string {
  const slots = languageModel.intents.find(({ name }) => name === intent)?.slots ?? [];
  return sample.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const type = slots.find(({ name }) => name === slot)?.type;
    return languageModel.types.find(({ name }) => name === type)?.values[0]?.name.value ?? 'ten';
  });
}

/** Intents that ask about health, of which the first answer holds the disclaimer. */
const aboutHealth = ['OverviewIntent', 'CausesIntent', 'RiskIntent', 'PreventionIntent'];
const firstAnswers = (turn: Turn): boolean => aboutHealth.includes(turn.said) && turn.after === '' && turn.slots === '';

const policy: readonly Check[] = [
  everyTurn(
    'PO3',
    (turn, { words: lines, numbers }) => {
      const { emergency = '\u0000' } = numbers;
      if (turn.said === 'AMAZON.HelpIntent')
        return turn.speech.includes(emergency) ? undefined : 'help names no emergency number';
      return turn.speech.includes(lines['dialog.disclaimer'] ?? '\u0000') ? undefined : 'the first answer has no disclaimer';
    },
    (turn) => firstAnswers(turn) || (turn.said === 'AMAZON.HelpIntent' && turn.after === ''),
  ),
  everyTurn(
    'PO15',
    (turn, { words: lines }) =>
      turn.speech.includes(lines['dialog.disclaimer'] ?? '\u0000') ? undefined : 'it has no disclaimer',
    firstAnswers,
  ),
  everyTurn(
    'PO5',
    (turn, { words: lines, numbers }) => {
      if (isOpen(turn)) return 'the session stays open';
      if (directivesOf(turn).length > 0) return `it sends ${directivesOf(turn).join(', ')}`;
      if (cardOf(turn)) return 'it has a card';
      // A few signs are for the emergency room, not for an ambulance: their words say so, and name no number.
      const own = lines[`triage.emergencies.${turn.slots.replace('emergencySign: ', '')}`] ?? '\u0000';
      return [...Object.values(numbers), own].some((saying) => turn.speech.includes(saying))
        ? undefined
        : 'it does not say whom to call';
    },
    ({ said: name, slots, after }) => name === 'EmergencyIntent' && after === '' && /^emergencySign: [a-z_]+$/.test(slots),
  ),
];

const design: readonly Check[] = [
  everyTurn('VD3', (turn) => (marks(turn.speech) > 1 ? `it asks ${marks(turn.speech)} things` : undefined)),
  refusing('VD4', 'reprompt-differs'),
  everyTurn('VD6', (turn) => {
    const odd = /[()[\]{}<>*#_/\\|;…!]|https?:|www\./u.exec(turn.speech + turn.reprompt)?.[0];
    return odd === undefined ? undefined : `it says "${odd}"`;
  }),
  {
    rule: 'VD7',
    find: async (subject) => {
      const texts = new Set((await subject.talked()).turns.filter(said('AMAZON.HelpIntent')).map(({ speech }) => speech));
      return unless(texts.size >= 3, `help has ${texts.size} texts`);
    },
  },
  everyTurn('VD8', ({ speech }) => (speech.length > 640 ? `${speech.length} characters` : undefined)),
];

export const conversationChecks: readonly Check[] = [...responses, ...turnTaking, ...policy, ...design];
