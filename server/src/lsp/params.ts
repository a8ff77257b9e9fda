/** Whether a value is what a parameter has to be, and how that is called. */
interface Shape {
  readonly is: (value: unknown) => boolean;
  readonly called: string;
}

const text: Shape = { is: (value) => typeof value === 'string', called: 'a text' };
const number: Shape = { is: (value) => typeof value === 'number' && Number.isFinite(value), called: 'a number' };
const anything: Shape = { is: isObject, called: 'an object' };

function object(parts: Readonly<Record<string, Shape>>): Shape {
  return {
    is: (value) => isObject(value) && Object.entries(parts).every(([key, shape]) => shape.is(value[key])),
    called: `an object with ${Object.keys(parts).join(' and ')}`,
  };
}

function listOf(item: Shape): Shape {
  return { is: (value) => Array.isArray(value) && value.every(item.is), called: `a list, each ${item.called}` };
}

function word(...words: readonly string[]): Shape {
  return { is: (value) => words.some((word) => word === value), called: `one of ${words.join(', ')}` };
}

function optional(shape: Shape): Shape {
  return { is: (value) => value === undefined || value === null || shape.is(value), called: shape.called };
}

function oneOf(...shapes: readonly Shape[]): Shape {
  return {
    is: (value) => shapes.some((shape) => shape.is(value)),
    called: shapes.map(({ called }) => called).join(', or '),
  };
}

const identifier = object({ uri: text });
const position = object({ line: number, character: number });
const range = object({ start: position, end: position });
const ofDocument = { textDocument: identifier };
const atPosition = { ...ofDocument, position };
const files = { files: listOf(object({ uri: text })) };
const renamedFiles = { files: listOf(object({ oldUri: text, newUri: text })) };
const uri = { uri: text };

const actionChange = object({
  kind: word('done', 'open', 'toggle', 'owners', 'due'),
  owners: optional(listOf(text)),
  day: optional(text),
});

/** What the parameters of each method need to have so that it can be done; more may be there. */
const needed: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  initialize: { capabilities: anything, workspaceFolders: optional(listOf(identifier)), rootUri: optional(text) },
  'textDocument/didOpen': { textDocument: object({ uri: text, text }) },
  'textDocument/didChange': {
    ...ofDocument,
    contentChanges: listOf(object({ text, range: optional(range) })),
  },
  'textDocument/didSave': ofDocument,
  'textDocument/willSave': ofDocument,
  'textDocument/didClose': ofDocument,
  'textDocument/completion': atPosition,
  'completionItem/resolve': { label: text },
  'textDocument/hover': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': { ...atPosition, context: anything },
  'textDocument/documentHighlight': atPosition,
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': { ...atPosition, newName: text },
  'textDocument/codeLens': ofDocument,
  'textDocument/documentSymbol': ofDocument,
  'textDocument/documentLink': ofDocument,
  'textDocument/foldingRange': ofDocument,
  'textDocument/selectionRange': { ...ofDocument, positions: listOf(position) },
  'textDocument/linkedEditingRange': atPosition,
  'textDocument/inlayHint': { ...ofDocument, range },
  'textDocument/semanticTokens/full': ofDocument,
  'textDocument/semanticTokens/full/delta': { ...ofDocument, previousResultId: text },
  'textDocument/semanticTokens/range': { ...ofDocument, range },
  'textDocument/formatting': ofDocument,
  'textDocument/rangeFormatting': { ...ofDocument, range },
  'textDocument/onTypeFormatting': { ...atPosition, ch: text },
  'textDocument/codeAction': { ...ofDocument, range, context: anything },
  'textDocument/diagnostic': ofDocument,
  'workspace/diagnostic': { previousResultIds: listOf(object({ uri: text, value: text })) },
  'workspace/symbol': { query: text },
  'workspace/executeCommand': { command: text },
  'workspace/didChangeConfiguration': {},
  'workspace/didChangeWatchedFiles': { changes: listOf(identifier) },
  'workspace/didChangeWorkspaceFolders': {
    event: object({ added: listOf(identifier), removed: listOf(identifier) }),
  },
  'workspace/didDeleteFiles': files,
  'workspace/didRenameFiles': renamedFiles,
  'workspace/willRenameFiles': renamedFiles,
  'xen-notes/cursor': { uri: text, line: number },
  'xen-notes/changeActions': { actions: listOf(object({ uri: text, line: number })), change: actionChange },
  'xen-notes/checkBeforePosting': uri,
  'xen-notes/compare': { uri: text, other: oneOf(object({ revision: text }), object({ name: text, content: text })) },
  'xen-notes/history': uri,
  'xen-notes/import': { name: text, content: text },
  'xen-notes/export': { uri: text, to: text },
  'xen-notes/mail': uri,
  'xen-notes/markPosted': { uri: text, url: text },
  'xen-notes/newDocument': { kind: text },
  'xen-notes/newSession': { uri: text, title: text },
  'xen-notes/page': { page: text, name: optional(text) },
  'xen-notes/owners': uri,
  'xen-notes/me': { name: optional(text) },
  'xen-notes/reminder': { owners: optional(listOf(text)) },
  'xen-notes/preview': uri,
  'xen-notes/search': { query: text },
  'xen-notes/writer': {},
};

/** What is wrong with the parameters of a method, as the rest of a sentence; of a method that is not known nothing is. */
export function wrongParams(method: string, params: unknown): string | undefined {
  const parts = needed[method];
  if (!parts) return undefined;
  if (!isObject(params)) return 'needs an object as its parameters';
  const wrong = Object.entries(parts).find(([key, shape]) => !shape.is(params[key]));
  return wrong && `needs "${wrong[0]}" to be ${wrong[1].called}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
