/**
 * The compiled content for tests that talk to the dialog or the speech directly.
 */
import { join } from 'node:path';
import type { Knowledge } from '../../lambda/knowledge/types';
import { type Render, renderer } from '../../lambda/speech/render';
import { type Compiled, compileContent } from '../../tools/content/compile';
import { inventory, type Spoken } from '../../tools/content/inventory';
import { type Content, loadContent } from '../../tools/content/load';
import { loadCatalogue } from '../../tools/models/load';
import type { Catalogue } from '../../tools/models/model';

export const root = join(__dirname, '../..');

export const content: Content = loadContent(root);

export const catalogue: Catalogue = loadCatalogue(root, []) as Catalogue;

const compiled: Compiled = compileContent(content, Object.fromEntries(catalogue.intents.map(({ alexa, name }) => [alexa, name])));

export const knowledge: Knowledge = compiled.knowledge;

export const locales: readonly string[] = Object.keys(compiled.words);

export const renderIn = (locale: string): Render => renderer(locale, compiled.words[locale] ?? {});

export const everySpoken: readonly Spoken[] = inventory(content);
