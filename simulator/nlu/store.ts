/**
 * A trained classifier on disk: it loads in a blink, and belongs to exactly one model. Words stand in a JSON file, weights beside it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Classifier, train } from './classifier';
import type { Model } from './model';

interface Stored {
  readonly key: string;
  readonly intents: readonly string[];
  readonly features: readonly string[];
  readonly known: readonly string[];
}

/** Raise it when the features or the training change, so that what is stored is learned anew. */
const version = 5;

/** The classifier for a model: from `file` if that was trained on the same text, else trained now and stored there. */
export function classifierFor(model: Model, file: string): Classifier {
  const key = keyOf(model);
  const known = read(file, key);
  if (known) return known;
  console.error(`Learning what people say in ${basename(file, '.json')}; that takes some seconds, once.`);
  return store(file, key, train(model));
}

/** Whether `file` was trained on the same text. */
export const isTrained = (model: Model, file: string): boolean =>
  existsSync(file) && existsSync(weightsOf(file)) && (JSON.parse(readFileSync(file, 'utf8')) as Stored).key === keyOf(model);

const keyOf = ({ source }: Model): string => createHash('sha256').update(`${version}\n${source}`).digest('hex');

const weightsOf = (file: string): string => file.replace(/json$/, 'weights');

function read(file: string, key: string): Classifier | undefined {
  if (!existsSync(file) || !existsSync(weightsOf(file))) return undefined;
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  const bytes = readFileSync(weightsOf(file));
  const size = stored.features.length * stored.intents.length;
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  if (stored.key !== key || all.length === 0 || all.length % size !== 0) return undefined;
  return {
    intents: stored.intents,
    features: new Map(stored.features.map((feature, index) => [feature, index])),
    known: new Set(stored.known),
    members: Array.from({ length: all.length / size }, (_, member) => all.subarray(member * size, (member + 1) * size)),
  };
}

function store(file: string, key: string, classifier: Classifier): Classifier {
  const { intents, features, known, members } = classifier;
  const stored: Stored = { key, intents, features: [...features.keys()], known: [...known] };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    weightsOf(file),
    Buffer.concat(members.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
  );
  // The words last: they hold the key, so a half-written pair is learned anew.
  writeFileSync(file, JSON.stringify(stored));
  return classifier;
}
