import type { PostingCheck, PostingFinding, PostingFindings, PostingFix } from '../../../server/src/lsp/protocol.js';
import { counted, say } from '../../../server/src/text/say.js';

type Weight = PostingFindings['weight'];

/** What the list of things before posting shows, from top to bottom. */
export type Row =
  | { readonly kind: 'clear'; readonly label: string; readonly detail?: string }
  /** What is done with a document that may be posted. */
  | { readonly kind: 'next'; readonly label: string; readonly detail: string; readonly step: NextStep }
  | { readonly kind: 'fixAll'; readonly label: string; readonly detail: string }
  | { readonly kind: 'group'; readonly label: string }
  | {
      readonly kind: 'finding';
      readonly label: string;
      readonly detail: string;
      readonly weight: Weight;
      readonly finding: PostingFinding;
    }
  | { readonly kind: 'fix'; readonly label: string; readonly finding: PostingFinding; readonly fix: PostingFix }
  | { readonly kind: 'go'; readonly label: string; readonly finding: PostingFinding };

export type NextStep = 'exportToMail' | 'markPosted';

function groupLabel(weight: Weight, count: number): string {
  switch (weight) {
    case 'blocks':
      return say`Stands in the way (${count})`;
    case 'look':
      return say`To look at (${count})`;
    case 'remark':
      return say`Remarks (${count})`;
  }
}

/** The list itself: where nothing stands in the way that and the next step, then all safe fixes in one, then the findings by weight. */
export function listRows({ title, kind, groups, fixAll }: PostingCheck): readonly Row[] {
  const clear = countOf(groups, 'blocks') === 0;
  return [
    ...(clear ? [clearRow(title, groups), ...nextRows(kind)] : []),
    ...(fixAll ? [fixAllRow(fixAll.count)] : []),
    ...groups.flatMap(({ weight, findings }): Row[] => [
      { kind: 'group', label: groupLabel(weight, findings.length) },
      ...findings.map((finding) => findingRow(weight, finding)),
    ]),
  ];
}

/** What can be done about one finding. */
export function findingRows(finding: PostingFinding): readonly Row[] {
  return [
    ...finding.fixes.map((fix): Row => ({ kind: 'fix', label: fix.title, finding, fix })),
    { kind: 'go', label: say`Go to line ${lineOf(finding)}`, finding },
  ];
}

/** `2 stand in the way, 1 to look at, 3 remarks`; what there is none of is left out. */
export function summary(groups: readonly PostingFindings[]): string {
  const [blocks, look, remarks] = [countOf(groups, 'blocks'), countOf(groups, 'look'), countOf(groups, 'remark')];
  return [
    ...(blocks > 0 ? [counted(blocks, say`1 stands in the way`, say`${blocks} stand in the way`)] : []),
    ...(look > 0 ? [say`${look} to look at`] : []),
    ...(remarks > 0 ? [counted(remarks, say`1 remark`, say`${remarks} remarks`)] : []),
  ].join(', ');
}

/** The line a finding begins on, counted from 1 as editors show it. */
export function lineOf({ diagnostic }: PostingFinding): number {
  return diagnostic.range.start.line + 1;
}

/** What is wrong, then what to do. */
export function messageOf({ diagnostic: { message } }: PostingFinding): string {
  return typeof message === 'string' ? message : message.value;
}

function clearRow(title: string, groups: readonly PostingFindings[]): Row {
  const rest = summary(groups);
  return {
    kind: 'clear',
    label:
      title === ''
        ? say`Nothing stands in the way of posting this document`
        : say`Nothing stands in the way of posting “${title}”`,
    ...(rest !== '' && { detail: say`There is still: ${rest}` }),
  };
}

const mailRow = (): Row => ({
  kind: 'next',
  label: say`Export to Mail…`,
  detail: say`Shows the mail to xen-devel; nothing is sent from here`,
  step: 'exportToMail',
});
const postedRow = (): Row => ({
  kind: 'next',
  label: say`Mark as Posted…`,
  detail: say`Once the mail is on the list: tells the notes and the page of their session where they are`,
  step: 'markPosted',
});

/** Pages of events stay in the archive; only notes belong to a session that is to know where they are. */
function nextRows(kind: PostingCheck['kind']): readonly Row[] {
  if (kind === 'notes') return [mailRow(), postedRow()];
  return kind === 'minutes' || kind === 'proposal' ? [mailRow()] : [];
}

function fixAllRow(count: number): Row {
  return {
    kind: 'fixAll',
    label: say`Fix all safe ones (${count})`,
    detail: say`Makes every change that needs no decision`,
  };
}

function findingRow(weight: Weight, finding: PostingFinding): Row {
  const line = lineOf(finding);
  const place = finding.text === '' ? say`Line ${line}` : say`Line ${line}: ${finding.text}`;
  return {
    kind: 'finding',
    label: sentence(messageOf(finding)),
    detail: `${place} (${String(finding.diagnostic.code)})`,
    weight,
    finding,
  };
}

/** Messages begin in lower case, as they do in the Problems view; in a list of their own they are sentences. */
function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

function countOf(groups: readonly PostingFindings[], weight: Weight): number {
  return groups.find((group) => group.weight === weight)?.findings.length ?? 0;
}
