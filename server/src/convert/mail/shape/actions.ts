import { looksLikeName } from '../../../document/reading/people.js';
import { actionWord, proseLabels, statedNone } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import type { MailBlock, MailItem } from '../reading/mailBlock.js';
import type { Names } from '../reading/names.js';
import { actionLists } from './actionLists.js';

export interface WithActions {
  readonly blocks: readonly MailBlock[];
  readonly uncertain: readonly Uncertain[];
}

/** Actions in all the forms people give them, written as the format has them: `ACTION Jan: …`. */
export function canonicalActions(written: readonly MailBlock[], names: Names): WithActions {
  const uncertain: Uncertain[] = [];
  const told = new Set<string>();
  const rewrite = (text: string, at: number, listed: boolean): string => {
    const action = readForm(text, names, listed);
    if (!action) return text;
    const key = action.text.toLowerCase().replace(/\W+/g, ' ').trim();
    // A summary at the end says again what was marked above; it is one action all the same.
    if (listed && told.has(key)) return text;
    told.add(key);
    if (action.doubt !== undefined) uncertain.push({ line: at, what: action.doubt });
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
  readonly owners: string;
  readonly text: string;
  /** What was inferred. */
  readonly doubt?: string;
}

/** `listed`: below a heading that says that these are actions. */
function readForm(written: string, names: Names, listed: boolean): Form | undefined {
  const whole = /^\[([^[\]\n]*)\]$/.exec(written)?.[1] ?? written;
  const bare = whole.replace(/^[*_]{1,2}(?=\S)|^\[(?=[^\]\n]{1,60}\])/, '');
  const found = actionWord.exec(bare)?.[0];
  // Somebody may have these initials.
  const word = found !== undefined && names.isKnown(found) ? undefined : found;
  if (word === undefined) return listed && written !== '' ? owned(written, names) : undefined;
  const head = /^([^:\n]{0,100}?)[*_]{0,2}\s*\]?\s*(?::{1,2}|\s[-–—]\s)[*_]{0,2}\s*(?:[-–—]\s+)?/.exec(
    bare.slice(word.length),
  );
  const capitals = word === word.toUpperCase();
  if (!head)
    return capitals && /^\s+\S/.test(bare.slice(word.length))
      ? owned(bare.slice(word.length).trim(), names)
      : undefined;
  const owners = ownersOf(head[1] ?? '');
  const text = bare.slice(word.length + head[0].length).trim();
  const doubt = /^action/i.test(word) ? undefined : `"${word}" is taken as an action`;
  if (owners === undefined || text === '' || (owners === '' && statedNone.test(text))) return undefined;
  const form = owners === '' ? owned(text, names) : { owners, text };
  const doubts = [doubt, form.doubt].filter((each) => each !== undefined).join('; ');
  return { ...form, ...(doubts !== '' && { doubt: doubts }) };
}

/** Names between the word and the colon, and a due date; `undefined` where other words stand there. */
function ownersOf(between: string): string | undefined {
  const text = between
    .replace(/[*_\]]+/g, '')
    .replace(/^\s*(?:on|for|item)\b/i, '')
    .trim();
  const inner = /^[([]([^()[\]]*)[)\]]$/.exec(text)?.[1] ?? text;
  const named = inner.replace(/\s*\([^()]*\)/g, '');
  const parts = named.split(/\s*(?:,|;|\/|&|\band\b|\bor\b)\s*/).filter((part) => part !== '');
  const plausible = parts.every((part) => looksLikeName(part) || /^\p{Lu}\S*(?: \S+){0,2}$/u.test(part));
  return plausible ? inner.trim() : undefined;
}

const nameList = /^((?:\p{Lu}[\p{L}'.-]*\s?){1,4}(?:(?:,|&|\/|\band\b)\s*(?:\p{Lu}[\p{L}'.-]*\s?){1,4}){0,3})/u;

/**
 * Who an action without owners is for: `Jan: ask`, `Jan to ask`, `ask (Jan)`. Before a colon any name will do, elsewhere
 * only one that is known.
 */
function owned(text: string, names: Names): Form {
  const isKnown = (list: string): boolean => namesOf(list).every((name) => names.isKnown(name));
  const colon = /^([^:\n]{1,60}):\s+(?=\S)/.exec(text);
  const before = colon?.[1]?.trim() ?? '';
  if (colon && namesOf(before).every((name) => looksLikeName(name) && !proseLabels.test(name)))
    return { owners: before, text: text.slice(colon[0].length) };
  const list = (nameList.exec(text)?.[1] ?? '').trim();
  const rest = text.slice(list.length).trimStart();
  const verb = /^(?:to|will|should)\b/.exec(rest)?.[0];
  if (list !== '' && verb !== undefined && isKnown(list)) {
    const doubt = `"${list} ${verb}" is taken as the owner of the action`;
    return { owners: list, text: verb === 'to' ? rest.slice(verb.length).trimStart() : rest, doubt };
  }
  const behind = /\s[([](\p{Lu}[^()[\]]{1,60})[)\]]$/u.exec(text);
  if (behind && isKnown(behind[1] ?? '')) {
    const doubt = `"${behind[1] ?? ''}" is taken as the owner of the action`;
    return { owners: behind[1] ?? '', text: text.slice(0, behind.index), doubt };
  }
  return { owners: '', text };
}

/** Names parted by commas and the like, without what stands in parentheses. */
function namesOf(list: string): string[] {
  return list.replace(/\s*\([^()]*\)/g, '').split(/\s*(?:,|&|\/|\band\b)\s*/);
}
