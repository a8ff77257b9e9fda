import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFilesRequest,
  readFileRequest,
  type FileParams,
  type ListedFiles,
  type ReadFile,
  type Unread,
} from '../../server/src/lsp/protocol.js';
import { archiveFile } from './config.js';
import type { Shipped } from './machine.js';

/** Reads files for a server: it has no file systems of its own in a browser, and elsewhere none but the disk. */
export function serveFiles(client: BaseLanguageClient, shipped: Shipped): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(listFilesRequest, ({ uri }: FileParams) =>
      uri === shipped.folder ? Promise.resolve({ uris: shipped.uris, unread: [] }) : list(vscode.Uri.parse(uri)),
    ),
    client.onRequest(readFileRequest, ({ uri, limit }: FileParams) => read(vscode.Uri.parse(uri), limit)),
  );
}

/** Configurations of the archives that a folder holds, or is in. */
export async function configurations(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const { uris } = await list(folder);
  const below = uris.map((uri) => vscode.Uri.parse(uri)).filter(({ path }) => path.endsWith(`/${archiveFile}`));
  return [...below, ...(await around(folder))];
}

async function around(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  for (let at = folder; at.path !== '/' && at.path !== '';) {
    at = vscode.Uri.joinPath(at, '..');
    if ((await typeOf(at)) !== vscode.FileType.Directory) return [];
    if (await isConfigured(at)) return [vscode.Uri.joinPath(at, archiveFile)];
  }
  return [];
}

/** Whether a folder has a configuration itself, which is soon known. */
export async function isConfigured(folder: vscode.Uri): Promise<boolean> {
  return (await typeOf(vscode.Uri.joinPath(folder, archiveFile))) === vscode.FileType.File;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
}

/** What a configuration says; `undefined` for one that cannot be read. */
export async function textOf(file: vscode.Uri): Promise<string | undefined> {
  const found = await read(file, Infinity);
  return 'text' in found ? found.text : undefined;
}

/** Folder by folder: not every file system can be searched, and of one that cannot a search never ends. */
async function list(folder: vscode.Uri): Promise<ListedFiles> {
  const uris: string[] = [];
  const unread: ListedFiles['unread'][number][] = [];
  const enter = async (at: vscode.Uri): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(at).then(undefined, (error: unknown) => {
      unread.push({ uri: at.toString(), ...unreadFor(error) });
      return [];
    });
    const below: vscode.Uri[] = [];
    for (const [name, type] of entries) {
      const each = vscode.Uri.joinPath(at, name);
      if (type & vscode.FileType.File) uris.push(each.toString());
      else if (type === vscode.FileType.Directory && !/^(?:\.|node_modules$)/.test(name)) below.push(each);
    }
    await Promise.all(below.map(enter));
  };
  await enter(folder);
  return { uris, unread };
}

async function read(file: vscode.Uri, limit: number): Promise<ReadFile | Unread> {
  try {
    const bytes = await vscode.workspace.fs.readFile(file);
    const { byteLength: size } = bytes;
    if (size > limit) return { failed: { message: 'is too large', size } };
    return textIn(bytes);
  } catch (error) {
    return unreadFor(error);
  }
}

function textIn(bytes: Uint8Array): ReadFile | Unread {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { failed: { message: 'is not UTF-8', code: 'EILSEQ' } };
  }
}

/** What systems call it when a file cannot be had. */
const codes: Readonly<Record<string, string>> = {
  FileNotFound: 'ENOENT',
  FileNotADirectory: 'ENOTDIR',
  NoPermissions: 'EACCES',
};

function unreadFor(error: unknown): Unread {
  const code = error instanceof vscode.FileSystemError ? codes[error.code] : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return { failed: { message, ...(code !== undefined && { code }) } };
}
