import fc from 'fast-check';

/** Documents of the format as they are when they are finished, with texts that are markup to one side or the other. */
const word = fc.constantFrom(
  'Xen',
  'osstest',
  'PV-IOMMU',
  "Xen's",
  "guests'",
  'a_b',
  'x=y',
  'a|b',
  '{{braces}}',
  'C++',
  '#1',
  '100%',
  'AT&T',
  'a < b',
  '~~~~',
  '**bold**',
  '*stressed*',
  '`code [[x]]`',
  '~~old~~',
  'XSA-295',
  '<https://xen.org/a?b=c>',
  '[the list](https://lists.xenproject.org/x_(y))',
  '[[Design Sessions 2019#Virtio]]',
  '[[Page|text]]',
  '__TOC__',
  'ß',
  '日本',
);
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((each) => each.join(' '));
const text = fc.tuple(fc.constantFrom('Where', 'What', 'A', 'Ian'), words).map(([first, rest]) => `${first} ${rest}`);
const person = fc.constantFrom('Jan Beulich (SUSE)', 'Lars Kurth', 'Ian Campbell (Citrix, chair)', 'Wei Liu');
const date = fc.constantFrom('2019-07-11', '2013-02', 'July 13 2017');

const item = fc.oneof(
  text,
  text.map((said) => `Jan: ${said}`),
  fc.tuple(person, text).map(([who, said]) => `ACTION ${who.split(' (')[0] ?? ''}: ${said}`),
  fc.tuple(date, text).map(([due, said]) => `ACTION Lars Kurth (by ${due}): ${said}`),
  text.map((said) => `ACTION: ${said}`),
  text.map((said) => `MOTION: ${said}`),
  text.map((said) => `PASSED: ${said}`),
  text.map((said) => `Clarification (Jan Beulich): ${said}`),
  text.map((said) => `**DECISION:** ${said}`),
);
const list = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('-', '-', '- [ ]', '- [x]'), item), {
    minLength: 1,
    maxLength: 6,
  })
  .map((items) => {
    let depth = 0;
    return items
      .map(([wanted, mark, said], index) => {
        depth = index === 0 ? 0 : Math.min(wanted, depth + 1);
        return `${'  '.repeat(depth)}${mark} ${said}`;
      })
      .join('\n');
  });
const code = fc.constantFrom('```\n= no heading =\n* no item\n{{none}} & <b>\n```', '```\nxl create\n```');
const quote = text.map((said) => `> ${said}`);
const table = fc.tuple(text, text).map(([one, two]) => `| Name | What |\n| - | - |\n| ${cell(one)} | ${cell(two)} |`);
const block = fc.oneof({ weight: 4, arbitrary: text }, { weight: 4, arbitrary: list }, code, quote, table);
const body = fc.array(block, { maxLength: 4 }).map((blocks) => apart(['It was held.', ...blocks]));

/** Lists and lists, or lists and code, that stand side by side would be one: a paragraph parts them. */
function apart(blocks: readonly string[]): string {
  return blocks.flatMap((each, index) => (index > 0 ? ['Then.', each] : [each])).join('\n\n');
}

function cell(said: string): string {
  return said.replace(/\[\[[^\]]*\]\]/g, 'link').replace(/\|/g, '/');
}

const sessionFields = fc
  .tuple(
    fc.option(person, { nil: undefined }),
    fc.constantFrom(
      undefined,
      'unknown',
      'none',
      'TODO',
      '<https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709>',
    ),
    fc.constantFrom(undefined, 'PVH, Live update'),
  )
  .map(([host, notes, topics]) => fieldList({ Host: host, Topics: topics, Notes: notes }));
const proposalFields = fc
  .tuple(person, date, text, fc.constantFrom(undefined, '<http://sched.co/AjEV>'), fc.constantFrom(undefined, 'PVH'))
  .map(([contact, inserted, said, schedule, topics]) =>
    fieldList({
      'Date of insert': inserted,
      'Technical contact': contact,
      Description: said,
      Outcomes: 'Not specified, project outcomes',
      Topics: topics,
      Schedule: schedule,
    }),
  );

function fieldList(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .flatMap(([label, value]) => (value === undefined ? [] : [`- ${label}: ${value}`]))
    .join('\n');
}

const titleText = fc.constantFrom(
  'Virtio',
  'Rust & Xen',
  'A new book?',
  'PVH (v2)',
  "Xen's timers",
  'a = b',
  'Testing/Building',
);
const mark = fc.constantFrom<(title: string) => string>(
  (title) => title,
  (title) => title,
  (title) => `[TODO ${title}] (Paul Durrant, Citrix)`,
  (title) => `(NO NOTES) ${title}`,
);
const sessions = fc.uniqueArray(fc.tuple(titleText, mark, fc.oneof(sessionFields, proposalFields), body), {
  selector: ([title]) => title,
  maxLength: 3,
});
const group = fc
  .tuple(
    fc.constantFrom('Sessions with published notes', 'Sessions without published notes', 'Security', 'Other'),
    sessions,
  )
  .map(([title, held]) =>
    [
      `## ${title}`,
      ...held.map(([name, marked, fields, said]) =>
        [`### ${marked(name)}`, fields, said].filter((part) => part !== '').join('\n\n'),
      ),
    ].join('\n\n'),
  );
const event = fc
  .array(group, { minLength: 1, maxLength: 3 })
  .map((groups) =>
    ['# Design Sessions 2019', '- Place: Chicago\n- Date: 2019-07-09 to 2019-07-11', ...groups].join('\n\n'),
  );
const minutes = fc
  .tuple(fc.array(person, { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(titleText, body), { maxLength: 4 }))
  .map(([present, agenda]) =>
    [
      '# Community Call, February 2013 Minutes',
      '- Date: 2013-02-21',
      '## Attendees',
      present.map((each) => `- ${each}`).join('\n'),
      ...agenda.map(([title, said]) => `## ${title}\n\n${said}`),
    ].join('\n\n'),
  );
const notes = fc
  .tuple(date, fc.array(fc.tuple(titleText, body), { maxLength: 3 }))
  .map(([held, sections]) =>
    [
      '# Design session notes: Virtio',
      fieldList({ Session: '[[Design Sessions 2019#Virtio]]', Date: held, Host: 'Julien Grall' }),
      ...sections.map(([title, said]) => `## ${title}\n\n${said}`),
    ].join('\n\n'),
  );
const proposal = fc.tuple(titleText, proposalFields, body).map((parts) => `# ${parts.join('\n\n')}`);

export const page = fc.oneof(event, minutes, notes, proposal).map((said) => `${said.trimEnd()}\n`);
