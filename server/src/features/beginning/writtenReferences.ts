import type { PhrasingContent } from 'mdast';
import { join, relative } from '../../archive/paths.js';
import { referenceTarget } from '../../archive/referenceText.js';
import type { DocumentFacts } from '../../document/document.js';
import type { Reference } from '../../document/facts.js';
import { toMarkdown } from '../../convert/markdown.js';
import { text as textNode, wikiLink } from '../../convert/nodes.js';
import { unwrapped } from '../../convert/wrap.js';

/** A text of a document, and the references in it, that is to be written elsewhere. */
export interface Moved {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly from: DocumentFacts;
  /** The path of the document that it comes to stand in. */
  readonly to: string;
}

/** The text as Markdown on one line, with its references leading where they led before. */
export function writtenWithReferences({ text, references, from, to }: Moved): string {
  const children: PhrasingContent[] = [];
  let rest = unwrapped(text).trim();
  for (const reference of [...references].sort((one, other) => one.span.start - other.span.start)) {
    const shown = shownIn(rest, reference);
    const node = shown === undefined ? undefined : nodeOf(reference, shown, { from, to });
    if (shown === undefined || !node) continue;
    const at = rest.indexOf(shown);
    if (at > 0) children.push(textNode(rest.slice(0, at)));
    children.push(node);
    rest = rest.slice(at + shown.length);
  }
  if (rest !== '') children.push(textNode(rest));
  return toMarkdown({ type: 'root', children: [{ type: 'paragraph', children }] }).trim();
}

/** How a reference stands in the text that facts tell: a link by what it shows, one of the wiki as it is written. */
function shownIn(text: string, { kind, target, text: shown = target }: Reference): string | undefined {
  if (kind === 'wiki') return /\[\[[^[\]\n]*\]\]/.exec(text)?.[0];
  return text.includes(shown) ? shown : undefined;
}

/** `undefined` for what is known by its name alone, such as an advisory. */
function nodeOf(
  reference: Reference,
  shown: string,
  { from, to }: Pick<Moved, 'from' | 'to'>,
): PhrasingContent | undefined {
  switch (reference.kind) {
    case 'wiki':
      return wikiLink(referenceTarget(reference.page || from.title, reference.section), reference.text);
    case 'link':
      return { type: 'link', url: leading(reference.target, from, to), children: [textNode(shown)] };
    case 'xsa':
      return reference.text === undefined
        ? undefined
        : { type: 'link', url: reference.target, children: [textNode(shown)] };
  }
}

/** A link's target, as seen from another document. */
function leading(target: string, from: DocumentFacts, to: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target)) return target;
  const [path = '', ...anchor] = target.split('#');
  const there = path === '' ? from.path : join(from.path, path);
  return [relative(to, there), ...anchor].join('#');
}
