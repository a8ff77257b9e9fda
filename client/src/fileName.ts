/** What a file is called, and without its extension. */
export function fileNameIn(path: string): { readonly base: string; readonly name: string } {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return { base, name: dot > 0 ? base.slice(0, dot) : base };
}

/** A text as a name that a file may have, without extension. */
export function fileNameOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}.-]+/gu, ' ').trim();
}
