/**
 * How calls of AWS look: requests that are signed, and answers in XML.
 */
import type { Answered, Asked } from './http';

/** A signature names the region it is for: `Credential=key/date/region/service/aws4_request`. */
export const regionOf = ({ authorization = '' }: Asked['headers']): string =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(authorization)?.[1] ?? '';

export const xml = (status: number, body: string): Answered => ({ status, headers: { 'content-type': 'text/xml' }, body });

export const escaped = (text: string): string => text.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
