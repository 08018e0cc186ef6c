/**
 * `npm run build`: writes build/ from a clean checkout.
 */
import { buildAll } from './building';
import { Problems } from './problems';

buildAll(process.cwd()).catch((error: unknown) => {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
});
