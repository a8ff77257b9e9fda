import type { ActionView, NotesView, SessionStatus } from '../../../server/src/lsp/protocol.js';

/** `1 session`, `23 sessions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a session's status means, for people who see the colour and for people who hear the label. */
export const statusText: Readonly<Record<SessionStatus, string>> = {
  draft: 'draft, not posted yet',
  notes: 'notes published',
  none: 'no notes',
  todo: 'notes still to be written',
  unknown: 'notes not known',
};

/** Whether notes are out, in a word. */
export function stateOf({ posted }: NotesView): 'posted' | 'draft' {
  return posted ? 'posted' : 'draft';
}

/** A name of ThemeIcon and of the colour it takes; no colour where nothing is good or bad about it. */
export const statusIcon: Readonly<Record<SessionStatus, { readonly icon: string; readonly color?: string }>> = {
  draft: { icon: 'note', color: 'list.warningForeground' },
  notes: { icon: 'pass', color: 'testing.iconPassed' },
  none: { icon: 'circle-slash' },
  todo: { icon: 'edit', color: 'list.warningForeground' },
  unknown: { icon: 'question' },
};

/**
 * How long ago a date is, in the largest unit that fits: `13 years`. The date may be as short as a year; what isn't
 * stated counts as the start of it. `undefined` for a date in the future or for no date.
 */
export function age(date: string, today: Date): string | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const days = Math.floor((today.getTime() - new Date(year, month - 1, day).getTime()) / 86_400_000);
  if (days < 0) return undefined;
  const months = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month - (today.getDate() < day ? 1 : 0);
  if (months >= 12) return counted(Math.floor(months / 12), 'year');
  if (months >= 1) return counted(months, 'month');
  return days === 0 ? 'today' : counted(days, 'day');
}

/** Whether a due date, as precise as stated, has passed entirely. */
export function isOverdue(due: string, today: Date): boolean {
  const local = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return due < local.slice(0, due.length);
}

/** What stands behind an action in the tree: `since 2013-02 · 13 years · due 2013-03-15`. */
export function actionDetail(action: ActionView, today: Date): string {
  const old = action.date === undefined ? undefined : age(action.date, today);
  return [
    action.date === undefined ? undefined : `since ${action.date}`,
    old,
    action.due === undefined ? undefined : `due ${action.due}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
