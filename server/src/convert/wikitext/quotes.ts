/** A stretch of a line between runs of apostrophes, or a run that turns stress on or off. */
export type Stressed<Item> = { readonly item: Item } | { readonly toggles: readonly ('strong' | 'emphasis')[] };

/** A run of two apostrophes or more, by its length; other items stand between. */
export type Quoted<Item> = { readonly item: Item } | { readonly run: number };

/**
 * What the runs of apostrophes of one line mean. Four are one and three, more than five are some and five; where bold and
 * italics would both stay open, the first bold run is an apostrophe and italics, as MediaWiki has it.
 */
export function readQuotes<Item>(
  items: readonly Quoted<Item>[],
  apostrophes: (count: number) => Item,
): Stressed<Item>[] {
  const runs = items.flatMap((each) => ('run' in each ? [Math.min(each.run === 4 ? 3 : each.run, 5)] : []));
  const odd = (lengths: readonly number[]): boolean => runs.filter((run) => lengths.includes(run)).length % 2 === 1;
  let mend = odd([3, 5]) && odd([2, 5]) && runs.includes(3);
  return items.flatMap((each): Stressed<Item>[] => {
    if (!('run' in each)) return [each];
    const run = Math.min(each.run === 4 ? 3 : each.run, 5);
    const literal = each.run - run;
    const before = literal > 0 ? [{ item: apostrophes(literal) }] : [];
    if (run === 2) return [...before, { toggles: ['emphasis'] }];
    if (run === 5) return [...before, { toggles: ['strong', 'emphasis'] }];
    if (!mend) return [...before, { toggles: ['strong'] }];
    mend = false;
    return [...before, { item: apostrophes(1) }, { toggles: ['emphasis'] }];
  });
}
