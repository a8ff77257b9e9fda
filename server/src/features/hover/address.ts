import { decoded } from '../../archive/names.js';
import { monthInWords } from '../../document/dates.js';
import type { Reference } from '../../document/facts.js';
import { isArchiveUrl, movedAddress, xsaAddress } from '../../document/schema.js';
import { paragraphs, plain } from '../markdown.js';

/** About an address outside the archive: an advisory, or a place in one of the list's archives; `undefined` for others. */
export function addressHover(reference: Reference, url: string): string | undefined {
  if (reference.kind === 'xsa') {
    const address = xsaAddress(reference.number);
    return `**XSA-${reference.number}**, Xen Security Advisory\n\n<${address}>`;
  }
  const text = paragraphs([isArchiveUrl(url) ? archived(url) : undefined, moved(url)]);
  return text === '' ? undefined : text;
}

function moved(url: string): string | undefined {
  const now = movedAddress(url);
  if (now === 'gone') return 'This archive has left the web';
  return now === undefined ? undefined : `Now at <${now}>`;
}

function archived(url: string): string | undefined {
  const { host, path } = parts(url);
  const pipermail =
    /\/(?:archives\/html\/)?([\w-]+)\/(\d{4}-\d{2})\/(?:(msg)?(\d+)|threads|index)?(?:\.html)?(?:#(?:msg)?(\d+))?$/.exec(
      path,
    );
  if (pipermail) {
    const [, list = '', month = '', , message, anchor] = pipermail;
    const number = message ?? anchor;
    const what = number === undefined ? 'Threads' : `Message ${number}`;
    return `${what} of **${plain(list)}**, ${monthInWords(month) ?? month}\n\nIn the archive at ${plain(host)}`;
  }
  const id = /^\/(?:xen-devel|Xen)\/([^/]*@[^/]*)/i.exec(path)?.[1];
  if (id !== undefined)
    return `Message of **xen-devel**, archived at ${plain(host)}\n\nMessage-ID: \`${decoded(id).replace(/`/g, '')}\``;
  return `**xen-devel**, archived at ${plain(host)}`;
}

function parts(url: string): { readonly host: string; readonly path: string } {
  const form = /^https?:\/\/([^/]+)(?![^/])(.*)$/i.exec(url);
  return { host: form?.[1]?.toLowerCase() ?? '', path: form?.[2] ?? '' };
}
