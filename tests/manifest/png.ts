/**
 * What the first bytes of a PNG say of it.
 */

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: string;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colours: Readonly<Record<number, string>> = { 0: 'grey', 2: 'rgb', 3: 'palette', 4: 'grey and alpha', 6: 'rgba' };

/** @throws Error when the bytes are no PNG */
export function pngHeader(bytes: Buffer): PngHeader {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(signature) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    throw new Error('is no PNG');
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes[24] ?? 0,
    colour: colours[bytes[25] ?? -1] ?? 'unknown',
  };
}
