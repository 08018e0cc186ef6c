/**
 * Whole conversations go as a clinician who reads them would want: each file beside this one is spoken, turn by turn, to the very
 * bundle and models that are deployed. Without this every answer can be right by itself, and the way from one to the next be lost.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtHandler, invocationNameOf } from '../../simulator/built';
import { createDevice, type Exchange } from '../../simulator/device';
import { loadNlu } from '../../simulator/nlu/nlu';
import { type Services, settings, startServices } from '../../simulator/services';

const root = join(__dirname, '../..');
const locale = 'en-US';
const silence = '(silence)';

/** Words, or a whole pattern: a comma in an unquoted list cuts one in two. */
const fragment = z.string().regex(/^\/.+\/$|^[^/](?:.*[^/])?$/s, 'begins and ends with /, or with neither');
const written = z.union([fragment, z.array(fragment).min(1)]);
/** How speech sounds, by the SSML that makes it so. */
const sounds = {
  soft: /<prosody[^>]*\bvolume="soft"/,
  slow: /<prosody[^>]*\brate="(?:x-)?slow/,
  whispered: /<amazon:effect name="whispered"/,
  normal: /^(?!.*(?:<prosody|<amazon:effect))/s,
  pausing: /<break time="(?:[5-9]|10)s"/,
} as const;

const turns = z
  .array(
    z
      .strictObject({
        you: z.string().min(1),
        at: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 03:10')
          .optional(),
        says: written.optional(),
        never: written.optional(),
        sounds: z.enum(['soft', 'slow', 'whispered', 'normal', 'pausing']).optional(),
        nudges: written.optional(),
        asks: z.boolean(),
        closes: z.literal(true).optional(),
        intent: z.string().optional(),
      })
      .refine(({ you, says }) => (you === silence) === (says === undefined), 'says something, unless it answers a silence'),
  )
  .min(2);
type Turn = z.infer<typeof turns>[number];

interface Conversation {
  readonly file: string;
  /** The comment on its first line. */
  readonly title: string;
  readonly turns: readonly Turn[];
}

const conversations: readonly Conversation[] = readdirSync(__dirname)
  .filter((file) => file.endsWith('.yaml'))
  .map(readConversation);

const nlu = loadNlu(root, locale);
const handler = builtHandler(root);
let services: Services;
beforeAll(async () => {
  services = await startServices(settings('UTC'));
});
afterAll(() => services.close());

const spoken = new Map<string, Promise<readonly Exchange[]>>();

