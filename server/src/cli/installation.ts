/** Where the product's parts are on this machine. */
export interface Installation {
  readonly version: string;
  /** Folder of the archive that ships with the product. */
  readonly corpus: string;
  /** The language server's bundle. */
  readonly server: string;
}
