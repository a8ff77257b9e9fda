import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ruleAddress } from '../analysis.js';

/** The rules' pages as they were installed: they stand beside the bundles, so they need no network and are of this version. */
const folder = path.join(__dirname, '..', 'docs', 'rules');
let installed: boolean | undefined;

/** Address of a rule's page for an editor of this machine: the one that was installed along, else the one that is published. */
export function ruleUrl(id: string): string {
  installed ??= existsSync(folder);
  return installed ? pathToFileURL(path.join(folder, `${id}.md`)).href : ruleAddress(id);
}
