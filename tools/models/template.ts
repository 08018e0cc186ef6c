/**
 * The template grammar: `(a|b)` one of these, `[x]` x or nothing, `<rule>` the words of a rule, `{slot}` a slot. All may nest.
 */
import { spread } from './spread';

/** At most this many samples of one template are kept: Alexa generalises, and one innocent template can give thousands. */
export const samplesPerTemplate = 40;

/** A template that cannot be read. `rule` names the rule in which the fault stands, if it stands in one. */
export class TemplateError extends Error {
  readonly rule: string | undefined;

  constructor(message: string, rule?: string) {
    super(message);
    this.name = 'TemplateError';
    this.rule = rule;
  }
}

/** What a template can say: fixed words, one thing after another, or one of several. */
type Tree = string | { readonly all: readonly Tree[] } | { readonly one: readonly Tree[] };
type Rules = Readonly<Record<string, string>>;

/**
 * Every sample that a template gives, or `samplesPerTemplate` of them spread over all.
 * @throws TemplateError when it cannot be read
 */
export function expand(template: string, rules: Rules): string[] {
  const tree = parse(template, rules, []);
  const samples = spread(count(tree), samplesPerTemplate).map((position) => pick(tree, position).replace(/\s+/g, ' ').trim());
  if (samples.includes('')) throw new TemplateError('can be nothing at all: leave one part outside the square brackets.');
  return [...new Set(samples)];
}

/** @param within the rules that are being read, outermost first */
function parse(template: string, rules: Rules, within: readonly string[]): Tree {
  const fault = (message: string) => new TemplateError(message, within.at(-1));
  let at = 0;

  const readAll = (): Tree => {
    const parts: Tree[] = [];
    while (at < template.length && !')]|'.includes(template.charAt(at))) parts.push(readPart());
    return { all: parts };
  };
  const readPart = (): Tree => {
    const sign = template.charAt(at);
    if (sign === '(') return { one: readChoice('(', ')') };
    if (sign === '[') return { one: [...readChoice('[', ']'), ''] };
    if (sign === '<') return readRule(readName('<', '>'));
    if (sign === '{') return `{${readName('{', '}')}}`;
    if ('>}'.includes(sign)) throw fault(`has a "${sign}" that closes nothing.`);
    const plain = /^[^()[\]|<>{}]+/.exec(template.slice(at))?.[0] ?? '';
    at += plain.length;
    return plain;
  };
  const readChoice = (open: string, close: string): Tree[] => {
    const options: Tree[] = [];
    do {
      at += 1;
      const start = at;
      options.push(readAll());
      if (template.slice(start, at).trim() === '')
        throw fault(`has an empty alternative in "${open}${close}": [x] says x or nothing.`);
    } while (template.charAt(at) === '|');
    if (template.charAt(at) !== close) throw fault(`has a "${open}" that is never closed.`);
    at += 1;
    return options;
  };
  const readName = (open: string, close: string): string => {
    const end = template.indexOf(close, at);
    if (end < 0) throw fault(`has a "${open}" that is never closed.`);
    const name = template.slice(at + 1, end);
    if (!/^[A-Za-z][A-Za-z_]*$/.test(name)) throw fault(`has "${open}${name}${close}": a name is letters and underscores.`);
    at = end + 1;
    return name;
  };
  const readRule = (name: string): Tree => {
    if (within.includes(name)) {
      throw new TemplateError(`has the rule <${name}>, which includes itself: ${[...within, name].join(' > ')}.`, name);
    }
    const words = rules[name];
    if (words === undefined) throw fault(`has <${name}>, but no file of the language has a rule of that name.`);
    return parse(words, rules, [...within, name]);
  };

  const tree = readAll();
  const rest = template.charAt(at);
  if (rest === '|') throw fault('has a "|" outside brackets: write (a|b).');
  if (rest !== '') throw fault(`has a "${rest}" that closes nothing.`);
  return tree;
}

function count(tree: Tree): number {
  if (typeof tree === 'string') return 1;
  if ('one' in tree) return tree.one.reduce((sum, option) => sum + count(option), 0);
  return tree.all.reduce<number>((product, part) => product * count(part), 1);
}

/** The sample at one position of all; the last choice turns fastest. Nothing else is ever written out. */
function pick(tree: Tree, position: number): string {
  if (typeof tree === 'string') return tree;
  let left = position;
  if ('one' in tree) {
    for (const option of tree.one) {
      if (left < count(option)) return pick(option, left);
      left -= count(option);
    }
    return '';
  }
  return tree.all.reduceRight<string>((after, part) => {
    const size = count(part);
    const here = pick(part, left % size);
    left = Math.floor(left / size);
    return here + after;
  }, '');
}
