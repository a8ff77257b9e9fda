import colors from 'picocolors';
import type { FileProblem } from '../analysis.js';
import { reason } from '../host/documentFiles.js';
import { say } from '../analysis.js';

type Colours = ReturnType<typeof colors.createColors>;

/** Where a command's results and words go. */
export interface Output {
  /** A line of the results, on stdout. */
  readonly print: (line: string) => void;
  /** A text that brings its own line endings, on stdout. */
  readonly write: (text: string) => void;
  /** A line of words about them, on stderr. */
  readonly say: (line: string) => void;
  /** Tells how far a long work has come, on a terminal and only when it takes over a second. */
  readonly progress: (work: string) => Progress;
  /** Colours of stdout; all of them do nothing where there is no terminal. */
  readonly colours: Colours;
  /** Columns of the terminal stdout is; without end where it is none. */
  readonly width: number;
}

export interface Progress {
  readonly at: (done: number, total: number) => void;
  readonly end: () => void;
}

const patience = 1000;
const betweenUpdates = 100;
const minWidth = 40;

/** The output of this process. */
export function processOutput(): Output {
  // Whoever reads the results may have seen enough, as `head` does; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`${say`xen-notes: what is printed ${reason(error)}`}\n`);
    process.exit(2);
  });
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    write: (text) => process.stdout.write(text),
    say: (line) => process.stderr.write(`${line}\n`),
    progress: (work) => progressOn(process.stderr, work),
    colours: colors.createColors(isColourful(process.stdout, process.env)),
    width: widthOf(process.stdout),
  };
}

/** Whether a stream gets colours; who refuses them is heard before who forces them. Exported for its test. */
export function isColourful({ isTTY }: Pick<NodeJS.WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: refused = '', FORCE_COLOR: forced, TERM: terminal } = env;
  if (refused !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY === true && terminal !== 'dumb';
}

/** A terminal that cannot tell says that it has no columns. */
function widthOf({ isTTY, columns }: NodeJS.WriteStream): number {
  return isTTY && columns > 0 ? Math.max(minWidth, columns) : Infinity;
}

/** Progress on a stream; exported for its test. */
export function progressOn(
  stream: Pick<NodeJS.WriteStream, 'isTTY'> & { write(text: string): boolean },
  work: string,
): Progress {
  const from = performance.now();
  let last = 0;
  let width = 0;
  return {
    at: (done, total) => {
      const now = performance.now();
      if (!stream.isTTY || now - from < patience || now - last < betweenUpdates) return;
      last = now;
      const line = say`${work} ${done} of ${total} …`;
      width = Math.max(width, line.length);
      stream.write(`\r${line}`);
    },
    end: () => {
      if (width > 0) stream.write(`\r${' '.repeat(width)}\r`);
    },
  };
}

/** What a command tells programs. */
export function printJson({ print }: Output, value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}

/** One line for each file that could not be used. */
export function sayProblems(output: Output, problems: readonly FileProblem[]): void {
  for (const { path, message } of problems)
    output.say(`xen-notes: ${path}: ${message.replace(/(?<!\s)\s*\n\s*/g, ' ')}`);
}
