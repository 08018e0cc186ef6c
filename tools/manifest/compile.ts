/**
 * Sources → skill.json, in Amazon's own schema. Pure.
 */
import type { Sources } from './load';
import { type Listing, saidFields } from './schema';

/** The sizes that the store shows. */
export const iconSizes = { small: 108, large: 512 } as const;

/** Where an icon stands in the package, and what the manifest calls it. */
export const iconFile = (size: number): string => `assets/images/icon-${size}.png`;

/** What Amazon is given, but for the addresses of the function: those are the deployment's. */
export interface Manifest {
  readonly manifest: {
    readonly manifestVersion: '1.0';
    readonly publishingInformation: {
      readonly category: string;
      readonly testingInstructions: string;
      readonly distributionMode: string;
      readonly isAvailableWorldwide: boolean;
      readonly distributionCountries?: readonly string[];
      readonly locales: Readonly<Record<string, Published>>;
    };
    readonly apis: { readonly custom: { readonly interfaces: readonly { readonly type: string }[] } };
    readonly permissions: readonly { readonly name: string }[];
    readonly privacyAndCompliance: Readonly<Record<string, unknown>> & {
      readonly locales: Readonly<Record<string, { readonly privacyPolicyUrl: string; readonly termsOfUseUrl: string }>>;
    };
    readonly events?: { readonly subscriptions: readonly { readonly eventName: string }[] };
  };
}

/** One locale's page of the store. */
export interface Published {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly examplePhrases: readonly string[];
  readonly keywords: readonly string[];
  readonly updatesDescription: string;
  readonly smallIconUri: string;
  readonly largeIconUri: string;
}

/** The locale's own words over those of its language; undefined where the language has no listing. */
export function listingOf({ locales, languages, regions }: Sources, locale: string): Listing | undefined {
  const base = languages.get(locales.data[locale]?.language ?? '')?.data;
  if (!base) return undefined;
  const region = regions.get(locale)?.data ?? {};
  return Object.fromEntries(saidFields.map((field) => [field, (region as Partial<Listing>)[field] ?? base[field]])) as Listing;
}

/** As the store shows it: the disclaimer is the last thing read. */
export const descriptionOf = ({ description, disclaimer: { purpose, doctor, emergency } }: Listing): string =>
  `${description}\n\n${purpose} ${doctor} ${emergency}`;

/** What the tester reads, permissions included. */
export const instructionsOf = ({ neutral: { data } }: Sources): string =>
  [data.testingInstructions, ...data.permissions.map(({ name, why }) => `Permission ${name}: ${why}`)].join(' ');

/** Where a page of the repository can be read. Of what GitHub shows, HEAD is the branch that is published. */
export const addressOf = (homepage: string, page: string): string =>
  new URL(homepage).hostname === 'github.com' ? `${homepage}/blob/HEAD/${page}` : `${homepage}/${page}`;

export function compileManifest(sources: Sources): Manifest {
  const { neutral, locales, homepage } = sources;
  const { category, distribution, privacy, pages, permissions, interfaces, events } = neutral.data;
  const { countries = [] } = distribution;
  const published = Object.keys(locales.data).flatMap((locale) => {
    const listing = listingOf(sources, locale);
    return listing ? [[locale, publish(listing)] as const] : [];
  });
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: {
        category,
        testingInstructions: instructionsOf(sources),
        distributionMode: distribution.mode,
        isAvailableWorldwide: distribution.worldwide,
        ...(countries.length > 0 ? { distributionCountries: countries } : {}),
        locales: Object.fromEntries(published),
      },
      apis: { custom: { interfaces } },
      permissions: permissions.map(({ name }) => ({ name })),
      privacyAndCompliance: {
        ...privacy,
        locales: Object.fromEntries(
          published.map(([locale]) => [
            locale,
            { privacyPolicyUrl: addressOf(homepage, pages.privacy), termsOfUseUrl: addressOf(homepage, pages.terms) },
          ]),
        ),
      },
      ...(events.length > 0 ? { events: { subscriptions: events.map((eventName) => ({ eventName })) } } : {}),
    },
  };
}

const publish = (listing: Listing): Published => ({
  name: listing.name,
  summary: listing.summary,
  description: descriptionOf(listing),
  examplePhrases: listing.examplePhrases,
  keywords: listing.keywords,
  updatesDescription: listing.whatsNew,
  smallIconUri: `file://${iconFile(iconSizes.small)}`,
  largeIconUri: `file://${iconFile(iconSizes.large)}`,
});

/** The text of the committed file. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/**
 * As it is uploaded. Amazon refuses events without an address, and before the first deployment there is none: ask-cli adds both,
 * from `skillEvents` in ask-resources.json.
 */
export const stagedText = ({ manifest: { events: _events, ...manifest } }: Manifest): string =>
  `${JSON.stringify({ manifest }, null, 2)}\n`;
