import { foldName } from '../../archive/names.js';
import type { Completion, Offer } from './item.js';

/**
 * An entry that begins with what is typed, by one of the words it is found by; `undefined` where it does not. An editor that matches letters wherever
 * they stand would offer `Boris Ostrovsky` for `ok`; so what it compares with begins with the typed text as it stands, which
 * also leaves the entries in the order they are given in.
 */
export function fitting(typed: string, { also = [], ...offer }: Offer): Completion | undefined {
  const words = [offer.label, ...also];
  const sought = foldName(typed);
  if (sought !== '' && !words.some((each) => beginsWords(sought, foldName(each)))) return undefined;
  const begun = offer.label.startsWith(typed) ? words : [typed, ...words];
  return { ...offer, filterText: begun.join(' ') };
}

/** Whether each typed word begins a word of a text, in its order; or all of them together do. Both are folded. */
function beginsWords(sought: string, text: string): boolean {
  if (wordBeginning(sought, text, 0) >= 0) return true;
  let from = 0;
  for (const word of sought.split(' ')) {
    const at = wordBeginning(word, text, from);
    if (at < 0) return false;
    from = at + word.length;
  }
  return true;
}

/** Where from an offset on a word begins with a text; -1 for nowhere. */
function wordBeginning(sought: string, text: string, from: number): number {
  for (let at = text.indexOf(sought, from); at >= 0; at = text.indexOf(sought, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return at;
  return -1;
}
