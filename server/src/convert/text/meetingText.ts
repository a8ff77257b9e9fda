import type { Message } from '../mail/message/message.js';
import type { Line } from '../mail/reading/line.js';

/** A text as the lines of notes, and what it tells of the meeting. */
export interface MeetingText {
  readonly lines: readonly Line[];
  readonly title?: string;
  /** As ISO 8601. */
  readonly day?: string;
  /** Whether a bot was asked for minutes. */
  readonly isMeeting?: boolean;
  /** What the header tells of a mail that the text was copied from. */
  readonly mail?: ShownHeader;
}

/** What the header that a web archive shows tells of a mail; empty where there is none. */
export interface ShownHeader extends Pick<Message, 'from' | 'day'> {
  readonly subject?: string;
}
