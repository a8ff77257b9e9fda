import { asWritten, foldTitle } from '../archive/names.js';
import { mayLeadIntoArchive, resolveReference } from '../archive/references.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { notesTitle } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import { memo } from '../text/memo.js';
import { contains } from '../text/span.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

const page = { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Xen Distros\n\n- Notes: unknown\n' };

export const titleCaseMismatch = defineRule({
  id: 'title-case-mismatch',
  summary: "A session's title is written otherwise than on its page",
  why: 'The wiki finds a section by its exact title, and a search for one title misses what was filed under the other.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'hint', post: 'info' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Design session notes: ⟦Xen on Distros⟧\n\n- Session: [[Design Sessions 2019#Xen Distros]]\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Xen Distros\n\n- Session: [[Design Sessions 2019#Xen Distros]]\n- Date: 2019-07-11\n',
      files: page,
    },
    {
      bad: '# Design Sessions 2020\n\n## Packages\n\nAs in ⟦[[Design Sessions 2019#xen distros|the year before]]⟧.\n',
      fixed: '# Design Sessions 2020\n\n## Packages\n\nAs in [[Design Sessions 2019#Xen Distros|the year before]].\n',
      files: page,
    },
    {
      good: '# Design session notes: Xen on Distros\n\n- Session: [[Design Sessions 2019#Xen Distros]]\n- Date: 2019-07-11\n',
      files: {
        'events/2019.md':
          '# Design Sessions 2019\n\n## Thursday\n\n### Xen Distros\n\n- Formerly: Xen on Distros\n- Notes: unknown\n',
      },
    },
    {
      good: '# Design Sessions 2020\n\n## Packages\n\nAs in [[Design_Sessions_2019#Xen_Distros]] and [there](events/2019.md#xen-distros).\n',
      files: page,
    },
  ],
  concerns: ({ references }) => references.some(mayLeadIntoArchive),
  check: (context) => [
    ...(context.kind === 'notes' ? ownTitle(context) : []),
    ...context.sections.flatMap((section) =>
      section.facts.references.flatMap((reference) => wrongCase(reference, section, context)),
    ),
  ],
});

/** The title of notes against the title of the session they are of. */
function ownTitle({ document, archive }: DocumentContext): Finding[] {
  const { title, titleSpan } = document.facts;
  const named = notesTitle.exec(title)?.[1];
  const reference = named === undefined ? undefined : sessionReference(document.facts);
  const found = reference && resolveReference(archive, reference, document.facts);
  if (named === undefined || found?.kind !== 'found' || !found.session || isTitleOf(named, found.session)) return [];
  const span = { start: titleSpan.end - named.length, end: titleSpan.end };
  if (document.text.slice(span.start, span.end) !== named) return [];
  const right = found.session.title;
  const message = say`the session is called "${right}" on its page; use that title, or list this one there under "Formerly"`;
  return [{ span, message, fixes: [{ title: say`Write "${right}"`, edits: [{ span, text: right }] }] }];
}

/** What the field "Session" refers to. */
function sessionReference({ sections }: DocumentFacts): Reference | undefined {
  for (const { facts } of sections) {
    const field = fieldNamed(facts, 'Session');
    if (field) return facts.references.find((reference) => contains(field.valueSpan, reference.span));
  }
  return undefined;
}

function isTitleOf(name: string, { title, formerly }: SessionFact): boolean {
  return asWritten(name) === asWritten(title) || formerly.some((former) => foldTitle(former) === foldTitle(name));
}

/** A reference that names a section in other letters than its heading does; one by a former title is another rule's. */
function wrongCase(reference: Reference, at: PlacedFacts, { document, archive }: DocumentContext): Finding[] {
  if (reference.kind !== 'wiki' || reference.section === undefined) return [];
  const target = reference.page === '' ? document.facts : archive.pages(reference.page)[0];
  if (!target || titlesOf(target).has(asWritten(reference.section))) return [];
  const found = resolveReference(archive, reference, document.facts);
  const right = found.kind === 'found' ? found.section?.facts.heading?.title : undefined;
  if (right === undefined || foldTitle(right) !== foldTitle(reference.section)) return [];
  if (asWritten(right) === asWritten(reference.section)) return [];
  const span = place(at, reference.span);
  const source = document.text.slice(span.start, span.end);
  const text = source.replace(/#[^|\]]*/, () => `#${right}`);
  const fixes = /[|[\]]/.test(right) ? [] : [{ title: say`Write "${right}"`, edits: [{ span, text }] }];
  return [{ span, message: say`the section is called "${right}"; write it so`, ...(fixes.length > 0 && { fixes }) }];
}

/** Headings of a document as they are written: most references name one of them exactly. */
const titlesOf = memo(
  ({ sections }: DocumentFacts): ReadonlySet<string> =>
    new Set(sections.flatMap(({ facts }) => (facts.heading ? asWritten(facts.heading.title) : []))),
);
