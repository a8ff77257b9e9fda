import type { Archive } from '../archive/archive.js';
import { foldTitle } from '../archive/names.js';
import { isReferredTo } from '../archive/referredTitles.js';
import { notesTitle, untidyEnd, untidyStart } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const titleUntidy = defineRule({
  id: 'title-untidy',
  summary: 'A title has something before or behind it that is no part of it',
  why: 'The title is what a session is listed, mailed and referred to by; what clings to it goes everywhere with it.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# ⟦Design Session: Loose ends for becoming a CNA -⟧\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n',
      fixed: '# Loose ends for becoming a CNA\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n',
    },
    {
      bad: '# Design Sessions 2019\n\n## Thursday\n\n### [TODO ⟦Virtio:⟧]\n\nOn Arm.\n\n### ⟦Design Session - Rust⟧\n\nA port.\n',
      fixed: '# Design Sessions 2019\n\n## Thursday\n\n### [TODO Virtio]\n\nOn Arm.\n\n### Rust\n\nA port.\n',
    },
    {
      bad: '# Design session notes: ⟦Design Session: Virtio⟧\n\n- Session: unknown\n- Date: 2019-07-11\n',
      fixed: '# Design session notes: Virtio\n\n- Session: unknown\n- Date: 2019-07-11\n',
    },
    {
      bad: '# Design Sessions 2019\n\n## Thursday\n\n### ⟦Virtio -⟧\n\nOn Arm. As [[#Virtio -]] says.\n',
    },
    {
      good: '# Design Sessions 2019\n\n## Thursday\n\n### Process changes: release cadence, ...\n\nSix months.\n\n### Community Issues - Communication, etc.\n\nTone.\n',
    },
    { good: '# Minutes\n\n## Attendees:\n\n- Jan Beulich\n' },
  ],
  check: (context) => {
    const { facts } = context.document;
    const title = { text: facts.title, span: facts.titleSpan };
    const sessions = facts.sessions.map((session) => ({ text: session.title, span: session.titleSpan }));
    const titles = context.kind === 'proposal' ? [title] : [title, ...sessions];
    return titles.flatMap((each) => {
      const part = context.kind === 'notes' ? namedIn(each) : each;
      return part && (untidyStart.test(part.text) || untidyEnd.test(part.text)) ? finding(part, context) : [];
    });
  },
});

interface Title {
  readonly text: string;
  readonly span: Span;
}

/** The session that the title of notes names. */
function namedIn({ text, span }: Title): Title | undefined {
  const named = notesTitle.exec(text)?.[1];
  return named === undefined
    ? { text, span }
    : { text: named, span: { start: span.end - named.length, end: span.end } };
}

function finding({ text, span }: Title, { document, archive }: DocumentContext): Finding[] {
  const tidy = text.replace(untidyStart, '').replace(untidyEnd, '').trim();
  // A title with markup in it, or in quotation marks, is not written as it reads.
  if (tidy === '' || document.text.slice(span.start, span.end) !== text) return [];
  return [
    {
      span,
      message: say`"${text}" has more than the title in it; write "${tidy}"`,
      fixes: [{ title: say`Write "${tidy}"`, edits: [{ span, text: tidy }] }],
      ...(isTaken(tidy, text, document.facts.sessions, archive) && { choice: true }),
    },
  ];
}

/** Whether the change has to be thought over: something refers to the old title, or another session has the new one. */
function isTaken(
  tidy: string,
  text: string,
  sessions: readonly { readonly title: string }[],
  archive: Archive,
): boolean {
  return isReferredTo(archive, text) || sessions.some(({ title }) => foldTitle(title) === foldTitle(tidy));
}
