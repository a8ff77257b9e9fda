import type { CancellationToken } from 'vscode-languageserver';
import { Archive, exporterFor, importerFor, reportPage, say, type Source } from '../../analysis.js';
import { sourceOf } from '../../host/source.js';
import { bytesOf } from '../base64.js';
import {
  exportRequest,
  importRequest,
  type ExportParams,
  type ExportResult,
  type ImportParams,
  type ImportResult,
} from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';

export function registerConversion(session: Session): void {
  session.connection.onRequest(importRequest, ({ name, content, from }: ImportParams) =>
    importSource(session, sourceOf(name, bytesOf(content)), from),
  );
  session.connection.onRequest(exportRequest, (params: ExportParams, token) => exportDocument(session, params, token));
}

export async function importSource({ workspace }: Session, source: Source, from?: string): Promise<ImportResult> {
  await workspace.read();
  const archive = workspace.archives()[0] ?? Archive.of([]);
  const read = await importerFor(from ?? 'auto', source)?.read(source, { archive });
  if (!read) return { documents: [], report: '', leads: [] };
  const told = read.documents.length === 0 || read.report.uncertain.length + read.report.dropped.length > 0;
  if (!told) return { documents: read.documents, report: '', leads: [] };
  const { text, leads } = reportPage({ ...read, source });
  return { documents: read.documents, report: text, leads };
}

/** `null` for a document that is not open, and for a form that is none. */
export async function exportDocument(
  session: Session,
  { uri, to }: ExportParams,
  token: CancellationToken,
): Promise<ExportResult | null> {
  await session.workspace.settle(pathOf(uri), token);
  const open = session.documents.get(uri);
  const exporter = exporterFor(to);
  if (!open || !exporter) return null;
  const { document, archive } = contextOf(session, open);
  const written = await exporter.write(document, archive, {});
  if ('problem' in written) return { problem: written.problem };
  const { composeMail } = session.machine;
  if (written.mail && !composeMail)
    return { problem: say`a browser makes no files of mails; copy the text, or use the command line` };
  const text = written.mail && composeMail ? await composeMail(written.mail) : written.text;
  return {
    text,
    extension: exporter.extension,
    uncertain: written.uncertain.map(({ line, what }) => say`line ${line}: ${what}`),
  };
}
