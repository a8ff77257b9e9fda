import type { Archive } from '../archive/archive.js';
import { severityNamed, type Severity } from '../archive/severity.js';
import type { Document } from '../document/document.js';
import { disabledIn } from './disabled.js';
import { optionsOf } from './options.js';
import { ruleById, ruleIds, rules } from './registry.js';
import type { Finding, FixKind, Mode, Rule } from './rule.js';
import { sectionFindings } from './sectionFindings.js';

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
  const found: Diagnostic[] = [];
  const disabled = disabledIn(document);
  const add = (rule: Rule, severity: Severity, finding: Finding): void => {
    if (severity === 'off' || disabled(rule.id, finding.span.start)) return;
    found.push({ ...finding, rule: rule.id, severity, fix: fixKind(rule, finding) });
  };
  const weigh = (rule: Rule): Severity =>
    options.only && !options.only.has(rule.id) ? 'off' : severityOf(rule, document, archive, options);
  for (const rule of rules) {
    if (!('check' in rule) || (rule.kinds && !rule.kinds.includes(kind))) continue;
    const severity = weigh(rule);
    const context = { document, kind, archive, ruleIds, options: optionsOf(rule, archive.config) };
    if (severity !== 'off') for (const finding of rule.check(context)) add(rule, severity, finding);
  }
  for (const { rule, finding } of sectionFindings(document, kind, archive.config)) add(rule, weigh(rule), finding);
  return found.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

/** Whether a rule is run on a document; an id that is no rule any more counts as one that finds nothing. */
export function isChecked(id: string, document: Document, archive: Archive, options: LintOptions): boolean {
  if (options.only && !options.only.has(id)) return false;
  const rule = ruleById(id);
  return !rule || severityOf(rule, document, archive, options) !== 'off';
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
