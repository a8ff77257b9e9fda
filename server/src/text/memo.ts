/** What a remembered function can be asked with: objects are told apart by identity, all else by value. */
type Argument = object | string | number | boolean | undefined;

/** What was said to the arguments so far, and where to look with one more. */
interface Step<Value> {
  said?: { readonly value: Value };
  objects?: WeakMap<object, Step<Value>>;
  values?: Map<Argument, Step<Value>>;
}

/** So many texts, numbers and the like are remembered at a time; objects as long as somebody else holds them. */
const limit = 4000;

/**
 * A function that remembers what it said. Its value must depend on its arguments and on nothing else, and the objects among them must
 * not change: then a value is found anew only where what it depends on is another one.
 */
export function memo<Arguments extends readonly Argument[], Value>(
  value: (...given: Arguments) => Value,
): (...given: Arguments) => Value {
  const first: Step<Value> = {};
  return (...given) => {
    let step = first;
    for (const argument of given) step = next(step, argument);
    return (step.said ??= { value: value(...given) }).value;
  };
}

function next<Value>(step: Step<Value>, argument: Argument): Step<Value> {
  return typeof argument === 'object' ? ofObject(step, argument) : ofValue(step, argument);
}

function ofObject<Value>(step: Step<Value>, argument: object): Step<Value> {
  const objects = (step.objects ??= new WeakMap());
  const known = objects.get(argument);
  if (known) return known;
  const fresh: Step<Value> = {};
  objects.set(argument, fresh);
  return fresh;
}

function ofValue<Value>(step: Step<Value>, argument: Argument): Step<Value> {
  const values = (step.values ??= new Map());
  const known = values.get(argument);
  if (known) return known;
  if (values.size >= limit) values.clear();
  const fresh: Step<Value> = {};
  values.set(typeof argument === 'string' ? alone(argument) : argument, fresh);
  return fresh;
}

/** A stretch of a text holds on to all of it; a copy does not. */
function alone(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}
