import type { Config } from '../archive/config.js';
import { say } from '../text/say.js';
import { nearest } from './nearest.js';
import { optionProblems } from './options.js';
import { ruleById, rules } from './registry.js';

/** What is said of a rule id that is none, with the one that was probably meant. */
export function unknownRule(id: string): string {
  const [near] = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return near === undefined
    ? say`unknown rule "${id}"; xen-notes explain lists the rules`
    : say`unknown rule "${id}"; did you mean ${near}?`;
}

/** What is wrong with the rules a configuration names, and with the options it sets for them. */
export function unknownRules({ rules: settings = {} }: Config): string[] {
  return Object.entries(settings).flatMap(([id, setting]) => {
    const rule = ruleById(id);
    if (!rule) return [unknownRule(id)];
    return typeof setting === 'object' ? optionProblems(rule, setting) : [];
  });
}
