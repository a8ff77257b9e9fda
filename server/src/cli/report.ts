import {
  positionIn,
  ruleAddress,
  type Diagnostic,
  type FileProblem,
  type Mode,
  type Span,
  counted,
  say,
} from '../analysis.js';
import type { Checked } from './checked.js';
import { type Output } from './output.js';
import { shownPath } from './selection.js';

/** What a check found, as a format takes it. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  /** Files that could not be read or written; paths are as they are shown. */
  readonly problems: readonly FileProblem[];
  readonly mode: Mode;
  /** Whether accepted findings were left out. */
  readonly baseline?: 'used';
  /** Of this product. */
  readonly version: string;
  readonly colours: Output['colours'];
  /** Columns of the terminal. */
  readonly width: number;
}

export interface ReportedFinding {
  readonly row: FindingRow;
  readonly diagnostic: Diagnostic;
  readonly checked: Checked;
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as JSON has it; keys may be added, never renamed. */
export interface FindingRow extends Region {
  readonly path: string;
  readonly rule: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly fix: Diagnostic['fix'];
  /** The rule's page, where everybody can read it. */
  readonly url: string;
  /** Other places that belong to the finding. */
  readonly related?: readonly { readonly path: string; readonly line: number; readonly message: string }[];
}

/** What counts of a document, in text order. */
export function reportedFindings(checked: Checked): ReportedFinding[] {
  return checked.found.map((diagnostic) => ({ row: rowOf(diagnostic, checked), diagnostic, checked }));
}

function rowOf(diagnostic: Diagnostic, { document, archive }: Checked): FindingRow {
  const related = diagnostic.related?.map(({ path, span, message }) => {
    const { line } = regionOf(span, archive.document(path)?.lineStarts ?? []);
    return { path: shownPath(path), line, message };
  });
  return {
    path: shownPath(document.path),
    rule: diagnostic.rule,
    severity: diagnostic.severity,
    message: diagnostic.message,
    ...regionOf(diagnostic.span, document.facts.lineStarts),
    fix: diagnostic.fix,
    url: ruleAddress(diagnostic.rule),
    ...(related && related.length > 0 && { related }),
  };
}

export function regionOf(span: Span, lineStarts: readonly number[]): Region {
  const start = positionIn(lineStarts, span.start);
  const end = positionIn(lineStarts, span.end);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

/** `2 errors, 1 warning in 2 files; 1 can be fixed with --fix`. */
export function summary(findings: readonly ReportedFinding[]): string {
  const rows = findings.map(({ row }) => row);
  const of = (severity: FindingRow['severity']): number => rows.filter((row) => row.severity === severity).length;
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = of(severity);
    return count === 0 ? [] : [ofSeverity[severity](count)];
  });
  const files = new Set(rows.map((row) => row.path)).size;
  const all = counts.join(', ');
  const found = counted(files, say`${all} in 1 file`, say`${all} in ${files} files`);
  const fixable = rows.filter((row) => row.fix === 'safe').length;
  return fixable > 0 ? say`${found}; ${fixable} can be fixed with --fix` : found;
}

const ofSeverity: Readonly<Record<FindingRow['severity'], (count: number) => string>> = {
  error: (count) => counted(count, say`1 error`, say`${count} errors`),
  warning: (count) => counted(count, say`1 warning`, say`${count} warnings`),
  info: (count) => counted(count, say`1 info`, say`${count} infos`),
  hint: (count) => counted(count, say`1 hint`, say`${count} hints`),
};
