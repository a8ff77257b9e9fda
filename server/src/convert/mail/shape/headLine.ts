import { looksLikeName, readPeople } from '../../../document/reading/people.js';
import { fieldOf, type FieldLabel } from '../../../document/schema.js';
import { labelledValue, type LabelledValue } from '../reading/labels.js';

/** A line of a mail's head that gives a field a value. */
export interface HeadLine {
  /** As a document has it. */
  readonly text: string;
  readonly label: FieldLabel;
  /** The label as written, where the document has another one for it. */
  readonly written?: string;
}

/** Reads `Host: Jan Beulich`, `Session hosts: Jan & Ian`, `Animated by Jan.`; `undefined` for what is no field of notes. */
export function headLine(line: string): HeadLine | undefined {
  const { label: written = '', value = '' } = labelledValue(line) ?? saidBy(line) ?? {};
  const field = fieldOf(written);
  if (!field || !isOfNotes(field.label, field.kinds, value)) return undefined;
  const { label } = field;
  const isOwn = field.type !== 'people' || label === 'Participants' || label === 'Apologies' || isForm(written, label);
  return isOwn ? { text: line, label } : { text: `${label}: ${value}`, label, written };
}

/** Labels of proposals are words like any other. */
function isOfNotes(label: FieldLabel, kinds: readonly string[], value: string): boolean {
  if (label === 'Notes') return /\bhttps?:\/\/|\[\d{1,4}\]/.test(value);
  return label === 'Description' || kinds.some((kind) => kind === 'notes' || kind === 'minutes');
}

function isForm(written: string, label: string): boolean {
  return written.toLowerCase().replace(/s$/, '') === label.toLowerCase();
}

/** `Animated by Jan and Ian.`, without a colon: who did what may be said as a sentence. */
function saidBy(line: string): LabelledValue | undefined {
  const form = /^([A-Z][a-z]{2,20}(?: [a-z]{2,20})? by)\s+(\S.*)$/.exec(line);
  const value = form?.[2]?.replace(/(?<![.\s])[.\s]+$/, '') ?? '';
  const people = readPeople({ text: value, span: (start, end) => ({ start, end }) }, 'host');
  const named = people.length > 0 && people.every(({ name, unnamed }) => !unnamed && looksLikeName(name));
  return form?.[1] !== undefined && named ? { label: form[1], value } : undefined;
}
