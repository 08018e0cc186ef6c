/**
 * What both stand-ins need of HTTP: to listen on this machine alone, and to tell what nobody expected.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { startServices } from '../../simulator/services';

/** A request, read to its end. */
export interface Asked {
  /** The method and the path, such as `GET /v1/skills`. */
  readonly what: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Standin {
  readonly endpoint: string;
  /** Everything it was asked, in order. */
  readonly asked: readonly string[];
  /** What it was asked and does not know: the real service may, so the rehearsal cannot be believed. */
  readonly unknown: readonly string[];
  readonly close: () => Promise<void>;
}

/** Answers by a function, on loopback. Undefined is a request that it does not know. */
export async function standin(answer: (asked: Asked) => Answered | undefined | Promise<Answered | undefined>): Promise<Standin> {
  const asked: string[] = [];
  const unknown: string[] = [];
  const { endpoint, close } = await startServices((request, response) => {
    void respond(request, response);
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const what = `${request.method} ${decodeURIComponent(pathname)}`;
    asked.push(what);
    const body = await buffer(request);
    const answered = await answer({ what, query: searchParams, headers: request.headers, body });
    if (!answered) unknown.push(what);
    const {
      status,
      headers = {},
      body: text,
    } = answered ?? { status: 501, body: '{"message":"The stand-in does not know this."}' };
    response.writeHead(status, headers).end(text);
  }

  return { endpoint, asked, unknown, close };
}
