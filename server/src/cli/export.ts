import path from 'node:path';
import {
  exporterFor,
  lint,
  offeredCopies,
  positionIn,
  readDocument,
  type ExportOptions,
  type FileProblem,
  type OutgoingMail,
} from '../analysis.js';
import { composeMail } from '../host/composeMail.js';
import { readOptions } from '../host/loadArchive.js';
import { nodeFiles } from '../host/nodeFiles.js';
import type { Installation } from './installation.js';
import { makeFiles } from './newFile.js';
import { counted, sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import { archiveAround, inputDocument, type InputDocument } from './standardInput.js';

export interface ExportFileOptions extends ExportOptions {
  readonly to: string;
  readonly output?: string;
  readonly force?: boolean;
}

const optionNames: Readonly<Record<keyof ExportOptions, string>> = {
  subject: '--subject',
  from: '--from',
  cc: '--cc',
  inReplyTo: '--in-reply-to',
};

/** What is wrong when an option means nothing to the form. */
export function exportMisfit(options: ExportFileOptions): string | undefined {
  const exporter = exporterFor(options.to);
  const given = (Object.keys(optionNames) as (keyof ExportOptions)[]).filter((key) => options[key] !== undefined);
  const odd = given.find((key) => !exporter?.accepts.includes(key));
  if (odd !== undefined) return `${optionNames[odd]} goes with --to mail`;
  return options.force && !exporter?.posted ? '--force goes with forms that are posted, such as --to mail' : undefined;
}

/** Writes a document in another form; the exit code. */
export async function exportFile(
  file: string,
  options: ExportFileOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const input = file === '-' ? await inputDocument('stdin.md', place) : await documentAt(file, place);
  const shown = file === '-' ? '-' : shownPath(path.resolve(file));
  if ('problem' in input) {
    sayProblems(output, [{ ...input.problem, path: shown }]);
    return 2;
  }
  const exporter = exporterFor(options.to);
  if (exporter?.posted && !options.force && !mayBePosted(input, shown, output)) return 1;
  const written = await exporter?.write(input.document, input.archive, options);
  if (!written) return 2;
  if ('problem' in written) {
    sayProblems(output, [{ path: shown, message: written.problem }]);
    return 2;
  }
  const text = written.mail ? await composeMail(written.mail) : written.text;
  const problems = options.output === undefined ? [] : await makeFiles([{ path: path.resolve(options.output), text }]);
  if (options.output === undefined) output.write(text);
  for (const { line, what } of written.uncertain) output.say(`${shown}:${line}: ${what}`);
  if (written.mail) offer(written.mail, input, output);
  sayProblems(output, problems);
  return problems.length > 0 ? 2 : 0;
}

/** Says what stands in the way of posting; whether nothing does. */
function mayBePosted({ document, archive }: InputDocument, shown: string, output: Output): boolean {
  const errors = lint(document, archive, { mode: 'post' }).filter(({ severity }) => severity === 'error');
  for (const { span, message, rule } of errors) {
    const { line, column } = positionIn(document.facts.lineStarts, span.start);
    output.say(`${shown}:${line + 1}:${column + 1}: error: ${message} (${rule})`);
  }
  if (errors.length > 0)
    output.say(`${counted(errors.length, 'error')} to mend before it is posted; --force writes it all the same`);
  return errors.length === 0;
}

/** Says what the mail lacks, and who may want a copy. */
function offer(mail: OutgoingMail, { document, archive }: InputDocument, output: Output): void {
  if (mail.from === undefined) output.say('nobody is named as the sender; add --from, or let your mail program do so');
  const copied = mail.cc.join(' ').toLowerCase() + (mail.from ?? '').toLowerCase();
  const offered = offeredCopies(document, archive).filter(
    (each) => !copied.includes(/<([^>]*)>/.exec(each)?.[1]?.toLowerCase() ?? each),
  );
  for (const each of offered) output.say(`named in it: ${each}; copy with --cc`);
}

/** A file as a document of the archive it is in. */
async function documentAt(
  file: string,
  place: Installation,
): Promise<InputDocument | { readonly problem: FileProblem }> {
  const at = path.resolve(file);
  const read = await nodeFiles.read(at);
  if ('problem' in read) return read;
  const loaded = await archiveAround(path.dirname(at), place);
  const document = readDocument(at, read.text, readOptions(loaded.root, loaded.config, at));
  return { document, archive: loaded.archive.with(document.facts), loaded, problems: [] };
}
