import { placeholders, statedNone, statedUnknown } from '../document/schema.js';

/** Whether a field's value says nothing that could be wrong: it is empty, states that there is no answer, or is a placeholder. */
export function isNoAnswer(value: string): boolean {
  return value === '' || [statedUnknown, statedNone, ...placeholders].some((form) => form.test(value));
}
