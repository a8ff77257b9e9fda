import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { statedTodo } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { answersForNotes } from './answersForNotes.js';
import { insertField } from './insertField.js';
import { plainTitle } from './plainTitle.js';
import { defineRule, type DocumentContext, type Finding, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const notesTodo = defineRule({
  id: 'notes-todo',
  summary: 'A session still waits for its notes',
  why: 'What was said is remembered for some weeks; after that the mark stays for good.',
  kinds: ['event'],
  severity: { draft: 'info', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Design Sessions 2018\n\n## Intel Specific\n\n### ⟦[TODO NVDIMM Discussion]⟧\n',
      fixed: '# Design Sessions 2018\n\n## Intel Specific\n\n### NVDIMM Discussion\n\n- Notes: none\n',
    },
    {
      bad: '# Design Sessions 2018\n\n## Performance\n\n### XenWatch\n\n- Notes: ⟦TODO⟧\n',
      fixed: '# Design Sessions 2018\n\n## Performance\n\n### XenWatch\n\n- Notes: none\n',
    },
    {
      bad: '# Design Sessions 2018\n\n## Security\n\n### ⟦[TODO] Silo mode⟧\n\n### ⟦TODO: Panopticon⟧\n\n### ⟦Grants (TODO)⟧\n',
      fixed:
        '# Design Sessions 2018\n\n## Security\n\n### Silo mode\n\n- Notes: none\n\n### Panopticon\n\n- Notes: none\n\n### Grants\n\n- Notes: none\n',
    },
    {
      bad: '# Design Sessions 2018\n\n## Performance\n\n### XenWatch\n\n- Notes: ⟦TODO⟧\n',
      fixed:
        '# Design Sessions 2018\n\n## Performance\n\n### XenWatch\n\n- Notes: [[Design session notes: XenWatch]]\n',
      files: {
        'notes/xenwatch.md': '# Design session notes: XenWatch\n\n- Session: [[Design Sessions 2018#XenWatch]]\n',
      },
    },
    { bad: '# Design Sessions 2018\n\n## Security\n\n- ⟦[TODO Silo mode]⟧\n- Panopticon\n' },
    { good: '# Design Sessions 2018\n\n## Performance\n\n### XenWatch\n\n- Notes: unknown\n' },
    { good: '# Design session notes: XenWatch\n\n- Session: [[Design Sessions 2018]]\n\nTODO: type up page two\n' },
  ],
  concerns: ({ heading, fields, todos }) => heading?.mark === 'todo' || todos.length > 0 || fields.some(isWaiting),
  check: (context) =>
    context.sections.flatMap((section) => [
      ...headingTodo(section, context),
      ...fieldTodos(section, context),
      ...itemTodos(context.document, section),
    ]),
});

/** What a session of a section, or of one below it, may say of its notes. */
function answers(section: PlacedFacts, context: DocumentContext): string[] {
  const { sessions } = context.document.facts;
  const session = sessions.find((each) => each.section === section.index || each.below.includes(section.index));
  return answersForNotes(session, context);
}

const message = (): string => say`the notes are still to do; link them, or say that there are none`;

function headingTodo(section: PlacedFacts, context: DocumentContext): Finding[] {
  const { document } = context;
  const { heading } = section.facts;
  if (heading?.mark !== 'todo') return [];
  const start = document.text.indexOf(heading.text, section.start + heading.span.start);
  return [
    { span: { start, end: start + heading.text.length }, message: message(), fixes: headingFixes(section, context) },
  ];
}

/** Takes the mark off the title and answers in a field instead. */
function headingFixes(section: PlacedFacts, context: DocumentContext): Fix[] {
  const { document } = context;
  const unmark = plainTitle(document, section);
  if (unmark.length === 0) return [];
  return answers(section, context).map((answer) => ({
    title: say`Take the mark off and add "Notes: ${answer}"`,
    edits: [...unmark, insertField(document, section, `Notes: ${answer}`)],
  }));
}

function isWaiting({ label, value }: Field): boolean {
  return label === 'Notes' && statedTodo.test(value);
}

function fieldTodos(section: PlacedFacts, context: DocumentContext): Finding[] {
  const waiting = section.facts.fields.filter(isWaiting);
  return waiting.map((field) => {
    const span = place(section, field.valueSpan);
    const fixes = answers(section, context).map((answer) => ({
      title: say`Write "${answer}"`,
      edits: [{ span, text: answer }],
    }));
    return { span, message: message(), fixes };
  });
}

/** `- [TODO Title]` in a list of sessions. Another TODO is a remark of the page's editors. */
function itemTodos({ text }: Document, section: PlacedFacts): Finding[] {
  const spans = section.facts.todos.map((todo) => place(section, todo.span));
  return spans.filter((span: Span) => text.charAt(span.start) === '[').map((span) => ({ span, message: message() }));
}
