import type { Block, ListItem } from '../document/model.js';
import type { Span } from '../text/span.js';
import { say } from '../text/say.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';

export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  summary: 'A character that nobody sees stands in the text',
  why: 'A name with a zero-width space before it is found by no search and resolves to nobody.',
  severity: { draft: 'warning', post: 'error' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- ⟦\u200b⟧Jan Beulich\n- Wei⟦\u00a0⟧Liu\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n',
    },
    {
      bad: '⟦\ufeff⟧# Minutes\n\n## Attendees\n\n- Jan⟦\ufeff⟧ Beulich⟦\u00a0\u00a0⟧\n- Wei ⟦\u00a0⟧ Liu\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei  Liu\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n⟦\u200b⟧- Jan Beulich\n' },
    {
      bad: '# Minutes\n\n## PVH\n\n- Jan\n  ⟦\u00a0\u00a0⟧- the tests\n',
      fixed: '# Minutes\n\n## PVH\n\n- Jan\n    - the tests\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich \u{1f469}\u200d\u{1f4bb}\n\n## Layout\n\n```\n├──\u00a0xen\n```\n\n`a\u00a0b`\n',
    },
  ],
  concerns: (_, section) => ownText(section).search(invisible) >= 0,
  checkSection: ({ section }) => {
    const found = [...section.text.matchAll(invisible)];
    const findings: Finding[] = [];
    const code = codeSpans(section.blocks);
    for (const match of found) {
      const span = { start: match.index, end: match.index + match[0].length };
      const spaces = spaceLike.test(match[0]);
      if (isMeant(section.text, span) || (spaces && isCode(section.text, span, code))) continue;
      findings.push(finding(section.text, span, spaces));
    }
    return findings;
  },
});

/** Zero-width characters, marks of direction and soft hyphens; and spaces that do not break. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]+|[\u00a0\u2007\u202f]+/g;
const spaceLike = /^[\u00a0\u2007\u202f]/;

/** What a character is called, with its code. */
function called(char: string): string {
  const code = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (char === '\u200b') return say`a zero-width space (${code})`;
  if (char === '\ufeff') return say`a byte order mark (${code})`;
  if (char === '\u00ad') return say`a soft hyphen (${code})`;
  if (char === '\u00a0') return say`a no-break space (${code})`;
  return say`an invisible character (${code})`;
}

/** Joiners hold emoji together, and scripts other than the Latin one need joiners and marks of direction. */
function isMeant(text: string, { start, end }: Span): boolean {
  const around = text.slice(Math.max(0, start - 2), end + 2);
  if (/[\p{Extended_Pictographic}\ufe0f]/u.test(around) && /^[\u200c\u200d]+$/.test(text.slice(start, end)))
    return true;
  return /(?=\p{L})[^\p{Script=Latin}]/u.test(around) && !text.slice(start, end).includes('\ufeff');
}

function codeSpans(blocks: readonly (Block | ListItem)[]): Span[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code' || block.type === 'html') return [block.span];
    return 'children' in block ? codeSpans(block.children) : [];
  });
}

/** Spaces in code are layout, such as that of a tree of files. */
function isCode(text: string, { start, end }: Span, blocks: readonly Span[]): boolean {
  if (blocks.some((block) => block.start <= start && end <= block.end)) return true;
  const line =
    text
      .slice(0, start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

function finding(text: string, span: Span, spaces: boolean): Finding {
  const name = called(text.charAt(span.start));
  const replacement = spaces ? plainSpaces(text, span) : '';
  const { title, message } = advice(name, replacement);
  const fix = { title, edits: [{ span, text: replacement }] };
  return { span, message, fixes: [fix], ...(shapesText(text, span) && { choice: true }) };
}

function advice(name: string, replacement: string): { readonly title: string; readonly message: string } {
  if (replacement === '') return { title: say`Delete it`, message: say`${name} stands here unseen; delete it` };
  return replacement === ' '
    ? { title: say`Write a plain space`, message: say`${name} stands here unseen; write a plain space` }
    : { title: say`Write plain spaces`, message: say`${name} stands here unseen; write plain spaces` };
}

/** What stands for spaces that do not break: nothing at the edge of a line or beside another space, unless they indent an item. */
function plainSpaces(text: string, { start, end }: Span): string {
  const before = /(?<![^\r\n])[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  if (before.trim() === '' && /^\s*(?:[-*+]|\d+[.)])[ \t]/.test(/^[^\r\n]*/.exec(text.slice(end))?.[0] ?? ''))
    return ' '.repeat(end - start);
  return /\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(end)) ? ' ' : '';
}

/** Whether Markdown would read the text otherwise without the character: as a list, a heading, code, or not as bold. */
function shapesText(text: string, { start, end }: Span): boolean {
  const before = /(?<![^\r\n])[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  if (/[*_`~]$/.test(before) || /^[*_`~]/.test(after)) return true;
  const leads = /^(?:[\s>]|(?:[-*+]|\d+[.)])\s)*$/.test(before);
  return leads && start > 0 && /^(?:\s|$|[#>+=|-]|\d+[.)]|\[)/.test(after);
}
