import type { Source } from '../analysis.js';

/** Bytes as a source. */
export function sourceOf(name: string, bytes: Uint8Array): Source {
  return { name, bytes, text: new TextDecoder('utf-8').decode(bytes) };
}
