/** What leaves the speech folder: finished words, ready for any device. */
export interface Rendered {
  /** Complete SSML document, `<speak>…</speak>`. */
  readonly ssml: string;
  /** The same as plain text, for a card. */
  readonly text: string;
  /** Complete SSML of the reprompt; present exactly when the microphone opens. */
  readonly reprompt?: string;
  readonly card?: { readonly title: string; readonly text: string };
}
