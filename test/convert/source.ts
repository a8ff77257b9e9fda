import type { Source } from '../../server/src/convert/converted.js';

/** A text as something to import. */
export function source(text: string, name = 'imported'): Source {
  return { name, text, bytes: new TextEncoder().encode(text) };
}
