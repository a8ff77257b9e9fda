import { anchorOf } from '../../archive/sectionNames.js';
import { foldName } from '../../archive/names.js';
import type { DocumentFacts } from '../../document/document.js';
import { languageSpoken } from '../../text/say.js';
import { lineAt, type ArchivedDocument } from '../context.js';
import { overview } from '../overview.js';
import { isThread, personThread } from '../thread/person.js';
import { topicThread } from '../thread/topic.js';
import { escaped, htmlOf } from './html.js';
import { overviewPage } from './overviewPage.js';
import type { Page, PageLink, PageSection, Words } from './page.js';
import { pageStyle } from './style.js';
import { personPage, topicPage } from './threadPage.js';

export interface ReportOptions {
  /** As YYYY-MM-DD. */
  readonly today: string;
  /** Address of a document, as seen from where the report is read. */
  readonly address: (path: string) => string;
  /** What a browser may take the style by, such as its hash. */
  readonly styleSource: (style: string) => string;
}

/** Says in a file that it was made here, and may be made anew. */
const mark = '<meta name="generator" content="xen-notes report">';

/** The pages that the overview leads to are looked at, not searched. */
const mostOfYear = 20;

type Subject = Extract<PageLink, { readonly name: string }>;

/** The overview as a file of its own, with the pages of the topics and people it leads to. Nothing is loaded for it, and nothing runs. */
export function reportOf(documents: readonly ArchivedDocument[], options: ReportOptions): string {
  const { today, styleSource } = options;
  const first = overviewPage(overview(documents, today), today);
  const pages = pagesOf(documents, subjectsIn(first));
  const href = hrefs(documents, pages, options);
  const further = [...pages].map(
    ([, { id, page }]) => `<article>\n${htmlOf(page, { id, level: 2, href })}\n</article>`,
  );
  return `<!DOCTYPE html>
<html lang="${escaped(languageSpoken())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${escaped(styleSource(pageStyle()))}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${mark}
<title>${escaped(first.title)}</title>
<style>${pageStyle()}</style>
</head>
<body>
<main>
${htmlOf(first, { id: 'overview', level: 1, href })}
${further.join('\n')}
</main>
</body>
</html>
`;
}

/** Whether a text is such a file. */
export function isReport(text: string): boolean {
  return text.slice(0, 2000).includes(mark);
}

interface ReportPage {
  readonly id: string;
  readonly page: Page;
}

function keyOf({ to, name }: Subject): string {
  return `${to} ${foldName(name)}`;
}

function pagesOf(
  documents: readonly ArchivedDocument[],
  subjects: readonly Subject[],
): ReadonlyMap<string, ReportPage> {
  const pages = new Map<string, ReportPage>();
  for (const subject of subjects) {
    const page = pages.has(keyOf(subject)) ? undefined : pageFor(documents, subject);
    if (page) pages.set(keyOf(subject), { id: `${subject.to}-${pages.size + 1}`, page });
  }
  return pages;
}

function pageFor(documents: readonly ArchivedDocument[], { to, name }: Subject): Page | undefined {
  if (to === 'topic') {
    const thread = topicThread(documents, name);
    return thread && topicPage(thread, mostOfYear);
  }
  const thread = personThread(documents, name);
  return isThread(thread) ? personPage(thread, mostOfYear) : undefined;
}

function hrefs(
  documents: readonly ArchivedDocument[],
  pages: ReadonlyMap<string, ReportPage>,
  { address }: ReportOptions,
): (link: PageLink) => string | undefined {
  const byPath = new Map(documents.map(({ document }) => [document.path, document]));
  return (link) => {
    if (link.to !== 'place') {
      const page = pages.get(keyOf(link));
      return page && `#${page.id}`;
    }
    const document = byPath.get(link.path);
    return document && address(link.path) + fragment(document, link.line);
  };
}

/** The section that a line is in, as its heading is reached on the web. */
function fragment(document: DocumentFacts, line: number): string {
  const section = document.sections.findLast(({ start }) => lineAt(document, start) <= line);
  const anchor = section ? anchorOf(document, section) : '';
  return anchor === '' ? '' : `#${encodeURIComponent(anchor)}`;
}

/** Topics and people that a page leads to. */
function subjectsIn({ lead, sections }: Page): Subject[] {
  return [...lead, ...sections.flatMap(wordsIn)].flatMap((words) =>
    words.flatMap((each) =>
      typeof each !== 'string' && 'link' in each && each.link.to !== 'place' ? [each.link] : [],
    ),
  );
}

function wordsIn({ blocks }: PageSection): Words[] {
  return blocks.flatMap((block): readonly Words[] => {
    if (block.kind === 'list') return block.items;
    return block.kind === 'table' ? block.rows.map(({ head }) => head) : [block.words];
  });
}
