/** A line of a log of IRC, Matrix or a call's chat. */
export type IrcLine = Stamped & (Said | Event);

interface Stamped {
  /** Time and date that the line begins with; empty where there are none. */
  readonly stamp: string;
}

interface Said {
  readonly type: 'said' | 'deed';
  /** Without the marks of operators, of being away and of a second login. */
  readonly nick: string;
  /** With those behind it. */
  readonly written: string;
  readonly text: string;
}

/** Somebody came, left or took another name; the program tells of itself. */
interface Event {
  readonly type: 'event';
  readonly text: string;
}

/** `[12:01]`, `12:01:33`, `2024-06-05 12:01`, `[2024-06-05T12:01:33Z]`, `Jun 05 12:01:33`, `12:01 PM`. */
const stampForm =
  /^[[(]?(?:\d{4}-\d{2}-\d{2}(?:T|\s{1,3})|\p{Lu}\p{Ll}{2} {1,2}\d{1,2} )?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[AaPp][Mm])?(?:[+-]\d{2}:?\d{2})?[\])]?(?:\s+|$)/u;
/** A nick, with what marks operators in front. */
const nick = '[ @+%&~!]{0,2}([\\p{L}_\\\\[\\]{}^`|][\\p{L}\\d_\\\\[\\]{}^`|.:/-]{0,40})';
const saidForm = new RegExp(`^<${nick} {0,3}>(?!\\S)\\s*(?!\\s)(.*)$`, 'u');
/** Chats without angle brackets tell a line that somebody says by its time. */
const timedForms = [
  new RegExp(`^${nick}\\t\\s*(?!\\s)(.*)$`, 'u'),
  new RegExp(`^${nick}:\\s+(\\S.*)$`, 'u'),
  new RegExp(`^${nick}\\s+\\|\\s(.*)$`, 'u'),
  /^(?:From\s+)?(\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3})(?:\s+to\s+Everyone)?\s?:\s+(\S.*)$/u,
];
const deedForm = new RegExp(`^(?:\\*|•)\\s+${nick}\\s+(?!\\s)(.*)$`, 'u');
const eventMark = /^(?:-!-|\*{3}|={2,3}|-{2,3}>?|<-{1,2}>?|→|←|⇐|⇒|!)\s/;
const eventWords =
  /\b(?:has (?:joined|left|quit)|joined (?:the|#|as)|left (?:the|#)|is now known as|changed (?:the topic|nick)|sets? (?:the )?(?:mode|topic)|set the topic|(?:joins|parts|quits):?|was kicked|ChanServ gives)(?:\s|$)|^(?:joins|parts|quits):/i;
const logMark = /^-{3}\s*(?:log (?:opened|closed)|day changed)\b/i;

/** Tags of HTML that a line may begin with; nobody is called so. */
const tag = /^(?:[abipqsu]|b[lr]|d[dlt]|h[1-6r]|em|li|ol|ul|t[dhr]|br|code|div|pre|span|strong|table)$/i;

/** Reads a line of a log; `undefined` for any other. */
export function ircLine(line: string): IrcLine | undefined {
  if (logMark.test(line)) return { type: 'event', stamp: '', text: line };
  const stamp = stampForm.exec(line)?.[0] ?? '';
  const rest = line.slice(stamp.length);
  const said = saidForm.exec(rest);
  if (said && !tag.test(said[1] ?? '')) return spoken('said', stamp, said);
  const marked = eventMark.test(rest) || deedForm.test(rest);
  if (stamp === '' ? marked && eventWords.test(rest) : eventMark.test(rest) || eventWords.test(rest))
    return { type: 'event', stamp: stamp.trim(), text: rest };
  const deed = stamp === '' ? null : deedForm.exec(rest);
  if (deed) return spoken('deed', stamp, deed);
  const timed = stamp === '' ? undefined : timedForms.map((form) => form.exec(rest)).find((form) => form !== null);
  return timed ? spoken('said', stamp, timed) : undefined;
}

function spoken(type: Said['type'], stamp: string, [, name = '', text = '']: RegExpExecArray): IrcLine {
  return { type, stamp: stamp.trim(), nick: bareNick(name), written: name, text: text.trim() };
}

/** `jan_`, `jan|away`, `jan[m]` are Jan. */
function bareNick(name: string): string {
  const bare = name.replace(/\[m\]$|[|`].*/s, '').replace(/^_+|(?<!_)_+$/g, '');
  return bare === '' ? name : bare;
}

/** A nick as the format writes a name. */
export function shownNick(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
