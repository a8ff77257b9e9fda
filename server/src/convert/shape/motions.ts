import { motionOutcomes } from '../../document/schema.js';

/** Longer texts behind a motion are no result of it. */
const longest = 80;

/** A motion, and what became of it where its line says so behind it: `MOTION: … No objections - carried`. */
export function withOutcome(text: string): readonly string[] {
  if (!/^MOTION:/.test(text)) return [text];
  for (const { index } of text.matchAll(/[ \n](?=[-–—([]*\s?\p{Lu})/gu)) {
    const said = text.slice(index).replace(/^[\s–—([-]+|[)\]]$/g, '');
    const kind = motionOutcomes.find(([, form]) => form.test(said))?.[0];
    if (kind === undefined || said.length > longest || /[.!?]\s/.test(said)) continue;
    const motion = text.slice(0, index).trimEnd();
    if (motion === 'MOTION:') return [text];
    return [motion, `${kind.toUpperCase()}: ${said}`];
  }
  return [text];
}
