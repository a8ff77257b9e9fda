import * as vscode from 'vscode';
import { suggestOn } from '../suggesting.js';
import { head, movedIn, movedOut, needlessMarker, nextHead, readItem, renumbered, type ItemLine } from './listLines.js';

/** What is still to be done about lines of a document: the next item where VS Code made none, or a marker too many. */
interface Owed {
  readonly lines: Map<number, ItemLine | 'double'>;
  /** The line that went on by itself last, in which somebody may still type a marker of their own. */
  continued: number | undefined;
  paying: boolean;
}

const owedIn = new WeakMap<vscode.TextDocument, Owed>();
const tab = /^(?: {2,8}|\t)$/;
const lineBreak = /^(?:\r\n|\n|\r)[ \t]*$/;
const nextItem = /^(?:\r\n|\n|\r)[ \t]*(?:[-*+]|\d{1,9}[.)]) (?:\[ \] )?$/;

/** Does what VS Code's rules cannot: ends a list on an empty item, takes back a marker that is typed twice, and counts. */
export async function finish({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const [change, other] = contentChanges;
  if (!change || other || reason !== undefined || document !== editor?.document || isOwn(document, change)) return;
  const owed = owedIn.get(document) ?? {
    lines: new Map<number, ItemLine | 'double'>(),
    continued: undefined,
    paying: false,
  };
  owedIn.set(document, owed);
  const { line } = change.range.start;
  const text = document.lineAt(line).text;
  const ended =
    lineBreak.test(change.text) && change.range.isEmpty ? (readItem(text) ?? dueItem(owed, line, text)) : undefined;
  if (ended?.text === '') {
    owed.lines.delete(line);
    return repeatedly(document, () => endOfList(document, line, ended));
  }
  // The keys know of an item a moment after it has come to be; until then Tab is taken for one within the words.
  if (change.range.isEmpty && tab.test(change.text) && isHead(text.slice(0, change.range.start.character)))
    return repeatedly(document, () => nestedInstead(document, line));
  if (ended) owed.lines.set(line + 1, ended);
  if (owed.continued === line && needlessMarker(text)) owed.lines.set(line, 'double');
  if (ended || nextItem.test(change.text)) owed.continued = line + 1;
  else if (owed.continued !== line) owed.continued = undefined;
  await pay(editor, owed);
  const moved = /[\r\n]/.test(change.text) ? line + 1 : change.range.isSingleLine ? undefined : line;
  if (moved !== undefined) await repeatedly(document, () => inOrder(document, moved));
}

/** The item that a line is going to be, once what is owed has been done. */
function dueItem({ lines }: Owed, line: number, text: string): ItemLine | undefined {
  const before = lines.get(line);
  if (before === undefined || before === 'double') return undefined;
  return { ...before, ...(before.number !== undefined && { number: before.number + 1 }), text: text.trim() };
}

/** Does what is owed, and what comes to be owed meanwhile. */
async function pay(editor: vscode.TextEditor, owed: Owed): Promise<void> {
  if (owed.paying) return;
  owed.paying = true;
  try {
    while (owed.lines.size > 0) await payOnce(editor, owed.lines);
  } finally {
    owed.paying = false;
  }
}

async function payOnce(editor: vscode.TextEditor, lines: Owed['lines']): Promise<void> {
  let seen = [...lines];
  await repeatedly(editor.document, () => {
    seen = [...lines];
    return seen.flatMap(([line, what]) => repair(editor.document, line, what));
  });
  for (const [line, what] of seen) if (lines.get(line) === what) lines.delete(line);
  // What was offered goes when the text before it changes.
  const here = seen.some(([line, what]) => what === 'double' && line === editor.selection.active.line);
  if (here) await suggestOn(editor.document, editor.selection.active.line);
}

export interface Replacement {
  readonly range: vscode.Range;
  readonly text: string;
}

const betweenTries = 30;
const beingMade = new WeakMap<vscode.TextDocument, readonly Replacement[]>();

/** Whether a change is one that is made here: it says nothing of where somebody types. */
function isOwn(document: vscode.TextDocument, { range, text }: vscode.TextDocumentContentChangeEvent): boolean {
  return beingMade.get(document)?.some((own) => own.text === text && own.range.isEqual(range)) === true;
}

/**
 * Makes edits that are undone together with what was typed. Somebody types on meanwhile, and VS Code makes no edit of a text
 * that it is not any more; then it is looked at anew, until there is a moment for it or nobody sees the document.
 */
export async function repeatedly(document: vscode.TextDocument, edits: () => readonly Replacement[]): Promise<void> {
  for (;;) {
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    const wanted = edits();
    if (!editor || wanted.length === 0) return;
    beingMade.set(document, wanted);
    const done = await editor.edit(
      (edit) => {
        for (const { range, text } of wanted) edit.replace(range, text);
      },
      { undoStopBefore: false, undoStopAfter: false },
    );
    beingMade.delete(document);
    if (done) return;
    await new Promise((resolve) => setTimeout(resolve, betweenTries));
  }
}

/** VS Code passes its rules over while it is behind with colouring what is typed; then the next item is made here. */
function repair(document: vscode.TextDocument, line: number, what: ItemLine | 'double'): Replacement[] {
  if (line >= document.lineCount) return [];
  const { text, firstNonWhitespaceCharacterIndex: at } = document.lineAt(line);
  if (what !== 'double')
    return readItem(text) ? [] : [{ range: new vscode.Range(line, at, line, at), text: nextHead(what) }];
  const marker = needlessMarker(text);
  return marker ? [{ range: new vscode.Range(line, marker.start, line, marker.end), text: '' }] : [];
}

/** An empty item and the line break behind it become the next item one level out, or nothing; `due` is one that is still to be made. */
function endOfList(document: vscode.TextDocument, line: number, due: ItemLine): Replacement[] {
  if (line + 1 >= document.lineCount) return [];
  const { text } = document.lineAt(line);
  if ((readItem(text)?.text ?? text.trim()) !== '') return [];
  const lines = linesOf(document).with(line, `${due.indent}${head(due)}`);
  const end = document.lineAt(line + 1).firstNonWhitespaceCharacterIndex;
  return [{ range: new vscode.Range(line, 0, line + 1, end), text: movedOut(lines, line) ?? '' }];
}

function isHead(text: string): boolean {
  return readItem(text)?.text === '' && /[ \t]$/.test(text);
}

/** An item with the blanks of a Tab behind its head becomes the nested one that was meant. */
function nestedInstead(document: vscode.TextDocument, line: number): Replacement[] {
  const text = line < document.lineCount ? document.lineAt(line).text : '';
  const [whole, start = ''] = /^([ \t]*\S{1,10} (?:\[[ xX]\] )?)(?: {2,}|\t)/.exec(text) ?? [];
  const item = `${start}${text.slice(whole?.length ?? 0)}`;
  const next = whole === undefined ? undefined : movedIn(linesOf(document).with(line, item), line);
  const words = text.length - (whole?.length ?? 0);
  if (whole === undefined || next === undefined) return [];
  return [{ range: new vscode.Range(line, 0, line, whole.length), text: next.slice(0, next.length - words) }];
}

function inOrder(document: vscode.TextDocument, line: number): Replacement[] {
  if (line >= document.lineCount || readItem(document.lineAt(line).text)?.number === undefined) return [];
  return renumbered(linesOf(document), line).map(({ line: at, start, end, text }) => ({
    range: new vscode.Range(at, start, at, end),
    text,
  }));
}

export function linesOf({ lineCount, lineAt }: vscode.TextDocument): string[] {
  return Array.from({ length: lineCount }, (_, line) => lineAt(line).text);
}
