import type { Definition, FootnoteDefinition } from 'mdast';
import type { Archive } from '../../../archive/archive.js';
import type { Document } from '../../../document/document.js';
import type { Uncertain } from '../../report.js';
import type { TemplateForms } from '../forms.js';
import type { Surroundings } from './escape.js';
import type { Marks } from './marks.js';

/** What the parts of the writer share. */
export interface WriteContext {
  readonly document: Document;
  readonly archive: Archive;
  readonly forms: TemplateForms;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Footnotes that have been written out. */
  readonly noted: Set<string>;
  /** Actions and decisions by where they begin. */
  readonly marks: Marks;
  readonly uncertain: Uncertain[];
  readonly where: Surroundings;
  /** Lines of the document before the text that nodes were read from. */
  readonly linesBefore: number;
}

/** Tells of a place that the wiki has nothing for. */
export function doubt(context: WriteContext, line: number, what: string): void {
  context.uncertain.push({ line: context.linesBefore + line, what });
}
