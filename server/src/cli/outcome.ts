import type { FileProblem, Mode } from '../analysis.js';
import { counted, say } from '../analysis.js';
import type { Checked } from './checked.js';
import { formats, type FormatName } from './formats/formats.js';
import { type Output } from './output.js';
import { reportedFindings, summary, type Report, type ReportedFinding } from './report.js';

/** What has come of a check. */
export interface Outcome {
  readonly checked: readonly Checked[];
  /** Those of them whose findings count. */
  readonly counting: readonly Checked[];
  /** What could not be read or written; paths are as they are shown. */
  readonly problems: readonly FileProblem[];
  readonly baseline?: Report['baseline'];
}

export interface TellOptions {
  readonly mode: Mode;
  readonly format: FormatName;
  readonly fixDryRun?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings: number;
}

/** Tells what was found, on stdout unless a diff is there, and returns what that means for the exit code. */
export function tell(outcome: Outcome, options: TellOptions, output: Output, version: string): 0 | 1 | 2 {
  const { checked, counting, problems, baseline } = outcome;
  const all = counting.flatMap(reportedFindings);
  const findings = options.quiet ? all.filter((each) => is(each, 'error') || is(each, 'warning')) : all;
  const { colours, width } = output;
  const report = { findings, problems, mode: options.mode, ...(baseline && { baseline }), version, colours, width };
  const text = options.fixDryRun ? '' : formats[options.format](report);
  if (text !== '') output.print(text);
  if (!options.quiet) output.say(findings.length > 0 ? summary(findings) : nothingFound(checked));
  if (problems.length > 0) return 2;
  const warnings = findings.filter((each) => is(each, 'warning')).length;
  return findings.some((each) => is(each, 'error')) || warnings > options.maxWarnings ? 1 : 0;
}

function is({ row }: ReportedFinding, severity: ReportedFinding['row']['severity']): boolean {
  return row.severity === severity;
}

function nothingFound(checked: readonly Checked[]): string {
  const known = checked.filter(({ document }) => document.facts.kind).length;
  if (known > 0)
    return counted(known, say`1 document checked, nothing found`, say`${known} documents checked, nothing found`);
  if (checked.length === 0) return say`nothing to check: there is no Markdown file that could be read`;
  return counted(
    checked.length,
    say`nothing to check: the file is neither event page, proposal, notes, minutes nor register`,
    say`nothing to check: all ${checked.length} files are neither event page, proposal, notes, minutes nor register`,
  );
}
