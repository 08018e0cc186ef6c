/**
 * The session comes back from Alexa as untrusted JSON of any age. Whatever it is, the next answer must not fail, and nothing of what
 * was remembered rightly may be lost. And an answer changes nothing it was given: a turn that did could not be tried twice.
 */
import fc from 'fast-check';
import { z } from 'zod';
import { respond } from '../../lambda/dialog/respond';
import { newSession, readSession } from '../../lambda/dialog/session';
import { type Heard, intents, paces, type Session, type Slots, type Turn } from '../../lambda/dialog/types';
import { catalogue, knowledge } from '../support/skill';

/** The type in `types.ts`, written down again so that it can be checked while running. */
const names = z.record(z.string(), z.string()).optional();
const heard = z.strictObject({ intent: z.enum(intents), slots: z.record(z.string(), z.string().nullable()) });
const offer = z.strictObject({ yes: heard, no: heard.optional(), unsure: heard.optional() });
const question = z.strictObject({ key: z.string() });
const count = z.int().min(0);
const valid = z.strictObject({
  version: z.literal(1),
  about: heard.optional(),
  left: z.array(z.strictObject({ topic: z.string(), page: z.string().optional(), lines: z.array(z.string()).min(1), names })),
  offer: offer.optional(),
  asked: question.optional(),
  said: z.array(z.union([z.strictObject({ pause: z.number() }), z.strictObject({ key: z.string(), names })])),
  paused: z.strictObject({ asked: question, offer: offer.optional() }).optional(),
  muscle: z.string().optional(),
  side: z.string().optional(),
  who: z.string().optional(),
  position: z.string().optional(),
  voice: z.enum(['whisper', 'soft', 'normal']).optional(),
  routine: z
    .strictObject({
      routine: z.string(),
      step: count,
      side: z.string().optional(),
      position: z.string().optional(),
      gate: z.string().optional(),
      group: z.string().optional(),
    })
    .optional(),
  pace: z.enum(paces).optional(),
  counting: z.literal(true).optional(),
  favourite: z.string().optional(),
  welcomes: count.optional(),
  misses: count,
  repeats: count,
  declined: z.boolean(),
  told: z.boolean(),
  warned: z.string().optional(),
  night: z.boolean().optional(),
  recalled: z.boolean(),
});
const fields = Object.keys(valid.shape);

const id = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_.-]{0,12}$/);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const anyNames = maybe(fc.dictionary(id, id, { noNullPrototype: true }));
const anyHeard = fc.record({
  intent: fc.constantFrom(...intents),
  slots: fc.dictionary(id, fc.option(id), { noNullPrototype: true }),
});
const anyOffer = fc.record({ yes: anyHeard, no: maybe(anyHeard), unsure: maybe(anyHeard) });
const anyQuestion = fc.record({ key: id });
const anySession: fc.Arbitrary<Session> = fc.record({
  version: fc.constant(1 as const),
  about: maybe(anyHeard.filter(({ intent }) => !['whatAbout', 'startOver'].includes(intent))),
  left: fc.array(
    fc.record({ topic: id, page: maybe(id), lines: fc.array(id, { minLength: 1, maxLength: 3 }), names: anyNames }),
    { maxLength: 3 },
  ),
  offer: maybe(anyOffer),
  asked: maybe(anyQuestion),
  said: fc.array(fc.oneof(fc.record({ key: id, names: anyNames }), fc.record({ pause: fc.integer({ min: 1, max: 30 }) })), {
    maxLength: 4,
  }),
  paused: maybe(fc.record({ asked: anyQuestion, offer: maybe(anyOffer) })),
  muscle: maybe(id),
  side: maybe(id),
  who: maybe(id),
  position: maybe(id),
  voice: maybe(fc.constantFrom('whisper' as const, 'soft' as const, 'normal' as const)),
  routine: maybe(
    fc.record({ routine: id, step: fc.nat(), side: maybe(id), position: maybe(id), gate: maybe(id), group: maybe(id) }),
  ),
  pace: maybe(fc.constantFrom(...paces)),
  counting: maybe(fc.constant(true as const)),
  favourite: maybe(id),
  welcomes: maybe(fc.nat()),
  misses: fc.nat(),
  repeats: fc.nat(),
  declined: fc.boolean(),
  told: fc.boolean(),
  warned: maybe(id),
  night: maybe(fc.boolean()),
  recalled: fc.boolean(),
});

