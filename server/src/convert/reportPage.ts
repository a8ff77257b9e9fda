import { say } from '../text/say.js';
import type { ConvertedDocument, Source } from './converted.js';
import { keptWords, type ImportReport } from './report.js';
import { placeInDocuments, type DocumentPlace } from './reportPlaces.js';

/** The report of an import, to be read beside what was imported. */
export interface ReportPage {
  /** Markdown. */
  readonly text: string;
  /** Lines of the page, from 0, that lead to a place of a document. */
  readonly leads: readonly (DocumentPlace & { readonly reportLine: number })[];
}

export interface Reported {
  readonly report: ImportReport;
  readonly source: Source;
  readonly documents: readonly ConvertedDocument[];
}

/** A line of the page, and where it leads. */
type Line = readonly [text: string, lead?: DocumentPlace];

export function reportPage({ report, source, documents }: Reported): ReportPage {
  const kept = keptWords(report.kept);
  const inSource = source.text.split(/\r\n|\n|\r/);
  const place = placeInDocuments(inSource, documents);
  const uncertain = report.uncertain.flatMap(({ line, what }): Line[] => {
    const excerpt = inSource[line - 1] ?? '';
    const lead = place(line);
    return [
      [`- ${say`line ${line}: ${what}`}`],
      ...(excerpt.trim() === '' ? [] : [[`  ${say`source: ${quoted(excerpt)}`}`] as const]),
      ...(lead
        ? [[`  ${say`document: line ${lead.line + 1} of ${documents[lead.document]?.path ?? ''}`}`, lead] as const]
        : []),
    ];
  });
  const dropped = report.dropped.map(({ line, text, why }): Line => [
    `- ${say`line ${line}: ${quoted(text)}, ${why}`}`,
  ]);
  const lines: Line[] = [
    [`# ${say`Import of ${source.name}`}`],
    [''],
    [
      report.documents.length === 0
        ? say`Nothing could be imported.`
        : say`Kept: ${kept === '' ? say`the text` : kept}. Nothing is saved yet.`,
    ],
    ...listed(say`Please look at`, uncertain),
    ...listed(say`Left out`, dropped),
    [''],
  ];
  return {
    text: lines.map(([text]) => text).join('\n'),
    leads: lines.flatMap(([, lead], reportLine) => (lead ? [{ ...lead, reportLine }] : [])),
  };
}

function listed(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : [[''], [`## ${title}`], [''], ...lines];
}

/** A text as code, in which nothing is markup. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  return cut.includes('`') ? `\`\` ${cut.replace(/`{2,}/g, '`')} \`\`` : `\`${cut}\``;
}
