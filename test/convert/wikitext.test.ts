import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import type { Config } from '../../server/src/archive/config.js';
import { importerFor } from '../../server/src/convert/importers.js';
import { readWikitext } from '../../server/src/convert/wikitext/readWikitext.js';
import { source } from './source.js';

interface Case {
  readonly name: string;
  readonly wikitext: string;
  /** Below the title, which is the file's. */
  readonly markdown: string;
  readonly uncertain?: readonly string[];
  readonly dropped?: readonly string[];
  readonly config?: Config;
}

const cases: readonly Case[] = [
  {
    name: 'headings, from the highest one on',
    wikitext: '= Nought =\n= One =\nText.\n== Two ==\n=== Three ===\n= Four = four',
    markdown: '## Nought\n\n## One\n\nText.\n\n### Two\n\n#### Three\n\n= Four = four\n',
  },
  {
    name: 'paragraphs and line breaks',
    wikitext: 'One\ntwo<br>three\n\n\nfour',
    markdown: 'One\ntwo\\\nthree\n\nfour\n',
  },
  {
    name: 'bold, italics, and what is not closed',
    wikitext: "'''bold''' ''it'' '''''both''''' '''open\nplain ''i '''bi''' i''",
    markdown: '**bold** *it* **_both_** **open**\nplain *i **bi** i*\n',
  },
  {
    name: 'nested lists of every kind',
    wikitext: '* a\n** b\n*# c\n*# d\n*: goes on\n* e\n# f\n## g\n; term : said\n: more\n:* item',
    markdown: '- a\n  - b\n  1. c\n  2. d\n\n  goes on\n- e\n\n1. f\n   1. g\n\n**term**\n\nsaid\n\nmore\n\n- item\n',
  },
  {
    name: 'lists that a colon indents into the item above',
    wikitext: '* a\n:* b\n:** c\n:# d\n* e\n\n# f\n:# g\n: said\n:* h',
    markdown: '- a\n  - b\n    - c\n  1. d\n- e\n\n1. f\n   1. g\n\nsaid\n\n- h\n',
  },
  {
    name: 'terms that end at the first colon',
    wikitext:
      ';Boot time: how long it takes\n; See http://x.org/a : there\n; At 16:00: tea\n; [[Page]]: read it\n; Alone',
    markdown:
      '**Boot time**\n\nhow long it takes\n\n**See <http://x.org/a>**\n\nthere\n\n**At 16:00**\n\ntea\n\n**[[Page]]**\n\nread it\n\n**Alone**\n',
  },
  {
    name: 'galleries with their captions, and templates that show nothing',
    wikitext:
      "Text {{Anchor|here}} goes on.\n{{TOC right}}\n<gallery widths=120px caption=\"Of the venue\">\nFile:Room.jpg|The '''big''' room\nhall.png\n</gallery>\nMore.",
    markdown: 'Text goes on.\n\nOf the venue\n\nThe **big** room\n\nMore.\n',
    dropped: ['1: {{Anchor|here}}', '2: {{TOC right}}', '4: File:Room.jpg', '5: hall.png'],
  },
  {
    name: 'links of every kind',
    wikitext:
      '[[Design_Sessions 2019#Virtio|it]] [[Page]] [[#Here]] [http://x.org/a b c] [http://x.org] http://y.org/a_b. [[User:A|A]]',
    markdown:
      '[[Design Sessions 2019#Virtio|it]] [[Page]] [[#Here]] [b c](http://x.org/a) <http://x.org> <http://y.org/a_b>. [[User:A|A]]\n',
  },
  {
    name: 'pre, in which a sign of equality is no heading',
    wikitext: '<pre>\n= not =\n* nor {{this}} &lt;b&gt;\n</pre>\n code by\n  a blank\n\n   - a\n   - b',
    markdown: '```\n= not =\n* nor {{this}} <b>\n```\n\n```\ncode by\n a blank\n```\n\n- a\n- b\n',
  },
  {
    name: 'nowiki, entities and code',
    wikitext: "<nowiki>'''a''' [[b]]</nowiki> &ndash; &#169; &nosuch; <code>x_y</code> <tt>z</tt>",
    markdown: "'''a''' [[b]] – © &nosuch; `x_y` `z`\n",
  },
  {
    name: 'comments, switches, categories and pictures',
    wikitext: '__TOC__\n<!-- secret -->\nText<!-- here --> goes.\n[[Category:Events]]\n[[File:a.png|thumb|A disk]]',
    markdown: 'Text goes.\n\nA disk\n',
    dropped: ['1: __TOC__', '2: secret', '3: here', '4: [[Category:Events]]', '5: [[File:a.png|thumb|A disk]]'],
  },
  {
    name: 'tables',
    wikitext: '{| class="x"\n|+ Caption\n! A !! B\n|- style="y"\n| width="1" | 1 || [[P|q]]\n|-\n| 2\nmore\n|}',
    markdown: 'Caption\n\n| A | B |\n| - | - |\n| 1 | [[P]] (q) |\n| 2 more | |\n',
    dropped: ['1: class="x"', '4: style="y"', '5: width="1"'],
  },
  {
    name: 'tables without a head, and words outside their cells',
    wikitext:
      "{|\nstray\n| Jan Berg || SUSE\n|-\n| Lea Dorn || Arm\n|}\n{|\n| '''Board''' || '''Cost'''\n|-\n| One || 3\n|}",
    markdown:
      '| | |\n| - | - |\n| Jan Berg | SUSE |\n| Lea Dorn | Arm |\n\n| **Board** | **Cost** |\n| - | - |\n| One | 3 |\n',
    dropped: ['2: stray'],
  },
  {
    name: 'actions in every form',
    wikitext: [
      '* {{Action|Lars|write it}}',
      '* {{action|Lars:|write it}}',
      '* {{Action|Lars, Jan: write it}}',
      '* {{Action|write it}}',
      '* {{Action|owner=Lars|text=write it|due=2013-03-15}}',
      '* {{Action|who=Lars|what=write {{nowhere}}}}',
      '* ✓ {{Template:Action|1=Lars|2=write a=b}}',
      '* {{Action|Lars|compare a=b}}',
      '{{Action|Jan|alone}}',
    ].join('\n'),
    markdown: [
      '- ACTION Lars: write it',
      '- ACTION Lars: write it',
      '- ACTION Lars, Jan: write it',
      '- ACTION: write it',
      '- ACTION Lars (by 2013-03-15): write it',
      '- ACTION Lars: write {{nowhere}}',
      '- [x] ACTION Lars: write a=b',
      '- ACTION Lars: compare a=b',
      '- ACTION Jan: alone',
      '',
    ].join('\n'),
    uncertain: ['6: the template "nowhere" is not known', '8: the wiki loses what follows "compare a=b"'],
  },
  {
    name: 'votes and motions, in their places and by name',
    wikitext: [
      '{{Motion|Spend it}}',
      '{{Motion|Spend it|passed}}',
      '{{Vote|what=Move|result=rejected|for=3|against=5|abstain=1}}',
      '{{Passed|That}}',
      '{{Resolution|text=This|result=by 5 votes}}',
      '* {{Vote|Both|Deferred}}',
      '{{Vote|A|passed|extra|note=b}}',
    ].join('\n'),
    markdown: [
      '- MOTION: Spend it',
      '- MOTION: Spend it',
      '- PASSED:',
      '- MOTION: Move',
      '- REJECTED:',
      '- VOTES: 3 for, 5 against, 1 abstained',
      '- PASSED: That',
      '- RESOLUTION: This',
      '- DECISION: by 5 votes',
      '- MOTION: Both',
      '  DEFERRED:',
      '- MOTION: A',
      '- PASSED:',
      '',
    ].join('\n'),
    dropped: ['7: extra', '7: note=b'],
  },
  {
    name: 'actions and votes whose text follows the template',
    wikitext: [
      '* {{Action|Lars}} to write it',
      '* {{Action|Lars:}} write it',
      '* {{Action|Jan, Lea}}: ask',
      '* {{Action|Daniel from Oracle}} and tell',
      '* {{Vote|PASSED:}} remote people may call in',
      '* {{Vote|Carried}}',
      '{{Motion}} larger rings',
    ].join('\n'),
    markdown: [
      '- ACTION Lars: to write it',
      '- ACTION Lars: write it',
      '- ACTION Jan, Lea: ask',
      '- ACTION Daniel from Oracle: and tell',
      '- PASSED: remote people may call in',
      '- PASSED:',
      '',
      'MOTION: larger rings',
      '',
    ].join('\n'),
  },
  {
    name: 'votes of people who would come, which are no motions',
    wikitext:
      '* {{Vote|[[User:Bo|Bo]] 22:15, 27 April 2013 (UTC)}} Will attend\n* {{Vote|Lea Dorn}}\n* {{Vote}} I would love to come\n* {{Vote|would anyone object}}',
    markdown:
      '- [[User:Bo|Bo]] 22:15, 27 April 2013 (UTC) Will attend\n- Lea Dorn\n- I would love to come\n- MOTION: would anyone object\n',
  },
  {
    name: 'values of parameters, which begin no block',
    wikitext:
      '{{project\n|Project==One=\n|Contact= Jan Berg\n|IRC=#xen-devel\n|Skills=* C\n|Desc=# first\n# second\n|Ref=\n* [http://x.org a]\n== no heading ==\n}}\n{{Info|; Mind : it}}',
    markdown:
      '## =One=\n\n- Technical contact: Jan Berg\n- IRC channel: #xen-devel\n- Skills: * C\n\n### Description\n\n1. first\n2. second\n\n### Ref\n\n- [a](http://x.org)\n\n**no heading**\n\n; Mind : it\n',
  },
  {
    name: 'templates that an archive has forms for',
    wikitext: '{{AI|what=write it|owner=Lars}}\n{{Poll|Do we?}}',
    markdown: '- ACTION Lars: write it\n- MOTION: Do we?\n',
    config: { wiki: { templates: { action: '{{AI|owner={owners}|what={text}}}', motion: '{{Poll|{text}}}' } } },
  },
  {
    name: 'notes, to-dos, and templates that nobody knows',
    wikitext: '{{todo|Send notes.}}\n{{Info|Mind the\n* gap}}\nSaid {{Comment|[[User:A|A]]:}} here {{Frob|a|b=c}}.',
    markdown: 'TODO: Send notes.\n\nMind the\n\n- gap\n\nSaid [[User:A|A]]: here {{Frob|a|b=c}}.\n',
    uncertain: ['4: the template "Frob" is not known'],
  },
  {
    name: 'projects with markup in them',
    wikitext:
      "== Topics ==\n{{project\n|Project=A '''thing'''\n|Date=July 1 2017 Contact=Ann Lee\n|Desc=It is {{Info|good}}.\n* point\n** sub\nSCHEDULE: http://sched.co/x\n|Outcomes=\n|Size=big\n}}\n{{Project|Project=B|Contact=Bo Ek|Desc=Short}}",
    markdown:
      '## Topics\n\n### A **thing**\n\n- Date of insert: July 1 2017\n- Schedule: <http://sched.co/x>\n- Outcomes:\n- Technical contact: Ann Lee\n- size: big\n\n#### Description\n\nIt is good.\n\n- point\n  - sub\n\n### B\n\n- Technical contact: Bo Ek\n- Description: Short\n',
    uncertain: ['2: the project template\'s parameter "size"', '2: "Contact=Ann Lee" stood in Date of insert'],
  },
  {
    name: 'quotes, rules, footnotes and tags',
    wikitext:
      '<blockquote>\nQuoted\n* item\n</blockquote>\n----\nSaid<ref>By [http://x.org him]</ref> <s>no</s> <u>yes</u>',
    markdown: '> Quoted\n>\n> - item\n\n---\n\nSaid[^1] ~~no~~ yes\n\n[^1]: By [him](http://x.org)\n',
    dropped: ['6: <u>', '6: </u>'],
  },
  {
    name: 'a page that moved',
    wikitext: '#REDIRECT [[Design Sessions 2018]]\n',
    markdown: 'Redirects to [[Design Sessions 2018]]\n',
    uncertain: ['1: the page redirects'],
  },
];

