import {
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import { completion, type Completion, type CompletionKind, type DocumentFacts } from '../../analysis.js';
import { today } from '../../host/today.js';
import { onDocument } from '../onDocument.js';
import { offsetOf, rangeOf } from '../positions.js';
import type { Session } from '../session.js';

/** LSP has no kind for people. */
const kindOf: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  person: CompletionItemKind.Variable,
  topic: CompletionItemKind.Keyword,
  session: CompletionItemKind.Event,
  page: CompletionItemKind.File,
  section: CompletionItemKind.Reference,
  label: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  marker: CompletionItemKind.Snippet,
};

const asked = CompletionTriggerKind.Invoked;

export function registerCompletion(session: Session): void {
  session.connection.onCompletion(
    onDocument(
      session,
      (context, { position, context: trigger }): CompletionList | CompletionItem[] => {
        const opened = (trigger?.triggerKind ?? asked) === asked ? 'asked' : 'typing';
        const items = completion(context, offsetOf(context.document, position), { today: today(), opened });
        // Asked for anew at each letter, so that what is offered begins with what is typed by then.
        return { isIncomplete: true, items: items.map((item) => encode(session, context.document.facts, item)) };
      },
      [],
    ),
  );
}

function encode(
  { client }: Session,
  facts: DocumentFacts,
  { label, kind, detail, documentation, sortText, filterText, edit, snippet, more }: Completion,
): CompletionItem {
  return {
    label,
    kind: kindOf[kind],
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
    sortText,
    filterText,
    insertTextFormat: snippet !== undefined && client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(facts, edit.span), newText: (client.snippets ? snippet : undefined) ?? edit.text },
    ...(more && client.ownExtension && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}
