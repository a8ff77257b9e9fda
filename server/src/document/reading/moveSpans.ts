/** The same facts so many characters further on: every span in them is moved, all else stays. */
export function moveSpans<Fact>(facts: readonly Fact[], by: number): readonly Fact[] {
  return by === 0 ? facts : facts.map((fact) => movedValue(fact, by));
}

function movedValue<Value>(value: Value, by: number): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => movedValue(each, by)) as Value;
  const fields = value as Readonly<Record<string, unknown>>;
  const { start, end } = fields;
  // A span is the only fact with two numbers of these names; a period's are texts.
  if (typeof start === 'number' && typeof end === 'number') return { ...value, start: start + by, end: end + by };
  const copy: Record<string, unknown> = {};
  for (const key in fields) copy[key] = movedValue(fields[key], by);
  return copy as Value;
}
