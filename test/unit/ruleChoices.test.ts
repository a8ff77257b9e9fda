import { expect, it } from 'vitest';
import { lint } from '../../server/src/rules/lint.js';
import { fixture } from '../support/fixture.js';

const attendees = '## Attendees\n\n- Jan Beulich\n\n';

const texts = [
  ['date-format', `# Minutes\n\n- Date: Thursday, July 11th 2013\n\n${attendees}`, 'safe'],
  ['empty-list-item', `# Minutes\n\n${attendees}## Agenda\n\n1. Kexec\n2.\n\nNo more.\n`, 'safe'],
  ['empty-list-item', `# Minutes\n\n${attendees}## Agenda\n\n1. Kexec\n2.\n3. PVH\n`, 'suggest'],
  ['empty-list-item', `# Minutes\n\n${attendees}## Agenda\n\n- which stage?\n  3.\n\nNo more.\n`, 'suggest'],
  ['empty-list-item', `# Minutes\n\n${attendees}## Agenda\n\n-\n\nNo more.\n`, 'suggest'],
  ['title-untidy', '# Virtio -\n\n- Technical contact: Wei Liu\n- Description: On Arm.\n', 'safe'],
  ['title-untidy', '# Virtio -\n\n- Technical contact: Wei Liu\n- Description: As [[Virtio -]] says.\n', 'suggest'],
  ['field-label-doubled', '# Virtio\n\n- Technical contact: Contact: Wei Liu\n- Description: On Arm.\n', 'safe'],
  ['field-label-doubled', '# Virtio\n\n- Technical contact: Contact:\n- Description: On Arm.\n', 'suggest'],
] as const;

it.each(texts)('%s of %j has a fix that is %s', (rule, text, expected) => {
  const { document, archive } = fixture(text);
  const found = lint(document, archive, { mode: 'draft', only: new Set([rule]) });
  expect(found.map((each) => each.fix)).toEqual([expected]);
});
