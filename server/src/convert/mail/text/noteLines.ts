import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { blocksLines, type BlockContext } from './blockLines.js';
import type { MailLine } from './mailLine.js';

/** The notes at a mail's end: `[1] address`, and footnotes with their text. */
export function noteLines(root: Root, context: BlockContext): MailLine[] {
  const footnotes = footnotesIn(root);
  const lines: MailLine[] = [];
  const written = new Set<string>();
  // A footnote may refer to further notes.
  for (let rest = unwritten(context, written); rest.length > 0; rest = unwritten(context, written))
    for (const [of, number] of rest) {
      written.add(of);
      for (const line of linesOf(of, `[${number}] `, footnotes, context)) lines.push(line);
    }
  return lines;
}

function unwritten({ notes }: BlockContext, written: ReadonlySet<string>): (readonly [string, number])[] {
  return notes.all().filter(([of]) => !written.has(of));
}

function linesOf(
  of: string,
  mark: string,
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
  context: BlockContext,
): MailLine[] {
  const footnote = of.startsWith('^') ? footnotes.get(of.slice(1)) : undefined;
  if (footnote) {
    const margin = { first: mark, rest: ' '.repeat(mark.length) };
    return blocksLines(footnote.children, margin, context);
  }
  const end = context.source.length;
  return [{ text: mark + of, span: { start: end, end }, address: true }];
}

function footnotesIn(root: Root): Map<string, FootnoteDefinition> {
  const found = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}
