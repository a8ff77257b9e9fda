import type { PlacedFacts } from '../document/document.js';

/** A heading and the headings below it. */
export interface Entry {
  readonly section: PlacedFacts;
  readonly depth: number;
  readonly children: Entry[];
}

/** Headings as a tree: each stands below the nearest one before it that is less deep. */
export function outline(sections: readonly PlacedFacts[]): Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const section of sections) {
    const depth = section.facts.heading?.depth;
    if (depth === undefined) continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const entry = { section, depth, children: [] };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

/** Offset at which an entry ends, with all that stands below it. */
export function endOf(entry: Entry): number {
  const last = entry.children.at(-1);
  return last ? endOf(last) : entry.section.end;
}
