import type { Archive } from '../archive/archive.js';
import type { Document } from '../document/document.js';
import { mailExporters } from './mail/mailExporters.js';
import type { OutgoingMail } from './mail/outgoing/outgoingMail.js';
import type { Uncertain } from './report.js';
import { writeWikitext } from './wikitext/write/writeWikitext.js';

/** A form that a document can be written in. */
export interface Exporter {
  /** Value of `--to`. */
  readonly format: string;
  /** How the form is named in a sentence. */
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  /** Options that mean something to it. */
  readonly accepts: readonly (keyof ExportOptions)[];
  /** Whether what it writes is to be posted, so that what must hold before that is checked. */
  readonly posted?: true;
  readonly write: (
    document: Document,
    archive: Archive,
    options: ExportOptions,
  ) => Exported | { readonly problem: string } | Promise<Exported | { readonly problem: string }>;
}

export interface ExportOptions {
  readonly subject?: string;
  readonly from?: string;
  readonly cc?: readonly string[];
  readonly inReplyTo?: string;
}

export interface Exported {
  readonly text: string;
  /** What the form cannot say; lines are the document's. */
  readonly uncertain: readonly Uncertain[];
  /** For a form whose headers and encodings the host has to add. */
  readonly mail?: OutgoingMail;
}

export const exporters: readonly Exporter[] = [
  { format: 'wikitext', name: 'the source of a wiki page', extension: '.wiki', accepts: [], write: writeWikitext },
  ...mailExporters,
];

export function exporterFor(format: string): Exporter | undefined {
  return exporters.find((each) => each.format === format);
}
