import * as v from 'valibot';
import { say } from '../text/say.js';
import type { AcceptedFinding, Baseline } from './baseline.js';

/** Of the file's form; a file of another version is told and not read. */
const version = 1;

const fileSchema = v.object({
  accepted: v.array(
    v.object({
      path: v.string(),
      rule: v.string(),
      text: v.string(),
      count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    }),
  ),
});

/** Reads a baseline file; a message is why it cannot be used and what to do. */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly message: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      message: anew(say`is not valid JSON (${error instanceof Error ? error.message : String(error)}); mend it`),
    };
  }
  const written = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (written === undefined) return { message: anew(say`is no baseline, it states no version; name another file`) };
  if (written !== version) return { message: otherVersion(written) };
  const read = v.safeParse(fileSchema, value);
  if (read.success) return { baseline: read.output.accepted };
  const [issue] = read.issues;
  return { message: anew(say`"${v.getDotPath(issue) ?? say`the file`}": ${issue.message}; correct it`) };
}

function otherVersion(written: unknown): string {
  const found = JSON.stringify(written);
  return anew(say`is a baseline of version ${found}, and only version ${version} is known here; update xen-notes`);
}

/** What can always be done beside what is said. */
function anew(said: string): string {
  return say`${said}, or remove it and make it anew with xen-notes check --update-baseline`;
}

/** The text of a baseline file: one accepted finding a line, so that a diff shows each. */
export function writeBaseline(baseline: Baseline): string {
  const lines = baseline.map((entry) => `\n    ${entryLine(entry)}`);
  const accepted = lines.length > 0 ? `[${lines.join(',')}\n  ]` : '[]';
  return `{\n  "version": ${version},\n  "accepted": ${accepted}\n}\n`;
}

function entryLine({ path, rule, text, count }: AcceptedFinding): string {
  return `{ "path": ${quoted(path)}, "rule": ${quoted(rule)}, "text": ${quoted(text)}, "count": ${count} }`;
}

/** A JSON string in which nothing is invisible. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (char) =>
    char.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
