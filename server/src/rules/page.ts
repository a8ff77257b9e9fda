import { documentKinds } from '../document/schema.js';
import type { Example, Rule } from './rule.js';

const fixWords: Record<Rule['fix'], string> = {
  safe: 'safe: applied by `--fix` and by "fix all"',
  suggest: 'offered in the light bulb, never applied unasked',
  none: 'none',
};

/** The page of a rule, in Markdown: what the documentation shows. */
export function rulePage(rule: Rule): string {
  return `${[
    `# ${rule.id}`,
    `${rule.summary}.`,
    rule.why,
    [
      `- Documents: ${(rule.kinds ?? documentKinds).join(', ')}`,
      `- Severity: ${rule.severity.draft} while writing, ${rule.severity.post} before posting`,
      `- Fix: ${fixWords[rule.fix]}`,
      ...(rule.since === undefined ? [] : [`- Since: documents dated before ${rule.since} are not held to it`]),
      ...Object.entries(rule.options ?? {}).map(
        ([name, option]) => `- Option \`${name}\`: ${option.description} (default ${JSON.stringify(option.default)})`,
      ),
    ].join('\n'),
    '`⟦` and `⟧` stand around what is found.',
    ...rule.examples.map(exampleSection),
  ].join('\n\n')}\n`;
}

/** The table of contents of all rule pages, in Markdown. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.summary} | ${rule.severity.draft} | ${rule.severity.post} | ${rule.fix} |`,
  );
  return `# Rules\n\n| rule | finds | draft | post | fix |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function exampleSection(example: Example): string {
  const where = example.path === undefined ? '' : ` (\`${example.path}\`)`;
  if ('good' in example) return `## Fine${where}\n\n${fenced(example.good)}`;
  const fixed = example.fixed === undefined ? '' : `\n\nFixed:\n\n${fenced(example.fixed)}`;
  return `## Found${where}\n\n${fenced(example.bad)}${fixed}`;
}

/** A fence longer than any in the text; characters that cannot be seen are spelled out. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${visible(text).replace(/\n?$/, '\n')}${fence}`;
}

function visible(text: string): string {
  return text.replace(
    /[\u00a0\u200b-\u200f\u2060\ufeff]/g,
    (char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
