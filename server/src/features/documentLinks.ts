import { resolveReference } from '../archive/references.js';
import { place } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { xsaAddress } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { say } from '../text/say.js';
import { lineAt, type FeatureContext } from './context.js';

/** A range that leads somewhere: into a document of the archive (line counted from 0), or to an address. */
export type DocumentLink = { readonly span: Span; readonly tooltip: string } & (
  { readonly path: string; readonly line: number } | { readonly url: string }
);

/** `[[…]]` references that resolve, and advisories named in text. Markdown's own links are the editor's business. */
export function documentLinks(context: FeatureContext): DocumentLink[] {
  return context.document.facts.sections.flatMap((section) =>
    section.facts.references.flatMap((reference) => linkOf(context, reference, place(section, reference.span)) ?? []),
  );
}

function linkOf({ archive, document }: FeatureContext, reference: Reference, span: Span): DocumentLink | undefined {
  if (reference.kind === 'xsa') {
    // One that is a Markdown link already has a text of its own.
    const bare = reference.text === undefined;
    return bare ? { span, url: xsaAddress(reference.number), tooltip: say`Xen Security Advisory` } : undefined;
  }
  if (reference.kind === 'link') return undefined;
  const resolution = resolveReference(archive, reference, document.facts);
  if (resolution.kind !== 'found') return undefined;
  const { document: to, section } = resolution;
  const offset = section?.facts.heading ? place(section, section.facts.heading.titleSpan).start : to.titleSpan.start;
  const title = section?.facts.heading?.title;
  const tooltip = title === undefined || title === to.title ? to.title : `${to.title}: ${title}`;
  return { span, path: to.path, line: lineAt(to, offset), tooltip };
}
