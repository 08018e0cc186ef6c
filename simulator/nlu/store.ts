/**
 * A trained classifier on disk: text that loads in a blink, and belongs to exactly one model.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Classifier, train } from './classifier';
import type { Model } from './model';

interface Stored {
  readonly key: string;
  readonly intents: readonly string[];
  readonly features: readonly string[];
  readonly known: readonly string[];
  readonly weights: string;
}

/** Raise it when the features or the training change, so that what is stored is learned anew. */
const version = 1;

/** The classifier for a model: from `file` if that was trained on the same text, else trained now and stored there. */
export function classifierFor(model: Model, file: string): Classifier {
  const key = createHash('sha256').update(`${version}\n${model.source}`).digest('hex');
  return read(file, key) ?? store(file, key, train(model));
}

function read(file: string, key: string): Classifier | undefined {
  if (!existsSync(file)) return undefined;
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  if (stored.key !== key) return undefined;
  const bytes = Buffer.from(stored.weights, 'base64');
  return {
    intents: stored.intents,
    features: new Map(stored.features.map((feature, index) => [feature, index])),
    known: new Set(stored.known),
    weights: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
  };
}

function store(file: string, key: string, classifier: Classifier): Classifier {
  const stored: Stored = {
    key,
    intents: classifier.intents,
    features: [...classifier.features.keys()],
    known: [...classifier.known],
    weights: Buffer.from(classifier.weights.buffer).toString('base64'),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(stored));
  return classifier;
}
