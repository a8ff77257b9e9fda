import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { root } from '../support/documents.js';

/** The script is plain JavaScript, so its types stand here. */
interface Notices {
  readonly writeNotices: (metafile: string, target: string) => number;
}
const { writeNotices } = (await import(pathToFileURL(path.join(root, 'scripts/notices.mjs')).href)) as Notices;

const place = mkdtempSync(path.join(os.tmpdir(), 'xen-notes-notices-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The notices of one package with these files. */
function noticesOf(name: string, license: string, files: Readonly<Record<string, string>>): string {
  const dir = path.join(place, 'node_modules', name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(dir, file), text);
  const input = path.relative(root, path.join(dir, 'index.js')).replaceAll('\\', '/');
  const [metafile, target] = [path.join(place, 'meta.json'), path.join(place, 'notices.txt')];
  writeFileSync(metafile, JSON.stringify({ inputs: { [input]: {} } }));
  expect(writeNotices(metafile, target)).toBe(1);
  return readFileSync(target, 'utf8');
}

it('the text that a package brings is in the notices', () => {
  expect(noticesOf('one', 'ISC', { LICENSE: 'Be kind.' })).toContain('one 1.0.0 (ISC)\n\nBe kind.\n');
});

it('of a package that names its licence and brings no text, the text is there with whose it is', () => {
  const text = noticesOf('two', 'MIT', { 'Readme.md': '# Two\n\nLicense\n\nCopyright 2010 - 2014 Ada Newcomer\n' });
  expect(text).toMatch(
    /\nCopyright 2010 - 2014 Ada Newcomer\n[^]*Permission is hereby granted[^]*THE SOFTWARE IS PROVIDED/,
  );
});

it('one whose text or holder is not known is not packed, nor one under a licence that is not permissive', () => {
  expect(() => noticesOf('three', 'MIT', {})).toThrow(/three 1\.0\.0 has no text of its licence \(MIT\); add it/);
  expect(() => noticesOf('four', 'ISC', { 'readme.md': 'Copyright 2014 Ada' })).toThrow(/four 1\.0\.0 has no text/);
  expect(() => noticesOf('five', 'GPL-3.0', { LICENSE: 'Share.' })).toThrow(/five 1\.0\.0 is under GPL-3\.0/);
});
