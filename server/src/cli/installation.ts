/** Where the product's parts are on this machine. */
export interface Installation {
  readonly version: string;
  /** Folder of the archive that ships with the product. */
  readonly corpus: string;
  /** Whether what was read before is used, and kept for the next time. */
  readonly caches: boolean;
  /** The language server's bundle. */
  readonly server: string;
}
