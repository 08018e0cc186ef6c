/**
 * Everything the skill can say, in every state it can reach, keeps the rules of a good turn. The dialog is pure and small, so all of
 * it is tried: a rule that holds here holds in the kitchen. Without this, one unlucky order of questions would find the exception.
 */

import { XMLValidator } from 'fast-xml-parser';
import { readSession } from '../../lambda/dialog/session';
import type { Reply } from '../../lambda/dialog/types';
import type { Rendered } from '../../lambda/speech/types';
import { heard, seconds, words } from '../../simulator/heard';
import { claimsIn } from '../../tools/content/claims';
import { isBearable, isEasy, readabilities } from '../../tools/content/readability';
import { content, everySpoken, locales, renderIn } from '../support/skill';
import { type Step, type Walked, walk } from '../support/walk';

const limits = { say: 30, question: 12, sentence: 20, seconds: 14, emergencyWords: 30, selfHarmWords: 40 };

/** One of the replies that sound alike, and how it came about. */
interface Sample {
  readonly reply: Reply;
  readonly step: Step;
}

const byWords = new Map<string, Sample>();
const twice: string[] = [];
const unread: string[] = [];
let walked: Walked = { states: 0, steps: 0 };

const repeating = new Set(['repeat', 'slower', 'faster', 'previous', 'resume', 'more', 'next', 'yes']);

beforeAll(() => {
  walked = walk((step) => {
    const { reply, before, heard: said } = step;
    const key = JSON.stringify([reply.say, reply.ask, reply.rate, reply.session?.voice]);
    if (!byWords.has(key)) byWords.set(key, { reply, step });
    // Asked again by design only when the person asked to hear it again.
    const again = reply.session && reply.session.repeats > 0;
    const resumed = before.paused !== undefined && repeating.has(said.intent);
    if (reply.ask && reply.ask.key === before.asked?.key && !again && !resumed) twice.push(`${said.intent}: ${reply.ask.key}`);
    if (
      reply.session &&
      JSON.stringify(readSession(JSON.parse(JSON.stringify(reply.session)))) !== JSON.stringify(normal(reply.session))
    )
      unread.push(JSON.stringify(reply.session));
  });
}, 120_000);

/** As JSON keeps it: without what is undefined, in the reader's order. */
const normal = (session: object): unknown => readSession(JSON.parse(JSON.stringify(session)));

const isEmergency = ({ say }: Reply): boolean => say.some((line) => 'key' in line && line.key === 'dialog.emergency.cannotCall');
/** Being led through holds has limits of its own, in routine.test.ts. */
const isLeading = ({ say }: Reply): boolean => say.some((line) => 'key' in line && line.key === 'dialog.guide.start');
const isSelfHarm = ({ say }: Reply): boolean => say.some((line) => 'key' in line && /self_harm|on_purpose/.test(line.key));
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!])\s+/).filter((one) => one !== '');

