/**
 * `npm run build`: writes build/ from a clean checkout.
 */
import { buildAll } from './building';
import { Problems } from './problems';

console.error('Building; the first time that takes about half a minute.');
buildAll(process.cwd()).catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
