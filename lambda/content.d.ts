/** Filled by the build (tools/bundle.ts): what `content/` and `interactionModels/intents.yaml` compile to, but for topics and words. */
declare module 'bundle:content' {
  /** Each topic has a file of its own beside the bundle. */
  export const withoutTopics: Omit<import('./knowledge/types').Knowledge, 'topics'>;
  /** Every locale there is, in the order of content/locales.yaml. */
  export const locales: readonly string[];
}
