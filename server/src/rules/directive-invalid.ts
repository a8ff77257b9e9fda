import { directivesIn, directiveVerbs, type Directive } from './directives.js';
import { names } from './disabled.js';
import { nearest } from './nearest.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';
import { counted, say } from '../text/say.js';

export const directiveInvalid = defineRule({
  id: 'directive-invalid',
  summary: 'A comment that switches rules off or on does nothing',
  why: 'Whoever wrote it believes that something is checked, or is not, and it is the other way round.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '<!-- xen-notes-disable ⟦date-formt⟧ -->\n\n# Minutes\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '<!-- xen-notes-disable date-format -->\n\n# Minutes\n\n## Attendees\n\n- Jan Beulich\n',
    },
    { bad: '# Minutes\n\n⟦<!-- xen-notes-ignore date-format -->⟧\n\n## Attendees\n\n- Jan Beulich\n' },
    { bad: '# Minutes\n\n⟦<!-- xen-notes-enable date-format -->⟧\n\n## Attendees\n\n- Jan Beulich\n' },
    {
      bad: '<!-- xen-notes-disable date-format -->\n\n# Minutes\n\n⟦<!-- xen-notes-disable date-format -->⟧\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      good: '<!-- xen-notes-disable date-format -->\n\n# Minutes\n\n- Date: soon\n\n<!-- xen-notes-enable date-format -->\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      good: '# Minutes\n\n- Date: soon <!-- xen-notes-disable-line date-format -->\n\n## Attendees\n\n- Jan Beulich\n\nWrite `<!-- xen-notes-nothing -->` so.\n',
    },
  ],
  concerns: (_, section) => ownText(section).includes('xen-notes-'),
  check({ document, ruleIds }) {
    const directives = directivesIn(document);
    return directives.flatMap((each, index) => [
      ...unknownIn(each, ruleIds),
      ...(uselessness(each, directives.slice(0, index)) ?? []),
    ]);
  },
});

function unknownIn({ rules }: Directive, ids: readonly string[]): Finding[] {
  return rules
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, span }) => {
      const near = nearest(id, ids);
      const message =
        near[0] === undefined
          ? say`there is no rule "${id}"; take the name out`
          : say`there is no rule "${id}"; did you mean ${near[0]}?`;
      const fixes = near.map((name) => ({ title: say`Write ${name}`, edits: [{ span, text: name }] }));
      return { span, message, ...(fixes.length > 0 && { fixes }) };
    });
}

function uselessness({ verb, rules, span }: Directive, before: readonly Directive[]): Finding[] | undefined {
  if (!directiveVerbs.some((known) => known === verb)) {
    const known = directiveVerbs.map((each) => `xen-notes-${each}`).join(', ');
    return [{ span, message: say`"xen-notes-${verb}" is no directive; write ${known}` }];
  }
  if (verb !== 'disable' && verb !== 'enable') return undefined;
  const meant = rules.length === 0 ? [undefined] : rules.map(({ id }) => id);
  const idle = meant.filter((rule) => isOff(rule, before) === (verb === 'disable'));
  if (idle.length < meant.length) return undefined;
  const named = meant.join(', ');
  return [{ span, message: verb === 'disable' ? offAlready(named, meant.length) : notOff(named, meant.length) }];
}

/** `named` is empty where every rule is meant. */
function offAlready(named: string, count: number): string {
  if (named === '') return say`every rule is already off here; take the comment out`;
  return counted(
    count,
    say`${named} is already off here; take the comment out`,
    say`${named} are already off here; take the comment out`,
  );
}

function notOff(named: string, count: number): string {
  if (named === '') return say`every rule is not off here; take the comment out`;
  return counted(
    count,
    say`${named} is not off here; take the comment out`,
    say`${named} are not off here; take the comment out`,
  );
}

/** Whether directives leave a rule off; `undefined` asks for all rules. */
function isOff(rule: string | undefined, before: readonly Directive[]): boolean {
  const last = before.findLast(({ verb, rules }) =>
    verb === 'enable' && rule === undefined
      ? true
      : (verb === 'enable' || verb === 'disable') && names({ rules }, rule),
  );
  return last?.verb === 'disable';
}
