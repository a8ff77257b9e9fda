/** Whole months from a day to another, both in ISO form; of a month or a year from its first day. */
export function monthsSince(date: string, today: string): number {
  const [year, month, day] = partsOf(date);
  const [thisYear, thisMonth, thisDay] = partsOf(today);
  const months = (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0);
  return Math.max(0, months);
}

function partsOf(iso: string): [year: number, month: number, day: number] {
  const [year, month, day] = iso.split('-');
  return [Number(year), Number(month ?? 1), Number(day ?? 1)];
}
