import type { Config } from '../archive/config.js';
import { nearest } from './nearest.js';
import { ruleById, rules } from './registry.js';

/** What is said of a rule id that is none, with the one that was probably meant. */
export function unknownRule(id: string): string {
  const [near] = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return `unknown rule "${id}"; ${near === undefined ? 'xen-notes explain lists the rules' : `did you mean ${near}?`}`;
}

/** What is wrong with the rules a configuration names. */
export function unknownRules({ rules: settings = {} }: Config): string[] {
  return Object.keys(settings).flatMap((id) => (ruleById(id) ? [] : [unknownRule(id)]));
}
