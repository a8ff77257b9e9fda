import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from '../support/documents.js';

/** Small inputs of the kinds people send, each with what should come out of it, kept beside the checkout. */
const folder = path.join(root, '../shared/cases');
const here = existsSync(path.join(folder, 'run.mjs'));
if (!here) console.warn(`${path.relative(root, folder)} is not here: small inputs of real kinds are not checked`);

const { CASES: cases } = here
  ? ((await import(pathToFileURL(path.join(folder, 'cases.mjs')).href)) as {
      CASES: readonly { readonly id: string; readonly what: string }[];
    })
  : { CASES: [] };

/** The lines of the cases that do not hold, all tried in one run of the built command line. */
function failures(): ReadonlyMap<string, string> {
  let told: string;
  try {
    told = execFileSync('node', [path.join(folder, 'run.mjs'), root], { encoding: 'utf8' });
  } catch (error) {
    told = String((error as { stdout?: unknown }).stdout);
  }
  const found = [...told.matchAll(/^does not hold: ([^:\s]+): (.*(?:\n {4}.*)*)/gm)];
  expect(told).toMatch(/^\d+ of \d+ hold$/m);
  return new Map(found.map(([, id = '', what = '']) => [id, what]));
}

describe.runIf(here)('small inputs of real kinds', () => {
  let known: ReadonlyMap<string, string> | undefined;
  it.each(cases.map(({ id, what }) => [id, what]))('%s: %s', { timeout: 600_000 }, (id) => {
    known ??= failures();
    expect(known.get(id)).toBe(undefined);
  });
});
