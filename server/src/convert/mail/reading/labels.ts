import { fieldOf, sectionRole } from '../../../document/schema.js';

const labelForm = /^([A-Za-z][A-Za-z .()/-]{0,40}?)[ \t]{0,3}:(?=\s|$)\s*/;

/** A line that gives a known label a value, cut at its colon. */
export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

export function labelledValue(line: string): LabelledValue | undefined {
  const form = labelForm.exec(line);
  const label = form?.[1];
  const value = line.slice(form?.[0].length ?? 0);
  return label !== undefined && value !== '' && fieldOf(label) ? { label, value } : undefined;
}

/** `TODO:`, `Proposed actions:` */
export function isActionsLabel(line: string): boolean {
  return line.endsWith(':') && isActionsTitle(line);
}

/** Whether a title or a label announces what is to be done, and not what was to be done since the last meeting. */
export function isActionsTitle(title: string): boolean {
  return sectionRole(title) === 'actions';
}
