/** The core's façade: all that the language server, the command line and the host may import of it. */
export { memo } from './text/memo.js';
export { both, counted, either, languageSpoken, said, say, speak, type Language, type Texts } from './text/say.js';
export { grouped } from './text/grouped.js';
export { lineStartsIn, positionIn } from './text/lines.js';
export type { Span } from './text/span.js';
export { applyEdits, spansAfter, type TextEdit } from './text/edits.js';
export {
  difference,
  place,
  readDocument,
  updateDocument,
  type Document,
  type DocumentFacts,
  type PlacedFacts,
  type ReadOptions,
} from './document/document.js';
export { documentKinds, type DocumentKind } from './document/schema.js';
export { daysAfter } from './document/weekdays.js';
export type { SessionFact, SessionStatus } from './document/sessions.js';
export { lineStart, unitAt } from './document/sections.js';
export type * from './document/facts.js';
export { Archive, mentionsIn, type SessionEntry, type MentionEntry } from './archive/archive.js';
export { readConfig, configSchema, defaultConfig, type Config } from './archive/config.js';
export { severityNamed, type Severity } from './archive/severity.js';
export type { Files, FileProblem } from './archive/files.js';
export {
  affiliationIn,
  presentAt,
  resolvedName,
  type Affiliation,
  type Person,
  type PersonResolution,
} from './archive/people.js';
export type { Topic } from './archive/topics.js';
export { resolveReference, type Resolution } from './archive/references.js';
export { isPosted, postedAt, sessionNotes, sessionOfNotes, type NotesStatus } from './archive/sessionNotes.js';
export { isChecked, lint, type Diagnostic, type LintOptions } from './rules/lint.js';
export {
  acceptedByPath,
  acceptedFindings,
  findingKey,
  renewBaseline,
  unaccepted,
  type Accepted,
  type AcceptedFinding,
  type Baseline,
} from './rules/baseline.js';
export { fileAddress, repository, ruleAddress } from './rules/address.js';
export { readBaseline, writeBaseline } from './rules/baselineFile.js';
export { ruleGroups, rules, ruleById, type RuleGroup } from './rules/registry.js';
export { nearest } from './rules/nearest.js';
export { unknownRule, unknownRules } from './rules/unknownRule.js';
export type { Example, Fix, Mode, Rule } from './rules/rule.js';
export { listActions, queryActions, type ActionFilter, type ActionRow } from './features/query/actions.js';
export { queryDocuments, type DecisionRow, type DocumentFilter, type DocumentRow } from './features/query/documents.js';
export { queryOverview, type OverviewRow } from './features/query/overview.js';
export { isNamed, queryPeople, type PersonRow, type RegisteredPersonRow } from './features/query/people.js';
export { queryReferences, type ReferenceFilter, type ReferenceRow } from './features/query/references.js';
export type { Scope } from './features/query/scope.js';
export {
  queryEvents,
  querySessions,
  type EventRow,
  type SessionFilter,
  type SessionRow,
} from './features/query/sessions.js';
export { queryThread, type ThreadRow } from './features/query/thread.js';
export { queryTopics, type TopicRow } from './features/query/topics.js';
export {
  knownDocumentsOf,
  ownDocumentsOf,
  type ArchivedDocument,
  type FeatureContext,
  type PlaceIn,
} from './features/context.js';
export { pageOf, subjectsOf, type NamedPage, type NamedTopic, type NoPage, type PageAsked } from './features/pages.js';
export { htmlOf } from './features/page/html.js';
export { markdownOf } from './features/page/markdown.js';
export type { Page, PageLink } from './features/page/page.js';
export { isReport, reportOf } from './features/page/report.js';
export { pageStyle } from './features/page/style.js';
export { pagesOfDocument } from './features/thread/told.js';
export type { NamedPerson } from './features/thread/peopleNamed.js';
export type { ArchiveContents } from './features/archiveContents.js';
export { archiveView, viewOfDocument } from './features/archiveView.js';
export { codeLenses, type Lens } from './features/codeLenses.js';
export { codeActions, findingsAt, safeEdits, type CodeAction } from './features/codeActions.js';
export { configWithout, disableRule } from './features/disableRule.js';
export { completion } from './features/completion.js';
export { dayTyped } from './features/dayTyped.js';
export { newDocument, type ArchiveFolder, type NewDocument, type NewDocumentOptions } from './features/newDocument.js';
export { newSession, type NewSession, type SessionWish } from './features/newSession.js';
export { sessionMeant, type Problem } from './features/beginning/sessionMeant.js';
export { newKinds, type NewKind } from './features/beginning/templates.js';
export type { Completion, CompletionKind, CompletionOptions } from './features/completion/item.js';
export { definition, type Definition } from './features/definition.js';
export { documentLinks, type DocumentLink } from './features/documentLinks.js';
export { documentSymbols, type OutlineSymbol, type SymbolKind } from './features/documentSymbols.js';
export { folding, type Fold } from './features/folding.js';
export { formatting, formattingKeys, formattingTyped, type FormattingOptions } from './features/formatting.js';
export { highlights, type Highlight } from './features/highlights.js';
export { linkedEditing } from './features/linkedEditing.js';
export { nameHints, type NameHint } from './features/inlayHints.js';
export { selectionRanges } from './features/selectionRanges.js';
export {
  semanticTokens,
  tokenModifiers,
  tokenTypes,
  type SectionTokens,
  type Token,
} from './features/semanticTokens.js';
export { hover, type Hover, type HoverOptions } from './features/hover.js';
export { previewParts, type PreviewPart } from './features/preview.js';
export { posting, type Posting, type PostingGroup, type PostingWeight } from './features/posting.js';
export {
  isRefused,
  prepareRename,
  rename,
  renamedIn,
  type Refused,
  type Renamed,
  type RenamePlace,
} from './features/rename.js';
export { linkingTo, moveFiles, type Move } from './features/moveFiles.js';
export { references, type ReferencesOptions } from './features/references.js';
export { createSearch, type SearchEntry, type SearchIndex, type SearchResult } from './features/search.js';
export { excerptOf, type Excerpt } from './features/search/excerpt.js';
export { goesOn, moveMarks, shownWhile, writingAfter, type Mark, type Step, type Writing } from './features/writing.js';
export { workspaceSymbols, type ArchiveSymbol } from './features/workspaceSymbols.js';
export { ruleIndex, rulePage } from './rules/page.js';
export { importerFor, importers, type Importer } from './convert/importers.js';
export { exporterFor, exporters, type Exported, type Exporter, type ExportOptions } from './convert/exporters.js';
export { mailtoAddress } from './convert/mail/outgoing/mailtoAddress.js';
export { offeredCopies } from './convert/mail/outgoing/offeredCopies.js';
export { outgoingMail, type OutgoingMail } from './convert/mail/outgoing/outgoingMail.js';
export type { Converted, ConvertedDocument, ImportContext, Source } from './convert/converted.js';
export { keptWords, type Dropped, type ImportReport, type Kept, type Uncertain } from './convert/report.js';
export { compareDocuments, type SessionChange } from './features/compare.js';
export { compareStates, stateIn } from './features/compareStates.js';
export { comparisonPage, type ComparisonPage } from './features/comparisonPage.js';
export { reportPage } from './convert/reportPage.js';
export { actionCalendar, type ActionCalendar } from './features/ledger/calendar.js';
export { actionsOnLines, changeActions } from './features/ledger/change.js';
export type { ActionChange, ActionPlace } from './features/ledger/changes/way.js';
export { ledgerOf, type LedgerAction } from './features/ledger/ledger.js';
export { listedActions } from './features/ledger/listed.js';
export { actionsMeant, anyOpen } from './features/ledger/meant.js';
export { offeredOwners, othersPresent, personMeant } from './features/ledger/people.js';
export { reminder } from './features/ledger/reminder.js';
export { markNotes, markSession, postedSession, sessionIn } from './features/markPosted.js';
