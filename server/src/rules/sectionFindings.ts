import type { Archive } from '../archive/archive.js';
import type { Config } from '../archive/config.js';
import type { Company } from '../archive/people.js';
import type { Document, PlacedFacts } from '../document/document.js';
import { inlineNodes, sourceSpan, type Inline } from '../document/inline.js';
import type { SectionFacts } from '../document/facts.js';
import type { Leaf, LeafBlock } from '../document/model.js';
import type { Definitions } from '../document/remark.js';
import type { DocumentKind } from '../document/schema.js';
import { partReadAnew } from '../document/reading/section.js';
import type { EditedSection, Section } from '../document/sections.js';
import type { Span } from '../text/span.js';
import { leavesOf } from './leaves.js';
import { optionsOf } from './options.js';
import { mapSpans, moveFinding } from './moveFinding.js';
import { ruleIds, rules } from './registry.js';
import type {
  DocumentContext,
  DocumentRule,
  Finding,
  LeafRule,
  OptionValues,
  PlacedRule,
  PlacedSection,
  Rule,
  SectionRule,
} from './rule.js';
import { sectionOfPart } from './part.js';

export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** What the sections of a document have been found to say by themselves. */
export interface Looked {
  /** Of all rules but those that look at a document as a whole. */
  readonly findings: readonly RuleFinding[];
  /** The sections that concern a document rule, in text order; all of them for one that does not tell. */
  readonly concerned: (rule: DocumentRule) => readonly PlacedFacts[];
}

/**
 * Looks at each section by itself. What was made of those that an edit leaves as they were is kept; in the one that is written
 * in, rules that it did not concern before are asked about no more than the part that is written. Without `placed` nothing is
 * asked that a section alone cannot tell.
 */
export function lookAtSections(
  document: Document,
  kind: DocumentKind,
  archive: Archive,
  { placed }: { readonly placed: boolean },
): Looked {
  const scope = scopeFor(document.definitions, kind, archive.config);
  const place = placed ? placeOf(document, kind, archive) : undefined;
  const ofPlace: RuleFinding[] = [];
  const ofSection: RuleFinding[] = [];
  const concerned = new Map<DocumentRule, PlacedFacts[]>();
  const { sections, edited } = document.cut;
  const now: Kept[] = [];
  for (const section of document.facts.sections) {
    const { index } = section;
    const own = sections[index];
    if (!own) continue;
    const written = edited?.index === index ? writtenIn(edited, own, section, scope) : undefined;
    const kept = keptOf(own, section, scope) ?? look(own, section, scope, written);
    now[index] = kept;
    addMoved(kept.findings, section.start, ofSection);
    addConcerned(kept.documentRules, section, concerned);
    if (!place) continue;
    const around = placedOf(kept, place) ?? lookAround(kept, own, section, { scope, place, written });
    addMoved(around.findings, section.start, ofPlace);
    addConcerned(around.documentRules, section, concerned);
  }
  scope.last = { sections, kept: now };
  return {
    findings: [...ofPlace, ...ofSection],
    concerned: (rule) =>
      rule.concerns || rule.concernsPlaced ? (concerned.get(rule) ?? none) : document.facts.sections,
  };
}

const none: readonly PlacedFacts[] = [];

function addMoved(findings: readonly RuleFinding[], start: number, all: RuleFinding[]): void {
  for (const { rule, finding } of findings) all.push({ rule, finding: moveFinding(finding, start) });
}

function addConcerned(
  rules: readonly DocumentRule[],
  section: PlacedFacts,
  all: Map<DocumentRule, PlacedFacts[]>,
): void {
  for (const rule of rules) {
    const known = all.get(rule);
    if (known) known.push(section);
    else all.set(rule, [section]);
  }
}

