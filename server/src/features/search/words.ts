import MiniSearch from 'minisearch';
import { foldName } from '../../archive/names.js';

/** What of a section is searched. */
export interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly names: string;
  readonly text: string;
}

/** How well a section fits the words that were looked for; the higher, the better. */
export interface Weight {
  readonly score: number;
  /** Words of the text that were found, folded. */
  readonly terms: readonly string[];
}

/** Which sections words are looked for in. */
export interface Candidates {
  readonly has: (id: string) => boolean;
  /** Those to be content with where a word is frequent. */
  readonly latest: (most: number) => ReadonlySet<string>;
}

export interface WordIndex {
  add(sections: readonly Indexed[]): void;
  remove(id: string): void;
  /** The sections that have all words or begin them; where none has, those that have what is nearly the same. */
  weigh(words: string, candidates: Candidates): ReadonlyMap<string, Weight>;
}

/** What begins with fewer letters is half of an archive. */
const shortestBeginning = 3;
/** Words of fewer letters are too like others for slips to be overlooked. */
const shortestSlip = 5;
/** A word of more sections than this tells little by how often it stands in one: of those only the latest are weighed. */
const mostWeighed = 2000;

const wordsIn: (text: string) => string[] = MiniSearch.getDefault('tokenize');

export function createWordIndex(): WordIndex {
  /** How often words stand anywhere, near enough: those that are gone were counted, too. */
  const frequencies = new Map<string, number>();
  const index = new MiniSearch<Indexed>({
    fields: ['title', 'names', 'text'],
    processTerm: (term) => {
      const word = foldName(term);
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
      return word || null;
    },
    searchOptions: { boost: { title: 3, names: 2 }, processTerm: (term) => term },
  });
  const frequencyOf = (beginning: string): number => {
    let sum = 0;
    for (const [word, count] of frequencies) if (word.startsWith(beginning)) sum += count;
    return sum;
  };
  const weighOne = (word: string, has: Candidates['has'], slips: Slips): Map<string, Weight> => {
    const found = index.search(word, {
      boostDocument: (id: string) => (has(id) ? 1 : 0),
      prefix: word.length >= shortestBeginning,
      fuzzy: slips === 'overlooked' && word.length >= shortestSlip && 0.25,
    });
    return new Map(found.map(({ id, score, terms }) => [String(id), { score, terms }]));
  };
  /** The rarest word is looked for first, and the others among what has it. */
  const weighAll = (words: readonly string[], { has, latest }: Candidates, slips: Slips): Map<string, Weight> => {
    const counted = words.map((word) => ({ word, count: frequencyOf(word) }));
    let all: Map<string, Weight> | undefined;
    for (const { word, count } of counted.sort((one, other) => one.count - other.count)) {
      const before = all ?? (count > mostWeighed ? latest(mostWeighed) : undefined);
      const found = weighOne(word, before ? (id) => before.has(id) && has(id) : has, slips);
      all = all ? joined(found, all) : found;
    }
    return all ?? new Map();
  };
  return {
    add: (sections) => index.addAll(sections),
    remove: (id) => index.discard(id),
    weigh(text, candidates) {
      const words = wordsIn(text)
        .map(foldName)
        .filter((word) => word !== '');
      const exact = weighAll(words, candidates, 'counted');
      return exact.size > 0 ? exact : weighAll(words, candidates, 'overlooked');
    },
  };
}

type Slips = 'counted' | 'overlooked';

/** What was found among what had been found before. */
function joined(found: ReadonlyMap<string, Weight>, before: ReadonlyMap<string, Weight>): Map<string, Weight> {
  return new Map(
    [...found].map(([id, { score, terms }]) => {
      const weight = before.get(id);
      return [id, { score: score + (weight?.score ?? 0), terms: [...(weight?.terms ?? []), ...terms] }];
    }),
  );
}
