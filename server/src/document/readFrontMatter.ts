import { isMap, isScalar, parseDocument, Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.js';
import { readDate, type StatedDate } from './dates.js';
import { leadingBlank } from './reading/leafText.js';
import { documentKinds, type DocumentKind } from './schema.js';

/** What the YAML above a document says of it; no document needs any. */
export interface FrontMatter {
  readonly kind?: DocumentKind;
  /** Where it stands is without its quotation marks. */
  readonly title?: { readonly text: string; readonly span: Span };
  readonly date?: StatedDate;
}

/** What a YAML text says that begins at an offset. */
export function readFrontMatter(source: string, start: number): FrontMatter {
  const { contents } = parseDocument(source);
  if (!isMap(contents)) return {};
  const stated = valueOf(contents, 'kind');
  const kind = documentKinds.find((known) => known === stated?.value);
  const title = titleIn(contents, source, start);
  const day = valueOf(contents, 'date');
  const date = day && readDate(String(day.value));
  return { ...(kind && { kind }), ...(title && { title }), ...(date && { date }) };
}

function titleIn(contents: YAMLMap, source: string, start: number): FrontMatter['title'] {
  const node = valueOf(contents, 'title');
  const text = node ? String(node.value).replace(/\s+/g, ' ').trim() : '';
  if (!node?.range || text === '') return undefined;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE ? 1 : 0;
  const [from, to] = [node.range[0] + quoted, node.range[1] - quoted];
  const written = source.slice(from, Math.max(from, to));
  const begin = start + from + leadingBlank(written);
  return { text, span: { start: begin, end: Math.max(begin, begin + written.trim().length) } };
}

/** A text or number of the map; `undefined` for anything else. */
function valueOf(contents: YAMLMap, key: string): Scalar<string | number> | undefined {
  const node: unknown = contents.get(key, true);
  return isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')
    ? (node as Scalar<string | number>)
    : undefined;
}
