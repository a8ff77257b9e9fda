import type { ActionView, NotesView, SessionStatus } from '../../../server/src/lsp/protocol.js';
import { counted, say } from '../../../server/src/text/say.js';
import type { When } from './actionNodes.js';

/** What a session's status means, for people who see the colour and for people who hear the label. */
export function statusText(status: SessionStatus): string {
  switch (status) {
    case 'draft':
      return say`draft, not posted yet`;
    case 'notes':
      return say`notes published`;
    case 'none':
      return say`no notes`;
    case 'todo':
      return say`notes still to be written`;
    case 'unknown':
      return say`notes not known`;
  }
}

export function sessionsCounted(count: number): string {
  return counted(count, say`1 session`, say`${count} sessions`);
}

export function documentsCounted(count: number): string {
  return counted(count, say`1 document`, say`${count} documents`);
}

/** First and last year, where there are any. */
export function period({ from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from === undefined || to === undefined) return '';
  return from === to ? String(from) : say`${from} to ${to}`;
}

export function openActionsCounted(count: number): string {
  return counted(count, say`1 open action`, say`${count} open actions`);
}

/** Whether notes are out, in a word. */
export function stateOf({ posted }: NotesView): string {
  return posted ? say`posted` : say`draft`;
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
  const years = Math.floor(months / 12);
  if (years >= 1) return counted(years, say`1 year`, say`${years} years`);
  if (months >= 1) return counted(months, say`1 month`, say`${months} months`);
  return days === 0 ? say`today` : counted(days, say`1 day`, say`${days} days`);
}

/** What actions have in common that are grouped by their days. */
export function whenText(when: When): string {
  switch (when) {
    case 'overdue':
      return say`Overdue`;
    case 'soon':
      return say`Due within a week`;
    case 'later':
      return say`Due later`;
    case 'undated':
      return say`Due on no day`;
    case 'ended':
      return say`Done`;
  }
}

/** What stands behind an action in the tree: `since 2013-02 · 13 years · due 2013-03-15`. */
export function actionDetail(action: ActionView, today: Date): string {
  const old = action.date === undefined ? undefined : age(action.date, today);
  return [
    action.date === undefined ? undefined : say`since ${action.date}`,
    old,
    action.due === undefined ? undefined : say`due ${action.due}`,
    action.openFor > 1 ? say`${action.openFor} meetings` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
