import { readAction } from '../../../document/reading/actions.js';
import { stateIn } from '../../../document/reading/actionState.js';
import { oneLine, type LeafText } from '../../../document/reading/leafText.js';
import { bracketedOwners, namesPeople, ownersAhead, ownersBehind } from '../../../document/reading/owners.js';
import { actionWord, statedNone } from '../../../document/schema.js';
import { iconLength } from '../../../document/undecorated.js';
import type { Uncertain } from '../../report.js';
import type { MailBlock, MailItem } from '../reading/mailBlock.js';
import type { Names } from '../reading/names.js';
import { actionLists } from './actionLists.js';
import { say } from '../../../text/say.js';

export interface WithActions {
  readonly blocks: readonly MailBlock[];
  readonly uncertain: readonly Uncertain[];
}

/** Actions in all the forms people give them, written as the format has them: `ACTION Jan: …`. */
export function canonicalActions(written: readonly MailBlock[], names: Names): WithActions {
  const uncertain: Uncertain[] = [];
  const told = new Set<string>();
  const rewrite = (text: string, at: number, listed: boolean): string => {
    const action = marked(text, names) ?? (listed ? ownedBy(text, names) : undefined);
    if (!action) return text;
    const key = action.text.toLowerCase().replace(/\W+/g, ' ').trim();
    // A summary at the end says again what was marked above; it is one action all the same.
    if (listed && told.has(key)) return text;
    told.add(key);
    if (action.doubts.length > 0) uncertain.push({ line: at, what: action.doubts.join('; ') });
    return `ACTION${action.owners === '' ? '' : ` ${action.owners}`}: ${action.text}`;
  };
  const inItem = (item: MailItem, listed: boolean): MailItem => ({
    ...item,
    text: rewrite(item.text, item.at, listed),
    blocks: item.blocks.map((block) => inBlock(block, false)),
  });
  const inBlock = (block: MailBlock, listed: boolean): MailBlock => {
    if (block.type === 'list') return { ...block, items: block.items.map((item) => inItem(item, listed)) };
    return block.type === 'paragraph' ? { ...block, text: rewrite(block.text, block.at, false) } : block;
  };
  const lists = actionLists(written);
  uncertain.push(...lists.uncertain);
  return { blocks: lists.blocks.map(({ block, listed }) => inBlock(block, listed)), uncertain };
}

interface Form {
  /** As they stand behind the marker, with a due date. */
  readonly owners: string;
  readonly text: string;
  /** What was inferred. */
  readonly doubts: readonly string[];
}

/** A text with a marker in front, as the core reads it; `TODO: …` is an action in a mail although nobody is named. */
function marked(written: string, names: Names): Form | undefined {
  const icon = iconLength(written);
  const [emphasis = ''] = /^[*_]{1,2}(?=\S)/.exec(written.slice(icon)) ?? [];
  const start = icon + emphasis.length;
  const word = actionWord.exec(written.slice(start).replace(/^[[(#]{1,2}/, ''))?.[0];
  // Somebody may have these initials.
  if (word === undefined || names.isListed(word)) return undefined;
  const doubts = /^action/i.test(word) ? [] : [say`"${word}" is taken as an action`];
  const text = named(written, names);
  const action = readAction(leafOf(text), start, { checked: undefined, reports: [] });
  if (!action) {
    const [, said = ''] =
      /^[^:\n]{2,20}?[*_]{0,2}(?::{1,2}|\s[-–—])[*_]{0,2}\s+(\S[\s\S]*)$/.exec(text.slice(start)) ?? [];
    const weak =
      said !== '' && !statedNone.test(said) && text.slice(start).toLowerCase().startsWith(word.toLowerCase());
    return weak && !/^action/i.test(word) ? { owners: '', text: said, doubts } : undefined;
  }
  const { due, ownersText, textSpan } = action;
  const said = text.slice(textSpan.start, textSpan.end).trim();
  const whole = emphasis !== '' && said.endsWith(emphasis) ? said.slice(0, -emphasis.length) : said;
  if (whole === '') return undefined;
  const head = due && due.span.start < textSpan.start ? ` (by ${due.text})` : '';
  const form = withoutVerb(bare(ownersText) + head, text.slice(0, textSpan.start), whole);
  return { ...form, doubts: [...doubts, ...form.doubts] };
}

/** A text of a list of actions: `Jan: ask`, `Jan to ask`, `ask (Jan)`, or nothing but what is to be done. */
function ownedBy(written: string, names: Names): Form | undefined {
  const text = named(written, names);
  // A state in front, and a name with its actions below it, say what they are as they stand.
  const isState = (stateIn(text)?.length ?? 0) > 0;
  if (text === '' || statedNone.test(text) || isState || namesPeople(text.replace(/:$/, ''))) return undefined;
  const ahead = ownersAhead(text);
  if (ahead) return withoutVerb(bare(ahead.owners), text.slice(0, ahead.length), text.slice(ahead.length));
  const behind = ownersBehind(text) ?? besideDash(text, names);
  if (!behind) return { owners: '', text, doubts: [] };
  const doubts = [say`"${behind.owners}" is taken as the owner of the action`];
  return { owners: behind.owners, text: text.slice('from' in behind ? behind.from : 0, behind.end).trim(), doubts };
}

/** `Jan - ask`, `ask - Jan`: only a name that is known. */
function besideDash(
  text: string,
  names: Names,
): { readonly owners: string; readonly from: number; readonly end: number } | undefined {
  const [ahead = '', first = ''] = /^([^:\n–—-]{1,40}?)\s[-–—]\s+(?=\S)/.exec(text) ?? [];
  if (first !== '' && names.isListed(first)) return { owners: first, from: ahead.length, end: text.length };
  const [tail = '', last = ''] = /\s[-–—]\s+(?!\s)([^:\n–—-]{1,40})$/.exec(text) ?? [];
  return last !== '' && names.isListed(last) ? { owners: last, from: 0, end: text.length - tail.length } : undefined;
}

/** Without the `to` of `Jan to ask`; nothing but the verb says there whose action it is. */
function withoutVerb(owners: string, before: string, text: string): Form {
  const verb = /[\p{L})]\s+$/u.test(before) && owners !== '' ? subjectVerb.exec(text)?.[0] : undefined;
  if (verb === undefined) return { owners, text, doubts: [] };
  const doubts = [say`"${owners} ${verb}" is taken as the owner of the action`];
  return { owners, text: verb === 'to' ? text.slice(verb.length).trimStart() : text, doubts };
}

const subjectVerb = /^(?:to|will|shall|should|must|needs?|ha[sv]e?|is|are)\b/;

function bare(owners: string): string {
  return (bracketedOwners(owners) ?? owners).replace(/[*_]{1,2}/g, '').trim();
}

/** The text with a capital for a name that a mail writes without: names are known by it. */
function named(text: string, names: Names): string {
  const form =
    /^((?:[^\p{L}]{0,3}(?:ACTION|TODO|AI|AP|action|todo)\b[\s:\])-]{1,4})?)(\p{Ll}[\p{Ll}'-]*)(?=\s?:|\s+(?:to|will|should)\b)/u.exec(
      text,
    );
  const [whole = '', before = '', name = ''] = form ?? [];
  return names.isLowerCase(name) || (before !== '' && names.isListed(name))
    ? before + name.charAt(0).toUpperCase() + name.slice(1) + text.slice(whole.length)
    : text;
}

function leafOf(raw: string): LeafText {
  return {
    raw,
    nodes: () => [],
    visible: (start, end) => oneLine(raw.slice(start, end)),
    span: (start, end) => ({ start, end }),
  };
}
