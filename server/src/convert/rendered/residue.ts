import { decisionKinds, iconResidue, shownTemplates, undefinedTemplate, wikiResidue } from '../../document/schema.js';
import type { Places } from '../places.js';
import { namesOwners } from '../shape/owners.js';
import { tickOf } from '../shape/ticks.js';
import { say } from '../../text/say.js';

/** What the text that a template shows stands for. */
export interface Understood {
  readonly text: string;
  /** Whether it is an action, a decision or a to-do. */
  readonly marker: boolean;
  /** From a tick or a cross before it. */
  readonly checked?: boolean;
}

const actionForm = /^Action\b([^:]{0,82})(:{1,2})\s*(?!\s)(?:-\s+(?!\s))?([\s\S]*)$/i;
const decisionForm = new RegExp(`^(${decisionKinds.join('|')})\\b([^:]{0,40}):\\s*(?!\\s)([\\s\\S]*)$`, 'i');
/** `ACTION Konrad: or Mukesh to …`: an owner whom the template had no place for. */
const secondOwner = /^ACTION [^:]{1,80}: ((?:or|and) \p{Lu}\p{Ll}+) to\s/u;
const decisionInCapitals = new RegExp(
  `^(?:${decisionKinds.map((kind) => kind.toUpperCase()).join('|')})\\b[^:]{0,40}:`,
);

/** Reads the text of a line or item: the picture of a template goes, the marker that the template means stays. */
export function understood(source: string, line: number, places: Places): Understood {
  const tick = tickOf(source);
  const unticked = source.slice(tick?.length ?? 0);
  const icon = iconResidue.exec(unticked)?.[0] ?? '';
  const own = unticked.slice(icon.length).trimStart();
  const template = shownIn(icon, own);
  const head = template?.[0].exec(own)?.[0] ?? '';
  if (icon !== '') places.drop(line, `${icon}${head}`.trim(), say`the picture of a template`);
  const meant = template
    ? `${template[1]}: ${own.slice(head.length)}`.trimEnd()
    : icon !== '' || tick || marksItself(own)
      ? markerOf(own)
      : undefined;
  if (tick && meant?.startsWith('ACTION') !== true)
    return { text: source.slice(0, tick.length).trimEnd() + ` ${own}`, marker: false };
  const second = meant === undefined ? undefined : secondOwner.exec(meant)?.[1];
  if (second !== undefined)
    places.doubt(line, say`"${second}" may be a second owner of the action; name them before the colon`);
  return {
    text: meant ?? own,
    marker: meant !== undefined,
    ...(tick && { checked: tick.done }),
  };
}

function shownIn(icon: string, own: string): (typeof shownTemplates)[number] | undefined {
  return icon !== '' || wikiResidue.test(own) ? shownTemplates.find(([form]) => form.test(own)) : undefined;
}

/** Whether a line is an action or a decision. */
export function isMarkedLine(source: string): boolean {
  const unticked = source.slice(tickOf(source)?.length ?? 0);
  const icon = iconResidue.exec(unticked)?.[0] ?? '';
  const own = unticked.slice(icon.length).trimStart();
  return shownIn(icon, own) !== undefined || (icon !== '' && markerOf(own) !== undefined) || marksItself(own);
}

/** Whether a line is marked by its own words, where pictures are lost: `Action Jan:: …`, `RESOLUTION: …`. */
function marksItself(own: string): boolean {
  const [, written = '', colons = ''] = actionForm.exec(own) ?? [];
  const owners = written.replace(/(?<!\s)\s*\([^()]*\)/g, '').trim();
  if (colons !== '') return colons === '::' || owners === '' || namesOwners(owners);
  return decisionInCapitals.test(own) || /^(?:motion|resolution)\s*:/i.test(own);
}

/** The text in the form of the format; `undefined` when the template marks nothing. */
function markerOf(shown: string): string | undefined {
  const action = actionForm.exec(shown);
  if (action) return `${['ACTION', action[1]?.trim()].filter(Boolean).join(' ')}: ${action[3] ?? ''}`.trimEnd();
  const decision = decisionForm.exec(shown);
  if (!decision) return undefined;
  return `${(decision[1] ?? '').toUpperCase()}${decision[2] ?? ''}: ${decision[3] ?? ''}`.trimEnd();
}

/** Whether a line is what the wiki shows in place of a template that is not there. */
export function isUndefinedTemplate(source: string): boolean {
  return undefinedTemplate.test(source) && undefinedTemplate.exec(source.replace(iconResidue, ''))?.index === 0;
}
