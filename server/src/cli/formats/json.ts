import type { Report } from '../report.js';

/** An array of rows. */
export function jsonReport({ findings }: Report): string {
  return JSON.stringify(
    findings.map(({ row }) => row),
    undefined,
    2,
  );
}
