import { positionIn, type Diagnostic } from '../analysis.js';
import { ruleUrl } from '../host/rulePages.js';
import type { Checked } from './fix.js';
import { counted, type Output } from './output.js';

export interface FindingRow {
  readonly path: string;
  readonly rule: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  /** Lines and columns count from 1, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix: Diagnostic['fix'];
  /** The rule's page, when it is installed. */
  readonly url?: string;
  /** Other places that belong to the finding. */
  readonly related?: readonly { readonly path: string; readonly line: number; readonly message: string }[];
}

/** What was found in a document, as rows. */
export function findingRows({ document, archive, found }: Checked, show: (path: string) => string): FindingRow[] {
  const { lineStarts } = document.facts;
  return found.map((each) => {
    const start = positionIn(lineStarts, each.span.start);
    const end = positionIn(lineStarts, each.span.end);
    const related = each.related?.map(({ path, span, message }) => {
      const line = positionIn(archive.document(path)?.lineStarts ?? [], span.start).line + 1;
      return { path: show(path), line, message };
    });
    const url = ruleUrl(each.rule);
    return {
      path: show(document.path),
      rule: each.rule,
      severity: each.severity,
      message: each.message,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      fix: each.fix,
      ...(url !== undefined && { url }),
      ...(related && related.length > 0 && { related }),
    };
  });
}

/** Findings by file, one a line: `line:column severity message rule`. */
export function textReport(rows: readonly FindingRow[], colours: Output['colours']): string {
  const files = new Map<string, FindingRow[]>();
  for (const row of rows) {
    const found = files.get(row.path);
    if (found) found.push(row);
    else files.set(row.path, [row]);
  }
  const tones = { error: colours.red, warning: colours.yellow, info: colours.blue, hint: colours.dim };
  return [...files]
    .map(([path, found]) => {
      const places = found.map((row) => `${row.line}:${row.column}`);
      const width = Math.max(...places.map((place) => place.length));
      const lines = found.flatMap((row, index) => [
        `  ${(places[index] ?? '').padEnd(width)}  ${tones[row.severity](row.severity.padEnd(7))}  ${row.message}  ${colours.dim(row.rule)}`,
        ...(row.related ?? []).map((each) =>
          colours.dim(`  ${' '.repeat(width)}  ${each.path}:${each.line}: ${each.message}`),
        ),
      ]);
      return [colours.underline(path), ...lines, ''].join('\n');
    })
    .join('\n');
}

/** `2 errors, 1 warning in 2 files; 1 can be fixed with --fix`. */
export function summary(rows: readonly FindingRow[]): string {
  const of = (severity: FindingRow['severity']): number => rows.filter((row) => row.severity === severity).length;
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = of(severity);
    return count === 0 ? [] : [counted(count, severity, severity === 'info' ? 'infos' : `${severity}s`)];
  });
  const files = counted(new Set(rows.map((row) => row.path)).size, 'file');
  const fixable = rows.filter((row) => row.fix === 'safe').length;
  return `${counts.join(', ')} in ${files}${fixable > 0 ? `; ${fixable} can be fixed with --fix` : ''}`;
}
