import { mayLeadIntoArchive, resolveReference } from '../archive/references.js';
import { place, type PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { overlaps, type Span } from '../text/span.js';
import { problemOfLink } from './brokenLink.js';
import { noPage, noSection, type Problem } from './brokenReference.js';
import { addSection } from './newSection.js';
import { defineRule, type DocumentContext, type Finding, type Fix } from './rule.js';
import { problemOfSession } from './sessionByName.js';
import { say } from '../text/say.js';

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
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee ⟦[last time](/minutes/2013-1.md)⟧ and [this](/minutes/2013-01.md).\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee [last time](/minutes/2013-01.md) and [this](/minutes/2013-01.md).\n',
      files: { 'minutes/2013-01.md': '# January 2013 minutes\n' },
    },
    {
      bad: '# Design session notes: Virtio\n\n- Session: ⟦Virtio on Xen⟧\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio on Xen]]\n- Date: 2019-07-11\n',
      files: {
        'events/2018.md': '# Design Sessions 2018\n\n- Date: 2018-06-20\n\n## Thursday\n\n### Virtio on Xen\n',
        'events/2019.md': '# Design Sessions 2019\n\n- Date: 2019-07-09\n\n## Thursday\n\n### Virtio on Xen\n',
      },
    },
    {
      bad: '# Design session notes: Virtio\n\n- Session: ⟦Design Sessions 2019#Virtio on Xne⟧\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio on Xen]]\n- Date: 2019-07-11\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Virtio on Xen\n' },
    },
    {
      bad: '# Design session notes: Virtio\n\n- Session: ⟦Virtio-on-Xen session⟧\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio on Xen]]\n- Date: 2019-07-11\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Virtio on Xen\n' },
    },
    {
      bad: '# Design session notes: Toolstacks\n\n- Session: ⟦[[Design Sessions 2019#Toolstacks session]]⟧\n- Date: 2019-07-11\n',
      fixed:
        '# Design session notes: Toolstacks\n\n- Session: [[Design Sessions 2019#Xen Toolstacks]]\n- Date: 2019-07-11\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Xen Toolstacks\n' },
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee ⟦[[#Open points]]⟧.\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee [[#Open points]].\n\n## Open points\n\nTODO\n',
    },
    {
      bad: '# Design session notes: Bridges\n\n- Session: ⟦[[Xen Networking#Bridging]]⟧\n- Date: 2019-07-11\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee [below](#next-steps).\n\n## <a name="next"></a>Next steps\n',
    },
    {
      good: '# Design session notes: C# bindings\n\n- Session: C# bindings\n- Date: 2019-07-11\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Virtio on Xen\n' },
    },
    {
      good: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\nAs [[#Rust|that one]], `[[x#y]]`, [[Prototype]] [[Xen Networking#Bridging]] and <https://xenproject.org/>.\n\n### Rust\n',
    },
  ],
  concerns: ({ references, fields }) =>
    references.some(mayLeadIntoArchive) || fields.some(({ label }) => label === 'Session'),
  check: (context) =>
    context.sections.flatMap((section) => [
      ...section.facts.references.flatMap((reference) => {
        const problem = problemOf(reference, section, context);
        return problem ? [finding(problem, reference.span, section, context)] : [];
      }),
      ...(context.kind === 'notes' ? sessionsByName(section, context) : []),
    ]),
});

function sessionsByName(section: PlacedFacts, context: DocumentContext): Finding[] {
  return section.facts.fields.flatMap((field) => {
    const problem = problemOfSession(field, section, context);
    return problem ? [finding(problem, field.valueSpan, section, context)] : [];
  });
}

function finding(
  { message, instead, missing }: Problem,
  written: Span,
  section: PlacedFacts,
  context: DocumentContext,
): Finding {
  const { document } = context;
  const source = document.cut.sections[section.index]?.text.slice(written.start, written.end) ?? '';
  const span = place(section, written);
  const others = instead.flatMap(({ shown, old = source, text }): Fix[] => {
    const at = source.lastIndexOf(old);
    const start = span.start + at;
    return at < 0
      ? []
      : [{ title: say`Refer to "${shown}"`, edits: [{ span: { start, end: start + old.length }, text }] }];
  });
  const fixes = [...others, ...(missing ? addSection(missing.title, missing.page, context) : [])];
  const advised = instead[0] ? say`${message}, such as "${instead[0].shown}"` : message;
  return { span, message: advised, ...(fixes.length > 0 && { fixes }) };
}

function problemOf(reference: Reference, section: PlacedFacts, context: DocumentContext): Problem | undefined {
  const resolution = resolveReference(context.archive, reference, context.document.facts);
  if (reference.kind !== 'wiki') return problemOfLink(reference.target, resolution, context);
  if (resolution.kind === 'noSection') return noSection(reference, resolution.document, context);
  if (resolution.kind !== 'noPage') return undefined;
  const session = fieldNamed(section.facts, 'Session');
  return noPage(reference, context, { ofSession: session !== undefined && overlaps(session.span, reference.span) });
}
