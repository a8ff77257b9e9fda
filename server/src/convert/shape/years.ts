import type { RootContent } from 'mdast';
import { yearHeading, type FieldLabel } from '../../document/schema.js';
import { field, isHeading, lineOf, list, plainText, text } from '../nodes.js';
import type { Page } from './page.js';

/**
 * The pages that a page holds: one that collects the events of several years, under headings such as
 * `2018: Developer and Design Summit`, is one page a year.
 */
export function pagesOfYears(page: Page): Page[] {
  const starts = page.blocks.flatMap((node, index) => (yearOf(node) ? [index] : []));
  if (starts.length === 0) return [page];
  const before = page.blocks.slice(0, starts[0]);
  const years = starts.map((start, index) => yearPage(page, page.blocks.slice(start, starts[index + 1])));
  return before.length > 0 ? [{ ...page, blocks: before }, ...years] : years;
}

function yearOf(node: RootContent | undefined): readonly [year: string, event: string] | undefined {
  if (!isHeading(node)) return undefined;
  const form = yearHeading.exec(plainText(node));
  return form ? [form[1] ?? '', form[2] ?? ''] : undefined;
}

function yearPage(page: Page, blocks: readonly RootContent[]): Page {
  const [head, ...rest] = blocks;
  const [year = '', event = ''] = yearOf(head) ?? [];
  const line = lineOf(head);
  const fields = list([field('Event' satisfies FieldLabel, [text(event)], line)], line);
  const depth = isHeading(head) ? head.depth : 1;
  return { ...page, title: `${page.title} ${year}`, line, blocks: [fields, ...raised(rest, depth)] };
}

/** Headings below a year's own stand below the page's title instead. */
function raised(blocks: readonly RootContent[], depth: number): RootContent[] {
  if (depth < 2) return [...blocks];
  return blocks.map((node) =>
    isHeading(node) ? { ...node, depth: Math.max(2, node.depth - depth + 1) as typeof node.depth } : node,
  );
}
