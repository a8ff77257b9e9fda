import type { Document, PlacedFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import type { Section } from '../document/sections.js';
import { rules } from './registry.js';
import type { DocumentRule } from './rule.js';

const choosy = rules.flatMap((rule) => ('check' in rule && rule.concerns ? [rule] : []));

/** The sections of a document that concern a rule, in text order; nothing for a rule that none concerns. */
export type Concerned = (rule: DocumentRule) => readonly PlacedFacts[];

export function concerned({ cut, facts }: Document): Concerned {
  const sections = new Map<DocumentRule, PlacedFacts[]>();
  for (const [index, section] of cut.sections.entries()) {
    const placed = facts.sections[index];
    if (!placed) continue;
    for (const rule of concernedBy(placed.facts, section)) {
      const known = sections.get(rule);
      if (known) known.push(placed);
      else sections.set(rule, [placed]);
    }
  }
  return (rule) => (rule.concerns ? (sections.get(rule) ?? none) : facts.sections);
}

const none: readonly PlacedFacts[] = [];
const memo = new WeakMap<SectionFacts, readonly DocumentRule[]>();

function concernedBy(facts: SectionFacts, section: Section): readonly DocumentRule[] {
  const known = memo.get(facts);
  if (known) return known;
  const concernedRules = choosy.filter((rule) => rule.concerns?.(facts, section));
  memo.set(facts, concernedRules);
  return concernedRules;
}
