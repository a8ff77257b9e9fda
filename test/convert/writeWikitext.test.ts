import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import type { Config } from '../../server/src/archive/config.js';
import { writeWikitext } from '../../server/src/convert/wikitext/write/writeWikitext.js';
import { readDocument } from '../../server/src/document/document.js';

interface Case {
  readonly name: string;
  readonly markdown: string;
  readonly wikitext: string;
  readonly uncertain?: readonly string[];
  readonly config?: Config;
}

const cases: readonly Case[] = [
  {
    name: 'headings below the title of the page',
    markdown: '# A *page*\n\nText.\n\n## One\n\n### [TODO Two] (Ann Lee, Citrix)\n\n## = odd =\n',
    wikitext:
      '<!-- Page: A page -->\n\nText.\n\n== One ==\n\n=== [TODO Two] (Ann Lee, Citrix) ===\n\n== &#61; odd &#61; ==\n',
  },
  {
    name: 'headings of a page without a title of its own',
    markdown: '# One\n\n# Two\n',
    wikitext: '== One ==\n\n== Two ==\n',
  },
  {
    name: 'lists, also in one another, and what items go on in',
    markdown: '- a\n  - b\n    1. c\n- d\n\n  more\n\n  ```\n  x\n  ```\n- [x] done\n- [ ] open\n\n3. three\n',
    wikitext: '* a\n** b\n**# c\n* d\n*: more\n*: <pre>\nx\n</pre>\n* ☑ done\n* ☐ open\n\n# three\n',
    uncertain: ['14: the list counts from 3'],
  },
  {
    name: 'links',
    markdown:
      '[[Page#Section|text]], <https://x.org/a>, [b](https://x.org/c_(d)), [e][r] <https://y.org/z.> a@b.org [f](g.pdf) ![h](https://x.org/i.png)\n\n[r]: https://z.org\n',
    wikitext:
      '[[Page#Section|text]], https://x.org/a, [https://x.org/c_(d) b], [https://z.org e] [https://y.org/z. https://y.org/z.] a@b.org f [https://x.org/i.png h]\n',
    uncertain: ['1: "g.pdf" leads to no page'],
  },
  {
    name: 'stress, code, breaks and footnotes',
    markdown: "**b** *i* ***bi*** ~~s~~ `c` `[[x]]`\\\nnext Xen's *'q'*[^1] again[^1]\n\n[^1]: Said.\n",
    wikitext:
      "'''b''' ''i'' '''''bi''''' <s>s</s> <code>c</code> <code><nowiki>[[x]]</nowiki></code><br />next Xen's ''&#39;q&#39;''<ref name=\"1\">Said.</ref> again<ref name=\"1\" />\n\n<references />\n",
  },
  {
    name: 'what the wiki would take for markup',
    markdown:
      "a ''quoted'' \\[\\[word\\]\\], {{braces}}, ~~~~, \\_\\_TOC\\_\\_, a < b <b>, AT&T &amp;amp; [//x] {| |}\n\n\\* star\n\\# hash\n: colon\n; semi\n= sign =\n",
    wikitext:
      "a <nowiki>''</nowiki>quoted<nowiki>''</nowiki> [[word]], <nowiki>{{</nowiki>braces<nowiki>}}</nowiki>, <nowiki>~~~~</nowiki>, <nowiki>__</nowiki>TOC__, a &lt; b &lt;b>, AT&T &amp;amp; &#91;//x] &#123;| |}\n\n<nowiki />* star\n<nowiki /># hash\n<nowiki />: colon\n<nowiki />; semi\n<nowiki />= sign =\n",
    uncertain: ['1: HTML is kept as text'],
  },
  {
    name: 'actions as the template, votes as they are written',
    markdown:
      '- ACTION Lars, Jan (by 2013-03-15): ask a=b | c\n- [x] **ACTION** Lars: *ask*\n- ACTION: ask\n- ACTION unknown: ask\n- MOTION: Spend it\n- PASSED:\n\nTODO: send notes\n',
    wikitext:
      "* {{Action|Lars, Jan (by 2013-03-15)|2=ask a=b &#124; c}}\n* ☑ {{Action|Lars|''ask''}}\n* {{Action||ask}}\n* {{Action|unknown|ask}}\n* MOTION: Spend it\n* PASSED:\n\nTODO: send notes\n",
  },
  {
    name: 'actions and votes in the forms of an archive',
    markdown: '- ACTION Lars (by 2013-03-15): ask\n- ACTION: ask\n- MOTION: Spend [[it|that]]\n- AGREED: yes\n',
    wikitext:
      "* {{AI|who=Lars|what=ask|when=2013-03-15}}\n* {{AI|who=|what=ask|when=}}\n* {{Poll|Spend [[it|that]]}}\n* '''Agreed:''' yes\n",
    config: {
      wiki: {
        templates: {
          action: '{{AI|who={owners}|what={text}|when={due}}}',
          motion: '{{Poll|{text}}}',
          agreed: "'''Agreed:''' {text}",
        },
      },
    },
  },
  {
    name: 'sessions with published notes as the wiki announces them',
    markdown:
      '# Design Sessions 2019\n\n## Sessions with published notes\n\n### One\n\n- Topics: osstest\n- Notes: <https://lists.xenproject.org/a#1>\n\nText.\n\n### Two\n\n- Notes: unknown\n',
    wikitext:
      '<!-- Page: Design Sessions 2019 -->\n\n== Sessions with published notes ==\n\n=== One ===\n\n* Topics: osstest\n\nText.\n\nFor notes, see https://lists.xenproject.org/a#1\n\n=== Two ===\n\n* Notes: unknown\n',
  },
  {
    name: 'proposals as the project template',
    markdown:
      '# Design Sessions 2017\n\n## Topics\n\n### One\n\n- Technical contact: Ann Lee\n- Date of insert: 2017-07-01\n- Topics: PVH | x\n- Schedule: <http://sched.co/x>\n\n#### Description\n\nWhat it is.\n\n- point\n\n#### Outcomes\n\nNone.\n\n#### Later\n\nText.\n\n#### Two\n\n- Technical contact: Bo Ek\n',
    wikitext:
      '<!-- Page: Design Sessions 2017 -->\n\n== Topics ==\n\n{{project\n|Project=One\n|Date=2017-07-01\n|Contact=Ann Lee\n|Desc=What it is.\n\n* point\n\n* Topics: PVH &#124; x\nSCHEDULE: http://sched.co/x\n|Outcomes=None.\n}}\n\n==== Later ====\n\nText.\n\n==== Two ====\n\n{{project\n|Contact=Bo Ek\n}}\n',
  },
  {
    name: 'a proposal that is the page',
    markdown: '# One\n\n- Technical contact: Ann Lee\n- Description: What it is.\n',
    wikitext: '<!-- Page: One -->\n\n{{project\n|Contact=Ann Lee\n|Desc=What it is.\n}}\n',
  },
  {
    name: 'tables, quotes, code and rules',
    markdown:
      '| a | b \\| c |\n| - | - |\n| 1 | !! |\n\n> Quoted.\n>\n> - item\n\n```c\n{{x}} & <y>\n```\n\n---\n\n<!-- kept -->\n',
    wikitext:
      '{| class="wikitable"\n! a\n! b &#124; c\n|-\n| 1\n| &#33;!\n|}\n\n<blockquote>\n\nQuoted.\n\n* item\n\n</blockquote>\n\n<pre>\n{{x}} &amp; &lt;y>\n</pre>\n\n----\n\n<!-- kept -->\n',
    uncertain: ['9: that the code is "c" is not kept'],
  },
];

