import type { SectionFacts } from '../document/facts.js';
import { padAccess, writtenByAll } from '../document/schema.js';
import type { Section } from '../document/sections.js';
import { contains, overlaps, type Span } from '../text/span.js';
import { say } from '../text/say.js';
import { leavesOf } from './leaves.js';
import { defineRule } from './rule.js';

export const notesPadOnly = defineRule({
  id: 'notes-pad-only',
  summary: 'Notes are in a pad alone, or the address for writing in a pad is published',
  why: 'Pads go away, and whoever has the editing address of one can rewrite what was said.',
  kinds: ['event', 'proposal', 'notes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'none',
  examples: [
    {
      bad: '# Design Sessions 2024\n\n## Thursday\n\n### Virtio\n\n- Notes: ⟦<https://pad.riseup.net/p/virtio-2024>⟧\n\n### Rust\n\n⟦For notes, see <https://cryptpad.fr/pad/#/2/pad/view/abc/>⟧\n',
    },
    {
      bad: '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2024#Virtio]]\n- Date: 2024-06-04\n\nTaken in ⟦<https://cryptpad.fr/pad/#/2/pad/edit/abc/>⟧ and in ⟦[another pad](https://hackmd.io/abc?both)⟧.\n',
    },
    {
      good: '# Design Sessions 2024\n\n## Thursday\n\n### Virtio\n\n- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2024-06/msg00001.html>, written in <https://cryptpad.fr/pad/#/2/pad/view/abc/>\n',
    },
    {
      good: '# Virtio\n\n- Technical contact: Wei Liu\n- Description: Demand on Arm.\n- Preparation: add your questions to <https://cryptpad.fr/pad/#/2/pad/edit/abc/>\n',
    },
    {
      good: '# Design Sessions 2024\n\n## Thursday\n\nPlease use the [sign-up sheet](https://pad.riseup.net/p/sessions-2024).\n\n## Agenda\n\nIt is in <https://hackmd.io/abc?both>.\n',
    },
  ],
  concerns: (facts) => linksOfNotes(facts).length > 0 || openIn(facts).length > 0,
  checkSection: ({ section, facts, kind }) => {
    const alone = aloneIn(facts);
    const open =
      kind === 'proposal' || writtenByAll.test(facts.heading?.title ?? '')
        ? []
        : openIn(facts).filter(
            (span) => !alone.some((each) => overlaps(each, span)) && !writtenByAll.test(textAround(span, section)),
          );
    return [
      ...alone.map((span) => ({ span, message: inPadAlone() })),
      ...open.map((span) => ({ span, message: openToAll() })),
    ];
  },
});

const inPadAlone = (): string =>
  say`the notes are in a pad alone, which may go away; mail them to the list and link the mail`;
const openToAll = (): string => say`this address opens the pad for writing; give its address for reading`;

/** Where notes are linked, and only pads are. */
function aloneIn(facts: SectionFacts): Span[] {
  const links = linksOfNotes(facts);
  const pads = links.every(({ urls }) => urls.every((url) => padAccess(url) !== undefined));
  return pads ? links.map(({ span }) => span) : [];
}

function linksOfNotes(facts: SectionFacts): { readonly span: Span; readonly urls: readonly string[] }[] {
  const own = facts.fields.filter(({ label, urls }) => label === 'Notes' && urls.length > 0);
  const long = facts.heading?.field === 'Notes' ? facts.references : [];
  return [
    ...own.map(({ valueSpan, urls }) => ({ span: valueSpan, urls })),
    ...facts.notesLinks.flatMap(({ span, url }) => (url === undefined ? [] : [{ span, urls: [url] }])),
    ...long.flatMap(({ kind, span, target }) => (kind === 'link' ? [{ span, urls: [target] }] : [])),
  ];
}

/** What is said near a span, in the paragraph or heading that it stands in. */
function textAround(span: Span, { blocks, text }: Section): string {
  const leaf = leavesOf(blocks).find((each) => contains(each.span, span));
  return leaf ? text.slice(Math.max(leaf.span.start, span.start - 100), Math.min(leaf.span.end, span.end + 60)) : '';
}

/** Pads that anybody may write in. A proposal invites everybody to that, before the session. */
function openIn(facts: SectionFacts): Span[] {
  return facts.references.flatMap(({ kind, span, target }) =>
    kind === 'link' && padAccess(target) === 'edit' ? [span] : [],
  );
}
