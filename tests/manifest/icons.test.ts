/**
 * The icons are PNG files of the sizes that Amazon asks for, made of our drawing: another size is refused at certification.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { iconFile } from '../../tools/manifest/compile';
import { drawIcons } from '../../tools/manifest/icons';
import { Problems } from '../../tools/problems';
import { root } from '../support/skill';
import { at, fixture, removeFixtures } from './fixture';
import { pngHeader } from './png';

afterEach(removeFixtures);

const staged = (size: number): Buffer => readFileSync(join(root, 'build/skill-package', iconFile(size)));

describe.each([108, 512])('the icon of %i pixels', (size) => {
  it('is a PNG of that size, with colours and transparency', () => {
    expect(pngHeader(staged(size))).toEqual({ width: size, height: size, depth: 8, colour: 'rgba' });
  });

  it('is named by every page of the store', () => {
    const { locales } = JSON.parse(readFileSync(join(root, 'skill.json'), 'utf8')).manifest.publishingInformation;
    const key = size === 108 ? 'smallIconUri' : 'largeIconUri';

    for (const page of Object.values<Record<string, string>>(locales)) {
      expect(page[key]).toBe(`file://${iconFile(size)}`);
      expect(existsSync(join(root, 'build/skill-package', page[key]?.replace('file://', '') ?? ''))).toBe(true);
    }
  });

  it('has rounded corners, and fills the circle that some pages cut it to', () => {
    const pixels = pixelsOf(staged(size));
    const alpha = (x: number, y: number): number | undefined => pixels[(y * size + x) * 4 + 3];
    const rim = Array.from({ length: 60 }, (_, step) => (step * Math.PI) / 30).map((angle) =>
      alpha(
        Math.round((size / 2) * (1 + 0.97 * Math.cos(angle)) - 0.5),
        Math.round((size / 2) * (1 + 0.97 * Math.sin(angle)) - 0.5),
      ),
    );

    expect([alpha(0, 0), alpha(size - 1, 0), alpha(0, size - 1), alpha(size - 1, size - 1)]).toEqual([0, 0, 0, 0]);
    expect(new Set(rim)).toEqual(new Set([255]));
  });

  it('is dark at its rim, and holds something light that can be made out', () => {
    const pixels = pixelsOf(staged(size));
    const light = Array.from({ length: size * size }, (_, index) => luminance(pixels, index));
    const ground = light[(size / 2) * size + Math.round(size * 0.05)] ?? 1;

    // The contrast that text needs, of a fifth of the picture at least.
    expect(ground).toBeLessThan(0.1);
    expect(light.filter((one) => (one + 0.05) / (ground + 0.05) >= 4.5).length / light.length).toBeGreaterThan(0.15);
  });
});

it('draws the same bytes each time', async () => {
  const [once, again] = [await drawIcons(root), await drawIcons(root)];

  expect([...once.keys()]).toEqual([iconFile(108), iconFile(512)]);
  for (const [path, png] of once) expect(Buffer.from(again.get(path) ?? []).equals(Buffer.from(png))).toBe(true);
  expect(Buffer.from(once.get(iconFile(108)) ?? []).equals(staged(108))).toBe(true);
});

it('says of a drawing that is none where it stands and what to do', async () => {
  const broken = drawIcons(fixture([[at.icon, '<rect', '<rect <']]));

  await expect(broken).rejects.toThrow(Problems);
  await expect(broken).rejects.toThrow(/^content\/listing\/icon\.svg cannot be drawn: .+ Mend the SVG\.$/);
});

describe('the reader of PNG headers', () => {
  it('takes no other file for one', () => {
    expect(() => pngHeader(Buffer.from('GIF89a'))).toThrow('is no PNG');
    expect(() => pngHeader(staged(108).subarray(0, 20))).toThrow('is no PNG');
  });

  it('sees another size', () => {
    const png = Buffer.from(staged(108));
    png.writeUInt32BE(107, 16);
    expect(pngHeader(png)).toMatchObject({ width: 107, height: 108 });
  });
});

const luminance = (pixels: Uint8Array, index: number): number => {
  const [red = 0, green = 0, blue = 0] = pixels.subarray(index * 4, index * 4 + 3);
  const linear = (value: number): number =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** Red, green, blue and alpha of every pixel, from a PNG of eight bits that is not interlaced. */
function pixelsOf(png: Buffer): Uint8Array {
  const { width, height } = pngHeader(png);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const row = width * 4;
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const left = x >= 4 ? (pixels[y * row + x - 4] ?? 0) : 0;
      const up = y > 0 ? (pixels[(y - 1) * row + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (pixels[(y - 1) * row + x - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[y * row + x] = ((raw[y * (row + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
