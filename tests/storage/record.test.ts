/**
 * A record comes back from a table that any version of the skill, or anybody with the console, may have written. Whatever it is, the
 * next answer must not fail, and nothing that was written rightly may be lost.
 */
import fc from 'fast-check';
import { z } from 'zod';
import { type Place, type Preferences, paces, voiceStyles } from '../../lambda/dialog/types';
import { editOf, readLasting, readPlace, readPreferences, schema, storedPlace } from '../../lambda/storage/record';
import { placeLasts } from '../../lambda/storage/store';

const now = new Date('2026-03-01T02:00:00.500Z');
const soon = Math.floor(now.getTime() / 1000) + 1;

/** The types in `types.ts`, written down again so that they can be checked while running. */
const idPattern = /^[a-zA-Z][a-zA-Z0-9_-]{0,31}$/;
const id = z.string().regex(idPattern);
const validPlace = z.strictObject({ routine: id, step: z.int().min(0).max(200), side: id.exactOptional() });
const valid = z.strictObject({
  pace: z.enum(paces).exactOptional(),
  voice: z.enum(voiceStyles).exactOptional(),
  position: id.exactOptional(),
  welcomes: z.int().min(0).exactOptional(),
  told: z.boolean().exactOptional(),
  place: validPlace.exactOptional(),
});

const anyId = fc.stringMatching(idPattern);
const optional = { requiredKeys: [] as never[], noNullPrototype: true };
const anyLasting = fc.record(
  {
    pace: fc.constantFrom(...paces),
    voice: fc.constantFrom(...voiceStyles),
    position: anyId,
    welcomes: fc.nat(),
    told: fc.boolean(),
  },
  optional,
);
const anyPlace: fc.Arbitrary<Place> = fc.record(
  { routine: anyId, step: fc.nat(200), side: anyId },
  { requiredKeys: ['routine', 'step'], noNullPrototype: true },
);
const fields = [...Object.keys(valid.shape), ...Object.keys(validPlace.shape), 'expires', 'schema'];
/** Anything, and fields of ours that hold anything. */
const anyRaw = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), { noNullPrototype: true }),
  fc
    .tuple(anyLasting, anyPlace, fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), { noNullPrototype: true }))
    .map(([lasting, place, spoilt]) => ({ schema, expires: soon, ...lasting, ...place, ...spoilt })),
);

describe('whatever is stored', () => {
  it('reads as valid preferences', () => {
    fc.assert(
      fc.property(anyRaw, anyRaw, (lasting, place) => {
        valid.parse(readPreferences(lasting, place, now));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the same when what was read is stored and read again', () => {
    fc.assert(
      fc.property(anyRaw, anyRaw, (lasting, bookmark) => {
        const once = readPreferences(lasting, bookmark, now);
        const again = readPreferences(editOf(once).set, once.place && storedPlace(once.place, now), now);
        expect(again).toStrictEqual(once);
        expect(readLasting(readLasting(lasting))).toStrictEqual(readLasting(lasting));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as it was written, where it was written rightly', () => {
    fc.assert(
      fc.property(anyLasting, anyPlace, (lasting, place) => {
        const stored = { ...storedPlace(place, now), schema };
        expect(readPreferences({ ...editOf(lasting).set, schema }, stored, now)).toStrictEqual({ ...lasting, place });
      }),
    );
  });

  it('loses an odd field, and no other', () => {
    fc.assert(
      fc.property(anyLasting, fc.constantFrom(...Object.keys(valid.shape)), (lasting, odd) => {
        const { [odd as keyof typeof lasting]: _odd, ...rest } = lasting;
        expect(readLasting({ ...lasting, [odd]: ['junk'] })).toStrictEqual(rest);
      }),
    );
  });
});

describe('a record', () => {
  const lasting: Preferences = { pace: 'slow', welcomes: 2 };
  const place = { routine: 'calf', step: 3, expires: soon };

  it.each([2, 99, 1.5, Number.POSITIVE_INFINITY])('of version %p is none', (later) => {
    expect(readPreferences({ ...lasting, schema: later }, { ...place, schema: later }, now)).toStrictEqual({});
  });

  it.each([schema, 0, -1, undefined, null, 'two', true, Number.NaN, [99]])('of version %p is read', (version) => {
    expect(readPreferences({ ...lasting, schema: version }, { ...place, schema: version }, now)).toStrictEqual({
      ...lasting,
      place: { routine: 'calf', step: 3 },
    });
  });

  it.each([
    ['welcomes', -1],
    ['welcomes', 1.5],
    ['welcomes', 2 ** 53],
    ['welcomes', Number.NaN],
    ['welcomes', '2'],
    ['told', 1],
    ['told', 'true'],
    ['pace', 'Slow'],
    ['pace', 'constructor'],
    ['voice', 'loud'],
    ['position', ''],
    ['position', '1bed'],
    ['position', 'in bed'],
    ['position', 'in_bed\n'],
    ['position', 'a'.repeat(33)],
  ])('has no %s when that is %p', (field, value) => {
    expect(readLasting({ [field]: value })).toStrictEqual({});
    expect(editOf({ [field]: value })).toStrictEqual({ set: {}, remove: [] });
  });

  it.each([null, undefined, 5, 'text', true, [], [lasting], Object.create(null), () => lasting])(
    'is empty when it is %p',
    (junk) => {
      expect(readPreferences(junk, junk, now)).toStrictEqual({});
    },
  );
});

describe('a place', () => {
  const place = { routine: 'before_bed', step: 200, side: 'left' };
  const at = (seconds: number) => new Date(seconds * 1000);

  it('is there until its expiry, and not from then on', () => {
    const stored = storedPlace(place, at(1000));

    expect(stored).toStrictEqual({ ...place, expires: 1000 + placeLasts });
    expect(readPlace(stored, at(1000 + placeLasts - 0.001))).toStrictEqual(place);
    expect(readPlace(stored, at(1000 + placeLasts))).toBeUndefined();
  });

  it('has whole seconds, which is what the table deletes by', () => {
    expect(storedPlace(place, at(1000.9))?.expires).toBe(1000 + placeLasts);
  });

  it.each([
    { step: 201 },
    { step: -1 },
    { step: 0.5 },
    { step: '3' },
    { step: undefined },
    { routine: undefined },
    { routine: 'go on with my calf' },
    { expires: undefined },
    { expires: 'never' },
    { expires: Number.POSITIVE_INFINITY },
    { expires: -1 },
  ])('is none with %p', (odd) => {
    expect(readPlace({ ...place, expires: soon, ...odd }, now)).toBeUndefined();
  });

  it('loses an odd side, and is for both', () => {
    expect(readPlace({ ...place, expires: soon, side: 'the bad one' }, now)).toStrictEqual({ routine: 'before_bed', step: 200 });
  });

  it('is not stored when it would not be read', () => {
    expect(storedPlace({ routine: 'calf', step: 201 }, now)).toBeUndefined();
    expect(storedPlace({ routine: 'go on with my calf', step: 0 }, now)).toBeUndefined();
  });
});
