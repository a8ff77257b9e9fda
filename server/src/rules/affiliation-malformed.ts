import { readAffiliation } from '../archive/people.js';
import type { Field } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { timeWords } from '../document/schema.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const affiliationMalformed = defineRule({
  id: 'affiliation-malformed',
  summary: 'The years of an affiliation cannot be read',
  why: 'What is not read as years is taken for a part of the name, and the company for one of all years.',
  kinds: ['people'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# People\n\n## Paul Durrant\n\n- Affiliation: ⟦Citrix (2013 until 2019-06)⟧, ⟦AWS (2019-)⟧\n\n## Wei Liu\n\n- Affiliation: ⟦Citrix 2018⟧\n',
      fixed:
        '# People\n\n## Paul Durrant\n\n- Affiliation: Citrix (2013 to 2019), AWS (from 2019)\n\n## Wei Liu\n\n- Affiliation: Citrix (2018)\n',
      path: 'people.md',
    },
    {
      bad: '# People\n\n## Paul Durrant\n\n- Affiliation: ⟦Citrix (until yesterday)⟧, ⟦AWS (2021 to 2020)⟧\n\n## Jan Beulich\n\n- Affiliation: ⟦SUSE (2013⟧\n',
      path: 'people.md',
    },
    {
      good: '# People\n\n## Paul Durrant\n\n- Affiliation: Citrix (2013 to 2019), AWS (from 2020)\n\n## Olivier Lambert\n\n- Affiliation: Vates (Xen Orchestra), XCP-ng (Grenoble) (since 2018)\n',
      path: 'people.md',
    },
  ],
  concerns: ({ fields }) => fields.length > 0,
  checkSection: ({ facts }) => {
    const field = fieldNamed(facts, 'Affiliation');
    if (!field) return [];
    return isBalanced(field.value) ? field.items.flatMap(malformed) : [unbalanced(field)];
  },
});

function isBalanced(value: string): boolean {
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(value);
}

function unbalanced({ value, valueSpan }: Field): Finding {
  return { span: valueSpan, message: say`the parentheses of "${value}" do not match; write "Company (from 2013)"` };
}

function malformed({ text, span }: Field['items'][number]): Finding[] {
  const { name, from, to } = readAffiliation(text);
  const backwards = from !== undefined && to !== undefined && from > to;
  const read = from !== undefined || to !== undefined;
  const inner = /\(([^()]*)\)$/.exec(name)?.[1] ?? '';
  if (!backwards && (read || !(timeWords.test(inner.trim()) || bareYears.test(name)))) return [];
  const right = backwards ? undefined : rewritten(text);
  const fixes = right === undefined ? [] : [{ title: say`Write "${right}"`, edits: [{ span, text: right }] }];
  return [
    {
      span,
      message: backwards
        ? say`the years of "${text}" run backwards; mend them`
        : say`the years of "${text}" cannot be read; write them as (2013), (2013 to 2018), (from 2013) or (until 2018)`,
      ...(fixes.length > 0 && { fixes }),
    },
  ];
}

/** Years without parentheses: `Citrix 2013`, `Citrix until 2019`, or nothing but `until 2019` behind a comma. */
const bareYears =
  /(?:^|\s)(?:(?:until|till|to|from|since)\s+)?(?:19|20)\d{2}(?:\s*(?:to|until|[-–])\s*(?:(?:19|20)\d{2})?)?$/i;

/** The same in a form that is read, where its words leave no doubt. */
function rewritten(text: string): string | undefined {
  const inner = /^(.*)\(([^()]*)\)$/.exec(text);
  const bare = inner ? null : bareYears.exec(text);
  const company = inner?.[1]?.trimEnd() ?? text.slice(0, bare?.index);
  const times = (inner?.[2] ?? bare?.[0] ?? '').trim();
  const years = times.match(/\b(?:19|20)\d{2}\b/g) ?? [];
  const [first, second] = years;
  if (company === '' || first === undefined || years.length > 2 || /[,;&]|\band\b/.test(times)) return undefined;
  if (second !== undefined) return first <= second ? `${company} (${first} to ${second})` : undefined;
  if (/^(?:until|till|up to|to)\b|^[-–]/i.test(times)) return `${company} (until ${first})`;
  if (/^(?:from|since)\b|[-–]\s*$|\b(?:present|now|today|ongoing)$/i.test(times)) return `${company} (from ${first})`;
  return times === first ? `${company} (${first})` : undefined;
}
