import type { Topic } from '../../archive/topics.js';
import { foldName } from '../../archive/names.js';
import { fieldOf } from '../../document/schema.js';
import type { Span } from '../../text/span.js';
import { said, say, term } from '../../text/say.js';
import { sortKey, type Offer, type CompletionOptions } from './item.js';
import { paragraphs, plain } from '../markdown.js';
import { dateCompletions } from './dates.js';
import { peopleCompletions, withCompany } from './people.js';
import { labelAt, lastPart, type Position } from './position.js';
import { sessionItems } from './references.js';

/** Values behind a known label: people, topics, dates, sessions, and what `Notes:` may say. */
export function valueCompletions(position: Position, options: CompletionOptions): Offer[] | undefined {
  const { head, offset, context, after } = position;
  const label = labelAt(head);
  const type = label && fieldOf(label.label)?.type;
  if (!label || !type || !context.document.facts.kind) return undefined;
  const value = head.slice(label.length);
  // A colon without a space behind it gets one.
  const gap = head.endsWith(':') ? ' ' : '';
  const part = lastPart(value);
  const span = (text: string): Span => ({ start: offset - text.length, end: offset });
  switch (type) {
    case 'people':
      if (part.open) return [];
      return peopleCompletions(context, {
        span: span(part.text),
        insert: (person) => gap + withCompany(after)(person),
      });
    case 'topics':
      return topicCompletions(position, span(part.text), gap);
    case 'date':
      return dateCompletions(position, options, { span: span(value), gap });
    case 'notes':
      return noteCompletions(span(value), gap);
    case 'session':
      return sessionItems(context, (target) => ({ span: span(value), text: `${gap}[[${target}]]` }));
    default:
      return [];
  }
}

/** Topics of the registers by name, but for those that the field has. */
function topicCompletions(
  { context: { archive, document }, section, head }: Position,
  span: Span,
  gap: string,
): Offer[] {
  const written = new Set(head.split(/[:,;]/).slice(1, -1).map(foldName));
  const own = document.facts.kind === 'topics' ? section.facts.heading?.title : undefined;
  return archive.topics.all
    .filter((topic) => !written.has(foldName(topic.name)) && topic.name !== own)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((topic, index): Offer => ({
      label: topic.name,
      kind: 'topic',
      ...(topic.group !== undefined && { detail: topic.group }),
      documentation: () => aboutTopic(topic),
      sortText: sortKey(0, index),
      also: topic.aliases,
      edit: { span, text: gap + topic.name },
    }));
}

function aboutTopic({ about, aliases }: Topic): string {
  return paragraphs([
    about && plain(about),
    aliases.length > 0 ? say`Also known as: ${aliases.map(plain).join(', ')}` : undefined,
  ]);
}

const notesValues: readonly (readonly [string, string])[] = [
  ['TODO', term`Notes were taken and are still to be published`],
  ['none', term`Nobody took notes`],
  ['unknown', term`Whether there are notes, or where, is not known`],
];

function noteCompletions(span: Span, gap: string): Offer[] {
  return notesValues.map(([label, detail], index) => ({
    label,
    kind: 'value',
    detail: said(detail),
    sortText: sortKey(0, index),
    edit: { span, text: gap + label },
  }));
}
