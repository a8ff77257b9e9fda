import { say } from '../text/say.js';
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

/** A source with more doubtful places is another form than it was read as, and the first ones tell that. */
const mostDoubts = 1000;

export function createPlaces(): Places {
  const uncertain: Uncertain[] = [];
  const dropped: Dropped[] = [];
  return {
    uncertain,
    dropped,
    doubt: (line, what) => {
      if (uncertain.length < mostDoubts) uncertain.push({ line, what });
      else if (uncertain.length === mostDoubts)
        uncertain.push({ line, what: say`from here on there are more places like these` });
    },
    drop: (line, text, why) => void dropped.push({ line, text, why }),
  };
}
