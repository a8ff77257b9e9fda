import { applyEdits as applyJsonEdits, modify } from 'jsonc-parser';
import type { Document } from '../document/document.js';
import type { Block, ListItem } from '../document/model.js';
import type { Diagnostic } from '../rules/lint.js';
import { lineAround } from '../text/lines.js';
import { contains, shift, type Span } from '../text/span.js';
import type { TextEdit } from '../text/edits.js';
import { say } from '../text/say.js';
import type { CodeAction } from './codeActions.js';

/** Directives that switch off the rules of some findings: for their line where a comment can stand on it, and for the document. */
export function disableRule(document: Document, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return [...new Map(diagnostics.map((each) => [each.rule, each])).values()].flatMap((diagnostic) => {
    const { rule } = diagnostic;
    const offered = { elsewhere: [], preferred: false, diagnostics: [diagnostic] };
    const onLine = lineEdit(document, diagnostic);
    return [
      ...(onLine ? [{ ...offered, title: say`Switch ${rule} off for this line`, edits: [onLine] }] : []),
      { ...offered, title: say`Switch ${rule} off in this document`, edits: [documentEdit(document, rule)] },
    ];
  });
}

/** A configuration's text with a rule switched off; what else stands in it stays as it is. */
export function configWithout(rule: string, text: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol };
  const source = text.trim() === '' ? `{}${eol}` : text;
  return applyJsonEdits(source, modify(source, ['rules', rule], 'off', { formattingOptions }));
}

/** A comment at the end of the line, within one that is there already, or on a line of its own above a heading. */
function lineEdit({ text, cut }: Document, { rule, span }: Diagnostic): TextEdit | undefined {
  const index = cut.starts.findLastIndex((start) => start <= span.start);
  const block = leafAt(cut.sections[index]?.blocks ?? [], shift(span, -(cut.starts[index] ?? 0)).start);
  if (block !== 'paragraph' && block !== 'heading') return undefined;
  const line = lineAround(text, span.start);
  const written = text.slice(line.start, line.end);
  const known = /<!--\s*xen-notes-disable-line\b[^<>]*?(?<!\s)(?=\s*-->)/.exec(written);
  if (known) return insertion(line.start + known.index + known[0].length, ` ${rule}`);
  if (block === 'heading') {
    const above = `<!-- xen-notes-disable-next-line ${rule} -->${eolOf(text)}`;
    return line.start === 0 ? undefined : insertion(line.start, above);
  }
  return insertion(line.start + written.trimEnd().length, ` <!-- xen-notes-disable-line ${rule} -->`);
}

/** The directive stands at the document's start, behind what front matter there is. */
function documentEdit({ text, cut }: Document, rule: string): TextEdit {
  const eol = eolOf(text);
  const [first] = cut.sections[0]?.blocks ?? [];
  const start = first?.type === 'yaml' ? first.span.end : text.startsWith('\ufeff') ? 1 : 0;
  const known = /^\s*<!--\s*xen-notes-disable(?=\s)[^<>]*?(?<!\s)(?=\s*-->)/.exec(text.slice(start));
  if (known) return insertion(start + known[0].length, ` ${rule}`);
  const comment = `<!-- xen-notes-disable ${rule} -->`;
  return insertion(start, start > 1 ? `${eol}${eol}${comment}` : `${comment}${eol}${eol}`);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The type of the innermost block at an offset of its section. */
function leafAt(blocks: readonly (Block | ListItem)[], at: number): Block['type'] | undefined {
  const here: Span = { start: at, end: at };
  const block = blocks.find((each) => contains(each.span, here));
  if (!block) return undefined;
  return 'children' in block ? leafAt(block.children, at) : block.type;
}
