/** What an open or known document is asked by. */
export interface DocumentParams {
  readonly uri: string;
}

/** Where something stands: the document's URI and its zero-based line. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

/** Why a request could not be done, as a sentence without a full stop. */
export interface Problem {
  readonly problem: string;
}
