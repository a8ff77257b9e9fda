import { foldTitle, slug } from '../archive/names.js';
import { relative } from '../archive/paths.js';
import { resolveReference } from '../archive/references.js';
import { place, type DocumentFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import type { Span } from '../text/span.js';
import { nearest } from './nearest.js';
import { defineRule, type DocumentContext, type Finding, type Fix } from './rule.js';

export const referenceUnresolved = defineRule({
  id: 'reference-unresolved',
  summary: 'A reference leads to a page, file or heading that is not there',
  why: 'The reader who follows it ends nowhere, and the session it meant is lost to the archive.',
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Design session notes: Virtio\n\n- Session: ⟦[[Design Sessions 2019#Virtio on Xne]]⟧\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio on Xen]]\n- Date: 2019-07-11\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Virtio on Xen\n' },
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee ⟦[the vote](#vote)⟧ and ⟦[last time](minutes/2013-1.md)⟧.\n\n## Votes\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee [the vote](#votes) and [last time](minutes/2013-01.md).\n\n## Votes\n',
      files: { 'minutes/2013-01.md': '# January 2013 minutes\n' },
    },
    {
      bad: '# Virtio\n\n- Technical contact: Wei Liu\n- Description: As ⟦[[Design Sessions 2018#Virtio]]⟧.\n',
      fixed: '# Virtio\n\n- Technical contact: Wei Liu\n- Description: As [[Design Sessions 2019#Virtio]].\n',
      files: {
        'events/2018.md': '# Design Sessions 2018\n\n## Thursday\n\n### PVH\n',
        'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n',
      },
    },
    {
      good: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\nAs [[#Rust|that one]], `[[x#y]]`, [[Prototype]] and <https://xenproject.org/>.\n\n### Rust\n',
    },
  ],
  check: (context) =>
    context.document.facts.sections.flatMap((section) =>
      section.facts.references.flatMap((reference) => {
        const problem = problemOf(reference, context);
        return problem ? [finding(problem, place(section, reference.span), context)] : [];
      }),
    ),
});

interface Problem {
  readonly message: string;
  /** What it could refer to, and the text that says so in place of `old` or of the whole reference. */
  readonly instead: readonly { readonly shown: string; readonly old?: string; readonly text: string }[];
}

function finding({ message, instead }: Problem, span: Span, { document }: DocumentContext): Finding {
  const source = document.text.slice(span.start, span.end);
  const fixes = instead.flatMap(({ shown, old = source, text }): Fix[] => {
    const at = source.lastIndexOf(old);
    const start = span.start + at;
    return at < 0
      ? []
      : [{ title: `Refer to "${shown}"`, edits: [{ span: { start, end: start + old.length }, text }] }];
  });
  const advice = instead[0] ? `, such as "${instead[0].shown}"` : '';
  return { span, message: `${message}${advice}`, ...(fixes.length > 0 && { fixes }) };
}

function problemOf(reference: Reference, context: DocumentContext): Problem | undefined {
  const resolution = resolveReference(context.archive, reference, context.document.facts);
  if (reference.kind === 'wiki') {
    if (resolution.kind === 'noSection') return noSection(reference, resolution.document, context);
    return resolution.kind === 'noPage' ? noPage(reference, context) : undefined;
  }
  if (resolution.kind === 'noSection') return noAnchor(reference.target, resolution.document, context);
  return resolution.kind === 'noPage' ? noFile(reference.target, context) : undefined;
}

type WikiReference = Extract<Reference, { kind: 'wiki' }>;

/** The section may be slightly otherwise named, or stand on another page. */
function noSection(reference: WikiReference, page: DocumentFacts, context: DocumentContext): Problem {
  const titles = page.sections.flatMap(({ facts }) => facts.heading?.title ?? []);
  const near = nearest(reference.section ?? '', titles).map((title) => wiki(reference, reference.page, title));
  const message = `"${page.title}" has no section "${reference.section ?? ''}"; refer to one that is there`;
  return { message, instead: [...near, ...elsewhere(reference, context)] };
}

/** `[[Words]]` alone may be anything; with a section, or close to a page's title, it is a reference to a page. */
function noPage(reference: WikiReference, context: DocumentContext): Problem | undefined {
  const { documents, fallback } = context.archive;
  const known = [...documents.values(), ...(fallback?.documents.values() ?? [])];
  const pages = nearest(
    reference.page,
    known.flatMap(({ kind, title }) => (kind && title !== '' ? [title] : [])),
  );
  if (reference.section === undefined && pages.length === 0) return undefined;
  const message = `the archive has no page "${reference.page}"; add it, or refer to one that is there`;
  const near = pages.map((page) => wiki(reference, page, reference.section));
  return { message, instead: near.length > 0 ? near : elsewhere(reference, context) };
}

/** Sessions of the same title on other pages. */
function elsewhere(reference: WikiReference, { archive, document: here }: DocumentContext): Problem['instead'] {
  const key = foldTitle(reference.section ?? '');
  const others = archive.knownSessions().filter(({ document }) => document.path !== here.path);
  const same = others.filter(({ session }) => foldTitle(session.title) === key);
  return same.map(({ document, session }) => wiki(reference, document.title, session.title));
}

function wiki(reference: WikiReference, page: string, section: string | undefined): Problem['instead'][number] {
  const target = section === undefined ? page : `${page}#${section}`;
  return { shown: target, text: `[[${target}${reference.text === undefined ? '' : `|${reference.text}`}]]` };
}

function noAnchor(target: string, document: DocumentFacts, context: DocumentContext): Problem | undefined {
  const [path = '', anchor = ''] = target.split('#', 2);
  const own = document.path === context.document.path;
  if (/^L\d+/.test(anchor) || (own && hasHtmlAnchor(context.document.text, anchor))) return undefined;
  const anchors = document.sections.flatMap(({ facts }) => (facts.heading ? slug(facts.heading.title) : []));
  const message = `no heading has the anchor "${anchor}"; link to one that is there`;
  return { message, instead: nearest(anchor, anchors).map((near) => link(target, `${path}#${near}`)) };
}

function hasHtmlAnchor(text: string, anchor: string): boolean {
  const forms = ['id="', "id='", 'name="', "name='"];
  return forms.some((form) => text.includes(`${form}${anchor}${form.at(-1) ?? ''}`));
}

/** A document that stands alone, with nothing known around it, may link to any file. */
function noFile(target: string, { document, archive }: DocumentContext): Problem | undefined {
  if (archive.documents.size < 2) return undefined;
  const [path = '', anchor] = target.split('#', 2);
  const paths = [...archive.documents.keys()].map((each) => relative(document.path, each));
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  const message = `there is no file "${path}"; link to one that is there`;
  return { message, instead: nearest(path, paths).map((near) => link(target, `${near}${fragment}`)) };
}

function link(target: string, shown: string): Problem['instead'][number] {
  return { shown, old: target, text: shown };
}
