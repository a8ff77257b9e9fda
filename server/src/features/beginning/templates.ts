import type { DocumentKind } from '../../document/schema.js';

/** Kinds of documents that can be begun. */
export const newKinds = ['notes', 'proposal', 'minutes', 'event'] as const satisfies readonly DocumentKind[];
export type NewKind = (typeof newKinds)[number];

/** What may be known for a new document; a template has them in braces. */
export const templateNames = [
  'title',
  'session',
  'event',
  'date',
  'time',
  'place',
  'hosts',
  'contact',
  'scribe',
  'topics',
  'description',
  'actions',
] as const;
export type TemplateName = (typeof templateNames)[number];

/**
 * How a document of each kind begins. What has to be said is `unknown` until it is known, as an empty field would be told;
 * those present are not: nobody is found missing before somebody has spoken.
 */
export const templates: Readonly<Record<NewKind, string>> = {
  notes: `# {title}

- Session: {session|unknown}
- Date: {date|unknown}
- Host: {hosts}
- Scribe: {scribe}
- Topics: {topics?}

{description?}

## Attendees

{}

## Points

- {}
`,
  proposal: `# {title}

- Technical contact: {contact|unknown}
- Date of insert: {date}
- Event: {event?}

## Description

{description|unknown}
`,
  minutes: `# {title}

- Date: {date|unknown}
- Time: {time?}
- Place: {place?}
- Chair: {}
- Scribe: {scribe}

## Attendees

{}

{actions?}

## Points

- {}
`,
  event: `# {title}

- Event: {event}
- Place: {place|unknown}
- Date: {date|unknown}

## Sessions without published notes

{}
`,
};
