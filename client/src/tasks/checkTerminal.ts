import { spawn, type ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { say } from '../../../server/src/text/say.js';

export interface CheckRun {
  /** The bundled command line. */
  readonly commandLine: string;
  readonly arguments: readonly string[];
  readonly folder: string;
}

/**
 * A terminal in which the command line runs. Its output comes through pipes, not through a terminal of the system, which may
 * break long lines in two; and the editor's own runtime runs it, so that no Node has to be installed.
 */
export function checkTerminal(run: CheckRun): vscode.Pseudoterminal {
  const wrote = new vscode.EventEmitter<string>();
  const ended = new vscode.EventEmitter<number>();
  let child: ChildProcess | undefined;
  return {
    onDidWrite: wrote.event,
    onDidClose: ended.event,
    open() {
      child = start(run, {
        write: (text) => wrote.fire(text.replace(/\r?\n/g, '\r\n')),
        end: (code) => setTimeout(() => ended.fire(code), untilShown),
      });
    },
    close() {
      child?.kill();
      vscode.Disposable.from(wrote, ended).dispose();
    },
  };
}

interface Listener {
  write(text: string): void;
  end(code: number): void;
}

function start({ commandLine, arguments: given, folder }: CheckRun, { write, end }: Listener): ChildProcess {
  const child = spawn(process.execPath, [commandLine, ...given], {
    cwd: folder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Words about the findings come below them, whichever pipe is read first.
  let words = '';
  child.stdout.setEncoding('utf8').on('data', write);
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  child.on(
    'error',
    (error) =>
      (words += `${say`xen-notes could not be run: ${error.message}. Install the extension again, or report the problem.`}\n`),
  );
  child.on('close', (code) => {
    write(words);
    end(code ?? couldNotRun);
  });
  return child;
}

/** What the command line ends with when something could not be done. */
const couldNotRun = 2;

/** Milliseconds: the editor finds problems in lines that its terminal has shown, and stops looking 100 after the end. */
const untilShown = 500;
