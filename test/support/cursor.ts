import type { FeatureContext } from '../../server/src/features/context.js';
import { fixture, type FixtureOptions } from './fixture.js';

/** A document with the cursor at an offset, in an archive that has a small register of people and one of topics. */
export interface Cursor {
  readonly context: FeatureContext;
  readonly offset: number;
}

/** Reads a text in which `$0` marks the cursor. */
export function cursor(source: string, options: FixtureOptions = {}): Cursor {
  const offset = source.indexOf('$0');
  if (offset < 0) throw new Error(`$0 is missing in ${JSON.stringify(source)}`);
  const { document, archive } = fixture(source.slice(0, offset) + source.slice(offset + 2), options);
  return { context: { document, archive }, offset };
}

/** The text that choosing an entry leaves, with `$0` where the cursor then is. */
export function chosen(
  text: string,
  edit: { readonly span: { readonly start: number; readonly end: number }; readonly text: string },
): string {
  return `${text.slice(0, edit.span.start)}${edit.text}$0${text.slice(edit.span.end)}`;
}
