import type { Config } from '../../archive/config.js';
import { wikiForms, wikiMarkers, type WikiMarker } from '../../document/schema.js';
import { readParameters } from './parameters.js';
import { tokenize } from './tokenize.js';

/** What stands for a value in a template's form: `{{Action|{owners}|{text}}}`. */
export const slots = ['owners', 'due', 'text'] as const;
export type Slot = (typeof slots)[number];

/** How a marker is written on the wiki. */
export interface TemplateForm {
  readonly marker: WikiMarker;
  /** With slots as {@link slotMark} has them. */
  readonly form: string;
  /** The template's name; absent for a form that is no template. */
  readonly name?: string;
  /** Its parameters by place or name, with slots as {@link slotMark} has them. */
  readonly parts: readonly (readonly [key: string, source: string])[];
  /** Parameter, by place or name, of each slot. */
  readonly parameters: Readonly<Partial<Record<Slot, string>>>;
}

/** A slot where its braces would be read as those of a template. */
export function slotMark(slot: Slot): string {
  return `⟨${slot}⟩`;
}

export type TemplateForms = ReadonlyMap<WikiMarker, TemplateForm>;

/** The forms of an archive: those of its configuration, else those of the wiki. */
export function templateForms({ wiki }: Config): TemplateForms {
  const own = wiki?.templates ?? {};
  return new Map(
    wikiMarkers.flatMap((marker) => {
      const form = own[marker] ?? wikiForms[marker];
      return form === undefined ? [] : [[marker, readForm(marker, form)] as const];
    }),
  );
}

function readForm(marker: WikiMarker, form: string): TemplateForm {
  const plain = slots.reduce((text, slot) => text.replaceAll(`{${slot}}`, slotMark(slot)), form.trim());
  const [template, ...others] = tokenize(plain).tokens;
  if (template?.type !== 'template' || others.length > 0) return { marker, form: plain, parts: [], parameters: {} };
  const { name, parameters } = readParameters(template, plain);
  const parts = [...parameters].map(([key, { source }]) => [key, source] as const);
  const found = slots.flatMap((slot) => {
    const part = parts.find(([, source]) => source.includes(slotMark(slot)));
    return part ? [[slot, part[0]] as const] : [];
  });
  return { marker, form: plain, name, parts, parameters: Object.fromEntries(found) };
}
