/**
 * The calls of S3 that `ask deploy` makes: a bucket that keeps versions, and what is put there.
 */
import type { Answered, Asked } from './http';
import { regionOf, xml } from './wire';

export interface S3 {
  readonly answer: (asked: Asked) => Answered | undefined;
  /** One version of what was put under a key, and in which region it is. */
  readonly find: (bucket: string, key: string, version: string) => Put | undefined;
}

interface Put {
  readonly region: string;
  readonly body: Buffer;
}

interface Bucket {
  readonly region: string;
  /** By key and version. */
  readonly objects: Map<string, Buffer>;
  keepsVersions: boolean;
}

export function startS3(): S3 {
  const buckets = new Map<string, Bucket>();

  function answer({ what, query, headers, body }: Asked): Answered | undefined {
    const [, method = '', name = '', key = ''] = /^(\w+) \/([^/]+)\/?(.*)$/.exec(what) ?? [];
    const isOfVersions = query.has('versioning');
    const bucket = buckets.get(name);
    if (method === 'PUT' && key === '' && !isOfVersions) {
      buckets.set(name, { region: regionOf(headers), objects: new Map(), keepsVersions: false });
      return { status: 200 };
    }
    if (!bucket) return { status: 404 };
    if (method === 'HEAD' && key === '') return { status: 200 };
    if (method === 'GET' && isOfVersions) return versioning(bucket);
    if (method !== 'PUT') return undefined;
    return isOfVersions ? keepVersions(bucket, body) : put(bucket, key, body);
  }

  const find: S3['find'] = (name, key, version) => {
    const bucket = buckets.get(name);
    const body = bucket?.objects.get(`${key} ${version}`);
    return bucket && body && { region: bucket.region, body };
  };
  return { answer, find };
}

const versioning = ({ keepsVersions }: Bucket): Answered =>
  xml(200, `<VersioningConfiguration>${keepsVersions ? '<Status>Enabled</Status>' : ''}</VersioningConfiguration>`);

function keepVersions(bucket: Bucket, body: Buffer): Answered {
  bucket.keepsVersions = body.includes('<Status>Enabled</Status>');
  return { status: 200 };
}

function put({ objects, keepsVersions }: Bucket, key: string, body: Buffer): Answered {
  const version = `version-${objects.size + 1}`;
  objects.set(`${key} ${version}`, body);
  return { status: 200, headers: keepsVersions ? { 'x-amz-version-id': version } : {} };
}
