/**
 * What the manifest points at: the icon, and the pages whose addresses it holds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../problems';
import { iconPath } from '../load';
import type { Rule } from './rule';

export const pages: Rule = {
  name: 'pages',
  description: 'The privacy policy and the terms are there: Amazon opens both (policy PO8).',
  check: ({ root, neutral }) =>
    Object.values(neutral.data.pages)
      .filter((page) => !existsSync(join(root, page)))
      .map((page) => ({
        file: page,
        message: 'is missing: the store links to it.',
        fix: `Write it, or mend pages in ${neutral.file}.`,
      })),
};

export const icon: Rule = {
  name: 'icon',
  description: 'One square drawing, which looks the same on every machine.',
  check: ({ root }) => {
    if (!existsSync(join(root, iconPath)))
      return [{ file: iconPath, message: 'is missing: the store shows it.', fix: 'Restore it from git, or draw a square SVG.' }];
    return drawingFaults(readFileSync(join(root, iconPath), 'utf8'));
  },
};

/** What would make the drawing another one elsewhere, or no icon at all. */
export function drawingFaults(svg: string): Problem[] {
  const problem = (message: string, fix: string): Problem => ({ file: iconPath, message, fix });
  const [, width, height] = /<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const outside = /\b(?:href|src)="(?!#)[^"]*"|url\((?!#)[^)]*\)/.exec(svg)?.[0];
  return [
    ...(width === undefined || width !== height
      ? [problem('is not square.', 'Give <svg> a viewBox such as "0 0 512 512".')]
      : []),
    ...(/<text\b/.test(svg) ? [problem('holds text, whose font other machines may lack.', 'Draw the letters as paths.')] : []),
    ...(outside ? [problem(`points at ${outside}, outside of itself.`, 'Draw it inside.')] : []),
  ];
}
