/**
 * Rules about what is spoken: that there is something, and that Alexa can say it.
 */
import { breakSeconds } from '../heard';
import { type Element, elements, fault, parse } from '../ssml';
import { allowedSsml } from './allowed-ssml';
import { handsOver, inSpoken, isConversation, plain, type Rule, written } from './rule';

const mostCharacters = 8000;
const longestBreak = 10;
const mostClips = 5;

/** The reason the first element gives, in speech that can be parsed. */
const inElements = (why: (element: Element) => string | undefined): Rule['broken'] => {
  const first = (ssml: string): string | undefined => {
    const root = parse(ssml);
    for (const element of root ? elements(root) : []) {
      const reason = why(element);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
  return (response) => inSpoken(response, (speech) => (speech.type === 'SSML' ? first(written(speech)) : undefined));
};

export const speechRules: readonly Rule[] = [
  {
    id: 'speech-present',
    description: 'A launch or an intent is answered with speech; silence sounds like a fault.',
    broken: (response, request) =>
      isConversation(request) && !handsOver(response) && plain(response.response.outputSpeech) === ''
        ? `nothing is said in answer to ${request.request.type}`
        : undefined,
  },
  {
    id: 'speech-type',
    description: 'Speech is SSML with `ssml`, or PlainText with `text`.',
    broken: (response) =>
      inSpoken(response, ({ type, ...rest }: { type: string; ssml?: unknown; text?: unknown }) => {
        if (type !== 'SSML' && type !== 'PlainText') return `no such type of speech as ${JSON.stringify(type)}`;
        const key = type === 'SSML' ? 'ssml' : 'text';
        return typeof rest[key] === 'string' ? undefined : `${type} without \`${key}\``;
      }),
  },
  {
    id: 'ssml-well-formed',
    description: 'SSML is one well-formed <speak> document, with &, < and > in its text escaped.',
    broken: (response) =>
      inSpoken(response, (speech) => {
        if (speech.type !== 'SSML') return undefined;
        const ssml = written(speech);
        const root = parse(ssml);
        if (!root) return fault(ssml) ?? 'there is no element in it';
        return root.tag === 'speak' ? undefined : `the root is <${root.tag}>, not <speak>`;
      }),
  },
  {
    id: 'ssml-tags',
    description: 'Only tags and attributes of the SSML Reference, with values it names; <speak> is the root only.',
    broken: inElements(({ tag, attributes, children }) => {
      const allowed = Object.hasOwn(allowedSsml, tag) ? allowedSsml[tag] : undefined;
      if (!allowed) return `Alexa does not know <${tag}>`;
      if (children.some((child) => typeof child === 'object' && child.tag === 'speak')) return `<speak> inside <${tag}>`;
      const missing = allowed.needs?.find((name) => !Object.hasOwn(attributes, name));
      if (missing !== undefined) return `<${tag}> needs ${missing}`;
      for (const [name, value] of Object.entries(attributes)) {
        const pattern = Object.hasOwn(allowed.attributes, name) ? allowed.attributes[name] : undefined;
        if (!pattern) return `<${tag}> has no attribute ${name}`;
        if (!pattern.test(value)) return `<${tag}> cannot have ${name}="${value}"`;
      }
      return undefined;
    }),
  },
  {
    id: 'break-length',
    description: 'One <break> lasts ten seconds at most.',
    broken: inElements((element) => {
      const length = element.tag === 'break' ? (breakSeconds(element) ?? 0) : 0;
      return length > longestBreak ? `a break of ${length} s is longer than ${longestBreak} s` : undefined;
    }),
  },
  {
    id: 'audio-count',
    description: 'At most five audio clips.',
    broken: inElements((element) => {
      if (element.tag !== 'speak') return undefined;
      const clips = [...elements(element)].filter(({ tag }) => tag === 'audio').length;
      return clips > mostClips ? `${clips} audio clips are more than ${mostClips}` : undefined;
    }),
  },
  {
    id: 'speech-length',
    description: 'Speech and reprompt stay below 8000 characters each, markup included.',
    broken: (response) =>
      inSpoken(response, (speech) => {
        const { length } = written(speech);
        return length < mostCharacters ? undefined : `${length} characters are not below ${mostCharacters}`;
      }),
  },
  {
    id: 'escaped-once',
    description: 'Text is escaped once: an entity that is still there after decoding is read aloud.',
    broken: (response) =>
      inSpoken(response, (speech) => {
        const entity = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/i.exec(plain(speech));
        return entity ? `"${entity[0]}" would be read aloud` : undefined;
      }),
  },
];
