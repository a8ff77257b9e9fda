import type { Diagnostic } from '../rules/lint.js';
import { safeEdits } from './codeActions.js';
import type { TextEdit } from '../text/edits.js';

/** How much a finding weighs for somebody about to post: what blocks, what to look at, what may be known. */
export const postingWeights = ['blocks', 'look', 'remark'] as const;
export type PostingWeight = (typeof postingWeights)[number];

export interface PostingGroup {
  readonly weight: PostingWeight;
  /** In text order, at least one. */
  readonly findings: readonly Diagnostic[];
}

/** What stands in the way of posting a document. */
export interface Posting {
  /** The weightier first; none without findings. */
  readonly groups: readonly PostingGroup[];
  /** The safe fixes that can be made in one go, and how many findings have one; absent when there is none. */
  readonly fixAll?: { readonly count: number; readonly edits: readonly TextEdit[] };
}

/** Sorts what is found in a document when it is checked as one to be posted. */
export function posting(diagnostics: readonly Diagnostic[]): Posting {
  const groups = postingWeights.flatMap((weight): PostingGroup[] => {
    const findings = diagnostics.filter(({ severity }) => weightOf[severity] === weight);
    return findings.length > 0 ? [{ weight, findings }] : [];
  });
  const edits = safeEdits(diagnostics);
  // A fix that changes other documents as well is looked at before it is made.
  const safe = diagnostics.filter(({ fix, fixes }) => fix === 'safe' && (fixes?.[0]?.elsewhere ?? []).length === 0);
  return { groups, ...(edits.length > 0 && { fixAll: { count: safe.length, edits } }) };
}

const weightOf: Readonly<Record<Diagnostic['severity'], PostingWeight>> = {
  error: 'blocks',
  warning: 'look',
  info: 'remark',
  hint: 'remark',
};
