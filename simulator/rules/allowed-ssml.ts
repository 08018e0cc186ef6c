/**
 * The SSML that Alexa speaks: its tags, their attributes, and what may stand in them (SSML Reference, 2026-11).
 */

export interface Allowed {
  readonly attributes: Readonly<Record<string, RegExp>>;
  /** Attributes that must be there. */
  readonly needs?: readonly string[];
}

const anything = /./s;
const oneOf = (...values: string[]): RegExp => new RegExp(`^(?:${values.join('|')})$`);
const locales = 'de-DE en-AU en-CA en-GB en-IN en-US es-ES es-MX es-US fr-CA fr-FR hi-IN it-IT ja-JP pt-BR'.split(' ');

export const allowedSsml: Readonly<Record<string, Allowed>> = {
  speak: { attributes: {} },
  p: { attributes: {} },
  s: { attributes: {} },
  break: {
    attributes: {
      strength: oneOf('none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'),
      time: /^\d+(?:\.\d+)?(?:ms|s)$/,
    },
  },
  audio: { attributes: { src: /^(?:https|soundbank):\/\/\S+$/ }, needs: ['src'] },
  prosody: {
    attributes: {
      rate: /^(?:x-slow|slow|medium|fast|x-fast|(?:[2-9]\d|[1-9]\d{2,})(?:\.\d+)?%)$/,
      pitch: /^(?:x-low|low|medium|high|x-high|[+-]\d+(?:\.\d+)?%)$/,
      volume: /^(?:silent|x-soft|soft|medium|loud|x-loud|[+-]\d+(?:\.\d+)?dB)$/,
    },
  },
  emphasis: { attributes: { level: oneOf('strong', 'moderate', 'reduced') }, needs: ['level'] },
  'say-as': {
    attributes: {
      'interpret-as': oneOf(
        ...['characters', 'spell-out', 'cardinal', 'number', 'ordinal', 'digits', 'fraction', 'unit', 'date', 'time'],
        ...['telephone', 'address', 'interjection', 'expletive'],
      ),
      format: oneOf('mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y'),
    },
    needs: ['interpret-as'],
  },
  sub: { attributes: { alias: anything }, needs: ['alias'] },
  w: { attributes: { role: /^(?:amazon|ivona):(?:VB|VBD|NN|SENSE_1|DT|IN|JJ)$/ }, needs: ['role'] },
  phoneme: { attributes: { alphabet: oneOf('ipa', 'x-sampa'), ph: anything }, needs: ['alphabet', 'ph'] },
  lang: { attributes: { 'xml:lang': oneOf(...locales) }, needs: ['xml:lang'] },
  voice: { attributes: { name: anything }, needs: ['name'] },
  'amazon:effect': { attributes: { name: oneOf('whispered') }, needs: ['name'] },
  'amazon:emotion': {
    attributes: { name: oneOf('excited', 'disappointed'), intensity: oneOf('low', 'medium', 'high') },
    needs: ['name', 'intensity'],
  },
  'amazon:domain': {
    attributes: { name: oneOf('conversational', 'long-form', 'music', 'news', 'fun') },
    needs: ['name'],
  },
  'alexa:name': { attributes: { type: oneOf('first'), personId: anything }, needs: ['personId'] },
};
