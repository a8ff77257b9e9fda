/** So many entries beside a map are put into one with it. */
const most = 32;

/**
 * A map with a few entries in the place of others, or behind them: what it is made from is shared, not copied, as an archive of
 * thousands of documents differs in one at each keystroke.
 */
export class Overlay<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number;

  private constructor(
    private readonly base: ReadonlyMap<Key, Value>,
    private readonly over: ReadonlyMap<Key, Value>,
  ) {
    let size = base.size;
    for (const key of over.keys()) if (!base.has(key)) size++;
    this.size = size;
  }

  /** A map with some entries set. */
  static of<Key, Value>(
    map: ReadonlyMap<Key, Value>,
    entries: readonly (readonly [Key, Value])[],
  ): ReadonlyMap<Key, Value> {
    const before = map instanceof Overlay ? (map as Overlay<Key, Value>) : undefined;
    const together = new Map<Key, Value>([...(before?.over ?? []), ...entries]);
    return together.size > most
      ? new Map<Key, Value>([...map, ...entries])
      : new Overlay<Key, Value>(before?.base ?? map, together);
  }

  get(key: Key): Value | undefined {
    return this.over.has(key) ? this.over.get(key) : this.base.get(key);
  }

  has(key: Key): boolean {
    return this.over.has(key) || this.base.has(key);
  }

  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) each(value, key, this);
  }

  *entries(): MapIterator<[Key, Value]> {
    const { base, over } = this;
    for (const [key, value] of base) yield over.has(key) ? [key, over.get(key) as Value] : [key, value];
    for (const [key, value] of over) if (!base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }
}
