import { rules, type Example, type Rule } from '../analysis.js';
import { underlined } from './excerpt.js';
import type { Output } from './output.js';
import { table } from './table.js';

/** Prints every rule with what it weighs in drafts and posts. */
export function listRules({ print, colours }: Output): void {
  const rows = rules.map(({ id, severity, fix, summary }) => [id, severity.draft, severity.post, fix, summary]);
  print(table(['RULE', 'DRAFT', 'POST', 'FIX', 'FINDS'], rows, colours));
}

const fixWords: Readonly<Record<Rule['fix'], string>> = {
  safe: 'safe: applied by xen-notes check --fix',
  suggest: 'suggested in the editor, never applied unasked',
  none: 'none: somebody has to decide',
};

/** Prints a rule's page. */
export function explainRule(rule: Rule, { print, colours }: Output): void {
  const { id, summary, why, kinds, severity, fix, since, examples } = rule;
  const facts = [
    ['Documents', kinds ? kinds.join(', ') : 'all kinds'],
    ['Severity', `${severity.draft} in drafts, ${severity.post} in posts`],
    ['Fix', fixWords[fix]],
    ...(since === undefined ? [] : [['Since', `documents dated ${since} or later`]]),
  ];
  print(`${colours.bold(id)}\n${summary}.\n\n${why}\n`);
  for (const [name = '', value = ''] of facts) print(`${colours.dim(name.padEnd(10))} ${value}`);
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
