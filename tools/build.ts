/**
 * `npm run build`: writes build/ from a clean checkout.
 */
import { buildAll } from './building';
import { Problems } from './problems';
import { trainAll } from './training';

const root = process.cwd();
console.error('Building; the first time that takes a minute or two.');
buildAll(root)
  .then((locales) => trainAll(root, locales))
  .catch((error: unknown) => {
    console.error(error instanceof Problems ? error.message : error);
    process.exitCode = 1;
  });
