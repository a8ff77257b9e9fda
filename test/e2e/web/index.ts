import * as vscode from 'vscode';
import { extensionId } from '../suite/support.js';
import { mochaHere } from './mocha.js';

/** Where the tests come from, which hears what they tell. */
function origin(): string {
  const extension = vscode.extensions.getExtension(extensionId);
  if (!extension) throw new Error('the extension is not installed');
  return extension.extensionUri.with({ path: '/' }).toString(true);
}

let told = Promise.resolve<unknown>(undefined);
/** In their order. */
function emit(event: object): void {
  told = told.then(() => fetch(origin(), { method: 'POST', body: JSON.stringify(event) }));
}

/** What VS Code calls. */
export async function runSuite(suites: Readonly<Record<string, () => void>>): Promise<void> {
  emit({ type: 'start', vscode: vscode.version, node: 'none', extension: origin() });
  const env = (await (await fetch(`${origin()}env`)).json()) as Readonly<Record<string, string>>;
  const mocha = mochaHere();
  suites[env['E2E_SUITE'] ?? '']?.();
  if (env['E2E_GREP'] !== undefined) mocha.grep(env['E2E_GREP']);
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => emit({ type: 'pass', title: test.fullTitle(), ms: test.duration }))
      .on('retry', (test: Mocha.Test, error: Error) =>
        emit({ type: 'retry', title: test.fullTitle(), message: String(error) }),
      )
      .on('fail', (test, error: Error) =>
        emit({ type: 'fail', title: test.fullTitle(), message: String(error), stack: error.stack }),
      );
  });
  emit({ type: 'end', failures });
  await told;
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
