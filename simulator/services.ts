/**
 * The HTTP services of Alexa that a skill may call, on this machine alone: today the device's settings.
 * Source: Alexa's device settings API, `/v2/devices/{deviceId}/settings/System.timeZone`.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Services {
  /** What a request names as `apiEndpoint`. */
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** Answers on loopback until it is closed, and holds no process open. */
export async function startServices(answer: RequestListener = settings(zoneHere())): Promise<Services> {
  const server = createServer(answer);
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The settings of a device that stands in this time zone. */
export const settings =
  (timeZone: string): RequestListener =>
  ({ url, headers }, response) => {
    const known = /^\/v2\/devices\/[^/]+\/settings\/System\.timeZone$/.test(url ?? '');
    const status = headers.authorization?.startsWith('Bearer ') ? (known ? 200 : 404) : 401;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 200 ? JSON.stringify(timeZone) : undefined);
  };

const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
