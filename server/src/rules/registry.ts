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

/** Every rule, in the order of the rule table: structure, people, actions, references, dates, text. */
export const rules: readonly Rule[] = [
  requiredField,
  requiredSection,
  headingLevelSkip,
  duplicateHeading,
  fieldUnknown,
  placeholderLeft,
  descriptionDuplicated,
  personUnknown,
  personMisspelt,
  personAmbiguous,
  speakerNotAttendee,
  actionNoOwner,
  actionOwnerNotAttendee,
  actionMalformed,
  previousActionNoStatus,
  notesLinkMissing,
  notesTodo,
  notesStatusConflict,
  referenceUnresolved,
  dateMissing,
  dateFormat,
  invisibleCharacter,
  directiveInvalid,
];

/** A rule by its id. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** Every rule's id, in the order of the table. */
export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
