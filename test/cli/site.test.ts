import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/documents.js';
import { printed } from '../support/programs.js';
import { folderOf } from './run.js';

it('the site has every page, and each of its links and pictures leads to a place on it', () => {
  const site = folderOf({});
  const eleventy = path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs');
  printed(process.execPath, [eleventy, '--config=eleventy.config.mjs', '--quiet', `--output=${site}`], { cwd: root });
  const pages = readdirSync(site, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'));
  expect(pages).toEqual(
    expect.arrayContaining(['index.html', 'about.html', 'posting.html', 'rules/index.html', 'rules/date-format.html']),
  );
  const text = new Map(pages.map((page) => [page, readFileSync(path.join(site, page), 'utf8')]));
  const lost = [...text].flatMap(([page, html]) =>
    [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, address = '']) => {
      if (/^[a-z]+:/.test(address)) return [];
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      const there =
        anchor === undefined
          ? existsSync(path.join(site, target))
          : text.get(target)?.includes(` id="${decodeURIComponent(anchor)}"`);
      return there ? [] : [`${page}: ${address}`];
    }),
  );
  expect(lost).toEqual([]);
});
