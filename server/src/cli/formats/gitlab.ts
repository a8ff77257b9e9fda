import path from 'node:path';
import { fingerprints } from '../fingerprints.js';
import type { FindingRow, Report } from '../report.js';
import { pathFrom } from './paths.js';

const severities: Readonly<Record<FindingRow['severity'], string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

/** A code quality report of GitLab; merge requests tell findings apart by their fingerprints. */
export function gitlabReport({ findings }: Report): string {
  const prints = fingerprints(findings);
  const issues = findings.map(({ row }, index) => ({
    description: row.message,
    check_name: row.rule,
    fingerprint: prints[index],
    severity: severities[row.severity],
    location: {
      path: pathFrom(process.env['CI_PROJECT_DIR'], path.resolve(row.path)),
      lines: { begin: row.line, end: row.endLine },
    },
  }));
  return JSON.stringify(issues, undefined, 2);
}
