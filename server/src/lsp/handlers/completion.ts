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

/** What a client sends back of an entry to have it told about. */
interface Offered {
  readonly list: number;
  readonly entry: number;
}

export function registerCompletion(session: Session): void {
  let list = 0;
  let offered: readonly Completion[] = [];
  session.connection.onCompletion(
    onDocument(
      session,
      (context, { position, context: trigger }): CompletionList | CompletionItem[] => {
        const opened = (trigger?.triggerKind ?? asked) === asked ? 'asked' : 'typing';
        offered = completion(context, offsetOf(context.document, position), { today: today(), opened });
        list++;
        const items = offered.map((item, entry) => encode(session, context.document.facts, item, { list, entry }));
        // Asked for anew at each letter, so that what is offered begins with what is typed by then.
        return { isIncomplete: true, items };
      },
      [],
    ),
  );
  session.connection.onCompletionResolve((item): CompletionItem => {
    const { list: of, entry } = (item.data ?? {}) as Partial<Offered>;
    // An entry of a list that has made way for another one is on no screen any more.
    const about = of === list && entry !== undefined ? offered[entry] : undefined;
    return { ...item, ...(about && aboutEntry(about)) };
  });
}

function aboutEntry({ documentation }: Completion): Pick<CompletionItem, 'documentation'> {
  const value = documentation?.() ?? '';
  return value === '' ? {} : { documentation: { kind: 'markdown', value } };
}

function encode({ client }: Session, facts: DocumentFacts, item: Completion, data: Offered): CompletionItem {
  const { label, kind, detail, documentation, sortText, filterText, edit, snippet, more } = item;
  return {
    label,
    kind: kindOf[kind],
    ...(detail !== undefined && { detail }),
    ...(client.resolvesCompletion ? documentation && { data } : aboutEntry(item)),
    sortText,
    filterText,
    insertTextFormat: snippet !== undefined && client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(facts, edit.span), newText: (client.snippets ? snippet : undefined) ?? edit.text },
    ...(more && client.ownExtension && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}
