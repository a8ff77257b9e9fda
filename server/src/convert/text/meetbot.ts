import { botName, meetbotLine, meetbotRemark, sectionRole } from '../../document/schema.js';
import { indentOf, type Line } from '../mail/reading/line.js';
import type { Places } from '../places.js';
import { shownNick } from './ircLine.js';
import { markedLine, meetingLine, type MeetingLine } from './meetingLine.js';
import { say } from '../../text/say.js';

/** Whether a text is the minutes that a meeting bot writes. */
export function isMeetbot(lines: readonly string[]): boolean {
  return lines.some((line) => meetbotLine.test(line));
}

/**
 * The minutes of a meeting bot as people would write them: nicks as names, an action's owners in front of it. When and by whom
 * each point was noted, how often somebody spoke, and actions that are listed again are told.
 */
export function meetbotLines(lines: readonly Line[], places: Places): Line[] {
  const nicks = new Set(lines.flatMap(({ text }) => nickBehind(text)));
  const points = lines.map((line) => pointOf(line, nicks));
  const noted = new Set(points.flatMap(({ action }) => action ?? []));
  const remarks = points.flatMap(({ remark, at }) => (remark === '' ? [] : [{ text: remark, at }]));
  dropAll(remarks, say`as what, by whom and when it was noted`, places);
  const sections = sectionsOf(points);
  const again = sections.filter(([head, ...rest]) => isListedAgain(head?.text ?? '', rest, noted));
  dropAll(again.flat(), say`actions that are noted above`, places);
  const kept = sections.filter((section) => !again.includes(section)).flatMap(withNames);
  const programs = kept.filter(({ isProgram }) => isProgram);
  dropAll(programs, 'a program', places);
  return kept.filter(({ isProgram }) => !isProgram);
}

/** A line without the bot's remark behind it. */
interface Point extends Line {
  readonly bullet: string;
  readonly own: string;
  readonly remark: string;
  /** What is to be done, as the bot lists it again at the end. */
  readonly action?: string;
}

const bulletForm = /^\s*(?:[*-]|\d{1,3}\.)\s+/;

function pointOf({ text, at }: Line, nicks: ReadonlySet<string>): Point {
  const remark = meetbotRemark.exec(text)?.[0] ?? '';
  const said = text.slice(0, text.length - remark.length);
  const [bullet = ''] = bulletForm.exec(said) ?? [];
  const own = said.slice(bullet.length);
  const line = bullet === '' ? undefined : notedLine(own);
  const label = line ? own.slice(0, own.length - line.text.length).trim() : '';
  return {
    text: bullet + (line ? markedLine(line, nicks) : own),
    at,
    bullet,
    own,
    remark: `${label} ${remark.trim()}`.trim(),
    ...(line?.command === 'ACTION' && { action: line.text }),
  };
}

/** `LINK: …`, `ACTION: …`: what a bot notes, by its label. */
function notedLine(text: string): MeetingLine | undefined {
  const line = meetingLine(text);
  return line && (line.command === 'point' || line.command === line.command.toUpperCase()) ? line : undefined;
}

/** Points by the underlined headings they stand below. */
function sectionsOf(points: readonly Point[]): Point[][] {
  const sections: Point[][] = [[]];
  points.forEach((point, index) => {
    const heads =
      point.text !== '' && indentOf(point.text) === 0 && /^([=-])\1{2,}$/.test(points[index + 1]?.text ?? '');
    if (heads && !/^([=-])\1{2,}$/.test(point.text)) sections.push([point]);
    else sections.at(-1)?.push(point);
  });
  return sections;
}

function isListedAgain(head: string, points: readonly Point[], noted: ReadonlySet<string>): boolean {
  const listed = points.filter(({ bullet }) => bullet !== '');
  const isAction = ({ own }: Point): boolean => noted.has(own) || !/\s/.test(own) || own === '(none)';
  return sectionRole(head.replace(/,.*/s, '')) === 'actions' && listed.length > 0 && listed.every(isAction);
}

/** Those who spoke, as names; programs are among them. */
function withNames(section: readonly Point[]): (Line & { readonly isProgram: boolean })[] {
  const isList = sectionRole(section[0]?.text ?? '') === 'attendees';
  return section.map(({ text, at, bullet, own }) => ({
    text: isList && bullet !== '' ? bullet + shownNick(own) : text,
    at,
    isProgram: isList && bullet !== '' && botName.test(own),
  }));
}

function dropAll(lines: readonly Line[], why: string, places: Places): void {
  const [first] = lines;
  if (first) places.drop(first.at, lines.map(({ text }) => text).join('\n'), why);
}

/** The nick in a bot's remark on a point, and the one before its count of lines. */
function nickBehind(text: string): string[] {
  const remark = meetbotRemark.exec(text);
  if (!remark) return [];
  const [, noted = text.slice(0, remark.index).replace(bulletForm, '')] = /\(([^\s(),]+),/.exec(remark[0]) ?? [];
  return /\s/.test(noted) ? [] : [noted.toLowerCase()];
}
