import { decoded } from '../../archive/names.js';
import { monthCalled } from '../../document/dates.js';
import type { Reference } from '../../document/facts.js';
import { isArchiveUrl, movedAddress, xsaAddress } from '../../document/schema.js';
import { paragraphs, plain } from '../markdown.js';
import { say } from '../../text/say.js';

/** About an address outside the archive: an advisory, or a place in one of the list's archives; `undefined` for others. */
export function addressHover(reference: Reference, url: string): string | undefined {
  if (reference.kind === 'xsa') {
    const address = xsaAddress(reference.number);
    return `${say`**XSA-${reference.number}**, Xen Security Advisory`}\n\n<${address}>`;
  }
  const text = paragraphs([isArchiveUrl(url) ? archived(url) : undefined, moved(url)]);
  return text === '' ? undefined : text;
}

function moved(url: string): string | undefined {
  const now = movedAddress(url);
  if (now === 'gone') return say`This archive has left the web`;
  return now === undefined ? undefined : say`Now at <${now}>`;
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
    const when = monthCalled(month);
    const what =
      number === undefined
        ? say`Threads of **${plain(list)}**, ${when}`
        : say`Message ${number} of **${plain(list)}**, ${when}`;
    return `${what}\n\n${say`In the archive at ${plain(host)}`}`;
  }
  const id = /^\/(?:xen-devel|Xen)\/([^/]*@[^/]*)/i.exec(path)?.[1];
  if (id !== undefined)
    return `${say`Message of **xen-devel**, archived at ${plain(host)}`}\n\nMessage-ID: \`${decoded(id).replace(/`/g, '')}\``;
  return say`**xen-devel**, archived at ${plain(host)}`;
}

function parts(url: string): { readonly host: string; readonly path: string } {
  const form = /^https?:\/\/([^/]+)(?![^/])(.*)$/i.exec(url);
  return { host: form?.[1]?.toLowerCase() ?? '', path: form?.[2] ?? '' };
}
