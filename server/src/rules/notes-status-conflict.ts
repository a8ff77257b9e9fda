import type { Document, PlacedFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import { isArchiveUrl, statedNone } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import type { TextEdit } from '../text/edits.js';
import { insertAt, lineEnding } from './insertField.js';
import { defineRule, type Finding } from './rule.js';

type Status = 'published' | 'unpublished';

export const notesStatusConflict = defineRule({
  id: 'notes-status-conflict',
  summary: 'A session stands in the group that says the opposite of what it says itself',
  why: 'Readers go by the group; they look for notes that are not there, or miss some that are.',
  kinds: ['event'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Rust and Xen\n\n- Notes: unknown\n\n## Sessions without published notes\n\n### ⟦Virtio⟧\n\n- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#01746>\n\n#### Problem to solve\n\nDemand on Arm.\n\n### Xen on RISC-V\n\n- Notes: none\n',
      fixed:
        '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Rust and Xen\n\n- Notes: unknown\n\n### Virtio\n\n- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#01746>\n\n#### Problem to solve\n\nDemand on Arm.\n\n## Sessions without published notes\n\n### Xen on RISC-V\n\n- Notes: none\n',
    },
    {
      bad: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### (NO NOTES) ⟦Rust and Xen⟧\n\n### Virtio\n\n- Notes: unknown\n\n## Sessions without published notes\n',
      fixed:
        '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Virtio\n\n- Notes: unknown\n\n## Sessions without published notes\n\n### (NO NOTES) Rust and Xen\n',
    },
    { bad: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### ⟦Rust and Xen⟧\n\n- Notes: none\n' },
    {
      good: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Rust and Xen\n\n- Notes: unknown\n\n## Sessions without published notes\n\n### Virtio\n\nSee <https://docs.oasis-open.org/virtio/>\n',
    },
    { good: '# Design Sessions 2018\n\n## Performance\n\n### XenWatch\n\n- Notes: none\n' },
  ],
  check: ({ document }) =>
    document.facts.sessions.flatMap((session) => {
      const own = session.grouped && statusOf(session, document.facts.sections);
      return own && own !== session.grouped ? [conflict(document, session, own)] : [];
    }),
});

/** What the session itself says; `undefined` when it says nothing, or that it does not know. */
function statusOf(session: SessionFact, sections: readonly PlacedFacts[]): Status | undefined {
  const facts = sections[session.section]?.facts;
  const field = facts && fieldNamed(facts, 'Notes');
  if (facts?.heading?.mark === 'noNotes' || statedNone.test(field?.value ?? '')) return 'unpublished';
  // "See <address>" below a proposal may lead to anything; an address in the list's archive is that of a report.
  return field?.urls.length || session.notes.some(isArchiveUrl) ? 'published' : undefined;
}

function conflict(document: Document, session: SessionFact, own: Status): Finding {
  const says = own === 'published' ? 'notes are linked here' : 'the session says that it has no notes';
  const edits = moveTo(own, session, document);
  // Two sessions of one title are somebody's mistake already; which of them belongs there is not ours to tell.
  const twice = document.facts.sessions.filter((other) => other.title === session.title).length > 1;
  const fixes = [{ title: `Move the session to the group ${own === 'published' ? 'with' : 'without'} notes`, edits }];
  return {
    span: session.titleSpan,
    message: `${says}, yet it stands under "${session.group ?? ''}"; move it to the other group`,
    ...(edits.length > 0 && { fixes }),
    ...(twice && { choice: true }),
  };
}

/** Edits that move the session and what stands below it to the end of the group; none when the page has no such group. */
function moveTo(role: Status, session: SessionFact, document: Document): TextEdit[] {
  const { sections } = document.facts;
  const group = sections.find((section) => section.facts.heading?.role === role);
  const from = sections[session.section];
  const last = sections[session.below.at(-1) ?? session.section];
  if (!group || !from || !last || isLeftOpen(document)) return [];
  const depth = group.facts.heading?.depth ?? 0;
  // At the group's own level the session would stand beside it, not in it.
  if ((from.facts.heading?.depth ?? 0) <= depth) return [];
  const next = sections.find(({ index, facts }) => index > group.index && (facts.heading?.depth ?? 7) <= depth);
  const gap = lineEnding(document.text).repeat(2);
  const end = trimmed(document.text, last.end);
  const target = trimmed(document.text, next?.start ?? document.text.length);
  return [
    { span: { start: trimmed(document.text, from.start), end }, text: '' },
    insertAt(target, gap + document.text.slice(from.start, end)),
  ];
}

/** Whether the document ends in a code block or in HTML that may not be closed: moved, it would swallow what follows. */
function isLeftOpen({ cut }: Document): boolean {
  const section = cut.sections.at(-1);
  const block = section?.blocks.at(-1);
  if (block?.type === 'html') return true;
  return block?.type === 'code' && !/\n {0,3}(?:`{3,}|~{3,})\s*$/.test(section?.text.slice(block.span.start) ?? '');
}

/** Where the text before an offset ends, blank lines aside. */
function trimmed(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}
