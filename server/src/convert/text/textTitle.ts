import { readDate } from '../../document/dates.js';
import { greeting, groupTitle, sectionRole } from '../../document/schema.js';
import { itemHead, withoutBullet } from '../mail/reading/itemHead.js';
import { labelledValue } from '../mail/reading/labels.js';
import type { Line } from '../mail/reading/line.js';
import { noNames } from '../mail/reading/names.js';
import { headNames } from '../mail/reading/speechHead.js';

/** The title that a text begins with, and the text below it. */
export interface Titled {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Longer lines are sentences. */
const longest = 100;
const underline = /^\s*([=#~*_-])\1{2,}\s*$/;

/** Takes the title off a text that begins with one; `undefined` where its first words are of the text itself. */
export function takeTitle(lines: readonly Line[]): Titled | undefined {
  const start = lines.findIndex(({ text }) => text !== '');
  const [first = '', second = '', third = ''] = lines.slice(start, start + 3).map(({ text }) => text.trim());
  const below = (count: number): readonly Line[] => lines.slice(start + count);
  if (start < 0) return undefined;
  if (underline.test(first) && underline.test(third) && second !== '') return titled(second, below(3));
  const hashed =
    /^#{1,2}\s+(\S.*)$/.exec(first)?.[1]?.replace(/(?<!\s)\s+#*$|(?<=[^\s#])#+$/, '') ??
    /^(?:title|subject):\s+(\S.*)$/i.exec(first)?.[1];
  if (hashed !== undefined) return titled(hashed, below(1));
  if (underline.test(second)) return titled(first, below(2));
  const apart = second === '' || readDate(second) !== undefined || labelledValue(second) !== undefined;
  return apart && mayBeTitle(first, lines) ? titled(first, below(1)) : undefined;
}

/** A heading of a section, such as that of the attendees, is not the text's own. */
function titled(title: string, lines: readonly Line[]): Titled | undefined {
  const isSection = sectionRole(title) !== undefined || groupTitle.test(title);
  return isSection ? undefined : { title, lines };
}

function mayBeTitle(text: string, lines: readonly Line[]): boolean {
  const says = /[.,;:?!]$/.test(text) || greeting.test(text) || labelledValue(text) || itemHead(text, noNames);
  return text.length <= longest && !says && !isSpoken(text, lines);
}

/** Whether a line is of somebody who speaks again, and no title with a colon in it. */
function isSpoken(text: string, lines: readonly Line[]): boolean {
  const names = headNames(text);
  const speaks = ({ text: other }: Line): boolean =>
    headNames(withoutBullet(other)).some((name) => names.includes(name));
  return names.length > 0 && lines.filter(speaks).length > 1;
}
