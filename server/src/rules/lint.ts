import type { Archive } from '../archive/archive.js';
import type { Severity } from '../archive/config.js';
import type { Document } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import type { DocumentKind } from '../document/schema.js';
import type { Section } from '../document/sections.js';
import { moveFinding } from './perSection.js';
import { rules } from './registry.js';
import type { Finding, FixKind, Mode, Rule } from './rule.js';

/** A finding as it is shown: with its rule and how much it weighs. Spans are offsets in the document. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** `none` when this finding has no fix, whatever its rule can do elsewhere. */
  readonly fix: FixKind;
}

export interface LintOptions {
  readonly mode: Mode;
  /** Severity by rule id, over what the archive's configuration says. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Only these rules. */
  readonly only?: ReadonlySet<string>;
}

/** Checks a document; nothing for Markdown that is none of our kinds. Findings are in text order. */
export function lint(document: Document, archive: Archive, options: LintOptions): Diagnostic[] {
  const { kind } = document.facts;
  if (!kind) return [];
  const found: Diagnostic[] = [];
  const add = (rule: Rule, severity: Severity, finding: Finding): void => {
    if (severity !== 'off') found.push({ ...finding, rule: rule.id, severity, fix: fixKind(rule, finding) });
  };
  const weigh = (rule: Rule): Severity =>
    options.only && !options.only.has(rule.id) ? 'off' : severityOf(rule, document, archive, options);
  for (const rule of rules) {
    if (!('check' in rule) || (rule.kinds && !rule.kinds.includes(kind))) continue;
    const severity = weigh(rule);
    if (severity !== 'off') for (const finding of rule.check({ document, kind, archive })) add(rule, severity, finding);
  }
  for (const { rule, finding } of sectionFindings(document, kind)) add(rule, weigh(rule), finding);
  return found.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
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
  return (
    options.severities?.[rule.id] ?? (configured === 'warn' ? 'warning' : configured) ?? rule.severity[options.mode]
  );
}

interface Kept {
  readonly kind: DocumentKind;
  readonly findings: readonly { readonly rule: SectionRule; readonly finding: Finding }[];
}

type SectionRule = Extract<Rule, { checkSection: unknown }>;
const sectionRules = rules.filter((rule): rule is SectionRule => 'checkSection' in rule);
const kept = new WeakMap<Section, Kept>();

/** Findings of all section rules, kept with each section: an edit elsewhere only moves them. */
function sectionFindings(document: Document, kind: DocumentKind): { rule: SectionRule; finding: Finding }[] {
  return document.cut.sections.flatMap((section, index) => {
    const facts = document.facts.sections[index]?.facts;
    const known = kept.get(section);
    const own = known?.kind === kind ? known : facts && checkSection(section, facts, kind);
    if (!own || own.findings.length === 0) return [];
    const start = document.cut.starts[index] ?? 0;
    return own.findings.map(({ rule, finding }) => ({ rule, finding: moveFinding(finding, start) }));
  });
}

function checkSection(section: Section, facts: SectionFacts, kind: DocumentKind): Kept {
  const findings = sectionRules
    .filter((rule) => !rule.kinds || rule.kinds.includes(kind))
    .flatMap((rule) => rule.checkSection({ section, facts, kind }).map((finding) => ({ rule, finding })));
  const own = { kind, findings };
  kept.set(section, own);
  return own;
}
