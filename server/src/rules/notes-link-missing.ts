import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import { isArchiveUrl, placeholders, statedNone, statedUnknown } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import { overlaps, type Span } from '../text/span.js';
import { answersForNotes } from './answersForNotes.js';
import { insertAt, insertField } from './insertField.js';
import { defineRule, type DocumentContext, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const notesLinkMissing = defineRule({
  id: 'notes-link-missing',
  summary: 'A session whose notes were published has no link to them',
  why: 'The page says that there are notes, and leaves every reader to search the list for them.',
  kinds: ['event'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### ⟦Virtio⟧\n\nOn Arm there is demand for it.\n',
      fixed:
        '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Virtio\n\n- Notes: <https://lore.kernel.org/xen-devel/1@example.org/>\n\nOn Arm there is demand for it.\n',
      files: {
        'notes/virtio.md':
          '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Notes: <https://lore.kernel.org/xen-devel/1@example.org/>\n',
      },
    },
    {
      bad: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### ⟦Virtio⟧\n\nOn Arm there is demand for it.\n',
      fixed:
        '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Virtio\n\n- Notes: unknown\n\nOn Arm there is demand for it.\n',
    },
    {
      bad: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\nOn Arm there is demand for it.\n\n⟦For notes, see⟧\n',
    },
    {
      bad: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\n- ⟦Notes:⟧\n',
      fixed: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\n- Notes: unknown\n',
    },
    {
      good: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Virtio\n\n- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#01746>\n\n### Rust and Xen\n\n- Notes: unknown\n\n### Xen Distros\n\n#### Notes\n\n[On the list](https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00800.html).\n',
    },
    {
      good: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### [Virtio](https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg01746.html)\n\n### Xen Distros\n\nGeorge Dunlap [mailed a report](https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00791.html).\n',
    },
    { good: '# Design Sessions 2019\n\n## Sessions without published notes\n\n### Nested virtualization\n' },
  ],
  check: (context) =>
    context.document.facts.sessions.flatMap((session) => {
      const span = placeOfLink(session, context.document.facts);
      return span ? [{ span, message: message(), fixes: fixesFor(session, context) }] : [];
    }),
});

const message = (): string => say`the link to the published notes is missing; add it, or say unknown or none`;

/** A page that tells of notes has more use for "unknown" than for "none". */
function fixesFor(session: SessionFact, context: DocumentContext): Fix[] {
  const { document } = context;
  const section = document.facts.sections[session.section];
  if (!section) return [];
  const answers = answersForNotes(session, context).sort(
    (one, other) => Number(one === 'none') - Number(other === 'none'),
  );
  const field = fieldNamed(section.facts, 'Notes');
  return answers.map((answer) => {
    if (!field)
      return { title: say`Add "Notes: ${answer}"`, edits: [insertField(document, section, `Notes: ${answer}`)] };
    const end = place(section, field.span).end;
    const edit =
      field.value === ''
        ? insertAt(end, `${document.text.charAt(end - 1) === ' ' ? '' : ' '}${answer}`)
        : { span: place(section, field.valueSpan), text: answer };
    return { title: say`Write "${answer}"`, edits: [edit] };
  });
}

/** Where the link ought to stand; `undefined` when there is one, or when the page says why there is none. */
function placeOfLink(session: SessionFact, facts: DocumentFacts): Span | undefined {
  const section = facts.sections[session.section];
  if (!section || session.notes.length > 0 || session.status === 'todo') return undefined;
  const empty = section.facts.notesLinks.find((link) => link.url === undefined);
  const field = fieldNamed(section.facts, 'Notes');
  if (field?.value === '') return place(section, field.span);
  if (empty && !field) return place(section, empty.span);
  if (session.grouped !== 'published' || session.status === 'none') return undefined;
  if (!field) return tellsWhere(section) ? undefined : session.titleSpan;
  return isAnswer(field.value) || refers(section, field.span) ? undefined : place(section, field.valueSpan);
}

/** Whether an address in the list's archive stands in the text: a report, be it called notes or not. */
function tellsWhere({ facts }: PlacedFacts): boolean {
  return facts.references.some(({ kind, target }) => kind === 'link' && isArchiveUrl(target));
}

function isAnswer(value: string): boolean {
  return [statedNone, statedUnknown, ...placeholders].some((form) => form.test(value));
}

/** Whether a reference to notes in the archive itself stands there. */
function refers({ facts }: PlacedFacts, span: Span): boolean {
  return facts.references.some((reference) => overlaps(reference.span, span));
}
