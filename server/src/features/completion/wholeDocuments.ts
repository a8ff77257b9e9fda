import { notesTitleFor } from '../../document/schema.js';
import { fill, snippetOf, textOf } from '../beginning/template.js';
import { newKinds, templates, type NewKind } from '../beginning/templates.js';
import { said, term } from '../../text/say.js';
import { sortKey, type CompletionOptions, type Offer } from './item.js';
import type { Position } from './position.js';

const entries: Readonly<Record<NewKind, { readonly label: string; readonly title: string; readonly about: string }>> = {
  notes: { label: term`Session notes`, title: notesTitleFor('{}'), about: term`Notes of one design session` },
  proposal: { label: term`Proposal`, title: '{}', about: term`What a design session is to be about` },
  minutes: { label: term`Minutes`, title: '{} minutes', about: term`Minutes of a meeting` },
  event: { label: term`Event page`, title: 'Design Sessions {}', about: term`The sessions of a summit` },
};

/** Documents of our kinds, where nothing stands yet but what may be the beginning of a title. */
export function documentCompletions(position: Position, { today }: CompletionOptions): Offer[] | undefined {
  const { context, line, after, offset } = position;
  const { text } = context.document;
  const typed = /^(?:# ?)?[A-Za-z ]{0,30}$/.test(line) && after.trim() === '' && text.trim() === line.trim();
  if (!typed) return undefined;
  const span = { start: offset - line.length, end: offset };
  return newKinds.map((kind, index) => {
    const { label, title, about } = entries[kind];
    const dated = kind === 'proposal' || kind === 'minutes' ? today : undefined;
    const filled = fill(templates[kind].replace('{title}', title), { date: dated });
    return {
      label: said(label),
      kind: 'page',
      detail: said(about),
      documentation: () => ['```markdown', textOf(filled).trimEnd(), '```'].join('\n'),
      sortText: sortKey(0, index),
      also: [label, `# ${label}`, `#${label}`],
      edit: { span, text: textOf(filled) },
      snippet: snippetOf(filled),
    };
  });
}
