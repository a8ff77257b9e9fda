import type { Config } from '../../archive/config.js';
import { wikiForms, wikiMarkers, type WikiMarker } from '../../document/schema.js';
import { readParameters } from './parameters.js';
import { tokenize } from './tokenize.js';

/** What stands for a value in a template's form: `{{Action|{owners}|{text}}}`. */
const slots = ['owners', 'due', 'text'] as const;
export type Slot = (typeof slots)[number];

/** How a marker is written on the wiki. */
export interface TemplateForm {
  readonly marker: WikiMarker;
  /** With the slots in braces. */
  readonly form: string;
  /** The template's name in lower case; absent for a form that is no template. */
  readonly name?: string;
  /** Parameter, by place or name, of each slot. */
  readonly parameters: Readonly<Partial<Record<Slot, string>>>;
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
  // Braces around slots would be read as those of templates.
  const plain = slots.reduce((text, slot) => text.replaceAll(`{${slot}}`, `\u0001${slot}\u0001`), form);
  const [template, ...others] = tokenize(plain.trim()).tokens;
  if (template?.type !== 'template' || others.length > 0) return { marker, form, parameters: {} };
  const { name, parameters } = readParameters(template, plain);
  const found = slots.flatMap((slot) => {
    const parameter = [...parameters].find(([, { source }]) => source.includes(`\u0001${slot}\u0001`));
    return parameter ? [[slot, parameter[0]] as const] : [];
  });
  return { marker, form, name: name.toLowerCase(), parameters: Object.fromEntries(found) };
}
