import ical, { ICalAlarmType } from 'ical-generator';
import { actionKey } from '../../archive/actions.js';
import { slug } from '../../archive/names.js';
import { daysAfter } from '../../document/weekdays.js';
import type { LedgerAction } from './ledger.js';

export interface ActionCalendar {
  readonly text: string;
  readonly count: number;
  /** How many are due on no day, and not in it. */
  readonly left: number;
}

const calendarName = 'Xen Project actions';

/**
 * Open actions as whole days of a calendar (RFC 5545), for programs that show no list of things to do. The same actions give the same
 * bytes, and one that is carried over stays one event: what has to be told of time is told by the meeting that gave it.
 */
export function actionCalendar(actions: readonly LedgerAction[]): ActionCalendar {
  const open = actions.filter((action) => action.open);
  const calendar = ical({
    name: calendarName,
    prodId: { company: 'xen-project', product: 'xen-session-notes' },
  });
  const times = new Map<string, number>();
  let count = 0;
  for (const action of open) {
    const day = action.due?.last === undefined ? undefined : dayOf(action.due.last);
    if (day === undefined) continue;
    const name = nameOf(action);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    count++;
    const start = new Date(`${day}T00:00:00Z`);
    calendar.createEvent({
      id: `${before === 0 ? name : `${name}-${before}`}@xen-session-notes`,
      ...{ start, allDay: true, stamp: stampOf(action, start) },
      summary: `${action.owners.length > 0 ? `${action.owners.join(', ')}: ` : ''}${action.text}`,
      description: described(action),
      alarms: [{ type: ICalAlarmType.display, triggerBefore: 86_400, description: action.text }],
    });
  }
  return { text: `${calendar.toString().trimEnd()}\r\n`, count, left: open.length - count };
}

function described({ origin: { document }, openAt }: LedgerAction): string {
  const asked = document.date ? `Asked on ${document.date.iso}: ${document.title}` : document.title;
  return openAt.length > 1 ? `${asked}\nOpen for ${openAt.length} meetings` : asked;
}

/** The last day of what a date states: a month is over with its last. */
function dayOf(iso: string): string | undefined {
  const [year = '', month, day] = iso.split('-');
  if (day !== undefined) return Number.isNaN(Date.parse(iso)) ? undefined : iso;
  const next =
    month === undefined || month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${two(Number(month) + 1)}-01`;
  return Number.isNaN(Date.parse(next)) ? undefined : daysAfter(next, -1);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function stampOf({ origin }: LedgerAction, otherwise: Date): Date {
  const iso = origin.document.date?.iso;
  const stamp = iso === undefined ? otherwise : new Date(`${`${iso}-01-01`.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(stamp.getTime()) ? otherwise : stamp;
}

/** What stays the same wherever an action is carried to: when and where it was given, and its words. */
function nameOf({ origin: { action, document } }: LedgerAction): string {
  return slug([document.date?.iso, document.title, actionKey(action) ?? action.text].join(' ')).slice(0, 200);
}
