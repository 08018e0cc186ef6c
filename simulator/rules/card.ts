/**
 * The four cards of the Alexa app, and what each is made of.
 */

interface Shape {
  readonly needs: readonly string[];
  readonly may?: readonly string[];
}

const shapes: Readonly<Record<string, Shape>> = {
  Simple: { needs: ['title', 'content'] },
  Standard: { needs: ['title', 'text'], may: ['image'] },
  LinkAccount: { needs: [] },
  AskForPermissionsConsent: { needs: ['permissions'] },
};
const longestAddress = 2000;

/** Why Alexa would not show this card, or undefined when it would. */
export function cardFault(card: unknown): string | undefined {
  const fields: Record<string, unknown> = { ...(card as Record<string, unknown>) };
  const { type: written, image } = fields;
  const type = String(written);
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (!shape) return `no such card as ${type}`;
  const known = ['type', ...shape.needs, ...(shape.may ?? [])];
  const extra = Object.keys(fields).find((name) => fields[name] !== undefined && !known.includes(name));
  if (extra !== undefined) return `a ${type} card has no \`${extra}\``;
  for (const name of shape.needs) {
    const value = fields[name];
    const filled = name === 'permissions' ? Array.isArray(value) && value.length > 0 : typeof value === 'string' && value !== '';
    if (!filled) return `a ${type} card needs \`${name}\``;
  }
  for (const address of addresses(image)) {
    if (!address.startsWith('https://')) return `the image ${address} is not https`;
    if (address.length > longestAddress) return `an image address is longer than ${longestAddress} characters`;
  }
  return undefined;
}

/** Everything on a card that counts as text. */
export function cardText(card: unknown): string {
  const { title, content, text, image } = card as Record<string, unknown>;
  return [title, content, text, ...addresses(image)].filter((one) => typeof one === 'string').join('');
}

const addresses = (image: unknown): string[] => {
  const { smallImageUrl, largeImageUrl } = { ...(image as Record<string, unknown> | undefined) };
  return [smallImageUrl, largeImageUrl].filter((address) => typeof address === 'string');
};
