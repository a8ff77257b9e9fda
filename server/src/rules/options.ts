import type { Config } from '../archive/config.js';
import { memo } from '../text/memo.js';
import { say } from '../text/say.js';
import type { OptionValue, OptionValues, Rule } from './rule.js';

/** The values of a rule's options: as the archive sets them, else the defaults. */
export function optionsOf(rule: Rule, config: Config): OptionValues {
  const defaults = defaultsOf(rule);
  const setting = config.rules?.[rule.id];
  if (typeof setting !== 'object') return defaults;
  const set = Object.entries(setting).filter(([name, value]) => {
    const given = rule.options?.[name]?.default;
    return given !== undefined && isLike(value, given);
  });
  return set.length === 0 ? defaults : { ...defaults, ...(Object.fromEntries(set) as OptionValues) };
}

/** What is wrong with the options a configuration sets for a rule. */
export function optionProblems(rule: Rule, setting: object): string[] {
  return Object.entries(setting).flatMap(([name, value]) => {
    if (name === 'severity' || name === 'since') return [];
    const option = rule.options?.[name];
    if (!option) return [say`unknown option "${name}" of ${rule.id}; it knows ${knownOptions(rule)}`];
    if (isLike(value, option.default)) return [];
    return [misfit(name, rule.id, option.default)];
  });
}

const defaultsOf = memo(({ options = {} }: Rule): OptionValues =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
);

function isLike(value: unknown, given: OptionValue): value is OptionValue {
  if (typeof given === 'object') return Array.isArray(value) && value.every((each) => typeof each === 'string');
  return typeof value === typeof given;
}

function misfit(name: string, rule: string, given: OptionValue): string {
  if (typeof given === 'object') return say`option "${name}" of ${rule} is no list of texts; its default is used`;
  return typeof given === 'number'
    ? say`option "${name}" of ${rule} is no number; its default is used`
    : say`option "${name}" of ${rule} is no text; its default is used`;
}

function knownOptions(rule: Rule): string {
  return ['severity', 'since', ...Object.keys(rule.options ?? {})].join(', ');
}
