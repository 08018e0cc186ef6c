/**
 * Reads SSML into a small tree, and says what is wrong with it when it cannot be read.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Piece[];
}
/** Text, with its entities decoded, or an element. */
export type Piece = string | Element;

/** As fast-xml-parser keeps order: one key a piece, the tag or `#text`, and `:@` for attributes. */
type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  // Without it, numeric references such as &#39; stay as they are.
  htmlEntities: true,
});

/** Why this is not one well-formed document, or undefined when it is. */
export function fault(ssml: string): string | undefined {
  if (/<!DOCTYPE/i.test(ssml)) return 'a DOCTYPE has no place in speech';
  const unknown = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^;\s]{0,12};?/i.exec(ssml);
  if (unknown) return `"${unknown[0]}" is an & that is not escaped`;
  const verdict = XMLValidator.validate(ssml);
  return verdict === true ? undefined : `${verdict.err.msg} (column ${verdict.err.col ?? 1})`;
}

/** The root element, or undefined when there is no well-formed document. */
export function parse(ssml: string): Element | undefined {
  if (fault(ssml) !== undefined) return undefined;
  const [root] = (parser.parse(ssml) as Raw[]).map(piece).filter((child) => typeof child === 'object');
  return root;
}

/** The element and everything inside it, in the order of the document. */
export function* elements(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child === 'object') yield* elements(child);
}

function piece(raw: Raw): Piece {
  const tag = Object.keys(raw).find((key) => key !== ':@') ?? '#text';
  if (tag === '#text') return String(raw[tag] ?? '');
  return { tag, attributes: (raw[':@'] ?? {}) as Record<string, string>, children: (raw[tag] as Raw[]).map(piece) };
}
