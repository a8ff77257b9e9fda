import { expect, it } from 'vitest';
import { shellOf } from '../../client/src/pages/shell.js';

const view = { title: '</title><script>1</script>', body: '<h1>Page</h1>', style: 'h1 {}', language: 'de"><b>' };
const asked = { page: 'topic', name: `"><img src=x onerror='1'>` };

it('a page in the editor has nothing but what comes with it', () => {
  const shell = shellOf({ view, asked, nonce: 'abc123' });
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(shell) ?? [];
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'nonce-abc123'",
    "script-src 'nonce-abc123'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(shell.match(/<(?:script|style|img|link|b)\b[^>]*>/g)).toEqual([
    '<style nonce="abc123">',
    '<script nonce="abc123">',
  ]);
  expect(shell).not.toMatch(/https?:/);
});

it('what was asked for is kept for the next start, as it was', () => {
  const [, kept = ''] = /data-asked="([^"]*)"/.exec(shellOf({ view, asked, nonce: 'abc123' })) ?? [];
  const text = kept.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  expect(JSON.parse(text)).toEqual(asked);
});
