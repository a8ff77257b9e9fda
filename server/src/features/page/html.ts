import type { Page, PageBlock, PageCell, PageLink, PageRow, PageSection, PageTable, Words } from './page.js';

export interface HtmlOptions {
  /** Begins the names that parts of the page are reached by; one for each page of a document. */
  readonly id: string;
  /** Level of the page's own heading. */
  readonly level: number;
  /** Address of what a text leads to; `undefined` where nothing does. */
  readonly href: (link: PageLink) => string | undefined;
}

/** A page as the body of an HTML document. Nothing in it is mark-up but what stands here: all texts are escaped. */
export function htmlOf(page: Page, options: HtmlOptions): string {
  const { id, level } = options;
  const sections = page.sections.map((section, index) => sectionOf(section, `${id}-${index + 1}`, options));
  const lead = page.lead.map((words) => `<p>${wordsOf(words, options)}</p>`);
  return [
    `<h${level} id="${id}" tabindex="-1">${escaped(page.title)}</h${level}>`,
    ...lead,
    contents(page, id),
    ...sections,
  ].join('\n');
}

/** A text as it stands between tags and in the quotes of an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Links to the sections; few are seen at a glance. */
function contents({ sections, title }: Page, id: string): string {
  if (sections.length < 3) return '';
  const items = sections.map(
    (section, index) => `<li><a href="#${id}-${index + 1}">${escaped(section.title)}</a></li>`,
  );
  return `<nav aria-label="${escaped(title)}"><ul>${items.join('')}</ul></nav>`;
}

function sectionOf({ title, blocks }: PageSection, id: string, options: HtmlOptions): string {
  const level = options.level + 1;
  const heading = `<h${level} id="${id}" tabindex="-1">${escaped(title)}</h${level}>`;
  return `<section aria-labelledby="${id}">\n${heading}\n${blocks.map((block) => blockOf(block, options)).join('\n')}\n</section>`;
}

function blockOf(block: PageBlock, options: HtmlOptions): string {
  switch (block.kind) {
    case 'words':
      return `<p>${wordsOf(block.words, options)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${wordsOf(item, options)}</li>`).join('\n')}\n</ul>`;
    case 'heading':
      return `<h${options.level + 2}>${wordsOf(block.words, options)}</h${options.level + 2}>`;
    case 'table':
      return tableOf(block, options);
  }
}

function wordsOf(words: Words, { href }: HtmlOptions): string {
  return words
    .map((each) => {
      if (typeof each === 'string') return escaped(each);
      if ('aside' in each) return `<span class="aside">${escaped(each.aside)}</span>`;
      if ('tag' in each) return `<span class="tag ${each.tone}">${escaped(each.tag)}</span>`;
      const address = href(each.link);
      return address === undefined ? escaped(each.text) : `<a href="${escaped(address)}">${escaped(each.text)}</a>`;
    })
    .join(' ');
}

/** A row may be wider than the window: the table scrolls, by keys as well. */
function tableOf({ caption, columns, rows }: PageTable, options: HtmlOptions): string {
  const hasBars = rows.some(({ bar }) => bar);
  const titles = columns.map(({ title, tone }) => {
    const swatch = tone
      ? `<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect class="${tone}" width="1" height="1"/></svg>`
      : '';
    return `<th scope="col">${swatch}${escaped(title)}</th>`;
  });
  return [
    `<div class="wide" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>`,
    `<caption>${escaped(caption)}</caption>`,
    `<thead><tr>${[titles[0] ?? '', ...(hasBars ? [barCell('')] : []), ...titles.slice(1)].join('')}</tr></thead>`,
    `<tbody>\n${rows.map((row) => rowOf(row, options)).join('\n')}\n</tbody>`,
    '</table></div>',
  ].join('\n');
}

function rowOf({ head, cells, bar }: PageRow, options: HtmlOptions): string {
  return `<tr><th scope="row">${wordsOf(head, options)}</th>${bar ? barOf(bar) : ''}${cells.map(cellOf).join('')}</tr>`;
}

function cellOf({ text, heat = 0 }: PageCell): string {
  return heat > 0 ? `<td class="heat${heat}">${escaped(text)}</td>` : `<td>${escaped(text)}</td>`;
}

/** What the numbers of the row say, to be seen at a glance. */
function barOf(bar: NonNullable<PageRow['bar']>): string {
  let from = 0;
  const parts = bar.map(({ width, tone }) => {
    const part = `<rect class="${tone}" x="${rounded(from)}" width="${rounded(width)}" height="10"/>`;
    from += width;
    return part;
  });
  return barCell(`<svg viewBox="0 0 100 10" preserveAspectRatio="none">${parts.join('')}</svg>`);
}

function barCell(content: string): string {
  return `<td class="bar" aria-hidden="true">${content}</td>`;
}

function rounded(width: number): number {
  return Math.round(width * 100) / 100;
}
