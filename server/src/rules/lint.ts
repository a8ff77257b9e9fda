import type { Archive } from '../archive/archive.js';
import { severityNamed, type Severity } from '../archive/severity.js';
import type { Document } from '../document/document.js';
import type { DocumentKind } from '../document/schema.js';
import { disabledIn } from './disabled.js';
import { memo } from '../text/memo.js';
import { optionsOf } from './options.js';
import { ruleById, ruleIds, rules } from './registry.js';
import type { DocumentRule, Finding, FixKind, Mode, Rule } from './rule.js';
import { looksAt, lookAtSections, type Looked, type RuleFinding } from './sectionFindings.js';

/** A finding as it is shown: with its rule and how much it weighs. Spans are offsets in the document. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** `none` when this finding has no fix, whatever its rule can do elsewhere. */
  readonly fix: FixKind;
}

export interface LintOptions {
  readonly mode: Mode;
  /**
   * Severity by rule id, as whoever asks has set it: it wins over the severity that the archive's configuration sets. What else
   * that says of the rule (`since`, options) holds all the same.
   */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Only these rules. */
  readonly only?: ReadonlySet<string>;
}

/** Checks a document; nothing for Markdown that is none of our kinds. Findings are in text order. */
export function lint(document: Document, archive: Archive, options: LintOptions): Diagnostic[] {
  const { kind } = document.facts;
  if (!kind) return [];
  const weigh = (rule: Rule): Severity =>
    isWanted(rule.id, options) ? severityOf(rule, document, archive, options) : 'off';
  const looked = lookAtSections(document, kind, archive, { placed: looksAround(options) });
  const found = [...documentFindings(document, kind, archive, looked, weigh), ...looked.findings];
  if (found.length === 0) return [];
  const disabled = disabledIn(document);
  return found
    .flatMap(({ rule, finding }): Diagnostic[] => {
      const severity = weigh(rule);
      if (severity === 'off' || disabled(rule.id, finding.span.start)) return [];
      return [{ ...finding, rule: rule.id, severity, fix: fixKind(rule, finding) }];
    })
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

function documentFindings(
  document: Document,
  kind: DocumentKind,
  archive: Archive,
  { concerned }: Looked,
  weigh: (rule: Rule) => Severity,
): RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const rule of documentRules(kind)) {
    const sections = concerned(rule);
    if (sections.length === 0 || weigh(rule) === 'off') continue;
    const context = { document, sections, kind, archive, ruleIds, options: optionsOf(rule, archive.config) };
    for (const finding of rule.check(context)) found.push({ rule, finding });
  }
  return found;
}

const documentRules = memo((kind: DocumentKind): readonly DocumentRule[] =>
  rules.filter((rule): rule is DocumentRule => 'check' in rule && looksAt(rule, kind)),
);

const around = rules.filter((rule) => 'check' in rule || 'checkPlaced' in rule);

/** Whether a rule is wanted that looks beyond a section. */
function looksAround(options: LintOptions): boolean {
  return !options.only || around.some(({ id }) => isWanted(id, options));
}

/** Whether a rule is run on a document; an id that is no rule any more counts as one that finds nothing. */
export function isChecked(id: string, document: Document, archive: Archive, options: LintOptions): boolean {
  if (!isWanted(id, options)) return false;
  const rule = ruleById(id);
  return !rule || severityOf(rule, document, archive, options) !== 'off';
}

function isWanted(id: string, { only }: LintOptions): boolean {
  return !only || only.has(id);
}

function fixKind(rule: Rule, finding: Finding): FixKind {
  if (!finding.fixes || finding.fixes.length === 0) return 'none';
  return finding.choice && rule.fix === 'safe' ? 'suggest' : rule.fix;
}

function severityOf(rule: Rule, document: Document, archive: Archive, options: LintOptions): Severity {
  const setting = archive.config.rules?.[rule.id];
  const since = (typeof setting === 'object' ? setting.since : undefined) ?? rule.since;
  const date = document.facts.date?.iso;
  if (since !== undefined && date !== undefined && date < since.slice(0, date.length)) return 'off';
  const configured = typeof setting === 'object' ? setting.severity : setting;
  return options.severities?.[rule.id] ?? severityNamed(configured) ?? rule.severity[options.mode];
}
