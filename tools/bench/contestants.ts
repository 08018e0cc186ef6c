/**
 * What is measured: our bundle, and what it is compared with. Each is a file that exports `handler`, and what its process needs to know.
 */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle, type Carried, options } from '../bundle';
import { heavy } from '../heavy';

export interface Contestant {
  readonly name: string;
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The same words by i18next, which ours carries as well. */
const hello = (sdk: string, builder: string, before = ''): string => `const { SkillBuilders } = require('${sdk}');
const i18next = require('i18next');
${before}
const words = i18next.createInstance();
void words.init({ lng: 'en-US', initAsync: false, resources: { 'en-US': { translation: { hello: 'Hello, world.', again: 'Say hello.' } } } });
const handle = async ({ responseBuilder, attributesManager }) => {
  ${builder.includes('withTableName') ? 'await attributesManager.getPersistentAttributes();' : ''}
  return responseBuilder.speak(words.t('hello')).reprompt(words.t('again')).getResponse();
};
const skill = SkillBuilders.${builder}.addRequestHandlers({ canHandle: () => true, handle }).create();
exports.handler = (event, context) => skill.invoke(event, context);
`;

/** A handler that needs nothing at all: what Node itself costs. */
const bare = `exports.handler = async () => ({ version: '1.0', response: { outputSpeech: { type: 'SSML', ssml: '<speak>Hi</speak>' } } });
`;

export interface Contestants {
  readonly ours: Contestant;
  /** The same bundle a second time: what differs between the two is noise. */
  readonly twin: Contestant;
  readonly bare: Contestant;
  readonly bundled: Contestant;
  readonly unbundled: Contestant;
  /** Amazon's own template: the whole ask-sdk, unbundled. */
  readonly template: Contestant;
}

/** Writes them below `folder`, which has a link to our packages. */
export async function contestants(root: string, folder: string): Promise<Contestants> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const write = (name: string, text: string): string => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.js'), text);
    return join(folder, name, 'index.js');
  };
  const unbundled = write('hello', hello('ask-sdk-core', 'custom()'));
  const bundled = join(folder, 'hello-bundled', 'index.js');
  await build({ ...options, entryPoints: [unbundled], outfile: bundled });
  cpSync(join(root, 'build/lambda'), join(folder, 'twin'), { recursive: true });
  return {
    ours: { name: 'ours', file: join(root, 'build/lambda/index.js') },
    twin: { name: 'ours again', file: join(folder, 'twin/index.js') },
    bare: { name: 'bare Node', file: write('bare', bare) },
    bundled: { name: 'hello-world, bundled', file: bundled },
    unbundled: { name: 'hello-world, unbundled', file: unbundled },
    template: { name: 'ask-sdk template', file: template(root, 'template', hello('ask-sdk', 'custom()')) },
  };
}

/** With its own adapter, as the samples write it, against a table on this machine. */
export function templateWithTable(root: string, endpoint: string, table: string): Contestant {
  const client = `new AWS.DynamoDB({ endpoint: '${endpoint}', region: 'us-east-1' })`;
  const builder = `standard().withTableName('${table}').withDynamoDbClient(${client})`;
  const text = hello('ask-sdk', builder, "const AWS = require('aws-sdk');");
  return { name: 'ask-sdk template, one read', file: template(root, 'template-with-table', text), env: credentials };
}

export const oursWithTable = (ours: Contestant, endpoint: string, table: string): Contestant => ({
  ...ours,
  name: 'ours, one read',
  env: { ...credentials, PREFERENCES_TABLE: table, DYNAMODB_ENDPOINT: endpoint },
});

/** The engine believes any. */
const credentials = {
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  AWS_REGION: 'us-east-1',
  AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
};

/** Beside the packages that it loads; i18next is ours. */
function template(root: string, name: string, text: string): string {
  const folder = heavy(root, 'ask-sdk');
  const i18next = join(root, 'node_modules/i18next');
  const file = join(folder, `${name}.js`);
  writeFileSync(file, text.replace("require('i18next')", `require(${JSON.stringify(i18next)})`));
  return file;
}

/** Our bundle with more in it than it has. */
export async function swollen(root: string, folder: string, name: string, carried: Carried): Promise<Contestant> {
  const home = join(folder, name);
  mkdirSync(home);
  for (const link of ['lambda', 'node_modules']) symlinkSync(join(root, link), join(home, link), 'junction');
  await bundle(home, carried);
  return { name, file: join(home, 'build/lambda/index.js') };
}
