import { oneLine } from '../../document/reading/leafText.js';
import { isMinutesTitle } from '../../document/schema.js';
import { converted, notText, type Converted, type ImportContext, type Source } from '../converted.js';
import type { Message } from '../mail/message/message.js';
import { isMail, readMails } from '../mail/readMails.js';
import { tidied, type Line } from '../mail/reading/line.js';
import { notesDocument } from '../mail/notesDocument.js';
import { createPlaces, type Places } from '../places.js';
import { isBinary, sourceLines } from '../sourceText.js';
import { isIrcLog, readIrcLog } from './ircLog.js';
import { isMeetbot, meetbotLines } from './meetbot.js';
import type { MeetingText } from './meetingText.js';
import { takePasted } from './pastedMail.js';
import { takeTitle } from './textTitle.js';
import { say } from '../../text/say.js';

/** Whether a text is surely a meeting's: the log of a channel, or what a meeting bot made of it. */
export function isMeetingText(source: Source): boolean {
  const lines = source.text.slice(0, 200_000).split(/\r\n|\r|\n/);
  return isIrcLog(lines, 'by nicks') || isMeetbot(lines);
}

/** Makes notes or minutes of a text that nothing stands around: a pad, a mail's body, a log, the minutes of a bot. */
export function readText(source: Source, context: ImportContext): Converted | Promise<Converted> {
  if (isMail(source)) return readMails(source, context);
  const places = createPlaces();
  if (isBinary(source)) return notText(places);
  const message = messageOf(sourceLines(source.text, places), source.name, places);
  const { document, uncertain, dropped } = notesDocument(message, context.archive);
  return converted(document ? [document] : [], {
    uncertain: [...places.uncertain, ...uncertain],
    dropped: [...places.dropped, ...dropped],
  });
}

/** The text as what a mail would be of it, with the date that it or its file's name tells. */
function messageOf(own: readonly string[], name: string, places: Places): Message {
  const isLog = isIrcLog(own, 'by nicks') || isIrcLog(own, 'by times');
  const { lines, title, day, isMeeting, mail } = isLog ? readIrcLog(own, places) : plainText(own, places);
  const subject = mail?.subject ?? title ?? titleOf(name);
  if ((mail?.subject ?? title) === undefined)
    places.doubt(1, say`no title stands before the text; it is called "${subject}", as its file is`);
  const date = mail?.day === undefined ? (day ?? dayInName(name, places)) : undefined;
  const dated = date === undefined ? [] : [`Date: ${date}`, ''].map((text) => ({ text, at: 1 }));
  return {
    carrier: mail ? 'mail' : 'text',
    subject: isMeeting && !isMinutesTitle(subject) ? `${subject} Minutes` : subject,
    ...(mail && { from: mail.from, ...(mail.day !== undefined && { day: mail.day }) }),
    to: [],
    lines: [...dated, ...lines],
    line: 1,
    forwarded: [],
    uncertain: [],
    dropped: [],
  };
}

/** A file's name as a title: without the day and the time that it may begin or end with. */
function titleOf(name: string): string {
  const words = name.replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?:[-_.T]\d{2}[.:-]?\d{2})?(?!\d)/, ' ');
  const title = words.replace(/[_\s]+/g, ' ').replace(/^[-–. ]+|(?<![-–. ])[-–. ]+$/g, '');
  return title === '' ? name : title;
}

function dayInName(name: string, places: Places): string | undefined {
  const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0];
  if (day !== undefined) places.doubt(1, say`${day} is the date in the file's name`);
  return day;
}

function plainText(own: readonly string[], places: Places): MeetingText {
  const { lines, header } = takePasted(
    own.map((text, index): Line => tidied({ text, at: index + 1 })),
    places,
  );
  const { title, lines: rest } = takeTitle(lines) ?? { lines };
  const isMeeting = isMeetbot(own);
  return {
    lines: isMeeting ? meetbotLines(rest, places) : rest,
    ...(title !== undefined && { title: oneLine(title) }),
    isMeeting,
    ...(header && { mail: header }),
  };
}
