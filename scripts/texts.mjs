// The tables of what people are told, made from the source: English texts stand where they are told, so that a rule is one file.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const tags = new Set(['say', 'term']);

/** What is told by the source in some folders, as it stands in tables: sorted, `{0}` for the first value. */
export async function textsIn(root, folders) {
  const texts = new Set();
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts'))) {
      const file = path.join(root, folder, name);
      const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest);
      for (const text of toldIn(source)) texts.add(text);
    }
  }
  return [...texts].sort();
}

function toldIn(node) {
  const own = ts.isTaggedTemplateExpression(node) && tags.has(node.tag.text) ? [keyOf(node.template)] : [];
  const below = [];
  ts.forEachChild(node, (child) => {
    below.push(...toldIn(child));
  });
  return [...own, ...below];
}

function keyOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (key, span, index) => `${key}{${index}}${span.literal.text}`,
    template.head.text,
  );
}

/** A table as a file: one text a line. */
export function tableFile(entries) {
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
