import { actionMalformed } from './action-malformed.js';
import { actionNoOwner } from './action-no-owner.js';
import { actionOwnerNotAttendee } from './action-owner-not-attendee.js';
import { dateFormat } from './date-format.js';
import { dateMissing } from './date-missing.js';
import { descriptionDuplicated } from './description-duplicated.js';
import { directiveInvalid } from './directive-invalid.js';
import { duplicateHeading } from './duplicate-heading.js';
import { fieldUnknown } from './field-unknown.js';
import { headingLevelSkip } from './heading-level-skip.js';
import { invisibleCharacter } from './invisible-character.js';
import { notesLinkMissing } from './notes-link-missing.js';
import { notesStatusConflict } from './notes-status-conflict.js';
import { notesTodo } from './notes-todo.js';
import { personAmbiguous } from './person-ambiguous.js';
import { personMisspelt } from './person-misspelt.js';
import { personUnknown } from './person-unknown.js';
import { placeholderLeft } from './placeholder-left.js';
import { previousActionNoStatus } from './previous-action-no-status.js';
import { referenceUnresolved } from './reference-unresolved.js';
import { requiredField } from './required-field.js';
import { requiredSection } from './required-section.js';
import { speakerNotAttendee } from './speaker-not-attendee.js';
import type { Rule } from './rule.js';

const structure: readonly Rule[] = [
  // Fields, sections and their order; one name for one thing.
  requiredField,
  requiredSection,
  headingLevelSkip,
  duplicateHeading,
  fieldUnknown,
  placeholderLeft,
  descriptionDuplicated,
];

const people: readonly Rule[] = [
  // Who is named, and how.
  personUnknown,
  personMisspelt,
  personAmbiguous,
  speakerNotAttendee,
];

const actions: readonly Rule[] = [
  // Who is to do what until when; what was decided, and by whom.
  actionNoOwner,
  actionOwnerNotAttendee,
  actionMalformed,
  previousActionNoStatus,
];

const references: readonly Rule[] = [
  // Where links, references and published notes lead.
  notesLinkMissing,
  notesTodo,
  notesStatusConflict,
  referenceUnresolved,
];

const dates: readonly Rule[] = [
  // Days that are missing, or that cannot be read.
  dateMissing,
  dateFormat,
];

const text: readonly Rule[] = [
  // What a mail to the list would lose or show wrongly.
  invisibleCharacter,
  directiveInvalid,
];

/** Rules that look at the same sort of thing. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule, by what it looks at. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: 'Structure', rules: structure },
  { title: 'People', rules: people },
  { title: 'Actions and decisions', rules: actions },
  { title: 'References and notes', rules: references },
  { title: 'Dates', rules: dates },
  { title: 'Mail and text', rules: text },
];

/** Every rule, in the order of the groups. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);

/** A rule by its id. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** Every rule's id, in the order of the table. */
export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
