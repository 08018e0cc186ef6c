/**
 * During a cramp the first words move the body, the quiet lasts as long as the data says, and no platform limit is met: for every
 * muscle and position, for oneself and for somebody else, on either side. Without this a longer sentence would eat the stretch.
 */
import { respond } from '../../lambda/dialog/respond';
import { newSession } from '../../lambda/dialog/session';
import type { Heard, Reply } from '../../lambda/dialog/types';
import { words } from '../../simulator/heard';
import { knowledge, locales, renderIn } from '../support/skill';

const limits = {
  ofThree: 3,
  firstSentence: 12,
  secondsBefore: 8,
  wordsPerSecond: 150 / 60,
  longestBreak: 10,
  responseSeconds: 240,
};

interface Case {
  readonly muscle: string;
  readonly position: string;
  readonly side: string;
  readonly hold: number;
  readonly reply: Reply;
}

const cases: readonly Case[] = knowledge.stretches.flatMap(({ id, muscles, positions, holds }) =>
  (muscles.length > 0 ? muscles : ['shin']).flatMap((muscle) =>
    positions.flatMap((position) =>
      ['left', 'right'].map((side) => {
        const gate = knowledge.triage.gates.find((one) => one.muscles.includes(muscle))?.id;
        const slots = {
          muscle,
          side,
          ...(gate ? { gate } : {}),
          ...(position === 'pregnant' ? { group: 'pregnant' } : { position }),
        };
        const heard: Heard = { intent: 'crampNow', slots };
        return {
          muscle: `${id}/${muscle}`,
          position,
          side,
          hold: holds[position] ?? 0,
          reply: respond({ heard, session: newSession, knowledge }),
        };
      }),
    ),
  ),
);

const pausesOf = (ssml: string): number[] =>
  [...ssml.matchAll(/<break time="([\d.]+)s"\/>/g)].map(([, seconds]) => Number(seconds));
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

describe.each(locales)('in %s, every first move', (locale) => {
  const render = renderIn(locale);
  const firstLine = ({ reply }: Case): string => render({ say: reply.say.slice(0, 1) }).text;

  it('is counted and told', () => {
    const rows = cases
      .filter(({ side }) => side === 'left')
      .map((one) => {
        const pauses = pausesOf(render(one.reply).ssml);
        const before = Math.round((10 * words(firstLine(one))) / limits.wordsPerSecond) / 10;
        return `  ${one.muscle.padEnd(24)} ${one.position.padEnd(13)} ${String(before).padStart(4)} s before, hold ${one.hold} s: ${pauses.join(' + ')}`;
      });
    console.info([`${locale}: first moves, and what is held`, ...rows].join('\n'));
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it('is quiet for as long as the data says, in breaks that Alexa takes', () => {
    const wrong = cases.filter(({ reply, hold }) => {
      const pauses = pausesOf(render(reply).ssml);
      return hold <= 0 || Math.abs(sum(pauses) - hold) > hold / 10 || Math.max(...pauses) > limits.longestBreak;
    });
    expect(wrong.map(({ muscle, position }) => `${muscle} ${position}`)).toEqual([]);
    expect(cases.every(({ reply }) => render(reply).ssml.length < 8000)).toBe(true);
  });

  it('begins with what to do: an imperative first, a sentence of twelve words at most, eight seconds before the first hold', () => {
    // What no first move may begin with: names, pronouns, articles, and words that only lead up to something.
    const noImperative = /^(?:i|you|your|it|this|that|the|a|an|first|okay|so|now|to|for|if|when|there|let's)\b/i;
    const wrong = cases.map(firstLine).filter((text) => {
      const [sentence = ''] = text.split(/(?<=[.])\s+/);
      return (
        noImperative.test(text) ||
        words(sentence) > limits.firstSentence ||
        words(text) / limits.wordsPerSecond > limits.secondsBefore
      );
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(noImperative.test('First, straighten that leg.')).toBe(true);
  });

  it('asks whether it has let go, once, at the end', () => {
    expect(cases.filter(({ reply }) => !/^dialog\.crampNow\.ask/.test(reply.ask?.key ?? '')).map(({ muscle }) => muscle)).toEqual(
      [],
    );
  });
});
