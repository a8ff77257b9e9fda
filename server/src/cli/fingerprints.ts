import { createHash } from 'node:crypto';
import { findingKey, type Diagnostic } from '../analysis.js';
import type { Checked } from './checked.js';
import type { ReportedFinding } from './report.js';

/**
 * What findings are known by from one report to the next, one for each: made, as in a baseline, of the document, the rule
 * and the words around, and of how many equal ones stand above it.
 */
export function fingerprints(findings: readonly ReportedFinding[]): string[] {
  const known = new Map<Checked, ReadonlyMap<Diagnostic, string>>();
  return findings.map(({ checked, diagnostic }) => {
    const own = known.get(checked) ?? fingerprintsOf(checked);
    known.set(checked, own);
    return own.get(diagnostic) ?? '';
  });
}

/** Accepted findings count too, so that accepting one does not change what another is known by. */
function fingerprintsOf({ document, how, all }: Checked): ReadonlyMap<Diagnostic, string> {
  const counts = new Map<string, number>();
  return new Map(
    all.map((diagnostic) => {
      const key = findingKey(document, diagnostic);
      const before = counts.get(key) ?? 0;
      counts.set(key, before + 1);
      const hash = createHash('sha256').update([how.name, key, before].join('\n'));
      return [diagnostic, hash.digest('hex').slice(0, 40)];
    }),
  );
}
