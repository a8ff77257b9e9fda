/** What is said in a session, as somebody takes it down: the depth of each point and its words. */
export const points = [
  [0, 'Andrew: the build takes an hour on a laptop'],
  [0, 'Jan: most of it is the tools, and nobody needs all of them'],
  [1, 'George: the tests do'],
  [1, 'Jan: those of the toolstack, yes'],
  [2, 'Andrew: which ones?'],
  [2, 'Jan: migration, for one'],
  [0, 'ok'],
  [0, 'AGREED: the hypervisor is to be built alone by default'],
  [0, 'ACTION Jan: write down what each part needs'],
  [0, 'George: there are two ways to say what is built'],
  [1, 'a file of options'],
  [1, 'switches of configure'],
  [2, 'Andrew: they contradict each other'],
  [3, 'George: the file wins, or so it says'],
  [3, 'Jan: no'],
  [0, 'Andrew: one of them has to go'],
  [1, 'Jan: the switches are what distributions use'],
  [1, 'George: and nobody else'],
  [0, 'all'],
  [0, 'AGREED: keep both until the next release'],
  [0, 'ACTION George (by 2019-09-01): ask the distributions'],
  [0, 'Jan: what about the firmware?'],
  [1, 'Andrew: it is fetched while the rest is built'],
  [2, 'George: that fails without a network'],
  [2, 'as'],
  [1, 'Jan: it could be left out'],
  [0, 'done'],
  [0, 'ACTION Andrew: look at what breaks without it'],
  [0, 'George: the documentation is built as well'],
  [1, 'it needs three programs'],
  [2, 'one of which is gone'],
  [1, 'Andrew: we could publish it instead'],
  [0, 'an'],
  [0, 'Jan: how long do we keep old compilers?'],
  [1, 'Andrew: as long as somebody ships them'],
  [1, 'George: three years'],
  [2, 'Jan: that is what the others do'],
  [0, 'AGREED: three years'],
  [0, 'ACTION Jan, George: say so in the release notes'],
  [0, 'later'],
];

/** The keys that write the points into a list whose first item is there: words, and names of keys. */
export function keysOf() {
  return points.flatMap(([depth, text], index) => {
    if (index === 0) return [{ text }];
    const steps = depth - points[index - 1][0];
    const moves = Array.from({ length: Math.abs(steps) }, () => ({ key: steps > 0 ? 'Tab' : 'Shift+Tab' }));
    return [{ key: 'Enter' }, ...moves, { text }];
  });
}

/** The list they make. */
export function listOf() {
  return points.map(([depth, text]) => `${'  '.repeat(depth)}- ${text}\n`).join('');
}
