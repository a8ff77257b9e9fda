import { titleDepth, type DocumentFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import type { Span } from '../text/span.js';
import { foldName } from './names.js';

/** A topic of a register. */
export interface Topic {
  readonly name: string;
  readonly group?: string;
  readonly aliases: readonly string[];
  readonly seeAlso: readonly string[];
  readonly about?: string;
  readonly path: string;
  /** Of the name in the register. */
  readonly span: Span;
}

export interface Topics {
  readonly all: readonly Topic[];
  /** By folded name and alias. */
  readonly byName: ReadonlyMap<string, Topic>;
}

/** The topics a register lists: groups as headings below the title, topics one deeper. */
export function readTopics(document: DocumentFacts): Topic[] {
  const depth = titleDepth(document);
  const topics: Topic[] = [];
  let group: string | undefined;
  for (const section of document.sections) {
    const { heading, summary } = section.facts;
    if (!heading || heading.depth <= depth) continue;
    if (heading.depth === depth + 1) {
      group = heading.title;
      continue;
    }
    topics.push({
      name: heading.title,
      ...(group !== undefined && { group }),
      aliases: fieldNamed(section.facts, 'Also known as')?.items.map((item) => item.text) ?? [],
      seeAlso: fieldNamed(section.facts, 'See also')?.items.map((item) => item.text) ?? [],
      ...(summary !== undefined && { about: summary }),
      path: document.path,
      span: { start: section.start + heading.titleSpan.start, end: section.start + heading.titleSpan.end },
    });
  }
  return topics;
}

/** Indexes topics; of two with one name the first wins, and a name wins over an alias. */
export function indexTopics(topics: readonly Topic[]): Topics {
  const byName = new Map<string, Topic>();
  const all = topics.filter((topic) => {
    const key = foldName(topic.name);
    if (byName.has(key)) return false;
    byName.set(key, topic);
    return true;
  });
  for (const topic of all)
    for (const alias of topic.aliases) if (!byName.has(foldName(alias))) byName.set(foldName(alias), topic);
  return { all, byName };
}
