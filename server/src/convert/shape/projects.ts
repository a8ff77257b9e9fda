import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { FieldLabel } from '../../document/schema.js';
import { field, heading, list, text } from '../nodes.js';

/** A proposal as the project template holds it. */
export interface Project {
  readonly fields: readonly ProjectField[];
  readonly line: number;
}

export interface ProjectField {
  readonly label: FieldLabel;
  readonly line: number;
  readonly blocks: readonly BlockContent[];
}

/** The fields of a proposal under a heading of this depth: a value of several blocks is a section of its own. */
export function projectBlocks(project: Project, depth: number): RootContent[] {
  const short = project.fields.filter(({ blocks }) => isShort(blocks));
  const long = project.fields.filter(({ blocks }) => !isShort(blocks));
  const items = short.map(({ label, blocks, line }) => field(label, phrasing(blocks), line));
  return [
    ...(items.length > 0 ? [list(items, project.line)] : []),
    ...long.flatMap(({ label, blocks, line }) => [heading(depth + 1, [text(label)], line), ...blocks]),
  ];
}

function isShort(blocks: readonly BlockContent[]): boolean {
  return blocks.length === 0 || (blocks.length === 1 && blocks[0]?.type === 'paragraph');
}

function phrasing(blocks: readonly BlockContent[]): PhrasingContent[] {
  const [first] = blocks;
  return first?.type === 'paragraph' ? first.children : [];
}
