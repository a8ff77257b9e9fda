import type { ShownHeader } from '../mail/message/shownHeader.js';
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
