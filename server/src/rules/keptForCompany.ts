import type { Company } from '../archive/people.js';
import type { PlacedFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import type { DocumentContext } from './rule.js';

/** A section in which names are looked up, and nothing else is looked at: what is made of it is kept for as long as the same people may be meant. */
export function keptForCompany<Value>(
  make: (section: Pick<PlacedFacts, 'facts'>, context: DocumentContext) => Value,
): typeof make {
  const memo = new WeakMap<SectionFacts, { readonly company: Company; readonly value: Value }>();
  return (section, context) => {
    const company = context.archive.company(context.document.facts);
    const known = memo.get(section.facts);
    if (known?.company === company) return known.value;
    const value = make(section, context);
    memo.set(section.facts, { company, value });
    return value;
  };
}
