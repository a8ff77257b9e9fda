import fc from 'fast-check';

/** Sources of wiki pages and texts copied from them, as they come: half a template, lists out of step, residue in the middle. */
const numbered = fc.integer({ min: 0, max: 9999 }).map((number) => `w${number}`);
const said = fc.array(numbered, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

const inline = fc.oneof(
  { weight: 4, arbitrary: said },
  said.map((words) => `'''${words}'''`),
  said.map((words) => `''${words}`),
  said.map((words) => `[[${words}]]`),
  fc.tuple(said, said).map(([page, shown]) => `[[${page}|${shown}]]`),
  said.map((words) => `[http://xen.org/x ${words}]`),
  said.map((words) => `<nowiki>[[${words}</nowiki>`),
  said.map((words) => `<code>${words}</code>`),
  said.map((words) => `<div class="x">${words}`),
  said.map((words) => `<ref>${words}</ref>`),
  said.map((words) => `<!-- ${words} -->`),
  fc.tuple(said, said).map(([who, what]) => `{{Action|${who}|${what}}}`),
  fc.tuple(said, said, said).map(([who, what, more]) => `{{Action|${who}|${what}|${more}}}`),
  fc.tuple(said, said).map(([what, count]) => `{{Vote|what=${what}|for=${count}|by=${count}}}`),
  said.map((words) => `{{Info|${words}}}`),
  said.map((words) => `{{Frobnicate|${words}|x=${words}}}`),
  said.map((words) => `[[File:x.png|thumb|${words}]]`),
  said.map((words) => `{{Vote|[[User:${words}|${words}]]}} will attend`),
  fc.tuple(said, said).map(([who, what]) => `{{Action|${who}:}} ${what}`),
  fc.constantFrom('{{Action|Jan}} to w1', '{{Vote|PASSED:}} w2', '{{Vote|Jan Berg}}', '{{Anchor|w3}}', '{{Motion}} w4'),
  fc.constantFrom(
    '{{',
    '}}',
    '[[',
    ']]',
    '|',
    '=',
    "'''",
    '<pre>',
    '</pre>',
    '<!--',
    '{|',
    '|}',
    '__TOC__',
    '&amp;',
    '~~~~',
    '<br>',
  ),
);
const content = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const wikiLine = fc.oneof(
  content,
  fc.tuple(fc.stringMatching(/^[*#:;]{1,4}$/), content).map(([prefix, text]) => `${prefix} ${text}`),
  fc.tuple(fc.constantFrom('=', '==', '===', '===='), said).map(([signs, text]) => `${signs} ${text} ${signs}`),
  content.map((text) => ` ${text}`),
  fc.tuple(said, said).map(([one, two]) => `{|\n! ${one}\n|-\n| ${two} || style="x" | ${one}\n|}`),
  fc
    .tuple(said, said, content)
    .map(
      ([title, who, text]) =>
        `{{project\n|Project=${title}\n|Date=${who} Contact=${who}\n|Desc=${text}\n* ${title}\n|Other=${who}\n}}`,
    ),
  said.map((text) => `<pre>\n= ${text} =\n</pre>`),
  fc.tuple(said, content).map(([one, two]) => `<gallery caption="${one}">\nFile:w5.png|${two}\n${one}\n</gallery>`),
  fc.tuple(said, content).map(([term, text]) => `;${term}:${text}`),
  fc
    .tuple(fc.constantFrom('#', '*', ';', ' ', '== '), content)
    .map(([mark, text]) => `{{project|IRC=${mark}${text}|Desc=${mark}${text}\n${mark}${text}}}`),
  said.map(
    (text) =>
      `* w6 : [http://lists.xenproject.org/archives/html/xen-devel/2016-04/msg1.html Notes from ${text} session] w7`,
  ),
  content.map((text) => `<blockquote>\n${text}\n</blockquote>`),
  fc.constantFrom('', '', '', '----', '#REDIRECT [[w1 w2]]', '= 2018: w3 w4 =', '== Session notes =='),
);
export const wikitext = fc.array(wikiLine, { maxLength: 20 }).map((lines) => lines.join('\n'));

const bullet = fc.constantFrom('  • ', '    • ', '      • ', '- ', '  1. ', '');
const residue = fc.constantFrom(
  'Pictogram voting comment 15px.png Action Lars: ',
  'Pictogram vote 15px.png PASSED: ',
  'Motion.jpg Vote|Motion: ',
  'Icon todo.png To Do: ',
  '✓ ',
  'Action Jan:: ',
  'RESOLUTION: ',
  'Motion: ',
  '',
  '',
);
const renderedLine = fc.oneof(
  fc.tuple(bullet, residue, said).map((parts) => parts.join('')),
  said,
  said.map((text) => `${text}.`),
  fc.constantFrom(
    '',
    '',
    '',
    '',
    'For notes, see',
    'See https://lists.xenproject.org/x',
    'Jump to navigationJump to search',
  ),
  fc.constantFrom(
    '2018: Developer and Design Summit',
    'Sessions with published notes',
    'Attendees',
    'Problem to Solve',
    'Outcomes',
  ),
  said.map((text) => `  • [TODO ${text}] (Paul Durrant, Citrix)`),
  fc.constantFrom('  • Ian Campbell', '  • Jan Beulich (SUSE)', 'Peer Review Comments', 'Contents', '1 w5', 'From Xen'),
  fc.constantFrom(
    'Icon Info.png This is a stub template (aka an undefined template). For more see Category:Undefined Template.',
    'Icon todo.png To Do:',
  ),
  fc.tuple(said, said).map(([one, two]) => `Date of insert: ${one} Contact=${two};`),
  said.map((text) => `Technical contact: ${text}`),
  fc.tuple(said, said).map(([one, two]) => `| ${one} | Date of insert: ${two}; Verified: ${one} | Description: ${two}`),
  fc.constantFrom(
    '✓',
    '- ✗',
    'w8 w9 - ✓',
    'Quorum',
    '8 reps = quorum',
    'Agenda',
    'Jan Berg',
    'Jan: w10',
    'File:w11.pdf',
    '1. Budget',
  ),
  fc.constantFrom(
    'Owner: Jan Berg',
    'Time: Mon 10:00',
    'Owner: w12 Time: w13 Location: w14',
    'Proposed Spending',
    'Jan went to w15',
  ),
  said.map((text) => `MOTION: ${text} No objections - carried`),
  said.map((text) => `Description: ${text} SCHEDULE: http://sched.co/x`),
  said.map((text) => `"${text}`),
  said.map((text) => `${text}"`),
  fc.constantFrom(
    'Pictogram voting comment 15px.png  Feel free to make suggestions here',
    'to w6 with w7',
    'x'.repeat(130),
  ),
);
const pageTitle = fc.constantFrom('Design Sessions', 'Community Call/May 2013 Minutes', 'Online Xen Summit 2020', '');
const apart = fc
  .tuple(
    pageTitle,
    fc.constantFrom('', 'From Xen\n', 'Event Jul 13, 2020\n'),
    fc.array(renderedLine, { maxLength: 25 }),
  )
  .map(([title, site, lines]) => `${title}\n\n${site}${lines.join('\n')}`);
/** Pages without blank lines. */
const dense = fc
  .tuple(pageTitle, fc.array(renderedLine, { maxLength: 25 }))
  .map(([title, lines]) => [title, ...lines].filter((line) => line !== '').join('\n'));
export const rendered = fc.oneof({ weight: 2, arbitrary: apart }, dense);