describe('the source of a wiki page', () => {
  it.each(cases)('has $name', ({ wikitext, markdown, uncertain, dropped, config }) => {
    const { documents, report } = readWikitext(source(wikitext, 'Some_page'), { archive: Archive.of([], config) });
    expect(documents.map(({ text }) => text)).toEqual([`# Some page\n\n${markdown}`]);
    const title = '1: the source of a page does not say its title; the document is called "Some page"';
    const all = report.uncertain.map(({ line, what }) => `${line}: ${what}`);
    expect(all).toContain(title);
    const told = all.filter((each) => each !== title);
    expect(told.map((each, index) => each.slice(0, uncertain?.[index]?.length ?? each.length))).toEqual(
      uncertain ?? [],
    );
    expect(report.dropped.map(({ line, text }) => `${line}: ${text}`)).toEqual(dropped ?? []);
  });

  it('keeps what is not closed as text, and tells where', () => {
    const text = '== A ==\n{{Action|Lars|[[page\n\nitem ]] here }} done\n{{open\n<pre>\nx <!-- y\n}}}}\n';
    const { documents, report } = readWikitext(source(text), { archive: Archive.of([]) });
    for (const word of ['Lars', 'page', 'item', 'here', 'done', 'open', 'x', 'y'])
      expect(documents[0]?.text).toContain(word);
    expect(report.uncertain.map(({ line }) => line)).toEqual(expect.arrayContaining([2, 6, 7]));
  });

  it('keeps lists and templates that stand too deep', () => {
    const deep = `${'*'.repeat(60)} bottom\n${'{{a|'.repeat(200)}x${'}}'.repeat(200)}`;
    const { documents, report } = readWikitext(source(deep), { archive: Archive.of([]) });
    expect(documents[0]?.text).toContain('bottom');
    expect(documents[0]?.text).toContain('x}}');
    expect(report.uncertain.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'stands deeper in a list than can be kept',
        expect.stringMatching(/^templates and links stand too deep/),
      ]),
    );
  });

  it('may say its title', () => {
    const titles = [
      '<!-- Page: A/B 2013 Minutes -->\n== X ==',
      '{{DISPLAYTITLE:A/B 2013 Minutes}}\n== X ==',
      '= A/B 2013 Minutes =\n== X ==',
    ];
    for (const text of titles) {
      const { documents, report } = readWikitext(source(text), { archive: Archive.of([]) });
      expect(documents).toEqual([{ path: 'a-b-2013-minutes.md', text: '# A/B 2013 Minutes\n\n## X\n' }]);
      expect(report.uncertain).toEqual([]);
    }
  });

  it('makes sessions of a list of links to their notes', () => {
    const archived = 'https://lists.xenproject.org/archives/html/xen-devel/2016-04/msg0000';
    const text = [
      '== When and where ==',
      'We meet on April 18-19, 2016, in Brno.',
      '== Session Notes and related pages ==',
      `* Safety : [${archived}1.html Notes from Safety Session] covering rings`,
      '** see [[Rings]]',
      `* [${archived}2.html Notes on the "Boot time" discussion]`,
      `* [${archived}3.html Rings session notes]`,
      '* [[Rings|A page on rings]]',
    ].join('\n');
    const { documents, report } = readWikitext(source(text, 'Hackathon/April2016'), { archive: Archive.of([]) });
    expect(documents.map((document) => document.text)).toEqual([
      `# Hackathon/April2016\n\n- Event: Hackathon/April2016\n- Date: 2016-04-18 to 2016-04-19\n\n## When and where\n\nWe meet on April 18-19, 2016, in Brno.\n\n## Session Notes and related pages\n\n- [[Rings|A page on rings]]\n\n### Safety\n\n- Notes: [Notes from Safety Session](${archived}1.html)\n\ncovering rings\n\n- see [[Rings]]\n\n### Boot time\n\n- Notes: [Notes on the "Boot time" discussion](${archived}2.html)\n\n### Rings\n\n- Notes: [Rings session notes](${archived}3.html)\n`,
    ]);
    expect(report.kept.sessions).toBe(3);
  });

  it('has its title and frame where they were copied with it', () => {
    const text = 'Call/May 2015 Minutes\n\nFrom Xen\nJump to navigationJump to search\n\n= Attendees =\n* Jan Berg\n';
    const { documents, report } = readWikitext(source(text), { archive: Archive.of([]) });
    expect(documents.map((document) => document.text)).toEqual([
      '# Call/May 2015 Minutes\n\n## Attendees\n\n- Jan Berg\n',
    ]);
    expect(report.dropped.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('makes sessions of the items of a list, with their notes and hosts', () => {
    const text =
      '= 2018: Summit =\n== Disks ==\nAbout disks.\n* [https://lists.xenproject.org/x Fast disks] (Ann Lee, Citrix)\n: How fast?\n* [TODO Slow disks] (Bo Ek)\n: Why?\n:* power\n== Empty ==\n';
    const { documents, report } = readWikitext(source(text, 'Design_Sessions'), { archive: Archive.of([]) });
    expect(documents.map((document) => document.text)).toEqual([
      '# Design Sessions 2018\n\n- Event: Summit\n\n## Disks\n\nAbout disks.\n\n### Fast disks\n\n- Host: Ann Lee (Citrix)\n- Notes: <https://lists.xenproject.org/x>\n\nHow fast?\n\n### [TODO Slow disks] (Bo Ek)\n\nWhy?\n\n- power\n\n## Empty\n',
    ]);
    expect(report.kept).toMatchObject({ sessions: 2, links: 1 });
  });
});

describe('the form of a source', () => {
  it.each([
    ['wikitext', '== Heading ==\nText'],
    ['wikitext', 'Text\n{{Action|Lars|x}}'],
    ['wikitext', 'See [[Page]]'],
    ['wikitext', '#REDIRECT [[Page]]'],
    ['rendered', 'Page\n\nFrom Xen\n\nA heading\n\nWords = more words.'],
    ['rendered', '  • item\n  • [TODO item]'],
    ['rendered', ''],
  ])('is %s', (format, text) => {
    expect(importerFor('auto', source(text))?.format).toBe(format);
  });
});
