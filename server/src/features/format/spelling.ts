import { place, type Document, type PlacedFacts } from '../../document/document.js';
import type { Field } from '../../document/facts.js';
import { fieldOf, foldLabel, markers } from '../../document/schema.js';
import { usualHead } from '../../rules/action-malformed.js';
import type { TextEdit } from '../../text/edits.js';
import type { Span } from '../../text/span.js';
import type { Change } from './change.js';

/** Labels, markers and the heads of actions as they are usually written; their words stay, as another word is for a rule to propose. */
export function spelling(document: Document): Change[] {
  return document.facts.sections.flatMap((section) => {
    const text = document.cut.sections[section.index]?.text ?? '';
    const edits = [
      ...section.facts.fields.flatMap((field) => fieldEdits(field, text)),
      ...section.facts.actions.flatMap((action) => headEdits(usualHead(action, text), text)),
      ...section.facts.decisions.flatMap(({ markerSpan }) => markerEdits(markerSpan, text)),
      ...section.facts.clarifications.flatMap(({ span: { start } }) =>
        markerEdits({ start, end: start + 'Clarification'.length }, text),
      ),
      ...section.facts.speeches.flatMap(({ speakers }) => colonEdits(speakers.at(-1)?.span.end, text)),
    ];
    return edits.map((edit) => [inDocument(edit, section)]);
  });
}

function inDocument({ span, text }: TextEdit, section: PlacedFacts): TextEdit {
  return { span: place(section, span), text };
}

function fieldEdits({ written, labelSpan, valueSpan, value }: Field, text: string): TextEdit[] {
  const spelt = spellingOf(written);
  const behind = { start: labelSpan.end, end: valueSpan.start };
  const colon = text.slice(behind.start, behind.end);
  const isOnLine = value !== '' && /^[^\r\n]/.test(text.slice(behind.end, behind.end + 1));
  return [
    ...(spelt === undefined ? [] : changed(labelSpan, spelt, text)),
    ...(isOnLine && /^[ \t]*:[ \t]*$/.test(colon) ? changed(behind, ': ', text) : []),
  ];
}

/** A known label as the wiki spells it, or one of its other names in the capitals of the schema. */
function spellingOf(written: string): string | undefined {
  const schema = fieldOf(written);
  const names = schema ? [schema.label, ...('also' in schema ? schema.also : [])] : [];
  return names.find((name) => foldLabel(name) === foldLabel(written));
}

function headEdits(head: TextEdit | undefined, text: string): TextEdit[] {
  if (!head) return [];
  const { span } = head;
  return words(head.text) === words(text.slice(span.start, span.end)) ? changed(span, head.text, text) : [];
}

function words(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase();
}

function markerEdits(span: Span, text: string): TextEdit[] {
  const written = text.slice(span.start, span.end).toLowerCase();
  const marker = markers.find((each) => each.toLowerCase() === written);
  return marker === undefined ? [] : changed(span, marker, text);
}

/** No blank stands before the colon of somebody who speaks. */
function colonEdits(start: number | undefined, text: string): TextEdit[] {
  if (start === undefined) return [];
  const blanks = /^[ \t]+(?=:[ \t])/.exec(text.slice(start, start + 9))?.[0].length ?? 0;
  return blanks === 0 ? [] : [{ span: { start, end: start + blanks }, text: '' }];
}

function changed(span: Span, wanted: string, text: string): TextEdit[] {
  return text.slice(span.start, span.end) === wanted ? [] : [{ span, text: wanted }];
}
