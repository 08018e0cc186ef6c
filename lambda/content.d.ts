/** Filled by the build (tools/bundle.ts): what `content/` and `interactionModels/intents.yaml` compile to, but for the words. */
declare module 'bundle:content' {
  export const knowledge: import('./knowledge/types').Knowledge;
  /** Every locale there is, in the order of content/locales.yaml. */
  export const locales: readonly string[];
}
