import type { Dropped, Uncertain } from './report.js';

/** Collects what a reader is not sure of and what it leaves out. */
export interface Places {
  readonly uncertain: Uncertain[];
  readonly dropped: Dropped[];
  /** Somebody should look at this line. */
  doubt(line: number, what: string): void;
  /** These words are in no document. */
  drop(line: number, text: string, why: string): void;
}

export function createPlaces(): Places {
  const uncertain: Uncertain[] = [];
  const dropped: Dropped[] = [];
  return {
    uncertain,
    dropped,
    doubt: (line, what) => void uncertain.push({ line, what }),
    drop: (line, text, why) => void dropped.push({ line, text, why }),
  };
}
