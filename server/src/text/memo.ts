/** What a remembered function can be asked with: objects and functions are told apart by identity, all else by value. */
type Argument = object | string | number | boolean | undefined;

const nothing = Symbol('nothing said');

/** What was said to the arguments so far, and where to look with one more. */
interface Step<Value> {
  said: Value | typeof nothing;
  objects: WeakMap<object, Step<Value>> | undefined;
  values: Map<Argument, Step<Value>> | undefined;
}

/**
 * A function that remembers what it said. Its value must depend on its parameters and on nothing else, and the objects among them must
 * not change: then a value is found anew only where what it depends on is another one. Objects are remembered for as long as somebody
 * else holds them; of texts, numbers and the like, `most` at a time. A parameter that has few values stands before one that has many,
 * and none has a default, as what is given beyond `value.length` does not count: `map` gives an index, too.
 */
export function memo<Arguments extends readonly Argument[], Value>(
  value: (...given: Arguments) => Value,
  most = 4000,
): (...given: Arguments) => Value {
  const first = fresh<Value>();
  const { length } = value;
  return (...given) => {
    let step = first;
    for (let index = 0; index < length; index++) step = next(step, given[index], most);
    if (step.said === nothing) step.said = value(...given);
    return step.said;
  };
}

function fresh<Value>(): Step<Value> {
  return { said: nothing, objects: undefined, values: undefined };
}

function next<Value>(step: Step<Value>, argument: Argument, most: number): Step<Value> {
  return typeof argument === 'object' || typeof argument === 'function'
    ? ofObject(step, argument)
    : ofValue(step, argument, most);
}

function ofObject<Value>(step: Step<Value>, argument: object): Step<Value> {
  const objects = (step.objects ??= new WeakMap());
  const known = objects.get(argument);
  if (known) return known;
  const then = fresh<Value>();
  objects.set(argument, then);
  return then;
}

function ofValue<Value>(step: Step<Value>, argument: Argument, most: number): Step<Value> {
  const values = (step.values ??= new Map());
  const known = values.get(argument);
  if (known) return known;
  if (values.size >= most) values.clear();
  const then = fresh<Value>();
  values.set(typeof argument === 'string' ? alone(argument) : argument, then);
  return then;
}

/** A stretch of a text holds on to all of it; a copy does not. */
function alone(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
