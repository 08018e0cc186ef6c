/**
 * `npm run ask -- …`: ask-cli itself, for `configure` once, and for whatever else somebody wants of it.
 */
import { ask } from './deploy/ask-cli';
import { Problems } from './problems';

try {
  process.exitCode = ask(process.cwd(), process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Problems ? error.message : error);
  process.exitCode = 1;
}
