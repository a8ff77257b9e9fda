import { keptWords, type ImportReport } from './report.js';

/** The report of an import as Markdown, to be read beside what was imported. `name` is what the source is called. */
export function reportPage(name: string, report: ImportReport): string {
  const kept = keptWords(report.kept);
  const parts = [
    `# Import of ${name}`,
    report.documents.length === 0
      ? 'Nothing could be imported.'
      : `Kept: ${kept === '' ? 'the text' : kept}. Nothing is saved yet.`,
    ...listed(
      'Please look at',
      report.uncertain.map(({ line, what }) => `line ${line}: ${what}`),
    ),
    ...listed(
      'Left out',
      report.dropped.map(({ line, text, why }) => `line ${line}: ${quoted(text)}, ${why}`),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function listed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${item}`).join('\n')];
}

/** A text as code, in which nothing is markup. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  return cut.includes('`') ? `\`\` ${cut.replace(/`{2,}/g, '`')} \`\`` : `\`${cut}\``;
}
