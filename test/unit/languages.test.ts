import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/registry.js';
import { languageOf, readLanguage } from '../../server/src/host/texts.js';
import { both, counted, either, languageSpoken, said, say, speak, term } from '../../server/src/text/say.js';
import { tableNamed } from '../support/pseudo.js';

const root = path.join(import.meta.dirname, '../..');
const languages = readdirSync(path.join(root, 'l10n')).flatMap(
  (name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? [],
);

/** The places for values in a text, in any order. */
function places(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();
}

/** What follows a link, a command and a name in code is for the editor and is the same in every language. */
function addresses(text: string): string[] {
  return [...text.matchAll(/\]\(([^)]*)\)|`([^`]*)`/g)].map(([, address, code]) => address ?? code ?? '').sort();
}

describe.each(languages)('%s is whole', (language) => {
  it.each([
    ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${language}.json`],
    ['package.nls.json', `package.nls.${language}.json`],
  ])('%s is in %s, and nothing else is', (english, translated) => {
    const [texts, others] = [tableNamed(english), tableNamed(translated)];
    expect(Object.keys(texts).filter((key) => !(key in others))).toEqual([]);
    expect(Object.keys(others).filter((key) => !(key in texts))).toEqual([]);
    for (const [key, text] of Object.entries(texts)) {
      expect(places(others[key] ?? ''), key).toEqual(places(text));
      expect(addresses(others[key] ?? ''), key).toEqual(addresses(text));
      expect(others[key]?.trim(), key).toBe(others[key]);
      expect(others[key], key).not.toBe('');
    }
  });
});

it('every text of the manifest that people read stands in package.nls.json, and no other does', () => {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  const named = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key));
  expect([...named].sort()).toEqual(Object.keys(tableNamed('package.nls.json')).sort());
  const plain =
    /"(?:title|description|markdownDescription|contents|name|contextualTitle|altText|label)": "(?!%)([^"]*)"/g;
  const names = new Set([...manifest.matchAll(plain)].map(([, text]) => text));
  // Names of products are what they are.
  expect([...names].sort()).toEqual(['Xen Notes', 'Xen Session Notes', 'xen-notes', 'xen-session-notes']);
});

it('German tells the weight of a rule as it is', () => {
  const words = { off: 'aus', hint: 'Hinweis', info: 'Information', warning: 'Warnung', error: 'Fehler' };
  const texts = tableNamed('package.nls.de.json');
  for (const { id, severity } of rules) {
    const [draft, post] = [words[severity.draft], words[severity.post]];
    const defaults = draft === post ? `Vorgabe: ${draft}.` : `Vorgabe: ${draft}, vor dem Veröffentlichen ${post}.`;
    expect(texts[`rule.${id}`]?.endsWith(defaults), id).toBe(true);
  }
});

describe('the language that is spoken', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de_DE.UTF-8', 'de'],
    ['de@euro', 'de'],
    ['DE', 'de'],
    ['en', undefined],
    ['en_GB.UTF-8', undefined],
    ['C', undefined],
    ['C.UTF-8', undefined],
    ['POSIX', undefined],
    ['', undefined],
    [undefined, undefined],
    ['tlh', undefined],
    ['../de', undefined],
  ])('%j is %j', (named, language) => {
    expect(readLanguage(named, path.join(root, 'l10n'))?.name).toBe(language);
  });

  it('is that of the environment, as of other programs', () => {
    expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('de_DE.UTF-8');
    expect(languageOf({ LC_MESSAGES: 'en_GB', LANG: 'de_DE.UTF-8' })).toBe('en_GB');
    expect(languageOf({ LC_ALL: 'C', LC_MESSAGES: 'de_DE', LANG: 'de_DE' })).toBe('C');
    expect(languageOf({ LC_ALL: '', LANG: 'de_DE' })).toBe('de_DE');
    expect(languageOf({})).toBeUndefined();
  });

  it('has its own order of values, and English where it lacks a text', () => {
    const tell = (): string[] => [
      say`the field "${'Date'}" is already there as "${'Dates'}"`,
      say`${1} is kept as it is`,
      counted(2, say`1 line`, say`${2} lines`),
      said(term`Who took the notes`),
      either(['a', 'b', 'c']),
      both(['a', 'b']),
    ];
    const english = tell();
    expect(english).toEqual([
      'the field "Date" is already there as "Dates"',
      '1 is kept as it is',
      '2 lines',
      'Who took the notes',
      'a or b or c',
      'a and b',
    ]);
    const texts = {
      'the field "{0}" is already there as "{1}"': '{1}: schon als {0} da {7}',
      '{0} lines': '{0} Zeilen',
      'Who took the notes': 'Wer schrieb',
      '{0} or {1}': '{0} oder {1}',
    };
    speak({ name: 'xx', texts });
    expect(tell()).toEqual([
      'Dates: schon als Date da ',
      '1 is kept as it is',
      '2 Zeilen',
      'Wer schrieb',
      'a oder b oder c',
      'a and b',
    ]);
    expect(languageSpoken()).toBe('xx');
    speak(undefined);
    expect(tell()).toEqual(english);
    expect(languageSpoken()).toBe('en');
  });
});

it('the packages have the tables of other languages', () => {
  const ignored = readFileSync(path.join(root, '.vscodeignore'), 'utf8');
  expect(ignored).toContain('!l10n/bundle.l10n.*.json\n');
  expect(ignored).toContain('!package.nls*.json\n');
  expect(existsSync(path.join(root, 'l10n/bundle.l10n.de.json'))).toBe(true);
});
