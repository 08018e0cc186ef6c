/**
 * What `content/` compiles to: structure only. The words live in one file a locale and are found by key;
 * facts and sources stay behind at build time, where every line is checked against them.
 */

/** What is said about one question, in which order, and what is offered afterwards. */
export interface Topic {
  readonly id: string;
  /** Said in this order, a page a turn. A topic of single answers (does X help?) has none. */
  readonly pages: readonly Page[];
  /** Slot → id → the lines that answer it, said before any page. `*` is any other id, `?` words with no id. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Intents offered once all is said; two at least, so that no question is asked twice running. */
  readonly offers: readonly string[];
  /** An intent offered after the first turn, before the next page; a no goes on with the page. */
  readonly asksFirst?: string;
  /** Whether the disclaimer may take the place of a second line. Not where a provider is named: that is the better ending. */
  readonly disclaimer: boolean;
}

export interface Page {
  readonly id: string;
  readonly lines: readonly string[];
  /** A line of it is only safe beside another: it is never said in part. */
  readonly whole: boolean;
}

/** One stretch: the muscles it serves, and the positions in which a verified fact supports it. */
export interface Stretch {
  readonly id: string;
  readonly muscles: readonly string[];
  /** The first is where a cramp finds people; it is used unless they say otherwise. */
  readonly positions: readonly string[];
  /** Position → seconds it is held during a cramp. */
  readonly holds: Readonly<Record<string, number>>;
  /** Position → how it is held when a stretch is asked for. */
  readonly guided: Readonly<Record<string, Guided>>;
  /** Whether there are words for helping somebody else. */
  readonly helper: boolean;
}

/** How often and how long, in seconds. */
export interface Guided {
  readonly hold: number;
  /** For somebody who goes slowly; a hold is never longer. */
  readonly longest: number;
  readonly times: number;
  /** 2 where each side has its turn. */
  readonly sides: 1 | 2;
  readonly rest: number;
}

/** Stretches that are done one after the other, held as long and as often at every pace. */
export interface Routine {
  readonly id: string;
  /** Ids of When that ask for it. */
  readonly when: readonly string[];
  readonly stretches: readonly string[];
  readonly hold: number;
  readonly times: number;
  readonly rest: number;
}

/** A question that must be answered with no before any stretch of these muscles, or these remedies during a cramp. */
export interface Gate {
  readonly id: string;
  readonly muscles: readonly string[];
  readonly remedies: readonly string[];
  /** The id of Symptom that a yes comes to; without one, a yes is an emergency. */
  readonly means?: string;
}

/** What was heard in one breath, by slot (or `intent`), and the id of Symptom or EmergencySign that it comes to. */
export interface Together {
  readonly when: readonly (readonly [slot: string, ids: readonly string[]])[];
  readonly means: string;
}

export interface Triage {
  /** Ids of EmergencySign, the most pressing first. */
  readonly emergencies: readonly string[];
  /** Ids of Symptom of level T: a provider today, said before anything else. */
  readonly today: readonly string[];
  /** Ids of Symptom that are less urgent and answered before a stretch all the same. */
  readonly beforeStretch: readonly string[];
  /** Ids of Symptom of level T after which no stretch follows in the same conversation. */
  readonly noStretchAfter: readonly string[];
  /** The first that fits counts. */
  readonly together: readonly Together[];
  readonly gates: readonly Gate[];
  /** Ids of Place where safety comes before the stretch. */
  readonly places: readonly string[];
}

/** Everything the dialog looks things up in. The same for every locale. */
export interface Knowledge {
  readonly topics: Readonly<Record<string, Topic>>;
  readonly stretches: readonly Stretch[];
  readonly routines: readonly Routine[];
  readonly triage: Triage;
  /** Alexa's intent name → ours. */
  readonly intents: Readonly<Record<string, string>>;
}

/** The words of danger of one locale, spoken → id; the most pressing first. Looked for where a slot has words but no id. */
export interface SignWords {
  readonly emergencySign: readonly (readonly [words: string, id: string])[];
  readonly symptom: readonly (readonly [words: string, id: string])[];
}

/** Words by dotted key. */
export type Words = Readonly<Record<string, string>>;

/** Looks words up in one locale; undefined where there are none. */
export type Find = (key: string) => string | undefined;
