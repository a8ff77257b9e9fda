import { actionDueInvalid } from './action-due-invalid.js';
import { actionDuePast } from './action-due-past.js';
import { actionMalformed } from './action-malformed.js';
import { actionNoOwner } from './action-no-owner.js';
import { actionOwnerNotAttendee } from './action-owner-not-attendee.js';
import { actionPlaceholderOwner } from './action-placeholder-owner.js';
import { actionSecondOwnerInText } from './action-second-owner-in-text.js';
import { actionStale } from './action-stale.js';
import { actionUnmarked } from './action-unmarked.js';
import { affiliationMalformed } from './affiliation-malformed.js';
import { aliasConflict } from './alias-conflict.js';
import { attendeeAffiliationConflict } from './attendee-affiliation-conflict.js';
import { attendeeDuplicate } from './attendee-duplicate.js';
import { attendeeMalformed } from './attendee-malformed.js';
import { attendeeUnread } from './attendee-unread.js';
import { markerEmpty } from './marker-empty.js';
import { dateFormat } from './date-format.js';
import { dateMissing } from './date-missing.js';
import { dateWeekdayConflict } from './date-weekday-conflict.js';
import { descriptionDuplicated } from './description-duplicated.js';
import { directiveInvalid } from './directive-invalid.js';
import { duplicateHeading } from './duplicate-heading.js';
import { emptyListItem } from './empty-list-item.js';
import { emptySection } from './empty-section.js';
import { fieldDuplicate } from './field-duplicate.js';
import { fieldLabelDoubled } from './field-label-doubled.js';
import { fieldSwallowed } from './field-swallowed.js';
import { escapeResidue } from './escape-residue.js';
import { fieldUnknown } from './field-unknown.js';
import { headingLevelSkip } from './heading-level-skip.js';
import { htmlInNotes } from './html-in-notes.js';
import { imageInNotes } from './image-in-notes.js';
import { invisibleCharacter } from './invisible-character.js';
import { lineTooLong } from './line-too-long.js';
import { mailSubjectForm } from './mail-subject-form.js';
import { misspellingCommon } from './misspelling-common.js';
import { motionMissing } from './motion-missing.js';
import { motionResultMissing } from './motion-result-missing.js';
import { linkAnchorTrailingDot } from './link-anchor-trailing-dot.js';
import { linkObsoleteHost } from './link-obsolete-host.js';
import { notesLinkMissing } from './notes-link-missing.js';
import { notesPadOnly } from './notes-pad-only.js';
import { notesStatusConflict } from './notes-status-conflict.js';
import { notesTodo } from './notes-todo.js';
import { outdatedListAddress } from './outdated-list-address.js';
import { openQuestionLeft } from './open-question-left.js';
import { personAmbiguous } from './person-ambiguous.js';
import { personMisspelt } from './person-misspelt.js';
import { personUnknown } from './person-unknown.js';
import { personVariant } from './person-variant.js';
import { placeholderLeft } from './placeholder-left.js';
import { previousActionNoStatus } from './previous-action-no-status.js';
import { quorumInconsistent } from './quorum-inconsistent.js';
import { referenceDangling } from './reference-dangling.js';
import { referenceRenamed } from './reference-renamed.js';
import { referenceUnresolved } from './reference-unresolved.js';
import { referenceWrongPeriod } from './reference-wrong-period.js';
import { requiredField } from './required-field.js';
import { requiredSection } from './required-section.js';
import { sectionOrder } from './section-order.js';
import { signatureBeforeBody } from './signature-before-body.js';
import { speakerNotAttendee } from './speaker-not-attendee.js';
import { speakerPunctuation } from './speaker-punctuation.js';
import { topicUnknown } from './topic-unknown.js';
import { unbalancedBracket } from './unbalanced-bracket.js';
import { voteWithoutQuorum } from './vote-without-quorum.js';
import { xsaUnlinked } from './xsa-unlinked.js';
import { textCutOff } from './text-cut-off.js';
import { titleCaseMismatch } from './title-case-mismatch.js';
import { titleUntidy } from './title-untidy.js';
import { undefinedTemplate } from './undefined-template.js';
import type { Rule } from './rule.js';

const structure: readonly Rule[] = [
  // Fields, sections and their order; one name for one thing.
  requiredField,
  requiredSection,
  sectionOrder,
  headingLevelSkip,
  duplicateHeading,
  titleUntidy,
  titleCaseMismatch,
  fieldUnknown,
  fieldDuplicate,
  fieldLabelDoubled,
  fieldSwallowed,
  emptySection,
  emptyListItem,
  placeholderLeft,
  undefinedTemplate,
  descriptionDuplicated,
  textCutOff,
  openQuestionLeft,
];

const people: readonly Rule[] = [
  // Who is named, and how.
  personUnknown,
  personMisspelt,
  personVariant,
  personAmbiguous,
  speakerNotAttendee,
  attendeeDuplicate,
  attendeeAffiliationConflict,
  attendeeMalformed,
  attendeeUnread,
  aliasConflict,
  affiliationMalformed,
];

const actions: readonly Rule[] = [
  // Who is to do what until when; what was decided, and by whom.
  actionNoOwner,
  actionPlaceholderOwner,
  actionOwnerNotAttendee,
  actionSecondOwnerInText,
  actionMalformed,
  markerEmpty,
  actionUnmarked,
  actionDuePast,
  actionDueInvalid,
  previousActionNoStatus,
  actionStale,
  motionResultMissing,
  motionMissing,
  quorumInconsistent,
  voteWithoutQuorum,
];

const references: readonly Rule[] = [
  // Where links, references and published notes lead.
  notesLinkMissing,
  notesTodo,
  notesStatusConflict,
  notesPadOnly,
  referenceUnresolved,
  referenceDangling,
  referenceRenamed,
  referenceWrongPeriod,
  linkObsoleteHost,
  linkAnchorTrailingDot,
  xsaUnlinked,
  topicUnknown,
];

const dates: readonly Rule[] = [
  // Days that are missing, or that cannot be read.
  dateMissing,
  dateFormat,
  dateWeekdayConflict,
];

const text: readonly Rule[] = [
  // What a mail to the list would lose or show wrongly.
  lineTooLong,
  invisibleCharacter,
  escapeResidue,
  unbalancedBracket,
  htmlInNotes,
  imageInNotes,
  signatureBeforeBody,
  speakerPunctuation,
  outdatedListAddress,
  misspellingCommon,
  mailSubjectForm,
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
