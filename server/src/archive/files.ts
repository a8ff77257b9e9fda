/** How the core's surroundings give it files; implemented in `host/`. Paths are the host's own (file paths, or URIs). */
export interface Files {
  /** Markdown files and `.xen-notes.json` files below a folder; what could not be listed is told, not thrown. */
  list(folder: string): Promise<{ readonly paths: readonly string[]; readonly problems: readonly FileProblem[] }>;
  /** A file's text, or why there is none. */
  read(path: string): Promise<{ readonly text: string } | { readonly problem: FileProblem }>;
  /** How many it is worth to have read at a time; one where it is left out. */
  readonly ahead?: number;
}

export interface FileProblem {
  readonly path: string;
  /** What is wrong and what to do, without a full stop. */
  readonly message: string;
}
