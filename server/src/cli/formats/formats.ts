import type { Report } from '../report.js';
import { compactReport } from './compact.js';
import { githubReport } from './github.js';
import { gitlabReport } from './gitlab.js';
import { jsonReport } from './json.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** How findings can be printed; an empty text prints nothing. */
export const formats = {
  text: textReport,
  compact: compactReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
} as const satisfies Readonly<Record<string, (report: Report) => string>>;

export type FormatName = keyof typeof formats;
