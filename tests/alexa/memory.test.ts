/**
 * What the edge keeps from one conversation to the next, and what it never waits for. A memory that failed must cost nobody an answer.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { timeZoneOf } from '../../lambda/alexa/settings';
import { createSkill } from '../../lambda/alexa/skill';
import type { Preferences } from '../../lambda/dialog/types';
import { type Budgeted, budgeted } from '../../lambda/storage/budgeted';
import { budgets, type Store } from '../../lambda/storage/store';
import { keptHere, knowledge, renderFor, signsFor } from '../support/skill';
import { envelope, intent, launch, matched, userId } from './envelopes';

interface Counting extends Budgeted {
  readonly calls: string[];
}

/** A memory that tells how often it was asked. */
function counting(kept: Budgeted = keptHere()): Counting {
  const calls: string[] = [];
  const noted = <T>(name: string, result: T): T => {
    calls.push(name);
    return result;
  };
  return {
    calls,
    load: (user) => noted('load', kept.load(user)),
    save: (user, changed) => noted(`save ${Object.keys(changed).join(' ')}`, kept.save(user, changed)),
    forget: (user) => noted('forget', kept.forget(user)),
  };
}

/** A store whose every call does this. */
const storeThat = (does: () => Promise<never>): Store => ({ load: does, save: does, forget: does });

const skillWith = (kept: Budgeted) => createSkill({ knowledge, renderFor, signsFor, kept, zoneOf: timeZoneOf });
const speechOf = ({ response }: ResponseEnvelope): string =>
  response.outputSpeech?.type === 'SSML' ? response.outputSpeech.ssml : '';

/** One conversation: each answer's attributes go with the next request, as Alexa sends them. */
async function talk(kept: Budgeted, requests: readonly RequestEnvelope[]): Promise<ResponseEnvelope[]> {
  const skill = skillWith(kept);
  const answers: ResponseEnvelope[] = [];
  for (const request of requests) {
    const attributes = answers.at(-1)?.sessionAttributes;
    const session = request.session && { ...request.session, ...(attributes ? { attributes, new: false } : {}) };
    answers.push(await skill.invoke(session ? { ...request, session } : request));
  }
  return answers;
}

const stretch = intent('StretchIntent', matched('when', 'bedtime'));
const yes = intent('AMAZON.YesIntent');

describe('somebody who comes back', () => {
  it('hears a welcome of at most half the words', async () => {
    const kept = keptHere();
    const [first] = await talk(kept, [launch()]);
    const [second] = await talk(kept, [launch()]);
    const words = (answer: ResponseEnvelope | undefined): number => (answer ? speechOf(answer).split(/\s+/).length : 0);

    expect(words(second)).toBeLessThanOrEqual(words(first) / 2);
  });

  it('is asked back to the very step, of the routine it was, at the pace it was', async () => {
    const kept = keptHere();
    const [, , before] = await talk(kept, [stretch, yes, intent('SlowerIntent')]);
    const [welcome, back] = await talk(kept, [launch(), yes]);

    expect(welcome && speechOf(welcome)).toMatch(/Back to the stretch\?/);
    expect(back?.sessionAttributes?.['routine']).toMatchObject({ routine: 'bedtime', step: 3 });
    expect(back?.sessionAttributes?.['pace']).toBe('slow');
    // The same holds as before, but for the word that it is slower now.
    expect(before && back && speechOf(before).endsWith(speechOf(back).replace(/^<speak>(<prosody[^>]*>)?/, ''))).toBe(true);
  });

  it('is not asked back once they were at the end, had a cramp, or said no', async () => {
    const endings = [
      [stretch, yes, yes, yes],
      [stretch, intent('CrampNowIntent', matched('muscle', 'calf'))],
      [stretch, intent('CausesIntent'), intent('AMAZON.NoIntent')],
    ];
    for (const ending of endings) {
      const kept = keptHere();
      await talk(kept, ending);
      const [welcome] = await talk(kept, [launch()]);
      expect(welcome && speechOf(welcome)).not.toMatch(/Back to the stretch/);
    }
  });

  it('is asked back after "stop", for half an hour', async () => {
    let now = new Date('2026-11-24T21:00:00Z');
    const kept = keptHere(() => now);
    await talk(kept, [stretch, intent('AMAZON.StopIntent')]);
    now = new Date('2026-11-24T21:29:00Z');
    expect(speechOf((await talk(kept, [launch()]))[0] as ResponseEnvelope)).toMatch(/Back to the stretch/);
    now = new Date('2026-11-24T21:31:00Z');
    expect(speechOf((await talk(kept, [launch()]))[0] as ResponseEnvelope)).not.toMatch(/Back to the stretch/);
  });

  it('is asked the question before a stretch again when the place is found again', async () => {
    const kept = keptHere();
    const no = intent('AMAZON.NoIntent');
    await talk(kept, [intent('StretchIntent', matched('muscle', 'neck')), no, intent('SlowerIntent'), yes]);
    const [, asked, led] = await talk(kept, [launch(), yes, no]);

    expect(asked?.sessionAttributes?.['asked']).toMatchObject({ key: expect.stringMatching(/^triage\.gates\.jaw/) });
    expect(led?.sessionAttributes?.['routine']).toMatchObject({ routine: 'neck', step: 2 });
  });

  it('leaves no trace of a pregnancy', async () => {
    const saved: Preferences[] = [];
    const kept: Budgeted = {
      load: async () => ({}),
      save: async (_, changed) => void saved.push(changed),
      forget: async () => true,
    };
    await talk(kept, [intent('StretchIntent', { ...matched('group', 'pregnant'), ...matched('muscle', 'calf') }), yes]);

    expect(saved).toEqual([]);
  });

  it('hears the disclaimer once, ever', async () => {
    const kept = keptHere();
    const causes = intent('CausesIntent');
    const [first] = await talk(kept, [causes]);
    const [second] = await talk(kept, [causes]);

    expect(first && speechOf(first)).toContain('MedlinePlus');
    expect(second && speechOf(second)).not.toContain('MedlinePlus');
  });
});

