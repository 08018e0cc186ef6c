/**
 * Takes Alexa's own words off an utterance: the wake word, the launch phrase and the name of the skill.
 */

export interface Invocation {
  /** The skill is asked for by name. */
  readonly named: boolean;
  /** What is left for the skill; empty for a plain launch. */
  readonly rest: string;
}

/** "Computer" and the like are a wake word only when a comma says so: "computer work gives me cramps" is a question. */
const wakeWord = /^(?:(?:alexa|ziggy)\b[,.!]?|(?:amazon|echo|computer)[,.!])\s*/i;

const english = 'ask|tell|open|launch|start|use|load|begin|run|play|resume|enable|(?:talk|speak) (?:to|with)';

/** Launch phrases by language; English where a language has none here. Only what stands before the name counts as one. */
const launchPhrases: Readonly<Record<string, string>> = {
  de: 'frage?|sage?|öffne|starte|lade|erzähle?|aktiviere|spiele?|beginne|(?:sprich|rede) mit',
  fr: 'demande à|dis à|ouvre|lance|démarre|active|utilise|parle à',
  es: 'pregunta a|di(?:le)? a|abre|lanza|inicia|empieza|activa|usa|habla con|pregunta|di',
  it: 'chiedi a|di a|apri|avvia|lancia|inizia|attiva|usa|parla con|chiedi|di',
  pt: 'pergunte (?:a|para)|peça (?:a|para)|abra|abrir|inicie|iniciar|começar|ative|use|fale com|pergunta|diga (?:a|para)',
};

/** How the name may follow the question in English: "how do I ease a cramp using cramp helper". */
const trailing = /^(.+?),? (?:using|with|from|in|through|by asking)$/;

export function invocation(utterance: string, name: string, locale: string): Invocation {
  const said = utterance.trim().replace(/\s+/g, ' ');
  const awake = said.replace(wakeWord, '');
  const phrases = launchPhrases[locale.slice(0, 2)] ?? english;
  const leading = new RegExp(`^(?:${phrases}) ${literal(name)}(?![\\p{L}\\p{M}'’])[,.!?:]?\\s*`, 'iu').exec(awake);
  if (leading) return { named: true, rest: awake.slice(leading[0].length) };
  const atEnd = new RegExp(`(?:^| )${literal(name)}[.!?]?$`, 'iu').exec(awake);
  if (!atEnd) return { named: false, rest: awake === '' ? said : awake };
  const before = awake.slice(0, atEnd.index);
  if (before === '') return { named: true, rest: '' };
  const asked = trailing.exec(before)?.[1];
  return asked === undefined ? { named: false, rest: awake } : { named: true, rest: asked };
}

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
