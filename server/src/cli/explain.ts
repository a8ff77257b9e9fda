import { documentKinds, ruleAddress, ruleGroups, type Example, type Rule, type RuleGroup } from '../analysis.js';
import { underlined } from './excerpt.js';
import { printJson, type Output } from './output.js';
import { alignedRows, wrapped } from './table.js';

/** Prints every rule with what it weighs in drafts and posts, by group. */
export function listRules({ print, colours, width }: Output): void {
  const rows = ruleGroups.flatMap(({ rules }) => rules.map(rowOf));
  const [head = '', ...lines] = alignedRows([['RULE', 'DRAFT', 'POST', 'FIX', 'FINDS'], ...rows], width);
  print(colours.bold(head));
  for (const { title, rules } of ruleGroups)
    print(['', colours.bold(title), ...lines.splice(0, rules.length)].join('\n'));
}

function rowOf({ id, severity, fix, summary }: Rule): string[] {
  return [id, severity.draft, severity.post, fix, summary];
}

/** Prints a rule, or all of them, as JSON. */
export function printRules(output: Output, rule?: Rule): void {
  const described = ruleGroups.flatMap((group) => group.rules.map((each) => describe(each, group)));
  const wanted = rule ? described.find(({ id }) => id === rule.id) : described;
  printJson(output, wanted);
}

function describe({ id, summary, why, kinds, severity, fix, since, options, examples }: Rule, { title }: RuleGroup) {
  const of = { id, group: title, summary, why, kinds: kinds ?? documentKinds, severity, fix };
  return {
    ...of,
    ...(since !== undefined && { since }),
    ...(options && { options }),
    url: ruleAddress(id),
    examples,
  };
}

const fixWords: Readonly<Record<Rule['fix'], string>> = {
  safe: 'safe: applied by xen-notes check --fix',
  suggest: 'suggested in the editor, never applied unasked',
  none: 'none: somebody has to decide',
};

/** Prints a rule's page. */
export function explainRule(rule: Rule, { print, colours, width }: Output): void {
  const { id, summary, why, kinds, severity, fix, since, options = {}, examples } = rule;
  const facts = [
    ['Documents', kinds ? kinds.join(', ') : 'all kinds'],
    ['Severity', `${severity.draft} in drafts, ${severity.post} in posts`],
    ['Fix', fixWords[fix]],
    ...(since === undefined ? [] : [['Since', `documents dated ${since} or later`]]),
    ...Object.entries(options).map(([name, option]) => [
      'Option',
      `${name}: ${option.description} (default ${JSON.stringify(option.default)})`,
    ]),
  ];
  const words = [`${summary}.`, '', why, ''].flatMap((text) => wrapped(text, width));
  print([colours.bold(id), ...words].join('\n'));
  for (const line of alignedRows(facts, width)) print(line);
  for (const example of examples) print(`\n${exampleText(example, colours)}`);
}

function exampleText(example: Example, colours: Output['colours']): string {
  const where = [example.path, example.mode && `mode ${example.mode}`].filter((each) => each !== undefined).join(', ');
  const head = (word: string): string => colours.bold(where === '' ? `${word}:` : `${word} (${where}):`);
  const others = Object.entries(example.files ?? {}).map(
    ([path, text]) => `${colours.dim(`Beside it, ${path}:`)}\n${underlined(text, colours)}`,
  );
  if ('good' in example) return [head('Good'), underlined(example.good, colours), ...others].join('\n');
  const fixed = example.fixed === undefined ? [] : [head('Fixed'), underlined(example.fixed, colours)];
  return [head('Bad'), underlined(example.bad, colours), ...others, ...fixed].join('\n');
}