describe('a document as wikitext', () => {
  it.each(cases)('has $name', ({ markdown, wikitext, uncertain, config }) => {
    const document = readDocument('document.md', markdown);
    const written = writeWikitext(document, Archive.of([document.facts], config));
    expect(written.text).toBe(wikitext);
    const told = written.uncertain.map(({ line, what }) => `${line}: ${what}`);
    expect(told.map((each, index) => each.slice(0, uncertain?.[index]?.length ?? each.length))).toEqual(
      uncertain ?? [],
    );
  });

  it('names pages that links to files of the archive lead to', () => {
    const page = readDocument('/a/events/page.md', '# The page\n\n## A section\n');
    const text =
      'See [there](../events/page.md#a-section), [it](../events/page.md) and [here](#one).\n\n## One\n\n[gone](../events/none.md)\n';
    const document = readDocument('/a/minutes/call.md', `# Call Minutes\n\n${text}`);
    const written = writeWikitext(document, Archive.of([page.facts, document.facts]));
    expect(written.text).toContain('See [[The page#A section|there]], [[The page|it]] and [[#One|here]].');
    expect(written.text).toContain('\ngone\n');
    expect(written.uncertain).toEqual([
      { line: 7, what: '"../events/none.md" leads to no page that the wiki has; only its text is kept' },
    ]);
  });
});
