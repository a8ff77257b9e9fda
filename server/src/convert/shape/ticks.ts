import { stateMarks } from '../../document/schema.js';

/** A mark before what was done, or what is still open, as a task list has one. */
export interface Tick {
  /** Length of the mark and the blanks behind it. */
  readonly length: number;
  readonly done: boolean;
}

/** The tick or cross that a text begins with. */
export function tickOf(text: string): Tick | undefined {
  for (const [state, inFront] of stateMarks) {
    const length = inFront.exec(text)?.[0].length;
    if (length !== undefined && (state === 'done' || state === 'open')) return { length, done: state === 'done' };
  }
  return undefined;
}

/** Whether a text is nothing but such a mark. */
export function isTick(text: string): boolean {
  return text !== '' && tickOf(`${text} x`)?.length === text.length + 1;
}
