import { resolveReference } from '../archive/references.js';
import { monthInWords, monthsIn, type StatedDate } from '../document/dates.js';
import { place, type PlacedFacts } from '../document/document.js';
import type { Reference, SectionFacts } from '../document/facts.js';
import { memo } from '../text/memo.js';
import { defineRule, type DocumentContext, type Finding, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const referenceWrongPeriod = defineRule({
  id: 'reference-wrong-period',
  summary: 'A reference names another month or year than where it leads or stands',
  why: 'Lists of minutes are copied from year to year; whoever looks for a meeting gets another one.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Developer Meeting Minutes\n\n## 2014\n\n- ⟦[[Minutes February 2013]]⟧\n- [[Minutes March 2014]]\n- [[Minutes April 2014]]\n- [[Minutes December 2013]]\n',
      fixed:
        '# Developer Meeting Minutes\n\n## 2014\n\n- [[Minutes February 2014]]\n- [[Minutes March 2014]]\n- [[Minutes April 2014]]\n- [[Minutes December 2013]]\n',
      files: { 'minutes/2014-02.md': '# Minutes February 2014\n\n- Date: 2014-02-11\n' },
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee ⟦[the minutes of February 2014](2013-02.md#kexec)⟧.\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee [the minutes of February 2013](2013-02.md#kexec).\n',
      files: { '2013-02.md': '# Minutes February 2013\n\n- Date: 2013-02-21\n\n## Kexec\n' },
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Plans for 2014\n\n- as in [[Minutes February 2013]]\n- [the talk of July 2014](2013-02.md)\n- [February 2013](2013-02.md)\n',
      files: { '2013-02.md': '# Minutes February 2013\n\n- Date: 2013-02-21\n' },
    },
  ],
  concerns: (facts) => entriesOf(facts).length > 0,
  check: (context) => context.sections.flatMap((section) => findingsIn(section, context)),
});

/** A reference that names one month, in its text or, where it has none, in the page it names. */
interface Entry {
  readonly reference: Reference;
  /** As `2013-02`. */
  readonly month: string;
  /** The words that name it. */
  readonly words: string;
}

function findingsIn(section: PlacedFacts, context: DocumentContext): Finding[] {
  const entries = entriesOf(section.facts);
  if (entries.length === 0) return [];
  const astray = entries.flatMap((entry) => {
    const finding = leadingElsewhere(entry, section, context);
    return finding ? [{ entry, finding }] : [];
  });
  const listed = inWrongList(entries, section, context).filter(
    ({ entry }) => !astray.some((each) => each.entry === entry),
  );
  return [...astray, ...listed].map(({ finding }) => finding);
}

const entriesOf = memo(({ references }: SectionFacts): readonly Entry[] => references.flatMap(entryOf));

function entryOf(reference: Reference): Entry[] {
  if (reference.kind === 'xsa') return [];
  const label = reference.text ?? (reference.kind === 'wiki' ? reference.page : '');
  const [named, another] = monthsIn(label);
  return named && !another ? [{ reference, month: named.iso, words: named.text }] : [];
}

/** Words that a month may stand among when a reference is called by it; with others it may be the month of something else. */
const called = /^(?:agenda|board|call|community|developer|for|from|in|meeting|minutes|monthly|notes|of|tct|the|\W)*$/i;

function leadingElsewhere(
  { reference, month, words }: Entry,
  section: PlacedFacts,
  context: DocumentContext,
): Finding | undefined {
  if (reference.text === undefined || !called.test(reference.text.replace(words, ''))) return undefined;
  const resolution = resolveReference(context.archive, reference, context.document.facts);
  if (resolution.kind !== 'found') return undefined;
  const { date, title } = resolution.document;
  if (!date || date.precision === 'year' || isWithin(month, date)) return undefined;
  const dated = monthInWords(date.iso);
  if (dated === undefined) return undefined;
  return {
    span: place(section, reference.span),
    message: say`"${words}" leads to "${title}", which is of ${dated}; correct the month, or where it leads`,
    fixes: rewrite(reference, section, context, { from: words, to: dated }),
  };
}

function isWithin(month: string, { iso, end }: StatedDate): boolean {
  return iso.slice(0, 7) <= month && month <= (end ?? iso).slice(0, 7);
}

/** Under a heading that is a year, the few entries of a list that name another one than the rest. */
function inWrongList(
  entries: readonly Entry[],
  section: PlacedFacts,
  context: DocumentContext,
): { readonly entry: Entry; readonly finding: Finding }[] {
  const year = yearOfList(section.facts.heading?.title ?? '');
  if (year === undefined) return [];
  const items = entries.filter(({ reference }) =>
    beginsItem(context.document.text, section.start + reference.span.start),
  );
  const months = new Set(items.map(({ month }) => month));
  // What is of December is written, and filed, in January.
  const near = [`${Number(year) - 1}-12`, `${Number(year) + 1}-01`];
  const others = items.filter(({ month }) => !month.startsWith(year) && !near.includes(month));
  const fitting = items.filter(({ month }) => month.startsWith(year));
  if (fitting.length < 2 || others.length >= fitting.length) return [];
  return others.map((entry) => {
    const { reference, month, words } = entry;
    const meant = `${year}${month.slice(4)}`;
    const to = words.replace(/\d{4}$/, year);
    const fixes = months.has(meant) ? [] : rewrite(reference, section, context, { from: words, to });
    const message = say`"${words}" stands in a list of ${year}; correct the year, or move the entry`;
    return { entry, finding: { span: place(section, reference.span), message, ...(fixes.length > 0 && { fixes }) } };
  });
}

function yearOfList(title: string): string | undefined {
  const years = title.match(/\b(?:19|20)\d{2}\b/g);
  return years?.length === 1 && monthsIn(title).length === 0 ? years[0] : undefined;
}

function beginsItem(text: string, offset: number): boolean {
  return /(?:^|[\r\n])[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+[*_]{0,2}$/.test(text.slice(Math.max(0, offset - 40), offset));
}

/** Writes another month; where the page's own title names it, only when the archive has such a page. */
function rewrite(
  reference: Reference,
  section: PlacedFacts,
  { archive, document }: DocumentContext,
  { from, to }: { readonly from: string; readonly to: string },
): Fix[] {
  const span = place(section, reference.span);
  const source = document.text.slice(span.start, span.end);
  const at = reference.kind === 'wiki' ? source.lastIndexOf(from) : source.indexOf(from);
  if (at < 0) return [];
  const edit = { span: { start: span.start + at, end: span.start + at + from.length }, text: to };
  if (reference.text !== undefined) return [{ title: say`Write "${to}"`, edits: [edit] }];
  if (reference.kind !== 'wiki') return [];
  const page = reference.page.replace(from, to);
  return archive.pages(page).length === 0 ? [] : [{ title: say`Refer to "${page}"`, edits: [edit] }];
}
