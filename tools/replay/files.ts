/**
 * The conversation tests as files of `ask dialog --replay`, so that Amazon's own understanding can be heard on them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { builtLocales, invocationNameOf } from '../../simulator/built';
import { languageOf } from '../../simulator/language';
import { type Problem, Problems } from '../problems';
import { readYaml } from '../yaml';
import { utterances } from './utterances';

const conversations = 'tests/conversations';
/** The language they are written in. */
const language = 'en';
export const replayFolder = 'build/replay';

const turns = z.array(
  z.looseObject({ you: z.string(), asks: z.boolean(), closes: z.boolean().optional(), at: z.string().optional() }),
);

export interface Written {
  /** Below the folder. */
  readonly files: readonly string[];
  /** Conversations that depend on the time of day, which is Amazon's to say. */
  readonly untold: readonly string[];
  /** The skill they are for; undefined before the first deployment. */
  readonly skillId: string | undefined;
}

/**
 * Writes `<locale>/<name>.json` into a folder, for each locale of their language; what was there is gone.
 * @param profile of ask-cli, with which the skill was deployed
 * @throws Problems when a conversation cannot be read
 */
export function writeReplays(root: string, profile: string, folder = join(root, replayFolder)): Written {
  const skillId = deployedSkill(root, profile);
  const problems: Problem[] = [];
  const [files, untold]: [string[], string[]] = [[], []];
  rmSync(folder, { recursive: true, force: true });
  for (const name of readdirSync(join(root, conversations)).filter((file) => file.endsWith('.yaml'))) {
    const source = readYaml(root, `${conversations}/${name}`, turns, problems);
    if (!source) continue;
    if (source.data.some(({ at }) => at !== undefined)) {
      untold.push(`${conversations}/${name}`);
      continue;
    }
    for (const locale of builtLocales(root).filter((one) => one.startsWith(language))) {
      const said = utterances(source.data, invocationNameOf(root, locale), languageOf(root, locale));
      const file = `${locale}/${name.replace(/\.yaml$/, '.json')}`;
      mkdirSync(join(folder, locale), { recursive: true });
      // Without the last word ask-cli stays and waits for more.
      const replay = { skillId: skillId ?? 'deploy first', locale, type: 'text', userInput: [...said, '.quit'] };
      writeFileSync(join(folder, file), `${JSON.stringify(replay, null, 2)}\n`);
      files.push(file);
    }
  }
  if (problems.length > 0) throw new Problems(problems);
  return { files, untold, skillId };
}

function deployedSkill(root: string, profile: string): string | undefined {
  const file = join(root, '.ask/ask-states.json');
  if (!existsSync(file)) return undefined;
  const { profiles = {} } = JSON.parse(readFileSync(file, 'utf8')) as { profiles?: Record<string, { skillId?: string }> };
  return profiles[profile]?.skillId;
}
