import { place, type Document } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionFact } from '../document/sessions.js';
import { memo } from '../text/memo.js';
import { overlaps, type Span } from '../text/span.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

const text = 'Live update exchanges the running hypervisor in place, and its guests should see nothing of it.';

export const descriptionDuplicated = defineRule({
  id: 'description-duplicated',
  summary: 'Two sessions of a page share one description',
  why: 'It was pasted under the wrong title, and what the other session was about is lost.',
  kinds: ['event'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: `# Design Sessions 2019\n\n## Thursday\n\n### Live Updating Xen\n\n- Notes: unknown\n\n${text}\n\n### LivePatch improvements\n\n- Notes: none\n\n⟦${text}⟧\n`,
    },
    {
      bad: `# Design Sessions 2019\n\n## Thursday\n\n### Live Updating Xen\n\n- Description: ${text}\n\n### LivePatch improvements\n\n- Description: ⟦${text}⟧\n`,
    },
    {
      good: '# Design Sessions 2019\n\n## Thursday\n\n### Rust\n\nNo description is kept.\n\n### Virtio\n\nNo description is kept.\n',
    },
  ],
  check: ({ document }) => {
    const first = new Map<string, SessionFact>();
    return document.facts.sessions.flatMap((session): Finding[] => {
      const { summary = '' } = session;
      // Short texts are alike by nature: "No description was written".
      const description = summary.length < shortest ? '' : folded(summary);
      if (description.length < shortest) return [];
      const earlier = first.get(description);
      if (!earlier) {
        first.set(description, session);
        return [];
      }
      const message = say`"${earlier.title}" has the same description; keep it where it belongs and describe the other session`;
      const span = descriptionSpan(session, document);
      const related = [
        { path: document.path, span: descriptionSpan(earlier, document), message: `"${earlier.title}"` },
      ];
      return [{ span, message, related }];
    });
  },
});

const shortest = 60;

/** While one session is written, the others' descriptions stay. */
const folded = memo((summary: string) => summary.toLowerCase().replace(/\s+/g, ' ').trim());

/** The field or paragraph that holds the description, else the session's title. */
function descriptionSpan(session: SessionFact, document: Document): Span {
  for (const index of [session.section, ...session.below]) {
    const section = document.facts.sections[index];
    const field = section && fieldNamed(section.facts, 'Description');
    const span =
      field && session.summary?.startsWith(field.value) ? field.valueSpan : summarySpan(index, session, document);
    if (section && span) return place(section, span);
  }
  return session.titleSpan;
}

/** The first paragraph that is neither a field list nor a notes link, where the session's summary was read from it. */
function summarySpan(index: number, session: SessionFact, { facts, cut }: Document): Span | undefined {
  const section = facts.sections[index]?.facts;
  if (!section || section.summary !== session.summary) return undefined;
  const taken = [...section.fields, ...section.notesLinks];
  return cut.sections[index]?.blocks.find(
    (block) => block.type === 'paragraph' && !taken.some(({ span }) => overlaps(span, block.span)),
  )?.span;
}
