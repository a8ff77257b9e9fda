import type { Diagnostic } from '../rules/lint.js';
import type { Fix } from '../rules/rule.js';
import { overlaps, touches, type Span } from '../text/span.js';
import { compatibleEdits, compatibleSets, type TextEdit } from '../text/edits.js';
import { say } from '../text/say.js';

/** A change that is offered: for one finding, or for all of a rule in the document. */
export interface CodeAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Edits of other documents, by path. */
  readonly elsewhere: NonNullable<Fix['elsewhere']>;
  readonly preferred: boolean;
  /** Findings it mends. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The findings that a range touches, in text order. */
export function findingsAt(diagnostics: readonly Diagnostic[], range: Span): Diagnostic[] {
  return diagnostics.filter(
    (each) => overlaps(each.span, range) || touches(each.span, range.start) || touches(each.span, range.end),
  );
}

/**
 * Quick fixes for the findings at a place, in text order. Where all findings of a rule in the document have one way
 * to be mended, that is offered as well.
 */
export function codeActions(diagnostics: readonly Diagnostic[], here: readonly Diagnostic[]): CodeAction[] {
  const single = here.flatMap((diagnostic) =>
    (diagnostic.fixes ?? []).map((fix, index) => offered(diagnostic, fix, index)),
  );
  const rules = new Set(here.filter((each) => onlyFix(each) !== undefined).map((each) => each.rule));
  return [...single, ...[...rules].flatMap((rule) => ofRule(diagnostics, rule))];
}

/** The fix that nobody has to choose, and that changes this document alone. */
function onlyFix({ fix, fixes = [] }: Diagnostic): Fix | undefined {
  const [first, ...others] = fixes;
  if (!first || (first.elsewhere ?? []).length > 0) return undefined;
  return fix === 'safe' || others.length === 0 ? first : undefined;
}

function offered(diagnostic: Diagnostic, fix: Fix, index: number): CodeAction {
  const preferred = fix.preferred ?? (diagnostic.fix === 'safe' && index === 0);
  return { title: fix.title, edits: fix.edits, elsewhere: fix.elsewhere ?? [], preferred, diagnostics: [diagnostic] };
}

function ofRule(diagnostics: readonly Diagnostic[], rule: string): CodeAction[] {
  const same = diagnostics.filter((each) => each.rule === rule && onlyFix(each) !== undefined);
  if (same.length < 2) return [];
  const sets = compatibleSets(same.map((each) => onlyFix(each)?.edits ?? []));
  return [
    {
      title: say`Fix all ${same.length} of ${rule} in this document`,
      edits: compatibleEdits(sets.flat()),
      elsewhere: [],
      preferred: false,
      diagnostics: same,
    },
  ];
}

/**
 * The edits of all safe fixes that can be made in one go, in text order. A fix is made wholly or not at all: one that
 * clashes with an earlier one, or that changes other documents, waits for the next time.
 */
export function safeEdits(diagnostics: readonly Diagnostic[]): TextEdit[] {
  const safe = diagnostics.flatMap(({ fix, fixes }) => (fix === 'safe' ? (fixes?.slice(0, 1) ?? []) : []));
  const sets = safe.filter(({ elsewhere = [] }) => elsewhere.length === 0).map(({ edits }) => edits);
  return compatibleEdits(compatibleSets(sets).flat());
}
