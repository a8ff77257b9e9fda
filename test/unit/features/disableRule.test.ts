import { describe, expect, it } from 'vitest';
import { findingsAt } from '../../../server/src/features/codeActions.js';
import { configWithout, disableRule } from '../../../server/src/features/disableRule.js';
import { lint } from '../../../server/src/rules/lint.js';
import { applyEdits } from '../../../server/src/text/edits.js';
import { fixture } from '../../support/fixture.js';

/** The texts after each action that switches a rule off for the finding in `⟦…⟧`, and whether it is gone then. */
function after(source: string, rule: string): { title: string; text: string; gone: boolean }[] {
  const { document, archive, ranges } = fixture(source);
  const only = new Set([rule]);
  const here = findingsAt(lint(document, archive, { mode: 'post', only }), ranges[0] ?? { start: 0, end: 0 });
  return disableRule(document, here.slice(0, 1)).map(({ title, edits }) => {
    const text = applyEdits(document.text, edits);
    const again = fixture(text);
    return { title, text, gone: lint(again.document, again.archive, { mode: 'post', only }).length === 0 };
  });
}

const head = '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Talk\n\n';

describe('switching a rule off', () => {
  it('puts a comment at the end of the line, or at the start of the document', () => {
    expect(after('# Minutes\n\n- Date: ⟦12/03/2013⟧\n- Place: here\n', 'date-format')).toEqual([
      {
        title: 'Switch date-format off for this line',
        text: '# Minutes\n\n- Date: 12/03/2013 <!-- xen-notes-disable-line date-format -->\n- Place: here\n',
        gone: true,
      },
      {
        title: 'Switch date-format off in this document',
        text: '<!-- xen-notes-disable date-format -->\n\n# Minutes\n\n- Date: 12/03/2013\n- Place: here\n',
        gone: true,
      },
    ]);
  });

  it('goes into the comment that is there, and stands above a heading', () => {
    const [line] = after(`${head}- ⟦ACTION⟧: ping <!-- xen-notes-disable-line date-format -->\n`, 'action-no-owner');
    expect(line?.text).toBe(`${head}- ACTION: ping <!-- xen-notes-disable-line date-format action-no-owner -->\n`);
    expect(line?.gone).toBe(true);
    const [above, whole] = after(`---\nkind: minutes\n---\n\n${head}⟦#### Kexec⟧\n`, 'heading-level-skip');
    expect(above?.text).toContain('<!-- xen-notes-disable-next-line heading-level-skip -->\n#### Kexec');
    expect(whole?.text).toMatch(/^---\nkind: minutes\n---\n\n<!-- xen-notes-disable heading-level-skip -->\n/);
    expect([above?.gone, whole?.gone]).toEqual([true, true]);
  });

  it('is understood with and without names, in stretches, and not in code', () => {
    const found = (text: string): number => {
      const { document, archive } = fixture(text);
      return lint(document, archive, { mode: 'post', only: new Set(['action-no-owner']) }).length;
    };
    const action = '- ACTION: ping\n\n';
    expect(found(`${head}${action}`)).toBe(1);
    expect(found(`${head}<!-- xen-notes-disable -->\n\n${action}`)).toBe(0);
    expect(found(`${head}<!-- xen-notes-disable date-format, action-no-owner -->\n\n${action}`)).toBe(0);
    expect(found(`${head}<!-- xen-notes-disable -->\n\nx\n\n<!-- xen-notes-enable -->\n\n${action}`)).toBe(1);
    expect(found(`${head}<!-- xen-notes-disable-next-line -->\n\n${action}${action}`)).toBe(1);
    expect(found(`${head}<!-- xen-notes-disable date-format -->\n\n${action}`)).toBe(1);
    expect(found(`${head}    <!-- xen-notes-disable -->\n\n${action}`)).toBe(1);
    expect(found(`${head}\`<!-- xen-notes-disable -->\` is a comment\n\n${action}`)).toBe(1);
  });

  it('leaves a name on an attendee list as it is', () => {
    const { document } = fixture('# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE) <!-- xen-notes-disable-line -->\n');
    expect(document.facts.sections.flatMap((section) => section.facts.people)).toMatchObject([
      { name: 'Jan Beulich', affiliation: 'SUSE' },
    ]);
  });
});

it('switches a rule off in a configuration and leaves the rest of it alone', () => {
  expect(configWithout('date-format', '')).toBe('{\n  "rules": {\n    "date-format": "off"\n  }\n}\n');
  expect(
    configWithout('date-format', '{\n  // why\n  "people": "who.md",\n  "rules": { "notes-todo": "hint" }\n}'),
  ).toBe(
    '{\n  // why\n  "people": "who.md",\n  "rules": {\n    "notes-todo": "hint",\n    "date-format": "off"\n  }\n}',
  );
});
