import fc from 'fast-check';

/** Documents of the archive's kinds as they are while they are written: fields cut short, marks left, groups mixed up. */
const title = fc.constantFrom(
  '# Design Sessions 2019',
  '# Design session notes: Virtio',
  '# Developer call, February 2013 Minutes',
  '### Community call minutes',
  '# Loose ends',
  '# Design Session: Loose ends -',
  '---\ntitle: Developer call minutes\n---',
);
const heading = fc.constantFrom(
  '## Sessions with published notes',
  '## Sessions without published notes',
  '### Sessions without published notes',
  '### Virtio',
  '### Rust and Xen',
  '### Design Session: Virtio',
  '### [TODO NVDIMM Discussion] (Paul Durrant, Citrix)',
  '### (NO NOTES) Silo mode',
  '#### Problem to solve',
  '##### Notes',
  '## Attendees',
  '## Apologies',
  '## Previous actions',
  'Kexec\n-----',
);
const field = fc.constantFrom(
  '- Notes: TODO',
  '- Notes:',
  '- Notes: none',
  '- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709>',
  '- Date: 12/03/2013',
  '- Date: July 11th 2019',
  '- Date: 2013-02',
  '- Date: Thursday, July 12th 2019',
  '- Date of insert: 2017-07-13 Contact=Lars Kurth, Ian Jackson;',
  '- Technical contact: Not specified, project contact',
  '- Technical contact: Contact: Wei Liu',
  '- Attendees: Jan Beulich',
  '- Technical contact: Lars Kurth (Citrix), Konrad R Wilk',
  '- Tecnical contact:',
  '- Date of insert: TBD',
  '- Session: [[Design Sesions 2019#Virtoi]]',
  '- Session: Virtio',
  '- Formerly: Kexec, Virtio on Xen',
  '- Notes: <https://pad.riseup.net/p/virtio>',
  '- Description: Not specified, project outcomes',
);
const line = fc.constantFrom(
  '- \u200bJan Beulich (SUSE)',
  '- Ian\u00a0Campbell, Ian Jackson',
  '\u00a0- Wei Lui',
  '- Action Lars:: ask\u00a0 ',
  '  - ACTION: ping [the host](#kexec)',
  '- **ACTION** Konrad: - tell George',
  '- ACTION @jan (by Friday): or Lars to ask',
  '- Konrad R Wilk(Oracle), Jan Beulich [SUSE) [non-voting]',
  '- Jan Beulich',
  'Jan Beulich (SUSE)',
  '- Peter Novák [@pn][pn] (SUSE]',
  '- Jan Beulich [@jan](https://example.org/jan)(left early)',
  '- [Lars Kurth](https://example.org/lars) [Citrix)',
  '[pn]: https://example.org/pn',
  '- + -',
  '- Lars will send it',
  'MOTION: adopt the charter',
  '- PASSED: adopt the charter',
  '- Ian: as [[#Virtio]] says',
  '- as posted [1], see [[#Virtio on Xen|there]] and [2]; XSA-295',
  '[1]: http://lists.xen.org/archives/html/xen-devel/2019-07/msg01746.html',
  '[2] http://wiki.xen.org/wiki/Design_Sessions_2019#Processes.2C_etc. or xen-devel@lists.xen.org',
  'For notes, see',
  '-',
  '  -',
  '3.',
  '- [ ]',
  '**Attendees:**',
  'Apologies: Matt Wilson',
  '- Jan: is it so (???) on Thursday Dec 4? The',
  'On Arm there is demand for virtio devices, and the existing protocols could be used at once.',
  '```',
  '<!-- open',
  '',
  '',
);
const lines = fc.array(
  fc.oneof({ weight: 3, arbitrary: heading }, { weight: 3, arbitrary: field }, { weight: 4, arbitrary: line }),
  {
    maxLength: 30,
  },
);

const loose = fc.tuple(title, lines).map(([first, rest]) => [first, '', ...rest.flatMap(spaced)]);

const session = fc
  .tuple(
    fc.constantFrom('### Virtio', '### Rust and Xen', '### (NO NOTES) Silo mode', '### [TODO NVDIMM Discussion]'),
    fc.array(field, { maxLength: 2 }),
    fc.array(fc.oneof(line, heading), { maxLength: 2 }),
  )
  .map(([first, fields, rest]) => ['', first, '', ...fields, ...rest.flatMap(spaced)]);
const group = fc
  .tuple(
    fc.constantFrom('## Sessions with published notes', '## Sessions without published notes'),
    fc.array(session, { maxLength: 4 }),
  )
  .map(([first, sessions]) => ['', first, ...sessions.flat()]);
const eventPage = fc
  .array(group, { minLength: 1, maxLength: 3 })
  .map((groups) => ['# Design Sessions 2019', ...groups.flat()]);

function spaced(each: string): string[] {
  return each.startsWith('#') ? ['', each, ''] : [each];
}

export const archiveDocument = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.oneof(loose, eventPage),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n'),
  )
  .map(([mark, text, ending, end]) => (mark + text.join('\n') + end).replace(/\n/g, ending));
