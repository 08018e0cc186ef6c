/**
 * A replay must say to Amazon what the conversation test says to the local Alexa: the same words, and the skill asked for wherever the
 * local one starts a session by itself. A file that ask-cli cannot read, or that asks too often, would measure nothing.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReplays } from '../../tools/replay/files';
import { type Turn, utterances } from '../../tools/replay/utterances';
import { english } from '../simulator/fakes';

const root = join(__dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterEach(() => rmSync(copy, { recursive: true }));

describe('a conversation', () => {
  const cases: readonly (readonly [string, readonly Turn[], readonly string[]])[] = [
    ['opens the skill', [{ you: 'open', asks: true }], ['open cramp helper']],
    ['asks it in one breath', [{ you: 'what helps', asks: true }], ['ask cramp helper what helps']],
    [
      'goes on without its name',
      [
        { you: 'open', asks: true },
        { you: 'my calf', asks: true },
      ],
      ['open cramp helper', 'my calf'],
    ],
    [
      'asks for it again after it has closed',
      [
        { you: 'calf', asks: true },
        { you: 'stop', asks: false, closes: true },
        { you: 'open', asks: true },
      ],
      ['ask cramp helper calf', 'stop', 'open cramp helper'],
    ],
    [
      'asks for it again where it did not listen any more',
      [
        { you: 'chest pain', asks: false },
        { you: 'foot', asks: true },
      ],
      ['ask cramp helper chest pain', 'ask cramp helper foot'],
    ],
    [
      'leaves silence out, and begins anew after it',
      [
        { you: 'calf', asks: true },
        { you: '(silence)', asks: false },
        { you: 'open', asks: true },
      ],
      ['ask cramp helper calf', 'open cramp helper'],
    ],
    ['does not name it twice', [{ you: 'alexa, ask cramp helper what helps', asks: true }], ['ask cramp helper what helps']],
    ['does not open it twice', [{ you: 'alexa, open cramp helper', asks: true }], ['open cramp helper']],
  ];

  test.each(cases)('%s', (_, turns, said) => {
    expect(utterances(turns, 'cramp helper', english)).toEqual(said);
  });
});

describe('the files', () => {
  const conversations = readdirSync(join(root, 'tests/conversations')).filter((name) => name.endsWith('.yaml'));

  it('hold every conversation but those that set the clock, in the form of ask-cli', () => {
    const { files, untold, skillId } = writeReplays(root, 'nobody', copy);

    console.log(`${files.length} replays, ${untold.length} left out: they set the clock.`);
    expect(skillId).toBeUndefined();
    expect(files.filter((file) => file.startsWith('en-US/')).length + untold.length).toBe(conversations.length);
    expect(files.length).toBeGreaterThan(24);
    for (const file of untold) expect(readFileSync(join(root, file), 'utf8')).toMatch(/^ {2}at: /m);
    for (const file of files) {
      const replay = JSON.parse(readFileSync(join(copy, file), 'utf8'));
      expect(replay).toEqual({ skillId: 'deploy first', locale: file.split('/')[0], type: 'text', userInput: expect.any(Array) });
      expect(replay.userInput[0]).toMatch(/^(open|ask) cramp helper/);
      expect(replay.userInput.at(-1)).toBe('.quit');
      // ask-cli refuses an empty line, and takes one that begins with a point for a command.
      expect(replay.userInput.slice(0, -1).filter((line: string) => !/^[^.\s]/.test(line))).toEqual([]);
    }
  });

  it('are for the skill that was deployed with the profile', () => {
    for (const path of ['tests/conversations', 'build/languages', 'build/skill-package/interactionModels'])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    mkdirSync(join(copy, '.ask'));
    writeFileSync(
      join(copy, '.ask/ask-states.json'),
      JSON.stringify({ profiles: { work: { skillId: 'amzn1.ask.skill.ours' } } }),
    );

    const { files, skillId } = writeReplays(copy, 'work');

    expect(skillId).toBe('amzn1.ask.skill.ours');
    expect(JSON.parse(readFileSync(join(copy, 'build/replay', files[0] ?? ''), 'utf8'))).toMatchObject({ skillId });
  });

  it('are not written when a conversation cannot be read, and the line is told', () => {
    mkdirSync(join(copy, 'tests/conversations'), { recursive: true });
    cpSync(join(root, 'build/skill-package/interactionModels'), join(copy, 'build/skill-package/interactionModels'), {
      recursive: true,
    });
    writeFileSync(join(copy, 'tests/conversations/odd.yaml'), '# Odd.\n- you: open\n  asks: perhaps\n');

    expect(() => writeReplays(copy, 'default')).toThrow(/^tests\/conversations\/odd\.yaml:3 /);
  });
});