function readConversation(file: string): Conversation {
  const text = readFileSync(join(__dirname, file), 'utf8');
  const read = turns.safeParse(parse(text));
  if (!read.success) throw new Error(`${file}:\n${z.prettifyError(read.error)}`);
  return { file, title: /^# (.+)/.exec(text)?.[1] ?? '', turns: read.data };
}

/** Speaks once, however many tests want to know. */
function exchangesOf(conversation: Conversation): Promise<readonly Exchange[]> {
  const outcome = spoken.get(conversation.file) ?? speak(conversation);
  spoken.set(conversation.file, outcome);
  return outcome;
}

/** One Echo for all of it: after the skill closes the session, the next utterance starts another. */
async function speak({ file, turns }: Omit<Conversation, 'title'>, skill = handler): Promise<readonly Exchange[]> {
  // Three in the afternoon, unless a turn says otherwise.
  let time = '15:00';
  const device = createDevice({
    handler: skill,
    nlu,
    locale,
    userId: `amzn1.ask.account.${file}`,
    clock: () => new Date(`2026-03-02T${time}:00Z`),
    apiEndpoint: services.endpoint,
    screen: false,
    invocationName: invocationNameOf(root, locale),
  });
  const exchanges: Exchange[] = [];
  for (const { you, at } of turns) {
    time = at ?? time;
    exchanges.push(await device.say(you === silence ? '' : you));
  }
  return exchanges;
}

const plain = (speech: string): string => speech.replaceAll('’', "'");
const listed = (some: string | readonly string[] | undefined): readonly string[] => [some ?? []].flat();

/** `/so/` is a pattern, in any case; anything else is looked for as it stands. */
function isIn(fragment: string, heard: string): boolean {
  const pattern = /^\/(.+)\/$/s.exec(fragment)?.[1];
  return pattern === undefined
    ? plain(heard).toLowerCase().includes(fragment.toLowerCase())
    : new RegExp(pattern, 'i').test(plain(heard));
}

const questionsIn = (speech: string): number => speech.split('?').length - 1;

/** What is not as the turn says it should be, in words. */
function complaints(turn: Turn, heard: Exchange): string[] {
  const intent = heard.understood?.intent ?? null;
  const wrong = [
    ...listed(turn.says).flatMap((fragment) => (isIn(fragment, heard.speech) ? [] : [`does not say ${fragment}`])),
    ...listed(turn.never).flatMap((fragment) => (isIn(fragment, heard.speech) ? [`says ${fragment}`] : [])),
    ...listed(turn.nudges).flatMap((fragment) => (isIn(fragment, heard.reprompt ?? '') ? [] : [`does not nudge ${fragment}`])),
    turn.sounds && !sounds[turn.sounds].test(heard.ssml) && `does not sound ${turn.sounds}: ${heard.ssml}`,
    heard.micOpen !== turn.asks && (turn.asks ? 'closes the microphone' : 'opens the microphone'),
    questionsIn(heard.speech) !== Number(turn.asks) && `asks ${questionsIn(heard.speech)} questions`,
    turn.closes && !heard.sessionEnded && 'keeps the session',
    turn.intent && turn.intent !== intent && `is understood as ${intent}`,
    turn.you === silence && heard.speech !== '' && 'is answered, and nobody listens any more',
    heard.request === null && 'is said when nobody listens',
    heard.error,
  ].filter((one): one is string => typeof one === 'string' && one !== '');
  return wrong.map((why) => `"${turn.you.slice(0, 60)}" ${why} [${intent}] "${heard.speech}" (${heard.reprompt})`);
}

const complaintsOf = (turns: readonly Turn[], exchanges: readonly Exchange[]): string[] =>
  turns.flatMap((turn, at) => {
    const heard = exchanges[at];
    return heard ? complaints(turn, heard) : [`"${turn.you}" is not answered`];
  });

describe('a conversation', () => {
  it.each(conversations)('$title ($file)', async (conversation) => {
    const exchanges = await exchangesOf(conversation);
    expect(complaintsOf(conversation.turns, exchanges)).toEqual([]);
  });
});

describe('the conversations', () => {
  it('are many, and each says in its first line what it shows', () => {
    const titles = conversations.map(({ title }) => title);
    expect(titles.length).toBeGreaterThanOrEqual(24);
    expect(titles.filter((title) => title === '')).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('ask for fragments that few replies have', async () => {
    const heard = (await Promise.all(conversations.map(exchangesOf))).flat().map(({ speech }) => speech);
    const fragments = [...new Set(conversations.flatMap(({ turns }) => turns.flatMap(({ says }) => listed(says))))];
    const shares = fragments.map((fragment) => ({ fragment, replies: heard.filter((one) => isIn(fragment, one)).length }));
    expect(shares.filter(({ replies }) => replies > 0).length).toBeGreaterThan(24);
    expect(shares.filter(({ replies }) => replies > heard.length / 4)).toEqual([]);
  });
});

describe('what is not as a conversation says', () => {
  const cases: readonly [string, Partial<Turn>, RegExp][] = [
    ['a fragment that is missing', { says: 'elephant' }, /does not say elephant/],
    ['a pattern that is missing', { says: '/ele.*ant/' }, /does not say/],
    ['a fragment that must not be there', { never: 'CRAMP HELPER' }, /says CRAMP/],
    ['a nudge that is missing', { nudges: 'elephant' }, /does not nudge/],
    ['a voice that is not slow', { sounds: 'slow' }, /does not sound slow/],
    ['a voice that does not whisper', { sounds: 'whispered' }, /does not sound whispered/],
    ['speech without quiet in it', { sounds: 'pausing' }, /does not sound pausing/],
    ['an open microphone', { asks: false }, /opens the microphone/],
    ['a question', { asks: false }, /asks 1 questions/],
    ['a session that goes on', { closes: true }, /keeps the session/],
    ['another intent', { intent: 'HelpIntent' }, /is understood as null/],
  ];

  it.each(cases)('is told: %s', async (_, change, complaint) => {
    const welcome: Turn = { you: 'open', says: 'cramp helper', asks: true, sounds: 'normal' };
    const exchanges = await speak({ file: `planted ${complaint.source}`, turns: [welcome] });
    expect(complaintsOf([welcome], exchanges)).toEqual([]);
    expect(complaintsOf([{ ...welcome, ...change }], exchanges)).toContainEqual(expect.stringMatching(complaint));
  });

  it('is told: a skill that fails, and silence with nobody to hear it', async () => {
    const greeting: Turn = { you: 'open', says: 'cramp helper', asks: true };
    const nobody: Turn = { you: silence, asks: false };
    const exchanges = await speak({ file: 'planted', turns: [greeting, nobody] }, () => Promise.reject(new Error('planted')));
    const told = complaintsOf([greeting, nobody], exchanges);
    expect(told).toContainEqual(expect.stringMatching(/the skill failed: planted/));
    expect(told).toContainEqual(expect.stringMatching(/nobody listens/));
  });
});
