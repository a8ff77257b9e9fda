import { foldTitle } from '../archive/names.js';
import { resolveReference } from '../archive/references.js';
import type { Field } from '../document/facts.js';
import type { PlacedFacts } from '../document/document.js';
import { mailSubject } from '../document/mailSubject.js';
import { fieldNamed } from '../document/reading/section.js';
import { notesTitleFor } from '../document/schema.js';
import { contains } from '../text/span.js';
import { say } from '../text/say.js';
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
      bad: '# ⟦Thursday afternoon⟧\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n- Date: 2019-07-11\n\nWhat state survives?\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Live Updating Xen\n\n- Notes: none\n' },
    },
    {
      bad: '# ⟦Design session notes: PVH⟧\n\n- Session: [[Design Sessions 2019#Live-updating Xen]]\n\nWhat state survives?\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Live updating\n\n- Formerly: Live-updating Xen\n' },
    },
    { bad: '# ⟦Design session notes⟧\n\n- Session: unknown\n\nWhat state survives?\n' },
    { bad: '⟦⟧- Session: unknown\n\nWhat state survives?\n' },
    {
      good: '# Design session notes: Live-updating Xen, part 2\n\n- Session: [[Design Sessions 2019#Live-updating Xen]]\n\nWhat state survives?\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Live updating\n\n- Formerly: Live-updating Xen\n' },
    },
    {
      good: '# Live Updating\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n\nWhat state survives?\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Live Updating Xen\n\n- Notes: none\n' },
    },
    { good: '# Thursday afternoon\n\n- Session: unknown\n- Message-ID: <20190711@xen.org>\n\nWhat state survives?\n' },
  ],
  check: (context) => {
    const { facts } = context.document;
    // What has been sent has its subject.
    if (fieldIn(context, 'Message-ID')) return [];
    const subject = mailSubject(facts);
    const titles = sessionTitles(context);
    if (isTelling(subject, titles)) return [];
    const title = notesTitleFor(titles[0] ?? 'TITLE');
    const message =
      subject === ''
        ? say`the mail would have no subject; title the notes "${title}"`
        : say`the mail would have the subject "${subject}"; title the notes "${title}"`;
    return [{ span: facts.titleSpan, message }];
  },
});

/** Whether a subject names the session: a part of its title, or more than that, will do. */
function isTelling(subject: string, titles: readonly string[]): boolean {
  const about = foldTitle(subject.replace(/^[^:]*:\s*/, ''));
  if (about === '' || /^design session notes?$/.test(about)) return false;
  return titles.length === 0 || titles.map(foldTitle).some((title) => about.includes(title) || title.includes(about));
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

function fieldIn(
  { document }: DocumentContext,
  label: Field['label'],
): { readonly section: PlacedFacts; readonly field: Field } | undefined {
  for (const section of document.facts.sections) {
    const field = fieldNamed(section.facts, label);
    if (field && field.value !== '') return { section, field };
  }
  return undefined;
}
