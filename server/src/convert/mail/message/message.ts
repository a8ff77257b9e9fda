import { say } from '../../../text/say.js';
import type { Dropped, Uncertain } from '../../report.js';
import type { Line } from '../reading/line.js';
import type { RawMessage } from './splitMbox.js';

/** A message as far as notes need it, or a text that no mail carries. */
export interface Message {
  readonly carrier: 'mail' | 'text';
  /** As sent, in one line, empty when there is none; of a text its title. */
  readonly subject: string;
  readonly from?: Mailbox;
  /** Everybody it was addressed to by name. */
  readonly to: readonly Mailbox[];
  /** Day it was sent, in the sender's time zone. */
  readonly day?: string;
  /** With its angle brackets. */
  readonly id?: string;
  /** Where it stands in the list's archive; by its header, or made of its Message-ID. */
  readonly archived?: { readonly url: string; readonly stated: boolean };
  /** The text, with what wrapping for the way has done taken back. */
  readonly lines: readonly Line[];
  /** Line of the source on which it begins. */
  readonly line: number;
  /** Mails that it carries whole. */
  readonly forwarded: readonly RawMessage[];
  readonly uncertain: readonly Uncertain[];
  readonly dropped: readonly Dropped[];
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** What is said of an attachment, which is not imported. */
export function attachmentWhy(): string {
  return say`an attachment; save it, and import it if it has notes`;
}
