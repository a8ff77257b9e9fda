import { decisionKinds, iconResidue, shownTemplates, undefinedTemplate } from '../../document/schema.js';
import type { Places } from '../places.js';

/** What the text that a template shows stands for. */
export interface Understood {
  readonly text: string;
  /** Whether it is an action, a decision or a to-do. */
  readonly marker: boolean;
  /** From a tick or a cross before it. */
  readonly checked?: boolean;
}

const actionForm = /^Action\b\s*([^:]{0,80}?)\s*:{1,2}\s*(?:-\s+)?([\s\S]*)$/i;
const decisionForm = new RegExp(`^(${decisionKinds.join('|')})\\b([^:]{0,40}):\\s*([\\s\\S]*)$`, 'i');
const tick = /^([✓✔☑✗✘☐])\s*/u;

/** Reads the text of a line or item: the picture of a template goes, the marker that the template means stays. */
export function understood(source: string, line: number, places: Places): Understood {
  const sign = tick.exec(source);
  const unticked = sign ? source.slice(sign[0].length) : source;
  const icon = iconResidue.exec(unticked)?.[0] ?? '';
  const own = unticked.slice(icon.length).trimStart();
  const template = icon === '' ? undefined : shownTemplates.find(([form]) => form.test(own));
  const head = template?.[0].exec(own)?.[0] ?? '';
  if (icon !== '') places.drop(line, `${icon}${head}`.trim(), 'the picture of a template');
  const meant =
    icon === '' ? undefined : template ? `${template[1]}: ${own.slice(head.length)}`.trimEnd() : markerOf(own);
  const action = /^action\b[^:]{0,80}:/i.test(own);
  if (sign && !action) return { text: `${sign[1] ?? ''} ${own}`, marker: false };
  return {
    text: meant ?? own,
    marker: meant !== undefined,
    ...(sign && { checked: /[✓✔☑]/u.test(sign[1] ?? '') }),
  };
}

/** The text in the form of the format; `undefined` when the template marks nothing. */
function markerOf(shown: string): string | undefined {
  const action = actionForm.exec(shown);
  if (action) return `ACTION${action[1] ? ` ${action[1]}` : ''}: ${action[2] ?? ''}`.trimEnd();
  const decision = decisionForm.exec(shown);
  if (!decision) return undefined;
  return `${(decision[1] ?? '').toUpperCase()}${decision[2] ?? ''}: ${decision[3] ?? ''}`.trimEnd();
}

/** Whether a line is what the wiki shows in place of a template that is not there. */
export function isUndefinedTemplate(source: string): boolean {
  return undefinedTemplate.test(source) && undefinedTemplate.exec(source.replace(iconResidue, ''))?.index === 0;
}
