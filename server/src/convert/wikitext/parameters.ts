import type { Template, Token } from './tokens.js';

/** A parameter's value: its tokens, and the source as it stands. */
export interface Parameter {
  readonly tokens: readonly Token[];
  readonly source: string;
  readonly start: number;
}

export interface Call {
  /** Without the blanks around it; `Template:` before it does not count. */
  readonly name: string;
  /** By name in lower case, or by place from 1. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Values with a `=` in them, which the wiki would lose as those of a parameter that nobody shows. */
  readonly swallowed: ReadonlyMap<Parameter, string>;
}

const nameForm = /^\s*([\p{L}\p{N}_][\p{L}\p{N} _-]{0,30})\s*=[ \t]*/u;

/**
 * A template's name and parameters, as the source has them. With `known` a text before a "=" that is no parameter's name is
 * part of a value, where the wiki would take it for a name and lose the value.
 */
export function readParameters(
  template: Template,
  source: string,
  known: (name: string) => boolean = () => true,
): Call {
  const [head = [], ...parts] = template.parts;
  const parameters = new Map<string, Parameter>();
  const swallowed = new Map<Parameter, string>();
  let place = 1;
  for (const part of parts) {
    const [first, ...rest] = part;
    const named = first?.type === 'text' ? nameForm.exec(first.value) : null;
    const name = named?.[1]?.trim().toLowerCase() ?? '';
    if (first?.type === 'text' && named && (/^\d+$/.test(name) || known(name))) {
      const value = first.value.slice(named[0].length);
      const tokens: Token[] = [{ type: 'text', value, start: first.start + named[0].length }, ...rest];
      parameters.set(name, parameter(tokens, source, template.start));
      continue;
    }
    const lost = part.find((token) => token.type === 'text' && token.value.includes('='));
    const value = parameter(part, source, template.start);
    if (lost?.type === 'text') swallowed.set(value, lost.value.slice(0, 60).trim());
    parameters.set(String(place), value);
    place++;
  }
  return { name: nameOf(head, source), parameters, swallowed };
}

function nameOf(head: readonly Token[], source: string): string {
  return sourceOf(head, source)
    .replace(/<!--.*?-->/gs, '')
    .replace(/^\s*:?template:/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
}

function parameter(tokens: readonly Token[], source: string, start: number): Parameter {
  return { tokens, source: sourceOf(tokens, source), start: tokens[0]?.start ?? start };
}

/** Tokens as they stand in the source. */
export function sourceOf(tokens: readonly Token[], source: string): string {
  return tokens.map((token) => (token.type === 'text' ? token.value : source.slice(token.start, token.end))).join('');
}
