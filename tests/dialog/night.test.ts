/**
 * At night: softer, slower, and about half the words. Somebody beside them sleeps, and they would like to as well.
 */

import { recall } from '../../lambda/dialog/memory';
import { respond } from '../../lambda/dialog/respond';
import { isFirstAid, newSession } from '../../lambda/dialog/session';
import type { Heard, Reply, Session } from '../../lambda/dialog/types';
import { seconds, words } from '../../simulator/heard';
import { knowledge, locales, renderIn } from '../support/skill';
import { everyHearing } from '../support/walk';

const limits = { words: 25, seconds: 10 };
const say = (intent: Heard['intent'], slots: Heard['slots'] = {}): Heard => ({ intent, slots });
const atNight: Session = { ...newSession, night: true, recalled: true, told: true };
const answer = (session: Session, heard: Heard): Reply => respond({ heard, session, knowledge });

/** What is said first, and then on to the end. */
function toTheEnd(heard: Heard): Reply[] {
  const replies = [answer(atNight, heard)];
  for (let turn = 0; turn < 12; turn += 1) {
    const { session } = replies.at(-1) as Reply;
    if (!session || session.left.length === 0) break;
    replies.push(answer(session, say('more')));
  }
  return replies;
}

/** Being led, an emergency, help, and what helps in the middle of a cramp have limits of their own: those of the day. */
const hasItsOwnLimits = ({ say: lines, soft, session }: Reply): boolean =>
  soft === false ||
  (session !== undefined && isFirstAid(session)) ||
  lines.some((line) => 'key' in line && /^dialog\.(guide|help)/.test(line.key));

describe.each(locales)('in %s, at night', (locale) => {
  const render = renderIn(locale);
  /** As it would sound by day: the limits are for the words, and the quiet has its own. */
  const plain = ({ say: lines, ask, session }: Reply): Reply =>
    ({ say: lines.filter((line) => !('pause' in line)), ask, session: session && { ...session, voice: 'normal' } }) as Reply;
  const isOver = (reply: Reply): boolean => {
    const { text, ssml } = render(plain(reply));
    return words(text) > limits.words || seconds(ssml) > limits.seconds;
  };
  const told = everyHearing.flatMap((heard) => toTheEnd(heard).map((reply) => ({ heard, reply })));
  const textOf = (reply: Reply): string => render(plain(reply)).text;

  it(`is said in ${limits.words} words and ${limits.seconds} seconds, question included, when nothing was named`, () => {
    const pages = told.filter(({ heard, reply }) => Object.keys(heard.slots).length === 0 && !hasItsOwnLimits(reply));
    expect(pages.length).toBeGreaterThan(60);
    expect([...new Set(pages.filter(({ reply }) => isOver(reply)).map(({ reply }) => textOf(reply)))]).toEqual([]);
  });

  it('is so for most of what was named; the rest is an answer with its caution, said whole', () => {
    const named = told.filter(({ heard, reply }) => Object.keys(heard.slots).length > 0 && !hasItsOwnLimits(reply));
    const over = new Set(named.filter(({ reply }) => isOver(reply)).map(({ reply }) => textOf(reply)));
    const all = new Set(named.map(({ reply }) => textOf(reply)));
    console.info(`${locale}: ${over.size} of ${all.size} answers are longer at night than ${limits.words} words`);
    expect(over.size / all.size).toBeLessThan(0.25);
  });

  it('is soft and calm, unless the normal voice was asked for', () => {
    const [plain] = toTheEnd(say('causes'));
    expect(plain && render(plain).ssml).toMatch(/^<speak><prosody volume="soft"><prosody rate="90%">/);
    expect(render(answer({ ...atNight, voice: 'normal' }, say('causes'))).ssml).not.toContain('<prosody');
    expect(render(answer({ ...atNight, voice: 'whisper' }, say('causes'))).ssml).toContain('name="whispered"');
    expect(render(answer({ ...atNight, night: false }, say('causes'))).ssml).not.toContain('<prosody');
    expect(render(answer(atNight, say('stop'))).ssml).toContain('volume="soft"');
  });

  it('says an emergency as by day, and eases a cramp no slower', () => {
    expect(render(answer(atNight, say('symptom', { emergencySign: 'chest_pain' }))).ssml).not.toContain('<prosody');
    const cramp = render(answer(atNight, say('crampNow', { muscle: 'calf' }))).ssml;
    expect(cramp).toContain('volume="soft"');
    expect(cramp).not.toContain('rate=');
  });

  it('has half the cues in a hold', () => {
    const cues = (night: boolean): number =>
      answer({ ...atNight, night }, say('stretch', { muscle: 'calf' })).say.filter(
        (line) => 'key' in line && /^dialog\.guide\.(hold|near)/.test(line.key),
      ).length;
    expect([cues(false), cues(true)]).toEqual([6, 3]);
  });
});

it('is night after a cramp, until it is known that it is not', () => {
  const { session } = answer(newSession, say('crampNow', { muscle: 'calf' })) as { session: Session };
  expect(answer(session, say('causes')).soft).toBe(true);
  expect(answer(recall(session, { hour: 15 }), say('causes')).soft).toBeUndefined();
  expect(answer(recall(session, {}), say('causes')).soft).toBe(true);
});

test.each([
  [21, false],
  [22, true],
  [0, true],
  [5, true],
  [6, false],
])('at %i o’clock it is night: %s', (hour, night) => {
  expect(recall(newSession, { hour }).night).toBe(night);
});
