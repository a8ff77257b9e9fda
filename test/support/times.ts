/** How often more than in a usual run generated tests are run; `npm run fuzz` sets it. */
const factor = Number(process.env['XEN_NOTES_FUZZ'] ?? 1);

/** So many cases in a usual run, and more of them when they are looked for. */
export function times(cases: number): number {
  return cases * factor;
}
