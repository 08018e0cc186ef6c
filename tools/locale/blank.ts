/**
 * A file of one language → the same file for another: every text empty, with the text it had as a comment above it.
 */
import { isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, visit } from 'yaml';

/** Of a long list, this many are shown: enough to see what is wanted. */
const shown = 8;

/**
 * @param text a YAML file whose leaves are texts and lists of texts
 * @param language what its `language` line says from now on
 */
export function blank(text: string, language: string): string {
  const document = parseDocument(text);
  visit(document, {
    Pair(_key, pair) {
      const { value } = pair as Pair<Scalar, Node>;
      if (nameOf(pair as Pair<Scalar, Node>) === 'language' && isScalar(value)) {
        value.value = language;
        return visit.SKIP;
      }
      if (isScalar(value)) return emptied(pair as Pair<Scalar, Scalar>, [String(value.value)], '');
      if (isSeq(value)) {
        const texts = value.items.map((item) => (isScalar(item) ? String(item.value) : String(item)));
        const more = texts.length > shown ? [`… and ${texts.length - shown} more`] : [];
        return emptied(pair as Pair<Scalar, Scalar>, [...texts.slice(0, shown), ...more], []);
      }
      return undefined;
    },
    // Comments can only stand above what is on a line of its own.
    Map(_key, map) {
      map.flow = false;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function emptied(pair: Pair<Scalar, Node>, texts: readonly string[], empty: '' | []): typeof visit.SKIP {
  const comment = texts.flatMap((text) => text.split('\n')).map((line) => ` ${line}`);
  pair.key.commentBefore = [pair.key.commentBefore, ...comment].filter((line) => line !== undefined).join('\n');
  pair.value = parseDocument(JSON.stringify(empty)).contents as Node;
  return visit.SKIP;
}

const nameOf = ({ key }: Pair<Scalar, Node>): string => (isScalar(key) ? String(key.value) : '');

/** How many texts a file waits for. */
export function waiting(text: string): number {
  let count = 0;
  visit(parseDocument(text), {
    Scalar(key, { value }) {
      if (key !== 'key' && value === '') count += 1;
    },
    Seq(_key, seq) {
      if (seq.items.length === 0) count += 1;
    },
  });
  return count;
}
