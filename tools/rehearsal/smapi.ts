/**
 * Stands in for Amazon's skill management and its sign-in: takes a skill package and a manifest as they do, and keeps both to be looked
 * at. What is said to the skill it hands on to whoever stands in for Alexa.
 */
import { type Answered, type Asked, type Standin, standin } from './http';
import { type Files, unzip } from './zip';

export const skillId = 'amzn1.ask.skill.0c4a3be1-5e1f-4000-8000-000000000001';
/** What somebody who is signed in has on their machine, and what they are given for it. */
export const refreshToken = 'Atzr|rehearsal';
const accessToken = 'Atza|rehearsal';

/** One utterance, as `ask dialog` sends it. */
export interface Utterance {
  readonly content: string;
  readonly locale: string;
  readonly isNew: boolean;
}
export type Alexa = (said: Utterance) => Promise<{ readonly caption: string; readonly sessionEnded: boolean }>;

export interface Smapi extends Standin {
  /** Every package, as it came. */
  readonly packages: readonly Files[];
  /** The manifest that Amazon would have now. */
  readonly manifest: () => unknown;
  /** How many skills were made; a second deployment makes none. */
  readonly made: () => number;
  readonly enabled: () => boolean;
}

export async function startSmapi(alexa: Alexa): Promise<Smapi> {
  const packages: Files[] = [];
  let [manifest, made, enabled]: [unknown, number, boolean] = [undefined, 0, false];
  let simulated: object | undefined;
  const skill = `/v1/skills/${skillId}`;
  const simulations = `/v2/skills/${skillId}/stages/development/simulations`;

  /** By what is asked; the sign-in and the upload are the only ones without a token. */
  const routes: Readonly<Record<string, (asked: Asked) => Answered | Promise<Answered>>> = {
    'POST /auth/o2/token': ({ body }) => {
      const { grant_type, refresh_token } = JSON.parse(body.toString()) as Record<string, string>;
      if (grant_type !== 'refresh_token' || refresh_token !== refreshToken) return json(400, { error: 'invalid_grant' });
      return json(200, { access_token: accessToken, refresh_token, token_type: 'bearer', expires_in: 3600 });
    },
    'PUT /uploads/1': ({ body }) => {
      packages.push(unzip(body));
      return { status: 200 };
    },
    'POST /v1/skills/uploads': () => json(201, { uploadUrl: `${service.endpoint}/uploads/1`, expiresAt: '2100-01-01T00:00:00Z' }),
    'POST /v1/skills/imports': (asked) => {
      made += 1;
      return imported(asked);
    },
    [`POST ${skill}/imports`]: (asked) => imported(asked),
    'GET /v1/skills/imports/1': () => json(200, { status: 'SUCCEEDED', skill: { skillId, resources: [] } }),
    [`GET ${skill}/status`]: () => json(200, { manifest: { lastUpdateRequest: { status: 'SUCCEEDED' } } }),
    [`GET ${skill}/stages/development/manifest`]: () => json(200, manifest as object),
    [`PUT ${skill}/stages/development/manifest`]: ({ body }) => {
      manifest = JSON.parse(body.toString());
      return { status: 202 };
    },
    [`GET ${skill}/stages/development/enablement`]: () =>
      enabled ? { status: 204 } : json(404, { message: 'The skill is not enabled.' }),
    [`PUT ${skill}/stages/development/enablement`]: () => {
      enabled = true;
      return { status: 204 };
    },
    [`POST ${simulations}`]: async ({ body }) => {
      const { input, device, session } = JSON.parse(body.toString());
      const said = { content: input.content, locale: device.locale, isNew: session?.mode === 'FORCE_NEW_SESSION' };
      const { caption, sessionEnded } = await alexa(said);
      simulated = {
        skillExecutionInfo: { invocations: [{ invocationResponse: { body: { response: { shouldEndSession: sessionEnded } } } }] },
        alexaExecutionInfo: { alexaResponses: [{ type: 'Speech', content: { caption } }] },
      };
      return json(200, { id: '1', status: 'IN_PROGRESS' });
    },
    [`GET ${simulations}/1`]: () => json(200, { id: '1', status: 'SUCCESSFUL', result: simulated }),
  };

  function imported({ body }: Asked): Answered {
    const { location } = JSON.parse(body.toString()) as { location?: string };
    const files = packages.at(-1);
    if (location !== `${service.endpoint}/uploads/1` || !files?.has('skill.json'))
      return json(400, { message: 'There is no skill package.' });
    manifest = JSON.parse(String(files.get('skill.json')));
    return { status: 202, headers: { location: '/v1/skills/imports/1' } };
  }

  const service = await standin((asked) => {
    const route = routes[asked.what];
    const isOpen = /^(POST \/auth|PUT \/uploads)\//.test(asked.what);
    if (route && !isOpen && asked.headers.authorization !== accessToken) return json(401, { message: 'Sign in first.' });
    return route?.(asked);
  });
  return { ...service, packages, manifest: () => manifest, made: () => made, enabled: () => enabled };
}

const json = (status: number, body: object): Answered => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
