import type { OpenAction } from '../archiveContents.js';

/** How long an action has been open, as of a day. */
export interface ActionAge {
  /** Whole months; left out where its document has no date. */
  readonly months?: number;
  readonly overdue: boolean;
}

/** Since the day its document states, or the first of its month or year. */
export function actionAge({ date, due }: Pick<OpenAction, 'date' | 'due'>, today: string): ActionAge {
  const overdue = due !== undefined && due < today.slice(0, due.length);
  if (date === undefined) return { overdue };
  const [year, month, day] = partsOf(date);
  const [thisYear, thisMonth, thisDay] = partsOf(today);
  const months = (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0);
  return { months: Math.max(0, months), overdue };
}

function partsOf(iso: string): [year: number, month: number, day: number] {
  const [year, month, day] = iso.split('-');
  return [Number(year), Number(month ?? 1), Number(day ?? 1)];
}
