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
}

/** One stretch: the muscles it serves, and the positions in which a verified fact supports it. */
export interface Stretch {
  readonly id: string;
  readonly muscles: readonly string[];
  /** The first is where a cramp finds people; it is used unless they say otherwise. */
  readonly positions: readonly string[];
  /** Whether there are words for helping somebody else. */
  readonly helper: boolean;
}

/** A question that must be answered with no before any stretch of these muscles. */
export interface Gate {
  readonly id: string;
  readonly muscles: readonly string[];
}

export interface Triage {
  /** Ids of EmergencySign, the most pressing first. */
  readonly emergencies: readonly string[];
  /** Ids of Symptom that are answered before any stretch. */
  readonly urgent: readonly string[];
  readonly gates: readonly Gate[];
  /** Ids of Place where safety comes before the stretch. */
  readonly places: readonly string[];
}

/** Everything the dialog looks things up in. The same for every locale. */
export interface Knowledge {
  readonly topics: Readonly<Record<string, Topic>>;
  readonly stretches: readonly Stretch[];
  readonly triage: Triage;
  /** Alexa's intent name → ours. */
  readonly intents: Readonly<Record<string, string>>;
}

/** One locale's words: dotted key → text. Written by the build, loaded when a request asks for the locale. */
export type Words = Readonly<Record<string, string>>;