/** What is kept of a section, and goes when it does; spans are the section's own. */
interface Kept {
  readonly facts: SectionFacts;
  /** The rules that the section concerns as far as it tells alone. */
  readonly sectionRules: readonly SectionRule[];
  readonly documentRules: readonly DocumentRule[];
  /** Of section and leaf rules. */
  readonly findings: readonly RuleFinding[];
  placed: Placed | undefined;
}

/** What a section was found to say where it stood last. */
interface Placed {
  readonly company: Company;
  readonly date: string | undefined;
  readonly placedRules: readonly PlacedRule[];
  readonly documentRules: readonly DocumentRule[];
  readonly findings: readonly RuleFinding[];
}

/** The part of a section that is all it differs in from the one before it, and what is kept of that one. */
interface Written {
  readonly part: PlacedSection;
  readonly before: Kept;
}

/** Most sections stand where they stood when a document was last looked at; what stands above one may have made it a part of a list. */
function keptOf(own: Section, { index, facts }: PlacedFacts, { last, sections }: Scope): Kept | undefined {
  const kept = last?.sections[index] === own ? last.kept[index] : sections.get(own);
  return kept?.facts === facts ? kept : undefined;
}

function writtenIn(edited: EditedSection, own: Section, section: PlacedFacts, scope: Scope): Written | undefined {
  const before = scope.sections.get(edited.before);
  const part = before && partReadAnew(section.facts);
  return part && { before, part: alone(sectionOfPart(part.unit, own), { ...section, facts: part.facts }) };
}

function alone(own: Section, section: PlacedFacts): PlacedSection {
  return { ...section, start: 0, end: section.end - section.start, own };
}

function look(own: Section, section: PlacedFacts, scope: Scope, written: Written | undefined): Kept {
  const { facts } = section;
  const whole = alone(own, section);
  const concerns = (rule: SectionRule | DocumentRule, before: readonly Rule[] | undefined): boolean => {
    const asked = written && !before?.includes(rule) ? written.part : whole;
    return !rule.concerns || rule.concerns(asked.facts, asked.own);
  };
  const sectionRules = scope.sectionRules.filter((rule) => concerns(rule, written?.before.sectionRules));
  const documentRules = scope.choosy.filter((rule) => concerns(rule, written?.before.documentRules));
  const findings: RuleFinding[] = [];
  for (const rule of sectionRules)
    for (const finding of rule.checkSection({ section: own, facts, kind: scope.kind, options: scope.optionsOf(rule) }))
      findings.push({ rule, finding });
  // Where no text had a finding, the one that is written is the only one that may have.
  const texts = written && !written.before.findings.some(isInLeaf) ? written.part.own.blocks : own.blocks;
  for (const block of leavesOf(texts))
    for (const { rule, finding } of findingsInLeaf(block, scope))
      findings.push({ rule, finding: inSection(finding, block.leaf) });
  const kept: Kept = { facts, sectionRules, documentRules, findings, placed: undefined };
  scope.sections.set(own, kept);
  return kept;
}

function isInLeaf({ rule }: RuleFinding): boolean {
  return 'checkLeaf' in rule;
}

/** What a document is to each of its sections. */
interface Place {
  readonly context: DocumentContext;
  readonly company: Company;
  readonly date: string | undefined;
}

function placeOf(document: Document, kind: DocumentKind, archive: Archive): Place {
  const { facts } = document;
  const context = { document, sections: facts.sections, kind, archive, ruleIds };
  return { context, company: archive.company(facts), date: facts.date?.iso };
}

function placedOf({ placed }: Kept, { company, date }: Place): Placed | undefined {
  return placed?.company === company && placed.date === date ? placed : undefined;
}

