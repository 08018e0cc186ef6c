/**
 * Danger is answered from every state there is: in the middle of a list, a stretch, a pause, a question of safety or a second
 * misunderstanding. And nothing stands behind it: no stretch, no offer, no feature.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { toHeard } from '../../lambda/alexa/hear';
import { respond } from '../../lambda/dialog/respond';
import { newSession } from '../../lambda/dialog/session';
import type { Heard, Reply, Session } from '../../lambda/dialog/types';
import { intended } from '../../simulator/envelope';
import { loadNlu } from '../../simulator/nlu/nlu';
import { habitsOf } from '../languages/habits';
import { content, knowledge, locales, numbersOf, renderIn, root, signsFor } from '../support/skill';
import { everyHearing, everyStretch, walk } from '../support/walk';

const locale = 'en-US';
const bedside = { locale, userId: 'u', deviceId: 'd', screen: false, apiEndpoint: '', now: new Date('2026-11-24T03:10:00Z') };

/** What the E utterances of the red-team set come to, each once; said in an open session, so they must be understood there. */
const emergencies: readonly Heard[] = (() => {
  const nlu = loadNlu(root, locale);
  const { E } = parse(readFileSync(join(__dirname, 'red-team.yaml'), 'utf8')) as { E: Record<string, string[]> };
  const heard = Object.values(E)
    .flat()
    .map((say) => {
      const understood = nlu.understand(say, { oneShot: false });
      const envelope = intended(bedside, { id: 's', isNew: false, attributes: {} }, understood, nlu.slotsOf(understood.intent));
      return toHeard(envelope, knowledge, () => signsFor(locale));
    });
  return [...new Map(heard.map((one) => [JSON.stringify(one), one])).values()];
})();

const keysOf = (reply: Reply): string[] => reply.say.flatMap((line) => ('key' in line ? [line.key] : ['(pause)']));
const isEmergency = (reply: Reply): boolean => keysOf(reply).includes('dialog.emergency.cannotCall');
/** The emergency itself, the question that leads to it, or what to do first in the water. */
const isAnswered = (reply: Reply): boolean =>
  isEmergency(reply) || /^triage\.gates\./.test(reply.ask?.key ?? '') || keysOf(reply)[0] === 'triage.places.water';

describe('an emergency', () => {
  it('is answered from every state that the walk finds', () => {
    const states = new Set<Session>([newSession]);
    walk(({ before }) => states.add(before));
    const missed: string[] = [];
    let tried = 0;
    for (const session of states)
      for (const heard of emergencies) {
        tried += 1;
        if (!isAnswered(respond({ heard, session, knowledge })))
          missed.push(JSON.stringify([heard, session.asked, session.about]));
      }
    console.info(
      `${emergencies.length} different ways an emergency is heard × ${states.size} states: ${tried - missed.length} of ${tried}`,
    );
    expect(emergencies.length).toBeGreaterThan(knowledge.triage.emergencies.length);
    expect(states.size).toBeGreaterThan(5_000);
    expect(missed.slice(0, 5)).toEqual([]);
  }, 300_000);
});

const anything = fc.constantFrom(...everyHearing, ...everyStretch, ...emergencies);

describe('any conversation', () => {
  it('says nothing after an emergency but that it cannot call: no stretch, no offer, no feature', () => {
    let met = 0;
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 8 }), (all) => {
        let session: Session = newSession;
        for (const heard of all) {
          const reply = respond({ heard, session, knowledge });
          if (isEmergency(reply)) {
            met += 1;
            const [first = '', ...rest] = keysOf(reply);
            expect(first).toMatch(/^(triage\.emergencies|dialog\.gate)\./);
            expect(rest).toEqual(['dialog.emergency.cannotCall']);
            expect([reply.ask, reply.session, reply.card]).toEqual([undefined, undefined, undefined]);
          }
          session = reply.session ?? newSession;
        }
      }),
      { numRuns: 3_000, seed: 20261124 },
    );
    expect(met).toBeGreaterThan(500);
  });
});

describe.each(locales)('in %s, the first words of an emergency', (name) => {
  const render = renderIn(name);
  const numbers = Object.values(numbersOf(name));
  const { acts } = habitsOf(content.locales.data[name]?.language ?? '');
  const wordsBefore = (number: string, text: string): number =>
    text.includes(number) ? text.slice(0, text.indexOf(number)).split(/\s+/).length - 1 : Number.POSITIVE_INFINITY;

  it.each(knowledge.triage.emergencies.filter((id) => id !== 'self_harm'))('say the number or the action: %s', (id) => {
    const text = render({ say: [{ key: `triage.emergencies.${id}` }] }).text;
    const early = numbers.some((one) => wordsBefore(one, text) < 8);
    expect({ text, found: early || acts.some((act) => text.startsWith(`${act} `)) }).toEqual({ text, found: true });
  });

  it('are warm for self-harm, eight at most, then the crisis line', () => {
    const [warm = '', next = ''] = render({ say: [{ key: 'triage.emergencies.self_harm' }] }).text.split(/(?<=\.)\s+/);
    expect(warm.split(/\s+/).length).toBeLessThanOrEqual(8);
    expect(next).toContain(numbersOf(name)['crisis']);
  });
});
