/**
 * What a rule of the manifest is, and what it is given to look at.
 */
import type { Model } from '../../../simulator/nlu/model';
import type { ForbiddenFile } from '../../content/schema';
import type { Phrases } from '../../models/model';
import type { Problem } from '../../problems';
import type { Source } from '../../yaml';
import { listingOf } from '../compile';
import type { Sources } from '../load';
import { type Listing, saidFields } from '../schema';
import type { Stranger, Use } from '../uses';

export interface View extends Sources {
  /** Locale → the model that Alexa is taught. Empty where phrases are at fault: that is told elsewhere. */
  readonly models: ReadonlyMap<string, Model>;
  /** Locale → the words that Alexa keeps for itself, and the invocation name. */
  readonly phrases: ReadonlyMap<string, Phrases>;
  /** What is never said, a file a language. */
  readonly claims: readonly Source<ForbiddenFile>[];
  readonly uses: readonly Use[];
  readonly strangers: readonly Stranger[];
}

/** One thing a schema cannot say. `description` says where the demand comes from. */
export interface Rule {
  readonly name: string;
  readonly description: string;
  readonly check: (view: View) => readonly Problem[];
}

/** A locale's page, and where each part of it is written. */
export interface Page {
  readonly locale: string;
  readonly language: string;
  readonly listing: Listing;
  readonly placeOf: (field: keyof Listing, ...path: readonly number[]) => { readonly file: string; readonly line: number };
}

/** Every locale that has a page. */
export const pagesOf = (view: View): Page[] =>
  Object.entries(view.locales.data).flatMap(([locale, { language }]) => {
    const listing = listingOf(view, locale);
    const base = view.languages.get(language);
    if (!listing || !base) return [];
    const region = view.regions.get(locale);
    const placeOf: Page['placeOf'] = (field, ...path) => {
      const { file, lineOf } = region?.data[field] === undefined ? base : region;
      return { file, line: lineOf([field, ...path]) };
    };
    return [{ locale, language, listing, placeOf }];
  });

/** Everything a page says but for the disclaimer, which says "treatment" because Amazon asks it to. */
export const textsOf = ({ listing, placeOf }: Page) =>
  saidFields.flatMap((field) => {
    const value = listing[field];
    if (typeof value === 'string') return [{ what: field, text: value, ...placeOf(field) }];
    return Array.isArray(value) ? value.map((text, index) => ({ what: field, text, ...placeOf(field, index) })) : [];
  });
