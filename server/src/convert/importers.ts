import { term } from '../text/say.js';
import type { Converted, ImportContext, Source } from './converted.js';
import { isMail, readMails } from './mail/readMails.js';
import { readRendered } from './rendered/readRendered.js';
import { isMeetingText, readText } from './text/readText.js';
import { isWikitext, readWikitext } from './wikitext/readWikitext.js';

/** A form that documents can be made from. */
export interface Importer {
  /** Value of `--from`. */
  readonly format: string;
  /** How the form is named in a sentence. */
  readonly name: string;
  /** Whether a source is surely of this form. */
  readonly fits: (source: Source) => boolean;
  /** Total: any source gives documents, or a report of why it gives none. */
  readonly read: (source: Source, context: ImportContext) => Converted | Promise<Converted>;
}

/** Forms in the order in which a source is tried; the last one takes any text. */
export const importers: readonly Importer[] = [
  { format: 'mail', name: term`a mail`, fits: isMail, read: readMails },
  { format: 'text', name: term`a text`, fits: isMeetingText, read: readText },
  { format: 'wikitext', name: term`the source of a wiki page`, fits: isWikitext, read: readWikitext },
  { format: 'rendered', name: term`the text of a wiki page`, fits: () => true, read: readRendered },
];

/** The importer of a format; with `auto` the first that the source fits. `undefined` for a format nobody reads. */
export function importerFor(format: string, source: Source): Importer | undefined {
  if (format !== 'auto') return importers.find((each) => each.format === format);
  return importers.find((each) => each.fits(source)) ?? importers.at(-1);
}