describe.each(locales)('in %s, every turn', (locale) => {
  const render = renderIn(locale);
  /** What breaks a rule, each text once. */
  const check = (broken: (reply: Reply, rendered: Rendered) => boolean): string[] => [
    ...new Set(
      [...byWords.values()]
        .map(({ reply }) => ({ reply, rendered: render(reply) }))
        .filter(({ reply, rendered }) => broken(reply, rendered))
        .map(({ rendered }) => rendered.text),
    ),
  ];
  const textOf = ({ ssml }: { readonly ssml: string }): string => heard(ssml);
  const sayOf = (reply: Reply): string => render({ say: reply.say }).text;

  it('is walked', () => {
    console.info(`${locale}: ${walked.states} states, ${walked.steps} turns, ${byWords.size} different replies`);
    expect(walked.states).toBeGreaterThan(5_000);
    expect(byWords.size).toBeGreaterThan(1_000);
  });

  it('opens the microphone exactly when it asks one question, the last thing said', () => {
    expect(check((reply, rendered) => (textOf(rendered).match(/[?？؟]/gu) ?? []).length !== (reply.ask ? 1 : 0))).toEqual([]);
    expect(check((reply, rendered) => reply.ask !== undefined && !/[?？؟]$/u.test(textOf(rendered)))).toEqual([]);
  });

  it('is SSML that Alexa takes: one well-formed document, below its limits, with nothing left to fill in', () => {
    const broken = (ssml: string): boolean =>
      XMLValidator.validate(ssml) !== true || !/^<speak>.*<\/speak>$/s.test(ssml) || ssml.length >= 8000 || ssml.includes('{{');
    expect(check((_reply, { ssml, reprompt }) => broken(ssml) || (reprompt !== undefined && broken(reprompt)))).toEqual([]);
    // The check can fail.
    expect(['<speak>Tom & Jerry</speak>', 'no document', '<speak>{{emergency}}</speak>'].every(broken)).toBe(true);
  });

  it('has a reprompt when it asks, shorter than the question and different from it', () => {
    expect(
      check((reply, rendered) => {
        if (!reply.ask) return rendered.reprompt !== undefined;
        const question = render({ say: [{ key: reply.ask.key }] }).text;
        const reprompt = heard(rendered.reprompt ?? '');
        return reprompt === '' || reprompt === question || reprompt.length >= question.length;
      }),
    ).toEqual([]);
  });

  it('never asks the same question twice running', () => {
    expect([...new Set(twice)]).toEqual([]);
  });

  it('leaves a session that reads back as it was', () => {
    expect(unread.slice(0, 3)).toEqual([]);
  });

  it(`says ${limits.say} words or fewer before a question of ${limits.question} or fewer`, () => {
    expect(check((reply) => !isEmergency(reply) && !isLeading(reply) && words(sayOf(reply)) > limits.say)).toEqual([]);
    expect(
      check((reply) => reply.ask !== undefined && words(render({ say: [{ key: reply.ask.key }] }).text) > limits.question),
    ).toEqual([]);
  });

  it(`lasts ${limits.seconds} seconds or less, holds aside`, () => {
    const quick = (reply: Reply): Reply => ({ ...reply, rate: undefined, say: reply.say.filter((line) => !('pause' in line)) });
    expect(
      check((reply) => !isEmergency(reply) && !isLeading(reply) && seconds(render(quick(reply)).ssml) > limits.seconds),
    ).toEqual([]);
  });

  it('puts answers on a card, and neither first aid nor a turn that only asks', () => {
    const cards = [...byWords.values()].filter(({ reply }) => reply.card !== undefined);
    expect(cards.length).toBeGreaterThan(100);
    const wrong = cards.filter(
      ({ reply }) => reply.say.length === 0 || ['crampNow', 'notHelping', 'stretch'].includes(reply.session?.about?.intent ?? ''),
    );
    expect(wrong.map(({ reply }) => render(reply).text)).toEqual([]);
  });

  it('keeps an emergency to thirty words, self-harm to forty, with nothing asked', () => {
    expect(
      check((reply, rendered) => {
        if (!isEmergency(reply)) return false;
        return (
          reply.ask !== undefined || words(textOf(rendered)) > (isSelfHarm(reply) ? limits.selfHarmWords : limits.emergencyWords)
        );
      }),
    ).toEqual([]);
  });

  it('claims nothing that is forbidden: no diagnosis, dose, "stop your medicine", cure, guarantee or hiding reassurance', () => {
    const forbidden = content.forbidden.find(({ data }) => locale.startsWith(data.language));
    if (!forbidden) throw new Error(`Nothing is forbidden in ${locale}.`);
    expect(check((_reply, rendered) => claimsIn(textOf(rendered), forbidden).length > 0)).toEqual([]);
    // It catches a planted sentence of each kind, said behind something harmless.
    const planted = Object.entries(forbidden.data.kinds).flatMap(([kind, { planted: all }]) => all.map((one) => ({ kind, one })));
    expect(new Set(planted.map(({ kind }) => kind)).size).toBe(6);
    const missed = planted.filter(
      ({ kind, one }) => !claimsIn(`Hold it there. ${one} Has it let go?`, forbidden).some((claim) => claim.kind === kind),
    );
    expect(missed).toEqual([]);
  });

  it(`has sentences of ${limits.sentence} words or fewer`, () => {
    expect(check((_reply, rendered) => sentencesOf(rendered.text).some((one) => words(one) > limits.sentence))).toEqual([]);
  });

  it('is easy to follow, by the measure of its language', () => {
    const measure = readabilities[content.locales.data[locale]?.language ?? ''];
    if (!measure) throw new Error(`There is no measure of how easy ${locale} is: add one to tools/content/readability.ts.`);
    const spoken = (reply: Reply): boolean => reply.say.some((line) => 'key' in line);
    expect(check((reply, { text }) => spoken(reply) && !isBearable(measure, text))).toEqual([]);

    const scores = [...byWords.values()]
      .filter(({ reply }) => spoken(reply))
      .map(({ reply }) => measure.score(render(reply).text));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    console.info(`${locale}: ${measure.name} ${mean.toFixed(1)} on average`);
    expect(isEasy(measure, mean)).toBe(true);
  });
});

describe('the walk', () => {
  it('says everything that the content declares', () => {
    const keys = new Set(
      [...byWords.values()].flatMap(({ reply }) => [
        ...reply.say.flatMap((line) => ('key' in line ? [line.key] : [])),
        ...(reply.ask ? [reply.ask.key] : []),
      ]),
    );
    // The card's footer and the words of a fault are the edge's to say.
    const elsewhere = /^dialog\.(card|trouble)/;
    const silent = everySpoken.filter(
      ({ key, kind }) => (kind === 'line' || kind === 'question') && !keys.has(key) && !elsewhere.test(key),
    );
    expect([...new Set(silent.map(({ key }) => key))]).toEqual([]);
  });
});
