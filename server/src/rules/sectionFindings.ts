import type { Archive } from '../archive/archive.js';
import type { Config } from '../archive/config.js';
import type { Company } from '../archive/people.js';
import type { Document, PlacedFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import { inlineNodes, sourceSpan, type Inline } from '../document/inline.js';
import type { Leaf, LeafBlock } from '../document/model.js';
import type { Definitions } from '../document/remark.js';
import type { DocumentKind } from '../document/schema.js';
import type { Section } from '../document/sections.js';
import type { Span } from '../text/span.js';
import { leavesOf } from './leaves.js';
import { optionsOf } from './options.js';
import { mapSpans, moveFinding } from './perSection.js';
import { ruleIds, rules } from './registry.js';
import type { Finding, LeafRule, OptionValues, PlacedRule, Rule, SectionRule } from './rule.js';

export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Findings of the rules that look at a section or a leaf by itself; an edit elsewhere only moves them. */
export function sectionFindings(document: Document, kind: DocumentKind, config: Config): RuleFinding[] {
  const scope = scopeFor(document.definitions, kind, config);
  return document.cut.sections.flatMap((section, index) => {
    const facts = document.facts.sections[index]?.facts;
    const own = facts ? findingsIn(section, facts, scope) : [];
    if (own.length === 0) return [];
    const start = document.cut.starts[index] ?? 0;
    return own.map(({ rule, finding }) => ({ rule, finding: moveFinding(finding, start) }));
  });
}

/** Findings of the rules that look at a section, the document's date and the people who may be meant in it. */
export function placedFindings(document: Document, kind: DocumentKind, archive: Archive): RuleFinding[] {
  const scope = scopeFor(document.definitions, kind, archive.config);
  if (scope.placedRules.length === 0) return [];
  const company = archive.company(document.facts);
  const date = document.facts.date?.iso;
  return document.facts.sections.flatMap((section) => {
    const known = scope.placed.get(section.facts);
    const kept =
      known?.company === company && known.date === date
        ? known
        : { company, date, findings: findPlaced(section, document, archive, scope) };
    if (kept !== known) scope.placed.set(section.facts, kept);
    if (kept.findings.length === 0) return kept.findings;
    return kept.findings.map(({ rule, finding }) => ({ rule, finding: moveFinding(finding, section.start) }));
  });
}

function findPlaced(section: PlacedFacts, document: Document, archive: Archive, scope: Scope): readonly RuleFinding[] {
  const here = { ...section, start: 0, end: section.end - section.start };
  const { sections } = document.facts;
  const context = { document, sections, kind: scope.kind, archive, ruleIds, options: noOptions };
  const found: RuleFinding[] = [];
  for (const { rule, options } of scope.placedRules)
    for (const finding of rule.checkPlaced(here, rule.options ? { ...context, options } : context))
      found.push({ rule, finding });
  return found;
}

/** What findings in a section depend on beside its text. They are kept with it, and go when it does. */
interface Scope {
  readonly kind: DocumentKind;
  readonly settings: Config['rules'];
  readonly definitions: Definitions;
  readonly placedRules: readonly WithOptions<PlacedRule>[];
  readonly sectionRules: readonly WithOptions<SectionRule>[];
  readonly leafRules: readonly WithOptions<LeafRule>[];
  readonly placed: WeakMap<SectionFacts, Placed>;
  readonly sections: WeakMap<Section, readonly RuleFinding[]>;
  /** By text: each block type has its own. */
  readonly leaves: Readonly<Record<LeafBlock['type'], Map<string, readonly RuleFinding[]>>>;
}

interface WithOptions<Kind extends Rule> {
  readonly rule: Kind;
  readonly options: OptionValues;
}

interface Placed {
  readonly company: Company;
  readonly date: string | undefined;
  readonly findings: readonly RuleFinding[];
}

/** Whether a rule looks at documents of a kind. */
export function looksAt({ kinds }: Rule, kind: DocumentKind): boolean {
  return !kinds || kinds.includes(kind);
}

const scopes = new WeakMap<Definitions, Scope[]>();
const leafLimit = 4000;

function scopeFor(definitions: Definitions, kind: DocumentKind, { rules: settings }: Config): Scope {
  const known = scopes.get(definitions) ?? [];
  scopes.set(definitions, known);
  const same = known.find((scope) => scope.kind === kind && scope.settings === settings);
  if (same) return same;
  const of = (rule: Rule): OptionValues => optionsOf(rule, settings ? { rules: settings } : {});
  const looking = rules.filter((rule) => looksAt(rule, kind));
  const scope: Scope = {
    kind,
    settings,
    definitions,
    placedRules: looking.flatMap((rule) => ('checkPlaced' in rule ? [{ rule, options: of(rule) }] : [])),
    sectionRules: looking.flatMap((rule) => ('checkSection' in rule ? [{ rule, options: of(rule) }] : [])),
    leafRules: looking.flatMap((rule) => ('checkLeaf' in rule ? [{ rule, options: of(rule) }] : [])),
    placed: new WeakMap(),
    sections: new WeakMap(),
    leaves: { heading: new Map(), paragraph: new Map(), table: new Map(), definition: new Map() },
  };
  known.push(scope);
  // Settings change seldom; those of before are not asked for again.
  if (known.length > 8) known.shift();
  return scope;
}

function findingsIn(section: Section, facts: SectionFacts, scope: Scope): readonly RuleFinding[] {
  const known = scope.sections.get(section);
  if (known) return known;
  const own: RuleFinding[] = [];
  for (const { rule, options } of scope.sectionRules)
    for (const finding of rule.checkSection({ section, facts, kind: scope.kind, options })) own.push({ rule, finding });
  for (const block of leavesOf(section.blocks))
    for (const { rule, finding } of findingsInLeaf(block, scope))
      own.push({ rule, finding: inSection(finding, block.leaf) });
  scope.sections.set(section, own);
  return own;
}

const nothing: readonly RuleFinding[] = [];
/** Most rules have none to set. */
const noOptions: OptionValues = {};

function findingsInLeaf(block: LeafBlock, scope: Scope): readonly RuleFinding[] {
  const { type } = block;
  if (type === 'definition') return nothing;
  const texts = scope.leaves[type];
  const { text } = block.leaf;
  const known = texts.get(text);
  if (known) return known;
  const nodes = (): readonly Inline[] => inlineNodes(block, scope.definitions);
  const context = { type, text, nodes, kind: scope.kind, options: noOptions };
  const found: RuleFinding[] = [];
  for (const { rule, options } of scope.leafRules)
    for (const finding of rule.checkLeaf(rule.options ? { ...context, options } : context))
      found.push({ rule, finding });
  if (texts.size >= leafLimit) texts.clear();
  texts.set(text, found.length === 0 ? nothing : found);
  return found;
}

function inSection(finding: Finding, leaf: Leaf): Finding {
  return mapSpans(finding, (span: Span) => sourceSpan(leaf, span));
}
