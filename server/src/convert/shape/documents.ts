import type { RootContent } from 'mdast';
import { slug } from '../../archive/names.js';
import { toMarkdown } from '../markdown.js';
import type { ConvertedDocument } from '../converted.js';
import { heading, text } from '../nodes.js';
import type { Places } from '../places.js';
import type { Page } from './page.js';
import { withSessions } from './sessions.js';
import { pagesOfYears } from './years.js';

/** The documents that a page of a wiki makes. */
export function documentsOf(page: Page, places: Places): ConvertedDocument[] {
  const taken = new Set<string>();
  return pagesOfYears(page)
    .filter(({ blocks }) => blocks.length > 0)
    .map((each) => {
      const shaped = withSessions(each, places);
      const children: RootContent[] = [heading(1, [text(each.title)], each.line), ...shaped];
      return { path: fileName(each.title, taken), text: toMarkdown({ type: 'root', children }) };
    });
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
