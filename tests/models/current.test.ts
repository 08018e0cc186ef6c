/**
 * What Alexa is taught is committed. If it lags behind the phrases, everything after it tests the wrong skill.
 */
import { join } from 'node:path';
import { emitModels, staleModels } from '../../tools/models/emit';
import { tell } from '../../tools/problems';

const root = join(__dirname, '../..');
const { problems, files } = emitModels(root);

it('has no problem in any phrase of any locale', () => {
  expect(tell(problems)).toBe('');
  expect(files.size).toBeGreaterThan(0);
});

it('has committed models that are as the phrases say', () => {
  const stale = problems.length > 0 ? [] : staleModels(root, files);
  if (stale.length > 0) throw new Error(`${stale.join(', ')}: out of date, run \`npm run models\``);
});
