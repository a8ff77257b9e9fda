import { readDate } from '../../document/dates.js';
import { botName, sectionTitles } from '../../document/schema.js';
import type { Line } from '../mail/reading/line.js';
import type { Places } from '../places.js';
import { ircLine, shownNick, type IrcLine } from './ircLine.js';
import { markedLine, meetingLine, type MeetingLine } from './meetingLine.js';
import type { MeetingText } from './meetingText.js';
import { say } from '../../text/say.js';

/** A log has so many lines that somebody says, and hardly any others. */
const fewestLines = 3;
const mostLooked = 500;

/**
 * Whether a text is the log of a channel: by the nicks in angle brackets alone, or also by times in front of what is said,
 * where somebody says that it is a text.
 */
export function isIrcLog(lines: readonly string[], known: 'by nicks' | 'by times'): boolean {
  const spoken = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLooked);
  const entries = spoken.map((line) => ({ line, entry: ircLine(line) }));
  const said = entries.flatMap(({ line, entry }) =>
    entry?.type === 'said' && (known === 'by times' || /^[^<]{0,40}</.test(line)) ? [entry.nick] : [],
  );
  const nicks = new Set(said).size;
  // An agenda has times too, but no two lines with the same words behind them.
  const talk = known === 'by nicks' ? nicks > 1 : nicks > 1 && nicks * 2 <= said.length;
  const others = entries.filter(({ entry }) => !entry).length;
  return said.length >= fewestLines && talk && others * 5 <= spoken.length * 2;
}

interface LogLine {
  readonly entry: IrcLine | undefined;
  readonly text: string;
  readonly at: number;
}

/** Makes notes of a log: who spoke, topics as headings, what a bot was asked to note, and what was said. */
export function readIrcLog(lines: readonly string[], places: Places): MeetingText {
  const log = lines.flatMap((line, index): LogLine[] => {
    const text = line.trim();
    return text === '' ? [] : [{ entry: ircLine(text), text, at: index + 1 }];
  });
  const people = speakersIn(log);
  const notes = notesOf(log, new Set([...people.keys()].map((nick) => nick.toLowerCase())), places);
  tellLeftOut(log, places);
  const day = log.map(dayOf).find((each) => each !== undefined);
  return {
    lines: notes.isMeeting ? [...headOf(notes, people, places), ...notes.lines] : notes.lines,
    ...(notes.title !== undefined && { title: notes.title }),
    ...(day !== undefined && { day }),
    isMeeting: notes.isMeeting,
  };
}

/** Who says something, with the line of the first of it; programs say nothing. */
function speakersIn(log: readonly LogLine[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const { entry, at } of log)
    if (entry && entry.type !== 'event' && !botName.test(entry.nick) && !people.has(entry.nick))
      people.set(entry.nick, at);
  return people;
}

/** The chair, and who spoke as those present; notes before the first topic get a heading of their own. */
function headOf({ chairs, lines }: LogNotes, people: ReadonlyMap<string, number>, places: Places): Line[] {
  const [at = 1] = people.values();
  const text = (each: string): Line => ({ text: each, at });
  if (people.size > 0) places.doubt(at, say`all who spoke are taken as attendees`);
  return [
    ...(chairs.length > 0 ? [text(`Chair: ${chairs.map(shownNick).join(', ')}`), text('')] : []),
    ...(people.size > 0 ? [text(`# ${sectionTitles.attendees}`), text('')] : []),
    ...[...people].map(([nick, line]) => ({ text: `- ${shownNick(nick)}`, at: line })),
    text(''),
    ...(lines[0]?.text.startsWith('#') === false ? [text('# Discussion'), text('')] : []),
  ];
}

interface LogNotes {
  readonly lines: Line[];
  readonly chairs: string[];
  title?: string;
  /** Whether a bot was asked for minutes. */
  isMeeting: boolean;
}

