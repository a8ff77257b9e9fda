import type {
  BlockContent,
  Heading,
  Link,
  List,
  ListItem,
  Literal,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';

/** The wiki's own link, `[[Page#Section|text]]`, which is text to Markdown and a reference to the format. */
export interface WikiLink extends Literal {
  readonly type: 'wikiLink';
  /** With its brackets. */
  readonly value: string;
}

/** What the readers of other forms know of a block beyond Markdown. */
export interface BlockData {
  /** Whether it follows the block before it without a blank line. */
  attached?: boolean;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
  interface ParagraphData {
    attached?: BlockData['attached'];
  }
  interface ListData {
    attached?: BlockData['attached'];
  }
}

/** Position of a node that began in a line of the source. */
export function at(line: number): NonNullable<Nodes['position']> {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}

/** The source's line that a node began in. */
export function lineOf(node: Nodes | undefined): number {
  return node?.position?.start.line ?? 1;
}

export function text(value: string): Text {
  return { type: 'text', value };
}

export function heading(depth: number, children: PhrasingContent[], line: number): Heading {
  return { type: 'heading', depth: Math.min(6, Math.max(1, depth)) as Heading['depth'], children, position: at(line) };
}

export function paragraph(children: PhrasingContent[], line: number, data?: BlockData): Paragraph {
  return { type: 'paragraph', children, position: at(line), ...(data && { data }) };
}

export function listItem(children: ListItem['children'], line: number, checked?: boolean): ListItem {
  return { type: 'listItem', spread: false, checked: checked ?? null, children, position: at(line) };
}

export function list(children: ListItem[], line: number, data?: BlockData): List {
  return { type: 'list', ordered: false, spread: false, children, position: at(line), ...(data && { data }) };
}

/** An address shown as itself. */
export function address(url: string): Link {
  return { type: 'link', url, children: [text(url)] };
}

export function wikiLink(target: string, shown?: string): WikiLink {
  return { type: 'wikiLink', value: shown === undefined ? `[[${target}]]` : `[[${target}|${shown}]]` };
}

/** What a reader sees of a node, links of the wiki as they are written. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  if (Array.isArray(node)) return (node as readonly Nodes[]).map(plainText).join('');
  const one = node as Nodes;
  if ('value' in one) return one.value;
  if (one.type === 'break') return '\n';
  if ('alt' in one) return one.alt ?? '';
  return 'children' in one ? plainText(one.children) : '';
}

/** A field of a field list: `Label: value`, with what its value goes on in. */
export function field(label: string, value: PhrasingContent[], line: number, more: BlockContent[] = []): ListItem {
  const head = value.length > 0 ? [text(`${label}: `), ...value] : [text(`${label}:`)];
  return listItem([paragraph(head, line), ...more], line);
}

/** Whether a node is a heading. */
export function isHeading(node: RootContent | undefined): node is Heading {
  return node?.type === 'heading';
}
