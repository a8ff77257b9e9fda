import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const folders = ['client/src', 'server/src/lsp', 'server/src/rules', 'server/src/features', 'server/src/host'];

/** Properties and functions of the editor, of the protocol and of our own by which people are told something. */
const properties =
  /^(?:title|label|description|detail|placeHolder|placeholder|prompt|tooltip|message|openLabel|saveLabel|contents|text|name|problem|refused|refusal)$/;
const functions = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|appendText|ask)$/;

/** Texts that are for programs, and pages that are English in every language. */
const exempt = [
  // Of the product, of the protocol and of a mail: names, and no texts.
  /^(?:Xen (?:Session )?Notes|xen-session-notes|wikitext|mail|text|markdown|eml)$/,
  /^(?:https:|\$\([a-z-]+\) …$)|^Design Sessions \{\}$/,
  // The title of a command of the editor's, which is shown nowhere.
  /^Suggest$/,
  // Options of rules stand in the configuration's schema, which has one language.
  /^(?:Meetings at which|Columns that code|Further slips)/,
  // The server says of a file that it gets no bytes of what is to be done about it.
  /^is (?:too large|not UTF-8)$/,
  // What is wrong with a message is for whoever makes the client.
  /^(?:a request names its method|the server has been shut down|send initialize first|the server has been initialized)$/,
];
const pages = /rules\/(?:page|registry|baselineFile)\.ts$|lists\/|tasks\/checkArguments\.ts$/;

function sources(folder: string): string[] {
  const names = readdirSync(path.join(root, folder), { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
}

/** Literals with words in them that are told as they are. */
function untold(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const told = (node: ts.Node): void => {
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(told);
    else if (ts.isParenthesizedExpression(node)) told(node.expression);
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach(told);
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
  };
  const visit = (node: ts.Node): void => {
    // Examples of rules are documents.
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'examples') return;
    if (ts.isPropertyAssignment(node) && properties.test(node.name.getText())) told(node.initializer);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      if (ts.isPropertyAccessExpression(node.left) && properties.test(node.left.name.text)) told(node.right);
    if (ts.isCallExpression(node) && functions.test(node.expression.getText().replace(/^.*\./, '')))
      node.arguments.forEach(told);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('what people are told in the editor goes through the tables', () => {
  const files = folders.flatMap(sources).filter((file) => !pages.test(file));
  const left = files.flatMap((file) =>
    untold(file)
      .filter(
        (text) =>
          /[A-Za-z]{2,}[^A-Za-z]+[A-Za-z]{2,}|^[A-Z][a-z]+$/.test(text) && !exempt.some((form) => form.test(text)),
      )
      .map((text) => `${file}: ${text}`),
  );
  expect(left).toEqual([]);
});
