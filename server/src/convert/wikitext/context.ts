import type { FootnoteDefinition } from 'mdast';
import type { Archive } from '../../archive/archive.js';
import { positionIn } from '../../text/lines.js';
import type { Places } from '../places.js';
import type { TemplateForms } from './forms.js';

/** What the parts of the reader share. */
export interface WikiContext {
  readonly source: string;
  readonly lineStarts: readonly number[];
  readonly archive: Archive;
  readonly forms: TemplateForms;
  readonly places: Places;
  /** Footnotes met so far; they are defined at the end of the document. */
  readonly footnotes: FootnoteDefinition[];
  /** What a vote is: in minutes a motion, in a proposal the wish of somebody to come. */
  readonly votes: 'motions' | 'interest';
  /** Depth of the last heading. */
  depth: number;
}

/** The source's line of an offset, from 1. */
export function lineAt(context: WikiContext, offset: number): number {
  return positionIn(context.lineStarts, offset).line + 1;
}
