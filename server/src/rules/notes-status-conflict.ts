import type { Document, PlacedFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import { isArchiveUrl, statedNone } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import { say } from '../text/say.js';
import { moveToGroup } from './moveToGroup.js';
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
  const edits = moveToGroup(own, session, document);
  // Two sessions of one title are somebody's mistake already; which of them belongs there is not ours to tell.
  const twice = document.facts.sessions.filter((other) => other.title === session.title).length > 1;
  const title =
    own === 'published'
      ? say`Move the session to the group with notes`
      : say`Move the session to the group without notes`;
  const group = session.group ?? '';
  return {
    span: session.titleSpan,
    message:
      own === 'published'
        ? say`notes are linked here, yet it stands under "${group}"; move it to the other group`
        : say`the session says that it has no notes, yet it stands under "${group}"; move it to the other group`,
    ...(edits.length > 0 && { fixes: [{ title, edits }] }),
    ...(twice && { choice: true }),
  };
}
