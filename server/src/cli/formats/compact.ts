import { visibleText } from '../excerpt.js';
import type { FindingRow, Report } from '../report.js';

/**
 * One line a finding: `path:line:column: severity: message [rule]`. The problem matcher `$xen-notes` reads it, as do the error
 * lists of other editors.
 */
export function compactReport({ findings }: Report): string {
  return findings.map(({ row }) => findingLine(row)).join('\n');
}

function findingLine({ path, line, column, severity, message, rule }: FindingRow): string {
  return `${visibleText(path)}:${line}:${column}: ${severity}: ${visibleText(message)} [${rule}]`;
}
