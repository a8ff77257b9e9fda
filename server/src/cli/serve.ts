import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { say } from '../analysis.js';
import type { Installation } from './installation.js';
import { sayProblems, type Output } from './output.js';

/** Runs the language server in this process; it finds `--stdio` among the arguments itself. */
export function serve(output: Output, { server }: Installation): number {
  if (!existsSync(server)) {
    sayProblems(output, [{ path: server, message: say`is not there; install the package again, or build it` }]);
    return 2;
  }
  // A path known at run time only, so that the server does not become part of this bundle.
  createRequire(server)(server);
  return 0;
}
