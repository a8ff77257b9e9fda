import { codeFrame, visibleText } from '../excerpt.js';
import type { Report, ReportedFinding } from '../report.js';
import { say } from '../../analysis.js';

/** Columns of a code frame at most: more of a line than this is no help to recognise it. */
const maxWidth = 120;

/** Findings by file: `line:column severity message rule`, and below each the lines it stands in. */
export function textReport(report: Report): string {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings) {
    const found = files.get(finding.row.path);
    if (found) found.push(finding);
    else files.set(finding.row.path, [finding]);
  }
  return [...files]
    .map(([path, found]) => {
      const width = Math.max(...found.map(({ row }) => placeOf(row).length));
      const lines = found.flatMap((finding) => findingLines(finding, width, report));
      return [report.colours.underline(visibleText(path)), ...lines, ''].join('\n');
    })
    .join('\n');
}

function findingLines(finding: ReportedFinding, placeWidth: number, report: Report): string[] {
  const { row, diagnostic, checked } = finding;
  const { colours } = report;
  const tones = { error: colours.red, warning: colours.yellow, info: colours.blue, hint: colours.dim };
  const mark = tones[row.severity];
  const place = placeOf(row).padEnd(placeWidth);
  const { text, facts } = checked.document;
  return [
    `  ${place}  ${mark(row.severity.padEnd(7))}  ${visibleText(row.message)}  ${colours.dim(row.rule)}`,
    ...codeFrame(diagnostic.span, {
      text,
      lineStarts: facts.lineStarts,
      width: Math.min(report.width, maxWidth),
      mark,
      dim: colours.dim,
    }),
    ...(row.related ?? []).map((each) =>
      colours.dim(`    ${say`see ${visibleText(each.path)}:${each.line}: ${visibleText(each.message)}`}`),
    ),
  ];
}

function placeOf({ line, column }: ReportedFinding['row']): string {
  return `${line}:${column}`;
}
