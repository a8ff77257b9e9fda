import { distance } from 'fastest-levenshtein';
import { foldTitle } from '../archive/names.js';

/** Of some names the three at most that a slip could have made of `name`, the nearest first; `name` itself is none. */
export function nearest(name: string, known: Iterable<string>): string[] {
  const folded = foldTitle(name);
  const limit = folded.length <= 4 ? 1 : Math.max(2, Math.floor(folded.length * 0.3));
  const found = new Map<string, number>();
  for (const each of known) {
    const other = foldTitle(each);
    if (other === folded || other === '' || Math.abs(other.length - folded.length) > limit) continue;
    const far = distance(folded, other);
    if (far <= limit) found.set(each, far);
  }
  return [...found]
    .sort((one, other) => one[1] - other[1])
    .slice(0, 3)
    .map(([each]) => each);
}
