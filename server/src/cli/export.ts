import path from 'node:path';
import {
  exporterFor,
  lint,
  offeredCopies,
  positionIn,
  readDocument,
  type Exported,
  type ExportOptions,
  type FileProblem,
  type OutgoingMail,
  counted,
  say,
} from '../analysis.js';
import { composeMail } from '../host/composeMail.js';
import { readOptions } from '../host/loadArchive.js';
import { nodeFiles } from '../host/nodeFiles.js';
import type { Installation } from './installation.js';
import { makeFiles } from './newFile.js';
import { printJson, sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import { archiveAround, inputDocument, type InputDocument } from './standardInput.js';

export interface ExportFileOptions extends ExportOptions {
  readonly to: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
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
  if (odd !== undefined) return say`${optionNames[odd]} goes with --to mail`;
  return options.force && !exporter?.posted
    ? say`--force goes with forms that are posted, such as --to mail`
    : undefined;
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
  const errors = exporter?.posted && !options.force ? postingErrors(input) : [];
  if (errors.length > 0) {
    sayErrors(errors, shown, output);
    if (options.json) printJson(output, { path: shown, to: options.to, errors });
    return 1;
  }
  const written = await exporter?.write(input.document, input.archive, options);
  if (!written) return 2;
  if ('problem' in written) {
    sayProblems(output, [{ path: shown, message: written.problem }]);
    return 2;
  }
  const text = written.mail ? await composeMail(written.mail) : written.text;
  const problems = options.output === undefined ? [] : await makeFiles([{ path: path.resolve(options.output), text }]);
  if (options.json && problems.length === 0) printJson(output, toldOf(shown, text, written, options));
  else if (options.output === undefined) output.write(text);
  for (const { line, what } of written.uncertain) output.say(`${shown}:${line}: ${what}`);
  if (written.mail) offer(written.mail, input, output);
  sayProblems(output, problems);
  return problems.length > 0 ? 2 : 0;
}

interface PostingError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly rule: string;
}

/** What stands in the way of posting. */
function postingErrors({ document, archive }: InputDocument): PostingError[] {
  const errors = lint(document, archive, { mode: 'post' }).filter(({ severity }) => severity === 'error');
  return errors.map(({ span, message, rule }) => {
    const { line, column } = positionIn(document.facts.lineStarts, span.start);
    return { line: line + 1, column: column + 1, message, rule };
  });
}

function sayErrors(errors: readonly PostingError[], shown: string, output: Output): void {
  for (const { line, column, message, rule } of errors)
    output.say(`${shown}:${line}:${column}: error: ${message} (${rule})`);
  output.say(
    counted(
      errors.length,
      say`1 error to mend before it is posted; --force writes it all the same`,
      say`${errors.length} errors to mend before it is posted; --force writes it all the same`,
    ),
  );
}

/** What is told as JSON: the text where it is written nowhere else. */
function toldOf(shown: string, text: string, { uncertain }: Exported, options: ExportFileOptions): object {
  const { to, output } = options;
  const written = output === undefined ? { text } : { output: shownPath(path.resolve(output)) };
  return { path: shown, to, ...written, uncertain };
}

/** Says what the mail lacks, and who may want a copy. */
function offer(mail: OutgoingMail, { document, archive }: InputDocument, output: Output): void {
  if (mail.from === undefined)
    output.say(say`nobody is named as the sender; add --from, or let your mail program do so`);
  const copied = mail.cc.join(' ').toLowerCase() + (mail.from ?? '').toLowerCase();
  const offered = offeredCopies(document, archive).filter(
    (each) => !copied.includes(/<([^<>]*)>/.exec(each)?.[1]?.toLowerCase() ?? each),
  );
  for (const each of offered) output.say(say`named in it: ${each}; copy with --cc`);
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