function notesOf(log: readonly LogLine[], nicks: ReadonlySet<string>, places: Places): LogNotes {
  const notes: LogNotes = { lines: [], chairs: [], isMeeting: false };
  for (const { entry, text, at } of log) {
    const last = notes.lines.at(-1);
    if (!entry && last?.text.startsWith('- ')) notes.lines.splice(-1, 1, { ...last, text: `${last.text} ${text}` });
    else if (!entry) notes.lines.push({ text, at });
    else if (entry.type === 'deed') notes.lines.push({ text: `- ${shownNick(entry.nick)} ${entry.text}`, at });
    else if (entry.type === 'said' && entry.text !== '' && !botName.test(entry.nick)) {
      const line = meetingLine(entry.text);
      if (line) note(line, at, { notes, nicks, places });
      else notes.lines.push({ text: `- ${shownNick(entry.nick)}: ${entry.text}`, at });
    }
  }
  if (notes.lines.at(-2)?.text === `# ${afterwards}`) notes.lines.splice(-3);
  return notes;
}

/** The heading of what is said when the bot no longer notes. */
const afterwards = 'After the meeting';

interface Noting {
  readonly notes: LogNotes;
  readonly nicks: ReadonlySet<string>;
  readonly places: Places;
}

function note(line: MeetingLine, at: number, { notes, nicks, places }: Noting): void {
  const heading = (marks: string, text: string): void =>
    void notes.lines.push({ text: '', at }, { text: `${marks} ${text}`, at }, { text: '', at });
  notes.isMeeting = true;
  switch (line.command) {
    case 'title':
      if (notes.title !== undefined) places.drop(at, notes.title, say`what the meeting was called before`);
      notes.title = line.text;
      return;
    case 'topic':
      heading('#', line.text);
      return;
    case 'subtopic':
      heading('##', line.text);
      return;
    case 'end':
      heading('#', afterwards);
      return;
    case 'chair':
      notes.chairs.push(...line.text.split(/[\s,]+/).filter((nick) => nick !== ''));
      return;
    case 'undo':
      places.doubt(at, say`"#undo" takes back what was noted before it; delete it there`);
      return;
    default:
      notes.lines.push({ text: `- ${markedLine(line, nicks)}`, at });
  }
}

/** What the notes do not say: times, who came and went, what programs say, and the words of commands. */
function tellLeftOut(log: readonly LogLine[], places: Places): void {
  const drop = (why: string, said: (line: LogLine) => string | undefined): void => {
    const found = log.flatMap((line) => {
      const text = said(line);
      return text === undefined || text === '' ? [] : [{ text, at: line.at }];
    });
    const [first] = found;
    if (first) places.drop(first.at, [...new Set(found.map(({ text }) => text))].join('\n'), why);
  };
  drop(say`the times of a log`, ({ entry }) => entry?.stamp);
  drop(say`what programs add to nicks`, ({ entry }) =>
    entry && entry.type !== 'event' && entry.written !== entry.nick ? entry.written : undefined,
  );
  drop(say`who came and went`, ({ entry }) => (entry?.type === 'event' ? entry.text : undefined));
  drop(say`said by a program`, ({ entry }) =>
    entry?.type === 'said' && botName.test(entry.nick) ? `${entry.nick}: ${entry.text}` : undefined,
  );
  drop(say`commands for a meeting bot; the form of the notes says the same`, ({ entry }) => {
    const line = entry?.type === 'said' && !botName.test(entry.nick) ? meetingLine(entry.text) : undefined;
    if (!line || entry?.type !== 'said') return undefined;
    return line.command === 'undo' || line.command === 'chair'
      ? entry.text
      : entry.text.slice(0, entry.text.length - line.text.length);
  });
}

/** The day that a line tells: by its own date, or by what opens a log. */
function dayOf({ entry, text }: LogLine): string | undefined {
  const iso = /\b\d{4}-\d{2}-\d{2}(?!\d)/.exec(entry?.stamp ?? '')?.[0];
  if (iso !== undefined || (entry && entry.type !== 'event' && !botName.test(entry.nick))) return iso;
  const [, month, day, year] =
    /\b([A-Z][a-z]{2}) {1,2}(\d{1,2})(?: [\d:]{5,8})?(?: [A-Z]{3,4})?,? (\d{4})\b/.exec(text) ?? [];
  return day === undefined ? undefined : readDate(`${day} ${month ?? ''} ${year ?? ''}`)?.iso;
}
