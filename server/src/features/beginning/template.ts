import { say } from '../../text/say.js';

/** A text with the places where somebody goes on to write. */
export type Piece =
  | string
  /** A place to write at, and what stands there until then. */
  | { readonly stop: string };

/** What is known for the names of a template, as Markdown; a name that is not known here is none. */
export type Values = Readonly<Record<string, string | undefined>>;

const placeholder = /\{([a-z]*)(?:(\?)|\|([^{}\r\n]*))?\}/g;

/**
 * Fills a template in: `{name}` is what is known, else a place to write at; `{name|text}` has a text standing there until
 * somebody writes; `{}` is always a place to write at. A paragraph with a `{name?}` is left out where nothing is known, and
 * so is a single line of a list.
 */
export function fill(template: string, values: Values): Piece[] {
  const lines = template.split('\n').filter((line) => !lacks(line, values));
  return pieces(
    `${lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`,
    values,
  );
}

/** What is wrong with a template, as a sentence without a full stop; lines count from 1. */
export function templateProblem(template: string, names: readonly string[]): string | undefined {
  for (const [index, line] of template.split('\n').entries())
    for (const [written, name = ''] of line.matchAll(placeholder))
      if (name !== '' && !names.includes(name))
        return say`line ${index + 1} has ${written}, which stands for nothing; write one of ${names.map((each) => `{${each}}`).join(', ')}`;
  return template.trim() === '' ? say`there is nothing in it; write a document with {title} in it` : undefined;
}

function lacks(line: string, values: Values): boolean {
  return [...line.matchAll(placeholder)].some(([, name = '', optional]) => optional !== undefined && !values[name]);
}

function pieces(text: string, values: Values): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    const [written, name = '', , until = ''] = match;
    found.push(text.slice(from, match.index), values[name] ?? { stop: until });
    from = match.index + written.length;
  }
  return [...found, text.slice(from)].filter((piece) => piece !== '');
}

/** The text with what stands at the places to write at, without the blanks that lead to an empty one. */
export function textOf(filled: readonly Piece[]): string {
  const text = filled.map((piece) => (typeof piece === 'string' ? piece : piece.stop)).join('');
  return text.replace(/\n{3,}/g, '\n\n').replace(/(?<=:) +$/gm, '');
}

/** The text as a snippet of LSP: its places are stops in their order, and the cursor ends at the last. */
export function snippetOf(filled: readonly Piece[]): string {
  const count = filled.filter((piece) => typeof piece !== 'string').length;
  let number = 0;
  return filled
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      number = number + 1 === count ? 0 : number + 1;
      return piece.stop === '' ? `$${number}` : `\${${number}:${escaped(piece.stop)}}`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
