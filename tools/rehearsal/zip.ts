/**
 * Reads a zip in memory, by its directory, and holds every file to its checksum.
 */
import { crc32, inflateRawSync } from 'node:zlib';

/** Path → content, sorted by path. */
export type Files = ReadonlyMap<string, Buffer>;

const [endOfDirectory, entryOfDirectory] = [0x06054b50, 0x02014b50];

/** @throws Error when it is no zip, or a file in it is not what its checksum says */
export function unzip(zip: Buffer): Files {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error('What was uploaded is no zip.');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== entryOfDirectory) throw new Error('The directory of the zip is broken.');
    const [method, crc, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    const content = method === 0 ? data : inflateRawSync(data);
    if (crc32(content) !== crc) throw new Error(`${name} in the zip is not what its checksum says.`);
    if (!name.endsWith('/')) files.set(name, content);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return new Map([...files].sort(([a], [b]) => a.localeCompare(b)));
}
