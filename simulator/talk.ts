/**
 * The `talk` command: one conversation, with utterances from arguments, a prompt or a pipe. Knows streams, not the process.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { builtHandler, builtLocales, invocationNameOf } from './built';
import { createDevice, type Device, type Exchange } from './device';
import { type Face, greeting, jsonFace, personFace, plainFace } from './faces';
import type { Nlu } from './nlu/nlu';
import { clockFrom, type Options, readOptions, usage } from './options';
import { startServices } from './services';

export interface World {
  readonly root: string;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly errors: Writable;
  readonly colour: boolean;
  /** Builds what is missing or stale; must print nothing to `output`. */
  readonly prepare: (root: string) => Promise<void>;
  readonly loadNlu: (root: string, locale: string) => Promise<Nlu>;
}

/** Holds the conversation and resolves to the exit status. */
export async function talk(argv: readonly string[], world: World): Promise<number> {
  try {
    const options = readOptions(argv);
    if (options.help) {
      world.output.write(usage);
      return 0;
    }
    return (await talkTo(options, world)) ? 0 : 1;
  } catch (error) {
    complain(world, error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function talkTo(options: Options, world: World): Promise<boolean> {
  const { endpoint, close } = await startServices();
  try {
    const device = await deviceFor(options, world, endpoint);
    return await (options.utterances.length > 0 ? sayAll : converse)(device, options, world);
  } finally {
    await close();
  }
}

async function deviceFor(
  { locale, at, screen }: Options,
  { root, prepare, loadNlu }: World,
  apiEndpoint: string,
): Promise<Device> {
  await prepare(root);
  const locales = builtLocales(root);
  if (!locales.includes(locale))
    throw new Error(`There is no locale ${JSON.stringify(locale)}; there are ${locales.join(', ')}.`);
  const nlu = await loadNlu(root, locale);
  const invocationName = invocationNameOf(root, locale);
  const clock = clockFrom(at);
  return createDevice({ handler: builtHandler(root), nlu, locale, clock, screen, invocationName, apiEndpoint });
}

/** Says the arguments in turn; false when any went wrong. */
async function sayAll(device: Device, options: Options, world: World): Promise<boolean> {
  const face = faceFor(options, world, false);
  let fine = true;
  for (const utterance of options.utterances) fine = show(await device.say(utterance), face, world) && fine;
  return fine;
}

/** Says what is typed, or piped in, until there is no more; false when anything went wrong. */
async function converse(device: Device, options: Options, world: World): Promise<boolean> {
  const { input, output } = world;
  const prompting = input.isTTY === true && output.isTTY === true && !options.json;
  const face = faceFor(options, world, prompting);
  if (prompting) output.write(greeting(options.locale));
  const lines = createInterface({
    input,
    ...(prompting && { output, prompt: 'you: ' }),
    terminal: prompting,
    crlfDelay: Infinity,
  });
  let closed = false;
  lines.once('close', () => {
    closed = true;
  });
  let fine = true;
  if (prompting) lines.prompt();
  for await (const line of lines) {
    // At a prompt, Enter with nobody listening is no mistake; in a script it is.
    if (prompting && line.trim() === '' && !device.inSession()) output.write('  Nobody is listening yet: say "open".\n');
    else fine = show(await device.say(line), face, world) && fine;
    if (prompting && !closed) lines.prompt();
  }
  if (prompting) output.write('\n');
  return fine;
}

const faceFor = ({ json }: Options, { output, colour }: World, typed: boolean): Face =>
  json ? jsonFace : output.isTTY === true ? personFace(colour, typed) : plainFace;

/** Writes one exchange; false when it went wrong. */
function show(exchange: Exchange, face: Face, world: World): boolean {
  world.output.write(face(exchange));
  if (exchange.error === null) return true;
  complain(world, `${JSON.stringify(exchange.utterance)}: ${exchange.error}`);
  return false;
}

/** One line, whatever the message. */
const complain = ({ errors }: World, message: string): void => {
  errors.write(`talk: ${message.trim().replace(/\s*\n\s*/g, ' ')}\n`);
};
