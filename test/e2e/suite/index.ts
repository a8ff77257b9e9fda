import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { extensionId } from './support.js';

/** Tests of the suite named by E2E_SUITE: `plain.test.ts` in a folder that is no archive, the others in an archive. */
function testFiles(): readonly string[] {
  const all = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));
  const plain = process.env['E2E_SUITE'] === 'plain';
  return all.filter((name) => (name === 'plain.test.cjs') === plain).map((name) => path.join(__dirname, name));
}

/** Appends an event to the file the launcher follows: it sees progress, and what had run before a crash. */
function emit(event: object): void {
  const file = process.env['E2E_EVENTS'];
  if (file !== undefined) fs.appendFileSync(file, `${JSON.stringify(event)}\n`);
}

/** What VS Code calls, whichever way it was started. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension(extensionId)?.extensionPath ?? 'without the extension';
  emit({ type: 'start', vscode: vscode.version, node: process.version, extension });
  try {
    // The extension host forwards console.log without filling in its arguments.
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(format(...parts));
    const grep = process.env['E2E_GREP'];
    const mocha = new Mocha({
      ui: 'tdd',
      color: false,
      timeout: 120_000,
      retries: 1,
      reporter: 'spec',
      ...(grep && { grep }),
    });
    for (const file of testFiles()) mocha.addFile(file);
    const failures = await new Promise<number>((resolve) => {
      mocha
        .run(resolve)
        .on('pass', (test) => emit({ type: 'pass', title: test.fullTitle(), ms: test.duration }))
        .on('retry', (test, error) => emit({ type: 'retry', title: test.fullTitle(), message: String(error) }))
        .on('fail', (test, error) =>
          emit({ type: 'fail', title: test.fullTitle(), message: String(error), stack: (error as Error).stack }),
        );
    });
    emit({ type: 'end', failures });
    if (failures > 0) throw new Error(`${failures} tests failed`);
  } catch (error) {
    emit({ type: 'error', message: error instanceof Error ? error.stack : String(error) });
    throw error;
  }
}
