import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The rules' pages as they were installed: they stand beside the bundles, so they need no network and are of this version. */
const folder = path.join(__dirname, '..', 'docs', 'rules');
let installed: boolean | undefined;

/** Address of a rule's page; `undefined` where the pages were not installed along. */
export function ruleUrl(id: string): string | undefined {
  installed ??= existsSync(folder);
  return installed ? pathToFileURL(path.join(folder, `${id}.md`)).href : undefined;
}
