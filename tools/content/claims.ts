/**
 * What must never be said, language by language: diagnosis, dose, stop your medicine, cure, guarantee, hiding reassurance.
 */

/** Kinds of claims, each with the patterns that find it. */
export interface Forbidden {
  readonly kinds: Readonly<Record<string, { readonly patterns: readonly string[] }>>;
}

export interface Claim {
  readonly kind: string;
  /** The words that make it one. */
  readonly words: string;
}

/** Finds the forbidden claims in one text. The patterns were compiled when the file was read. */
export const claimsIn = (text: string, { data }: { readonly data: Forbidden }): Claim[] =>
  Object.entries(data.kinds).flatMap(([kind, { patterns }]) =>
    patterns.flatMap((pattern) => {
      const words = new RegExp(pattern, 'iu').exec(text.replaceAll('’', "'"))?.[0];
      return words === undefined ? [] : [{ kind, words }];
    }),
  );
