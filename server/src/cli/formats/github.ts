import path from 'node:path';
import type { FindingRow, Report } from '../report.js';
import { pathFrom } from './paths.js';

const commands: Readonly<Record<FindingRow['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, one a line, which it shows as annotations of the lines they name. */
export function githubReport({ findings }: Report): string {
  return findings.map(({ row }) => annotation(row)).join('\n');
}

function annotation(row: FindingRow): string {
  const { line, column, endLine, endColumn } = row;
  // GitHub takes columns for annotations of a single line alone.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = { file: fileOf(row), line, endLine, ...columns, title: row.rule };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[row.severity]} ${list.join(',')}::${data(row.message)}`;
}

/** Annotations are for files of the checkout, wherever in it the command runs. */
function fileOf(row: FindingRow): string {
  return pathFrom(process.env['GITHUB_WORKSPACE'], path.resolve(row.path));
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
