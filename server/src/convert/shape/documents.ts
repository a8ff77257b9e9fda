import type { List, RootContent } from 'mdast';
import { slug } from '../../archive/names.js';
import { fieldOf } from '../../document/schema.js';
import { toMarkdown } from '../markdown.js';
import type { ConvertedDocument } from '../converted.js';
import { heading, plainText, text } from '../nodes.js';
import type { Places } from '../places.js';
import { withMeetingDay } from './meeting.js';
import type { Page } from './page.js';
import { withSessions } from './sessions.js';
import { pagesOfYears } from './years.js';

/** The documents that a page of a wiki makes. */
export function documentsOf(page: Page, places: Places): ConvertedDocument[] {
  const taken = new Set<string>();
  return pagesOfYears(page)
    .filter(({ blocks, titled }) => blocks.length > 0 || titled === 'itself')
    .map((each) => {
      const shaped = withSessions(each.from === 'document' ? each : withMeetingDay(each, places), places);
      const children: RootContent[] = [heading(1, [text(each.title)], each.line), ...withOneList(shaped)];
      return { path: fileName(each.title, taken), text: toMarkdown({ type: 'root', children }) };
    });
}

/** Lists that follow one another are one, unless the first is a field list, which ends where its labels do. */
function withOneList(blocks: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (const node of blocks) {
    const last = result.at(-1);
    const goesOn = node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered && !isFieldList(last);
    if (goesOn) for (const item of node.children) last.children.push(item);
    else result.push(node.type === 'list' ? { ...node, children: [...node.children] } : node);
  }
  return result;
}

function isFieldList({ children }: List): boolean {
  const first = children[0]?.children[0];
  const label = /^([^:]{1,40}):/.exec(first ? plainText(first).slice(0, 60) : '')?.[1];
  return label !== undefined && fieldOf(label) !== undefined;
}

function fileName(title: string, taken: Set<string>): string {
  const base =
    slug(title.replace(/[/\\:.,]+/g, ' ').replace(/\s+/g, ' '))
      .replace(/-{2,}/g, '-')
      .slice(0, 80)
      .replace(/^-|-$/g, '') || 'imported';
  let name = `${base}.md`;
  for (let count = 2; taken.has(name); count++) name = `${base}-${count}.md`;
  taken.add(name);
  return name;
}
