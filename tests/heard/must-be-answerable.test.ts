/**
 * Every question that the source is asked is answered in words, within two "go on"s, by the very bundle and models that are
 * deployed. Without this a fact can be in the content, tagged and reviewed, and still never reach the person who asks for it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { builtHandler, invocationNameOf } from '../../simulator/built';
import { createDevice, type Device, type Exchange } from '../../simulator/device';
import { loadNlu, type Understanding } from '../../simulator/nlu/nlu';

/** What must be heard: words of its own, or, for a list, those of every member. */
type Fact = { readonly questions: readonly string[] } & (
  | { readonly pattern: string; readonly near: readonly string[] }
  | { readonly members: readonly string[] }
);

interface Expected {
  readonly words: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** How one question went: what was heard up to the answer, or up to the last "go on". */
interface Asked {
  readonly id: string;
  readonly question: string;
  readonly replies: readonly Exchange[];
  readonly missing: readonly string[];
}

const root = join(__dirname, '../..');
const locale = 'en-US';
const mostGoOns = 2;
const { words, facts }: Expected = parse(readFileSync(join(__dirname, 'must-be-answerable.yaml'), 'utf8'));

const patterns = new Map(
  Object.entries(facts).flatMap(([id, fact]) => ('pattern' in fact ? [[id, expand(fact.pattern)] as const] : [])),
);
const questions = Object.entries(facts).flatMap(([id, fact]) => fact.questions.map((question) => ({ id, question })));
const nearMisses = Object.entries(facts).flatMap(([id, fact]) => ('near' in fact ? fact.near.map((said) => ({ id, said })) : []));

const nlu = loadNlu(root, locale);
const handler = builtHandler(root);
const asked = new Map<string, Promise<Asked>>();

function expand(pattern: string): RegExp {
  const written = pattern.replace(/<(\w+)>/g, (_, name: string) => {
    const meant = words[name];
    if (meant === undefined) throw new Error(`There is no <${name}> in words.`);
    return `(?:${meant})`;
  });
  return new RegExp(written, 'im');
}

/** The ids to be heard for a fact: itself, or its members and theirs. */
function partsOf(id: string): readonly string[] {
  const fact = facts[id];
  if (fact === undefined) throw new Error(`There is no fact ${id}.`);
  return 'members' in fact ? fact.members.flatMap(partsOf) : [id];
}

const says = (id: string, heard: string): boolean => patterns.get(id)?.test(heard) ?? false;

const sentences = (speech: string): string[] => speech.replaceAll('’', "'").match(/[^.!?]+[.!?]*/g) ?? [];
const isQuestion = (sentence: string): boolean => sentence.endsWith('?');

/** What is told, one statement a line: a question tells nothing. */
const statements = (replies: readonly Exchange[]): string =>
  replies
    .flatMap(({ speech }) => sentences(speech))
    .filter((sentence) => !isQuestion(sentence))
    .map((sentence) => sentence.trim())
    .join('\n');

/** A device of somebody who has never been here. */
const stranger = (userId: string): Device =>
  createDevice({
    handler,
    nlu,
    locale,
    userId,
    clock: () => new Date('2026-03-02T15:00:00Z'),
    screen: false,
    invocationName: invocationNameOf(root, locale),
  });

/** Asks once, however many tests want to know. */
function outcomeOf({ id, question }: { readonly id: string; readonly question: string }): Promise<Asked> {
  const outcome = asked.get(question) ?? ask(id, question);
  asked.set(question, outcome);
  return outcome;
}

const outcomes = (): Promise<Asked[]> => Promise.all(questions.map(outcomeOf));

async function ask(id: string, question: string): Promise<Asked> {
  const device = stranger(`amzn1.ask.account.${question}`);
  const replies = [await device.say(question)];
  const missing = (): string[] => partsOf(id).filter((part) => !says(part, statements(replies)));
  while (missing().length > 0 && replies.length <= mostGoOns && device.inSession()) replies.push(await device.say('go on'));
  return { id, question, replies, missing: missing() };
}

const heardAs = (understood: Understanding | null | undefined): string => {
  const slots = understood?.slots.map(({ name, id }) => `${name}=${id}`) ?? [];
  return [understood?.how, understood?.intent, ...slots].join(' ');
};

describe('a spoken question is answered in words', () => {
  it.each(questions)('$question ($id)', async (one) => {
    const outcome = await outcomeOf(one);
    const account = {
      understood: heardAs(outcome.replies[0]?.understood),
      heard: outcome.replies.map(({ speech }) => speech),
    };
    expect({ missing: outcome.missing, errors: outcome.replies.flatMap(({ error }) => error ?? []), ...account }).toEqual({
      missing: [],
      errors: [],
      ...account,
    });
  });

  it('is one of 139, all different', () => {
    expect(questions).toHaveLength(139);
    expect(new Set(questions.map(({ question }) => question.toLowerCase())).size).toBe(139);
  });

  afterAll(async () => console.info(summary(await outcomes())));
});

describe('the words that count as an answer', () => {
  it('exist for every fact, and differ', () => {
    expect(Object.keys(facts)).toHaveLength(75);
    expect(patterns.size).toBe(68);
    expect(new Set([...patterns.values()].map(({ source }) => source)).size).toBe(patterns.size);
  });

  it('ask for the members that the content names', () => {
    const listed = (list: readonly { readonly id: string; readonly members?: readonly string[] }[]) =>
      list.flatMap(({ id, members }) => (id in facts ? [[id, members ?? []] as const] : []));
    const folder = join(root, 'content/facts');
    const content = readdirSync(folder).flatMap((file) => listed(parse(readFileSync(join(folder, file), 'utf8'))));
    const expected = Object.entries(facts).map(([id, fact]) => [id, 'members' in fact ? fact.members : []] as const);
    expect(Object.fromEntries(expected)).toEqual(Object.fromEntries(content));
  });

  it('are not found in an answer about something else', async () => {
    const device = stranger('amzn1.ask.account.UNRELATED');
    const replies = [await device.say('where does this come from'), await device.say('what can you do')];
    expect(replies.map(({ understood }) => understood?.intent)).toEqual(['SourceIntent', 'AMAZON.HelpIntent']);
    expect(statements(replies)).not.toBe('');
    expect([...patterns.keys()].filter((id) => says(id, statements(replies)))).toEqual([]);
  });

  it.each(nearMisses)('are not "$said" ($id)', ({ id, said }) => {
    expect(says(id, said)).toBe(false);
  });

  it('are tried with a near miss for every fact', () => {
    expect(new Set(nearMisses.map(({ id }) => id))).toEqual(new Set(patterns.keys()));
  });

  it('are not the name of the fact', () => {
    expect([...patterns.keys()].filter((id) => says(id, `${id}\n${id.replaceAll('-', ' ')}`))).toEqual([]);
  });

  it('are in no question that the skill asks', async () => {
    const posed = (await outcomes()).flatMap(({ replies }) =>
      replies.flatMap(({ speech }) => sentences(speech).filter(isQuestion)),
    );
    expect(posed.length).toBeGreaterThan(0);
    expect([...patterns.keys()].filter((id) => says(id, posed.join('\n')))).toEqual([]);
  });

  it('are rare: no fact is in the first reply to more than one question in six', async () => {
    const first = (await outcomes()).map(({ replies }) => statements(replies.slice(0, 1)));
    const counts = [...patterns.keys()].map((id) => ({ id, found: first.filter((heard) => says(id, heard)).length }));
    expect(counts.some(({ found }) => found > 0)).toBe(true);
    expect(counts.filter(({ found }) => found > questions.length / 6)).toEqual([]);
  });
});

function summary(all: readonly Asked[]): string {
  const answered = all.filter(({ missing }) => missing.length === 0);
  const after = (goOns: number): number => answered.filter(({ replies }) => replies.length === goOns + 1).length;
  const literal = all.filter(({ replies }) => replies[0]?.understood?.how === 'sample').length;
  return [
    `${all.length} questions asked, ${answered.length} answered: ${after(0)} in the first reply,`,
    `${after(1)} after one "go on", ${after(2)} after two; ${literal} of ${all.length} are samples of the model, word for word.`,
  ].join(' ');
}
