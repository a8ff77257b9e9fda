import type { ListItem } from 'mdast';
import { fieldOf, schedulerLabels, type FieldLabel } from '../../document/schema.js';
import { inline } from '../addresses.js';
import { field } from '../nodes.js';
import type { SourceLine } from './lines.js';

const labelForm = /^([A-Za-z][A-Za-z .-]{0,40}?)\s?:(?:\s+|$)/;

/** The field that a line `Label: value` gives; `undefined` for another line. */
export function labelled(source: string): FieldLabel | undefined {
  return fieldOf(labelForm.exec(source)?.[1] ?? '')?.label;
}

/** Whether lines are a field list: the first label is known, and most others are. */
export function areFields(lines: readonly SourceLine[]): boolean {
  const known = lines.filter(({ text }) => labelled(text)).length;
  const first = lines[0]?.text ?? '';
  return labelled(first) !== undefined && known * 2 > lines.length && lines.every(({ text }) => labelForm.test(text));
}

export function fieldsOf(lines: readonly SourceLine[]): ListItem[] {
  return lines.flatMap(({ text, line }) => {
    const form = labelForm.exec(text);
    return form?.[1] === undefined ? [] : [field(form[1], inline(text.slice(form[0].length)), line)];
  });
}

/** Whether a line begins an entry of the scheduler, below its title. */
export function startsEntry(source: string | undefined): boolean {
  const label = labelled(source ?? '');
  return label !== undefined && label === schedulerLabels[0];
}

const others = schedulerLabels.slice(1).join('|');
const inLine = new RegExp(`\\s(?=(?:${others}):\\s)`, 'g');

/** Lines with the fields of the scheduler in lines of their own: `Owner: Jan Time: Tuesday 10:00`. */
export function withFieldsApart(lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) =>
    startsEntry(line.text) ? line.text.split(inLine).map((text) => ({ ...line, text: text.trim() })) : [line],
  );
}
