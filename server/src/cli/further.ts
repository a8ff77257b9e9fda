import type { Command } from 'commander';
import { fileAddress } from '../analysis.js';
import { alignedRows } from './table.js';

/** What is said of a command beyond its options: by `--help`, and by the manual page. */
export interface Further {
  readonly examples: readonly (readonly [line: string, what: string])[];
  readonly notes?: string;
  /** What exit codes other than 0 and 2 mean. */
  readonly exits?: readonly (readonly [code: string, meaning: string])[];
  /** The page of the documentation to read on in. */
  readonly page: string;
}

const couldNot = ['2', 'something could not be read, written or understood; stderr says what'] as const;

export const further: Readonly<Record<string, Further>> = {
  'xen-notes': {
    examples: [
      ['xen-notes check', 'check the documents in the working folder'],
      ['xen-notes query actions --open', 'what is still to be done'],
      ['xen-notes help check', 'the options of a command'],
    ],
    page: 'docs/README.md',
  },
  check: {
    examples: [
      ['xen-notes check minutes --mode post', 'what must hold before minutes are posted'],
      ['xen-notes check --fix', 'mend what is safe to mend'],
      ['xen-notes check --changed-since HEAD', 'only what was changed since the last commit'],
      ['xen-notes check --format sarif > notes.sarif', 'a report for other programs'],
    ],
    exits: [['1', 'errors, or more warnings than --max-warnings']],
    page: 'docs/ci.md',
  },
  format: {
    examples: [
      ['xen-notes format', 'what would be written otherwise, as a unified diff'],
      ['xen-notes format --write minutes', 'write it'],
      ['xen-notes format --check', 'the names of documents that are not formatted, for automation'],
      ['cat notes.md | xen-notes format - --wrap 72', 'standard input, with its long lines broken'],
    ],
    notes:
      'Labels, markers, lists and blank lines are written in one way. No word changes, and code, tables, HTML and links stay as they are.',
    exits: [['1', 'with --check, a document is not formatted']],
    page: 'docs/formatting.md',
  },
  query: {
    examples: [
      ['xen-notes query sessions --event 2018 --status todo', 'sessions whose notes are still to be written'],
      ['xen-notes query actions --open --owner "Ian Jackson"', 'what somebody has still to do'],
      ['xen-notes query topic RISC-V', 'what speaks of a topic, through the years'],
      ['xen-notes query person "Jan Beulich"', "somebody's sessions, meetings and actions"],
      ['xen-notes query actions --overdue --mine', 'what I should have done by now'],
      ['xen-notes query actions --reminder', 'a text to remind everybody of what they have to do'],
      ['xen-notes query people --json', 'everybody, for a program'],
    ],
    page: 'docs/archive.md',
  },
  report: {
    examples: [
      ['xen-notes report -o archive.html', 'a page for a wiki or a meeting'],
      ['xen-notes report minutes --json', 'what it tells of a folder, for a program'],
    ],
    notes: 'The page is one file that loads nothing. Only a report is overwritten.',
    page: 'docs/archive.md',
  },
  search: {
    examples: [
      ['xen-notes search pvh year:2017', 'sections with a word, of a year'],
      ['xen-notes search person:"Jan Beulich" is:open minutes', 'what somebody has still to do, in a folder'],
    ],
    notes:
      'Words are found in capitals or not, and by their beginnings. They are narrowed down by person:, topic:, event:, year:, kind:, has:notes, has:actions, has:decisions, is:open and is:todo.',
    page: 'docs/archive.md',
  },
  import: {
    examples: [
      ['xen-notes import page.txt -o events/', 'what was copied from a wiki page'],
      ['xen-notes import mail.eml -o notes/', 'notes that were posted'],
      ['xen-notes import pad.txt --from text', 'a pad, on standard output'],
    ],
    page: 'docs/importing.md',
  },
  export: {
    examples: [
      ['xen-notes export notes.md --to mail -o notes.eml', 'a mail for the list; nothing is ever sent'],
      ['xen-notes export events/page.md --to wikitext', 'the source of a wiki page'],
    ],
    notes: 'Mails and plain text are not written while errors stand in the way of posting; nothing is ever sent.',
    exits: [['1', 'errors stand in the way of posting']],
    page: 'docs/posting.md',
  },
  new: {
    examples: [
      ['xen-notes new notes --session "Design Sessions 2019#Virtio"', 'notes of a session'],
      ['xen-notes new minutes --from-previous minutes/january.md', 'the next meeting, with what is still to be done'],
    ],
    notes: 'Prints where the document is. Nothing is overwritten.',
    page: 'docs/first-notes.md',
  },
  compare: {
    examples: [
      ['xen-notes compare page-of-last-week.txt events/page.md', 'what became of the sessions meanwhile'],
      ['xen-notes compare HEAD~1:events/page.md events/page.md', 'since a revision that git keeps'],
    ],
    page: 'docs/importing.md',
  },
  explain: {
    examples: [
      ['xen-notes explain', 'all rules'],
      ['xen-notes explain date-format', 'one rule, with examples'],
    ],
    page: 'docs/rules/README.md',
  },
  completion: {
    examples: [
      ['source <(xen-notes completion bash)', 'in ~/.bashrc'],
      ['xen-notes completion zsh > ~/.zfunc/_xen-notes', 'in a folder of $fpath'],
      ['xen-notes completion fish > ~/.config/fish/completions/xen-notes.fish', 'where fish looks for it'],
    ],
    page: 'docs/command-line.md',
  },
  serve: {
    examples: [['xen-notes serve --stdio', 'as an editor starts it']],
    page: 'docs/editors.md',
  },
};

/** Exit codes of a command, with what they mean. */
export function exitsOf({ exits = [] }: Further): readonly (readonly [code: string, meaning: string])[] {
  return [['0', 'all went well'], ...exits, couldNot];
}

/** Has a command's help end with what is said of it beyond its options. */
export function addFurther(command: Command): void {
  const known = further[command.name()];
  if (!known) return;
  const { examples, notes, page } = known;
  const rows = (of: readonly (readonly [string, string])[]): string[] =>
    alignedRows(of.map((row) => [...row])).map((line) => `  ${line}`);
  const parts = [
    ...(notes === undefined ? [] : [[notes]]),
    ['Examples:', ...rows(examples)],
    ['Exit codes:', ...rows(exitsOf(known))],
    [`Read on: ${fileAddress(page)}`],
  ];
  command.addHelpText('after', `\n${parts.map((lines) => lines.join('\n')).join('\n\n')}`);
}