describe('being forgotten', () => {
  it('is done at once, and they are a stranger again', async () => {
    const kept = keptHere();
    await talk(kept, [stretch, intent('SlowerIntent')]);
    const [done] = await talk(kept, [intent('ForgetMeIntent')]);
    const [welcome] = await talk(kept, [launch()]);

    expect(done && speechOf(done)).toMatch(/deleted/);
    expect(welcome && speechOf(welcome)).toMatch(/this is Cramp Helper/);
    expect(await kept.load(userId)).toEqual({ welcomes: 1 });
  });

  it('is not claimed when it failed', async () => {
    const log: string[] = [];
    const kept = budgeted(
      async () => storeThat(() => Promise.reject(new Error('no'))),
      budgets,
      (line) => log.push(line),
    );
    const [failed] = await talk(kept, [intent('ForgetMeIntent')]);

    expect(failed && speechOf(failed)).toMatch(/couldn't delete/);
    expect(log).toHaveLength(1);
  });

  it('happens when the skill is disabled', async () => {
    const kept = keptHere();
    await talk(kept, [launch()]);
    expect(await kept.load(userId)).toEqual({ welcomes: 1 });
    await talk(kept, [envelope({ type: 'AlexaSkillEvent.SkillDisabled', body: {} }, { session: false })]);

    expect(await kept.load(userId)).toEqual({});
  });
});

describe('what is not waited for', () => {
  test.each([
    ['a cramp', intent('CrampNowIntent', matched('muscle', 'calf'))],
    ['a question before a stretch in a cramp', intent('CrampNowIntent', matched('muscle', 'ribs'))],
    ['a cramp at the wheel', intent('CrampNowIntent', matched('place', 'driving'))],
  ])('%s looks nothing up', async (_, request) => {
    const kept = counting();
    await talk(kept, [request]);

    expect(kept.calls).toEqual([]);
  });

  it('looks nothing up in danger, and leaves no stretch to go back to', async () => {
    const kept = counting();
    await talk(kept, [stretch]);
    await talk(kept, [intent('SymptomIntent', matched('emergencySign', 'chest_pain'))]);

    expect(kept.calls).toEqual(['load', 'save place', 'save place']);
    expect(await kept.load(userId)).toEqual({});
  });

  it('is looked up once a session, after a cramp as well', async () => {
    const kept = counting();
    await talk(kept, [intent('CrampNowIntent', matched('muscle', 'calf')), intent('CausesIntent'), intent('MoreIntent')]);

    expect(kept.calls).toEqual(['load', 'save told']);
  });

  it('is answered within its budget when the memory hangs, and nothing kept is written over', async () => {
    const log: string[] = [];
    const kept = counting(
      budgeted(
        async () => storeThat(() => new Promise(() => undefined)),
        budgets,
        (line) => log.push(line),
      ),
    );
    const begun = Date.now();
    const [welcome, causes] = await talk(kept, [launch(), intent('CausesIntent')]);

    expect(welcome && speechOf(welcome)).toMatch(/this is Cramp Helper/);
    expect(causes && speechOf(causes)).toMatch(/MedlinePlus/);
    expect(Date.now() - begun).toBeLessThan(budgets.load + budgets.save + 500);
    // A welcome that was never counted is not counted from nought.
    expect(kept.calls).toEqual(['load', 'save told']);
    expect(log.join()).not.toContain(userId);
  });
});

describe('the hour', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function launched(answer: RequestListener): Promise<{ ssml: string; asked: number; took: number }> {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const request = launch();
    const System = { ...request.context.System, apiEndpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const begun = Date.now();
    const [welcome] = await talk(keptHere(), [{ ...request, context: { ...request.context, System } }, intent('CausesIntent')]);
    return { ssml: welcome ? speechOf(welcome) : '', asked, took: Date.now() - begun };
  }
  const zone =
    (text: string, status = 200): RequestListener =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(text);
    };

  // The requests are of half past two at night in Greenwich.
  it('is the device’s own: soft where it is night, asked for once a session', async () => {
    const london = await launched(zone('"Europe/London"'));
    const tokyo = await launched(zone('"Asia/Tokyo"'));

    expect(london.ssml).toContain('volume="soft"');
    expect(tokyo.ssml).not.toContain('<prosody');
    expect([london.asked, tokyo.asked]).toEqual([1, 1]);
  });

  test.each([
    ['no setting', zone('', 204)],
    ['a refusal', zone('{"message":"no"}', 403)],
    ['a zone that nobody knows', zone('"Mars/Olympus"')],
    ['no zone', zone('5')],
    ['no JSON', zone('<html>')],
    ['a connection that breaks', (_: unknown, response: { destroy: () => void }) => response.destroy()],
  ] as const)('counts as day where there is %s', async (_, answer) => {
    const { ssml } = await launched(answer as RequestListener);

    expect(ssml).toMatch(/this is Cramp Helper/);
    expect(ssml).not.toContain('<prosody');
  });

  it('is given up after its budget', async () => {
    const { ssml, took } = await launched(() => undefined);

    expect(ssml).toMatch(/this is Cramp Helper/);
    expect(took).toBeLessThan(1_500);
  });
});
