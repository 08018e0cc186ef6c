/**
 * `npm run models`: writes what Alexa is taught, interactionModels/custom/<locale>.json; all of it, or nothing.
 */
import { emitModels } from './models/emit';
import { writeModels } from './models/write';
import { tell } from './problems';

const root = process.cwd();
const { problems, files } = emitModels(root);
if (problems.length > 0) {
  console.error(tell(problems));
  console.error(`${problems.length === 1 ? 'One problem' : `${problems.length} problems`}: no model was written.`);
  process.exitCode = 1;
} else {
  console.log(writeModels(root, files).join('\n'));
}
