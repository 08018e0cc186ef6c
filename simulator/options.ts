/**
 * What the `talk` command was asked to do. Wrong options throw an error of one sentence.
 */
import { parseArgs } from 'node:util';

export interface Options {
  readonly help: boolean;
  readonly locale: string;
  /** The time on the device's clock, HH:MM; undefined is now. */
  readonly at: string | undefined;
  readonly screen: boolean;
  readonly json: boolean;
  readonly utterances: readonly string[];
}

export const usage = `One conversation with Cramp Helper, by a local Alexa.

  npm run --silent talk -- [options] ["utterance" ...]

With utterances, says them in turn and exits. With none, opens a prompt, or reads one utterance a line from a pipe.
The first utterance "open" is a plain launch; any other is "Alexa, ask cramp helper …". An empty one is silence
until the microphone closes. What Alexa understands is an approximation of the real one.

  --locale L   the language and country, such as en-GB (default en-US)
  --at HH:MM   the time on the device's clock (default now)
  --screen     a device with a screen
  --json       one JSON object an utterance
  --help       this text
`;

export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const { at } = values;
  if (at !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    throw new Error(`--at ${JSON.stringify(at)} is not a time: write HH:MM, such as 03:00.`);
  }
  return { ...values, at, utterances: positionals };
}

/** A clock that shows `at`, today and in this machine's time zone, at the moment it is made, and goes on from there. */
export function clockFrom(at: string | undefined): () => Date {
  if (at === undefined) return () => new Date();
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const ahead = new Date().setHours(hours, minutes, 0, 0) - Date.now();
  return () => new Date(Date.now() + ahead);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        locale: { type: 'string', default: 'en-US' },
        at: { type: 'string' },
        screen: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // Node adds advice in further sentences and lines; the first says what is wrong.
    const [first] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new Error(`${first}. --help lists the options.`);
  }
}
