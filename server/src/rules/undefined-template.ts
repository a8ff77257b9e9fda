import { undefinedTemplate as form } from '../document/schema.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const undefinedTemplate = defineRule({
  id: 'undefined-template',
  summary: "The wiki's notice of an undefined template stands in the text",
  why: 'Where the template was used, a name or a marker was swallowed: an action may have lost its owner.',
  severity: { draft: 'warning', post: 'error' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n⟦This is a stub template (aka an undefined template). For more stub templates see Category:Undefined Template.⟧\n\nto ask his team\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ⟦This is a stub template\n  (aka an undefined template).⟧ to ask his team\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nStub templates on the wiki are to be removed; `This is a stub template.` is what they show.\n',
    },
  ],
  checkLeaf: ({ text, nodes }) => {
    const found = form.exec(text);
    if (!found) return [];
    const span = { start: found.index, end: found.index + found[0].length };
    if (
      nodes().some((node) => node.type === 'inlineCode' && node.span.start < span.start && span.start < node.span.end)
    )
      return [];
    return [
      {
        span,
        message: say`a template of the wiki was undefined and swallowed what it held; restore that from the source of the page`,
      },
    ];
  },
});
