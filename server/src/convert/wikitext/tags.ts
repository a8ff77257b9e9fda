import type { Token } from './tokens.js';
import { say } from '../../text/say.js';

/** Tags whose content is no wikitext. */
const rawTags = new Set(['nowiki', 'pre', 'source', 'syntaxhighlight', 'math', 'html']);
const knownTags = new Set(
  [
    'b big blockquote br center cite code dd del div dl dt em font gallery h1 h2 h3 h4 h5 h6 hr i ins kbd li noinclude includeonly',
    'onlyinclude ol p ref references s samp section small span strike strong sub sup table td th tr tt u ul var',
  ].flatMap((line) => line.split(' ')),
);

/** What begins with `<`. */
export type Tagged =
  | { readonly token: Exclude<Token, { type: 'text' }> }
  /** Text, up to this length, because something is not closed. */
  | { readonly flaw: string; readonly length: number }
  | undefined;

/** Reads a comment, a tag or raw text; `missing` holds the endings that are known not to come. */
export function readTag(source: string, at: number, missing: Set<string>): Tagged {
  const ahead = source.slice(at, at + 600);
  if (ahead.startsWith('<!--')) return readComment(source, at, missing);
  const form = /^<(\/?)([A-Za-z][A-Za-z0-9]{0,20})((?:\s[^<>]{0,500})?)(\/?)>/.exec(ahead);
  if (!form) return undefined;
  const [whole, slash, written = '', inner = ''] = form;
  const name = written.toLowerCase();
  const attributes = inner.replace(/\/\s*$/, '').trim();
  const empty = form[4] === '/' || /\/\s*$/.test(inner);
  if (rawTags.has(name) && slash === '' && !empty)
    return readRaw(source, { name, attributes, start: at }, at + whole.length, missing);
  if (!knownTags.has(name) && !rawTags.has(name)) return undefined;
  const kind = slash === '/' ? 'close' : empty ? 'empty' : 'open';
  return { token: { type: 'tag', name, attributes, kind, start: at, end: at + whole.length } };
}

function readComment(source: string, at: number, missing: Set<string>): Tagged {
  const close = find(source, '-->', at + 4, missing);
  if (close < 0) return { flaw: say`a comment is not closed; it is kept as text`, length: 4 };
  return { token: { type: 'comment', value: source.slice(at + 4, close), start: at, end: close + 3 } };
}

function readRaw(
  source: string,
  tag: { readonly name: string; readonly attributes: string; readonly start: number },
  contentAt: number,
  missing: Set<string>,
): Tagged {
  const close = find(source, `</${tag.name}`, contentAt, missing);
  if (close < 0) return { flaw: say`"<${tag.name}>" is not closed; it is kept as text`, length: contentAt - tag.start };
  const ending = /^<\/\w+\s{0,20}>?/.exec(source.slice(close, close + 60))?.[0].length ?? 0;
  return { token: { type: 'raw', ...tag, value: source.slice(contentAt, close), end: close + ending } };
}

/** Where a text comes next, in any case; what is not found once is not looked for again. */
function find(source: string, wanted: string, from: number, missing: Set<string>): number {
  if (missing.has(wanted)) return -1;
  const form = new RegExp(wanted.replace(/[^a-z0-9]/gi, '\\$&'), 'gi');
  form.lastIndex = from;
  const found = form.exec(source)?.index ?? -1;
  if (found < 0) missing.add(wanted);
  return found;
}
