import { editLink, revisionsTitle, wikiFrame, wikiSite } from '../../document/schema.js';
import type { Places } from '../places.js';
import type { SourceLine } from './lines.js';
import { say } from '../../text/say.js';

/** What is left of a page when what a wiki puts around its text is taken away. */
export interface Framed {
  readonly lines: readonly SourceLine[];
  /** Whether a wiki's frame was there. */
  readonly wiki: boolean;
  /** The line that surely is the page's title. */
  readonly title: SourceLine | undefined;
  /** Depth of headings by their text, from 1 below the title; from the page's table of contents. */
  readonly contents: ReadonlyMap<string, number>;
}

const frameWhy = (): string => say`the frame a wiki puts around its pages`;

export function withoutFrame(lines: readonly SourceLine[], places: Places): Framed {
  const site = lines.slice(0, 6).findIndex(({ text }, index) => index > 0 && wikiSite.test(text));
  const title = site > 0 ? titleOf(lines[0], places) : undefined;
  const contents = tableOfContents(lines);
  const kept = lines.filter((line, index) => {
    if (index === 0 && title) return false;
    const ofContents = contents.lines.has(line.line);
    const framed = index === site || ofContents || wikiFrame.some((form) => form.test(line.text));
    if (framed) places.drop(line.line, line.text, ofContents ? say`the wiki's table of contents` : frameWhy());
    return !framed;
  });
  return {
    lines: kept,
    wiki: site > 0 || kept.length < lines.length || kept.some(({ text }) => editLink.test(text)),
    title,
    contents: contents.depths,
  };
}

/** The title of a page, also where two revisions of it are shown. */
function titleOf(line: SourceLine | undefined, places: Places): SourceLine | undefined {
  const compared = revisionsTitle.exec(line?.text ?? '')?.[0];
  if (!line || compared === undefined) return line;
  places.drop(line.line, compared.replace(/^:\s*/, ''), frameWhy());
  return { ...line, text: line.text.slice(0, -compared.length) };
}

const contentsForm = /^(?:[•*-]\s+)?(\d{1,3}(?:\.\d{1,3}){0,5})\s+(\S.*)$/;

/** `Contents` and the numbered lines behind it, when they count from 1. */
function tableOfContents(lines: readonly SourceLine[]): {
  readonly lines: ReadonlySet<number>;
  readonly depths: ReadonlyMap<string, number>;
} {
  const own = new Set<number>();
  const depths = new Map<string, number>();
  const start = lines.findIndex(({ text }) => /^Contents(?:\s*\[hide\]|\s*\[show\])?$/i.test(text));
  if (start < 0 || contentsForm.exec(lines[start + 1]?.text ?? '')?.[1] !== '1') return { lines: own, depths };
  own.add(lines[start]?.line ?? 0);
  for (const line of lines.slice(start + 1)) {
    const form = contentsForm.exec(line.text);
    if (!form) break;
    own.add(line.line);
    depths.set(form[2] ?? '', (form[1] ?? '').split('.').length);
  }
  return { lines: own, depths };
}
