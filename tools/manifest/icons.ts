/**
 * The icons of the store: one drawing of ours, as PNG in the two sizes that Amazon asks for.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { Problems } from '../problems';
import { iconFile, iconSizes } from './compile';
import { iconPath } from './load';

let ready: Promise<void> | undefined;

/** WebAssembly, so that the same drawing gives the same bytes on every machine, with nothing to build or download. */
const renderer = (): Promise<void> =>
  (ready ??= initWasm(readFileSync(createRequire(__filename).resolve('@resvg/resvg-wasm/index_bg.wasm'))));

/** Path in the package → PNG. */
export async function drawIcons(root: string): Promise<Map<string, Uint8Array>> {
  const svg = readFileSync(join(root, iconPath), 'utf8');
  await renderer();
  try {
    return new Map(Object.values(iconSizes).map((size) => [iconFile(size), png(svg, size)]));
  } catch (error) {
    // The renderer throws texts.
    const message = `cannot be drawn: ${String(error).trim()}.`;
    throw new Problems([{ file: iconPath, message, fix: 'Mend the SVG.' }]);
  }
}

const png = (svg: string, size: number): Uint8Array => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