function lookAround(
  kept: Kept,
  own: Section,
  section: PlacedFacts,
  { scope, place, written }: { readonly scope: Scope; readonly place: Place; readonly written: Written | undefined },
): Placed {
  const { context, company, date } = place;
  const whole = alone(own, section);
  const before = written && placedOf(written.before, place);
  const concerns = (rule: PlacedRule | DocumentRule, known: readonly Rule[] | undefined): boolean => {
    const asked = written && known && !known.includes(rule) ? written.part : whole;
    return (
      (!rule.concerns || rule.concerns(asked.facts, asked.own)) &&
      (!rule.concernsPlaced || rule.concernsPlaced(asked, context))
    );
  };
  const placedRules = scope.placedRules.filter((rule) => concerns(rule, before?.placedRules));
  const documentRules = scope.placedChoosy.filter((rule) => concerns(rule, before?.documentRules));
  const findings: RuleFinding[] = [];
  for (const rule of placedRules)
    for (const finding of rule.checkPlaced(whole, { ...context, options: scope.optionsOf(rule) }))
      findings.push({ rule, finding });
  const placed = { company, date, placedRules, documentRules, findings };
  kept.placed = placed;
  return placed;
}

/** What findings in a section depend on beside its text. */
interface Scope {
  readonly kind: DocumentKind;
  readonly settings: Config['rules'];
  readonly sectionRules: readonly SectionRule[];
  readonly placedRules: readonly PlacedRule[];
  readonly leafRules: readonly LeafRule[];
  /** The document rules that tell what concerns them, as far as a section tells alone, and as far as it tells where it stands. */
  readonly choosy: readonly DocumentRule[];
  readonly placedChoosy: readonly DocumentRule[];
  readonly optionsOf: (rule: Rule) => OptionValues;
  readonly definitions: Definitions;
  readonly sections: WeakMap<Section, Kept>;
  /** The sections of the document that was looked at last, and what is kept of each. */
  last: { readonly sections: readonly Section[]; readonly kept: readonly Kept[] } | undefined;
  /** By text: each block type has its own. */
  readonly leaves: Readonly<Record<LeafBlock['type'], Map<string, readonly RuleFinding[]>>>;
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
  const looking = rules.filter((rule) => looksAt(rule, kind));
  const options = new Map(looking.map((rule) => [rule, optionsOf(rule, settings ? { rules: settings } : {})]));
  const scope: Scope = {
    kind,
    settings,
    sectionRules: looking.filter((rule) => 'checkSection' in rule),
    placedRules: looking.filter((rule) => 'checkPlaced' in rule),
    leafRules: looking.filter((rule) => 'checkLeaf' in rule),
    choosy: looking.filter((rule) => 'check' in rule).filter((rule) => rule.concerns && !rule.concernsPlaced),
    placedChoosy: looking.filter((rule) => 'check' in rule).filter((rule) => rule.concernsPlaced),
    optionsOf: (rule) => options.get(rule) ?? {},
    definitions,
    sections: new WeakMap(),
    last: undefined,
    leaves: { heading: new Map(), paragraph: new Map(), table: new Map(), definition: new Map() },
  };
  known.push(scope);
  // Settings change seldom; those of before are not asked for again.
  if (known.length > 8) known.shift();
  return scope;
}

const nothing: readonly RuleFinding[] = [];

function findingsInLeaf(block: LeafBlock, scope: Scope): readonly RuleFinding[] {
  const { type } = block;
  if (type === 'definition') return nothing;
  const texts = scope.leaves[type];
  const { text } = block.leaf;
  const known = texts.get(text);
  if (known) return known;
  const nodes = (): readonly Inline[] => inlineNodes(block, scope.definitions);
  const found: RuleFinding[] = [];
  for (const rule of scope.leafRules)
    for (const finding of rule.checkLeaf({ type, text, nodes, kind: scope.kind, options: scope.optionsOf(rule) }))
      found.push({ rule, finding });
  if (texts.size >= leafLimit) texts.clear();
  texts.set(text, found.length === 0 ? nothing : found);
  return found;
}

function inSection(finding: Finding, leaf: Leaf): Finding {
  return mapSpans(finding, (span: Span) => sourceSpan(leaf, span));
}
