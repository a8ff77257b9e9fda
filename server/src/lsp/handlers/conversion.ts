import { Archive, exporterFor, importerFor, reportPage, say } from '../../analysis.js';
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
  session.connection.onRequest(importRequest, async (params: ImportParams) => {
    await session.workspace.read();
    return importSource(session, params);
  });
  session.connection.onRequest(exportRequest, async (params: ExportParams, token) => {
    await session.workspace.settle(pathOf(params.uri), token);
    return exportDocument(session, params);
  });
}

async function importSource({ workspace }: Session, { name, content, from }: ImportParams): Promise<ImportResult> {
  const source = sourceOf(name, bytesOf(content));
  const archive = workspace.archives()[0] ?? Archive.of([]);
  const read = await importerFor(from ?? 'auto', source)?.read(source, { archive });
  if (!read) return { documents: [], report: '', leads: [] };
  const told = read.documents.length === 0 || read.report.uncertain.length + read.report.dropped.length > 0;
  if (!told) return { documents: read.documents, report: '', leads: [] };
  const { text, leads } = reportPage({ ...read, source });
  return { documents: read.documents, report: text, leads };
}

async function exportDocument(session: Session, { uri, to }: ExportParams): Promise<ExportResult | null> {
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
