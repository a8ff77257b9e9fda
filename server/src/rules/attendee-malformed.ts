import type { PersonMention } from '../document/facts.js';
import { inlineNodes, sourceSpan, type Inline } from '../document/inline.js';
import { isRole } from '../document/reading/people.js';
import type { Definitions } from '../document/remark.js';
import type { Section } from '../document/sections.js';
import { contains, overlaps, type Span } from '../text/span.js';
import { leavesOf } from './leaves.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const attendeeMalformed = defineRule({
  id: 'attendee-malformed',
  summary: 'The company or role behind a name is not set off as it should be',
  why: 'What stands in other brackets, or in none that match, is easily taken for part of the name.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- ⟦Susie Li(Intel)⟧\n- ⟦Lars Kurth [Linux Foundation) [non-voting]⟧, ⟦Jan Beulich (SUSE]⟧\n- ⟦Xin Li（Citrix）⟧\n- ⟦Wei Liu ()⟧\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Susie Li (Intel)\n- Lars Kurth (Linux Foundation, non-voting), Jan Beulich (SUSE)\n- Xin Li (Citrix)\n- Wei Liu\n',
    },
    {
      bad: '# Loose ends\n\n- Technical contact: ⟦Rich Persaud(OpenXT)(remote)⟧\n- Description: Becoming a CNA.\n',
      fixed: '# Loose ends\n\n- Technical contact: Rich Persaud (OpenXT, remote)\n- Description: Becoming a CNA.\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Don Dugger [Intel] [non-voting]\n- Jan Beulich [SUSE](https://www.suse.com)\n- Wei Liu <wei@example.org>\n- 李新（Citrix）\n- Andres Lagar-Cavilla (+ another from Gridcentric?)\n- Peter Novák [@pn][pn](SUSE)\n- Lea Dorn [lea] [Arm)\n\n[pn]: https://example.org/pn\n[lea]: https://example.org/lea\n',
    },
  ],
  concerns: ({ people, fields }) => people.length + fields.length > 0,
  checkPlaced: ({ facts, own }, { document }) => {
    const listed = facts.people.filter((mention) => mention.as === 'attendee' || mention.as === 'apology');
    return [...listed, ...facts.fields.flatMap((field) => field.people)].flatMap((mention) => {
      const found = malformed(mention);
      // In other brackets a link would be none any more.
      return found.length > 0 && holdsLink(mention.span, own, document.definitions) ? [] : found;
    });
  },
});

/** A mail address in angle brackets, or a company or roles in other ones. */
const group = /\\?<[^<>]*>|([([（])([^()[\]（）]*)([)\]）])/g;
const pairs = new Set(['()', '[]', '（）']);

function malformed({ name, span, text, unnamed }: PersonMention): Finding[] {
  const end = text.indexOf(name) + name.length;
  const tail = text.slice(end);
  // Most names have nothing behind them, or one pair of parentheses with something in it.
  if (unnamed || tail === '' || /^ \([^()[\]（）]*[^()[\]（）\s]\)$/.test(tail)) return [];
  if (tail.replace(group, '').trim() !== '') return [];
  const groups = [...tail.matchAll(group)];
  const joined = (isLatin(name) && /^[([（]/.test(tail)) || /[)\]][([]/.test(tail);
  if (!joined && !groups.some((each) => isWrong(each, name))) return [];
  const form = [text.slice(0, end), ...written(groups)].join(' ');
  return [
    {
      span,
      message: say`"${text}" is not in the usual form; write "${form}"`,
      fixes: [{ title: say`Write "${form}"`, edits: [{ span, text: form }], preferred: true }],
    },
  ];
}

const linking: ReadonlySet<Inline['type']> = new Set(['link', 'linkReference', 'image', 'imageReference', 'html']);

function holdsLink(span: Span, { blocks }: Section, definitions: Definitions): boolean {
  const leaf = leavesOf(blocks).find((each) => contains(each.span, span));
  return (
    leaf !== undefined &&
    linksAmong(inlineNodes(leaf, definitions), leaf.leaf.text).some((each) =>
      overlaps(sourceSpan(leaf.leaf, each), span),
    )
  );
}

/** An address in angle brackets stays as it is. */
function linksAmong(nodes: readonly Inline[], text: string): Span[] {
  return nodes.flatMap((node) =>
    linking.has(node.type)
      ? text.charAt(node.span.start) === '<'
        ? []
        : [node.span]
      : linksAmong(node.children ?? [], text),
  );
}

/** Brackets of two kinds, those of another script, or nothing between them. */
function isWrong([, open, inner = '', close = '']: RegExpExecArray, name: string): boolean {
  if (open === undefined) return false;
  return !pairs.has(open + close) || (open === '（' && isLatin(name)) || inner.trim() === '';
}

/** In Chinese and Japanese full-width brackets, and no space before them, are right. */
function isLatin(name: string): boolean {
  return /[\p{Script=Latin}.'’]$/u.test(name);
}

/** The groups in parentheses; a role joins the company before it, an address stays as it is. */
function written(groups: readonly RegExpExecArray[]): string[] {
  const parts: string[] = [];
  for (const [whole, open, inner = ''] of groups) {
    const said = inner.trim();
    const last = parts.at(-1);
    if (open === undefined) parts.push(whole);
    else if (isRole(said) && last?.endsWith(')')) parts.splice(-1, 1, `${last.slice(0, -1)}, ${said})`);
    else if (said !== '') parts.push(`(${said})`);
  }
  return parts;
}
