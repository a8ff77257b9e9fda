import { foldTitle } from '../archive/names.js';
import { resolveReference } from '../archive/references.js';
import { place, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { notesTitle, notesTitleFor } from '../document/schema.js';
import { contains, type Span } from '../text/span.js';
import { defineRule, type DocumentContext } from './rule.js';

export const mailSubjectForm = defineRule({
  id: 'mail-subject-form',
  summary: 'The subject of the mail would not tell which session the notes are of',
  why: 'Notes are found on the list by their subject: "Design session notes:" and the title of the session.',
  kinds: ['notes'],
  severity: { draft: 'off', post: 'info' },
  fix: 'none',
  examples: [
    {
      bad: '# ⟦Live Updating Xen⟧\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n- Date: 2019-07-11\n\nWhat state survives?\n',
    },
    {
      bad: '# Design session notes: Live Updating Xen\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n- Subject: ⟦Notes from Thursday⟧\n\nWhat state survives?\n',
    },
    {
      bad: '# ⟦Design session notes: PVH⟧\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n\nWhat state survives?\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Live Updating Xen\n\n- Notes: none\n' },
    },
    {
      good: '# Design session notes: Live-updating Xen, part 2\n\n- Session: [[Design Sessions 2019#Live-updating Xen]]\n\nWhat state survives?\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Live updating\n\n- Formerly: Live-updating Xen\n' },
    },
    {
      good: '# Live Updating Xen\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n- Subject: Notes from Thursday\n- Message-ID: <20190711@xen.org>\n\nWhat state survives?\n',
    },
    { bad: '# ⟦Design session notes⟧\n\n- Session: unknown\n\nWhat state survives?\n' },
  ],
  check: (context) => {
    // What has been sent has its subject.
    if (fieldIn(context, 'Message-ID')) return [];
    const { text, span } = subjectOf(context);
    const titles = sessionTitles(context);
    const subject = text.replace(prefixes, '');
    const named = notesTitle.exec(subject)?.[1];
    if (named !== undefined && (titles.length === 0 || titles.some((title) => isAbout(named, title)))) return [];
    const title = titles[0] ?? (subject.replace(/^design session notes?\W*/i, '') || 'TITLE');
    return [{ span, message: `the subject of the mail would be "${text}"; write "${notesTitleFor(title)}"` }];
  },
});

/** What mail programs and lists put before a subject. */
const prefixes = /^(?:(?:re|fwd?|aw):\s*|\[[^\]]*\]\s*)+/i;

interface Found {
  readonly section: PlacedFacts;
  readonly field: Field;
}

function fieldIn({ document }: DocumentContext, label: Field['label']): Found | undefined {
  for (const section of document.facts.sections) {
    const field = fieldNamed(section.facts, label);
    if (field && field.value !== '') return { section, field };
  }
  return undefined;
}

function subjectOf(context: DocumentContext): { readonly text: string; readonly span: Span } {
  const stated = fieldIn(context, 'Subject');
  if (stated) return { text: stated.field.value, span: place(stated.section, stated.field.valueSpan) };
  return { text: context.document.facts.title, span: context.document.facts.titleSpan };
}

/** The title of the session and its former ones; none where it is not known. */
function sessionTitles(context: DocumentContext): string[] {
  const stated = fieldIn(context, 'Session');
  const reference = stated?.section.facts.references.find(({ span }) => contains(stated.field.valueSpan, span));
  if (!reference) return [];
  const resolution = resolveReference(context.archive, reference, context.document.facts);
  if (resolution.kind !== 'found') return [];
  const { section, session } = resolution;
  return [section?.facts.heading?.title, ...(session?.formerly ?? [])].filter((title) => title !== undefined);
}

/** Whether a subject names the session: a part of its title, or more than that, will do. */
function isAbout(named: string, title: string): boolean {
  const [one, other] = [foldTitle(named), foldTitle(title)];
  return one.includes(other) || other.includes(one);
}