/** A session of which some fields are anything at all, at any depth it may be looked into. */
const anySpoilt = fc
  .tuple(
    anySession,
    fc.dictionary(fc.constantFrom(...fields.slice(1)), fc.jsonValue(), { noNullPrototype: true }),
    fc.jsonValue(),
  )
  .map(([session, spoilt, deep]) => ({
    ...session,
    ...spoilt,
    left: [deep, ...session.left, { topic: 'causes', lines: [deep, 'usual'], page: deep, names: { cause: deep } }],
    said: [deep, { key: deep }, { pause: deep }, ...session.said],
    offer: { yes: session.about, no: deep, unsure: deep },
  }));

const overTheWire = (session: unknown): unknown => JSON.parse(JSON.stringify(session));

describe('reading a session', () => {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'calf'],
    ['a list', [newSession]],
    ['an empty object', {}],
    ['the version as text', { ...newSession, version: '1' }],
    ['a version to come', { ...newSession, version: 2, muscle: 'calf' }],
  ])('starts anew from %s', (_, raw) => {
    expect(readSession(raw)).toEqual(newSession);
  });

  it('never throws and is always valid, over anything', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(valid.safeParse(readSession(raw)).error).toBeUndefined();
      }),
    );
  });

  it('never throws and is always valid, over what claims to be a session', () => {
    const claimed = fc.dictionary(fc.constantFrom(...fields), fc.anything(), { noNullPrototype: true });

    fc.assert(
      fc.property(claimed, (raw) => {
        expect(valid.safeParse(readSession({ ...raw, version: 1 })).error).toBeUndefined();
      }),
    );
  });

  it('never throws and is always valid, over a session that is spoilt in places', () => {
    fc.assert(
      fc.property(anySpoilt, (raw) => {
        expect(valid.safeParse(readSession(overTheWire(raw))).error).toBeUndefined();
      }),
    );
  });

  it('gives back what went out over the wire, all of it', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        expect(readSession(overTheWire(session))).toEqual(session);
      }),
    );
  });

  it('changes nothing when it is read twice', () => {
    fc.assert(
      fc.property(anySpoilt, (raw) => {
        const once = readSession(overTheWire(raw));
        expect(readSession(overTheWire(once))).toEqual(once);
      }),
    );
  });

  test.each([
    ['an intent of another time', { about: { intent: 'dance', slots: {} } }, {}],
    [
      'a slot that is no text',
      { about: { intent: 'causes', slots: { muscle: 5, when: 'night', cause: null } } },
      { about: { intent: 'causes', slots: { when: 'night', cause: null } } },
    ],
    ['a matter that would lead back to itself', { about: { intent: 'whatAbout', slots: { muscle: 'calf' } } }, {}],
    ['an offer without a yes', { offer: { no: { intent: 'stop', slots: {} } } }, {}],
    ['a pause of the conversation without a question', { paused: { offer: { yes: { intent: 'stop', slots: {} } } } }, {}],
    [
      'a portion without lines',
      {
        left: [
          { topic: 'causes', lines: [] },
          { topic: 'causes', lines: ['usual', 5] },
        ],
      },
      { left: [{ topic: 'causes', lines: ['usual'] }] },
    ],
    [
      'a line that is none',
      { said: [{ key: 5 }, 'calf', { key: 'dialog.goodbye' }, { pause: '10' }] },
      { said: [{ key: 'dialog.goodbye' }] },
    ],
    ['a voice that we lack', { voice: 'loud' }, {}],
    ['counts that are none', { misses: -1, repeats: 1.5 }, {}],
    ['words where yes or no belongs', { declined: 'yes', told: 1 }, {}],
    ['a field that we never wrote', { diagnosis: 'none' }, {}],
  ])('drops %s and keeps the rest', (_, odd, kept) => {
    const sound = { ...newSession, muscle: 'calf', side: 'left', misses: 0 };

    expect(readSession({ ...sound, ...odd })).toEqual({ ...sound, ...kept });
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

describe('an answer', () => {
  const ids = Object.fromEntries(catalogue.types.map(({ name, ids: all }) => [name, all]));
  /** An intent with some of its own slots filled, or heard without an id. */
  const anyTurn: fc.Arbitrary<Heard> = fc.constantFrom(...catalogue.intents).chain(({ name, slots }) => {
    const filled = Object.entries(slots).map(([slot, type]): [string, fc.Arbitrary<string | null>] => {
      const known = ids[type] ?? ['7'];
      // A sign of danger would end every conversation at once.
      return [slot, slot === 'emergencySign' ? fc.constant(null) : fc.option(fc.constantFrom(...known), { freq: 8 })];
    });
    return fc
      .record(Object.fromEntries(filled), { requiredKeys: [] })
      .map((heardSlots): Heard => ({ intent: intents.find((one) => one === name) ?? 'fallback', slots: heardSlots as Slots }));
  });

  it('changes nothing of a turn that is frozen to the bottom, turn after turn', () => {
    const frozen = deepFreeze(structuredClone(knowledge));
    const answered = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 8 }), (conversation) => {
        let session: Session = newSession;
        for (const said of conversation) {
          const turn: Turn = deepFreeze({ heard: structuredClone(said), session: structuredClone(session), knowledge: frozen });
          const reply = respond(turn);
          expect(turn).toEqual({ heard: said, session, knowledge });
          answered.add(said.intent);
          session = reply.session ?? newSession;
        }
      }),
      { numRuns: 300 },
    );

    expect([...answered].sort()).toEqual(catalogue.intents.map(({ name }) => name).sort());
  });

  it('ends for another muscle, named where it is not safe and asked about again', () => {
    const said: Heard[] = [
      { intent: 'crampNow', slots: { place: 'driving' } },
      { intent: 'whatAbout', slots: { muscle: 'elbow' } },
      { intent: 'whatAbout', slots: { muscle: 'calf' } },
    ];
    const last = said.reduce<Session>(
      (session, heard) => respond({ heard, session, knowledge }).session ?? newSession,
      newSession,
    );

    expect(last.about?.intent).toBe('crampNow');
  });

  it('would be caught if it did: what is frozen throws when it is changed', () => {
    const turn = deepFreeze({ heard: { intent: 'causes', slots: { muscle: 'calf' } } });

    expect(() => Object.assign(turn.heard.slots, { muscle: 'foot' })).toThrow(TypeError);
  });

  it('is the same for the same turn', () => {
    fc.assert(
      fc.property(anyTurn, anyTurn, (first, second) => {
        const session = respond({ heard: first, session: newSession, knowledge }).session ?? newSession;
        const again = () => respond({ heard: second, session, knowledge });
        expect(again()).toEqual(again());
      }),
    );
  });

  it('leaves a session that reads back whole', () => {
    fc.assert(
      fc.property(anyTurn, anyTurn, (first, second) => {
        const session = respond({ heard: first, session: newSession, knowledge }).session ?? newSession;
        const next = respond({ heard: second, session, knowledge }).session ?? newSession;
        expect(valid.safeParse(overTheWire(next)).error).toBeUndefined();
        expect(readSession(overTheWire(next))).toEqual(next);
      }),
    );
  });
});
