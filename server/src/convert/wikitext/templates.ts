import type { PhrasingContent } from 'mdast';
import { wikiSilent, wikiTemplates, type WikiMarker } from '../../document/schema.js';
import { text } from '../nodes.js';
import { lineAt, type WikiContext } from './context.js';
import { readInline } from './inline.js';
import { readMarkedTemplate } from './markedTemplates.js';
import { readParameters, type Call, type Parameter } from './parameters.js';
import type { Template } from './tokens.js';
import { unwrapped } from '../wrap.js';
import { say } from '../../text/say.js';

/** What a template means. */
export type Meaning =
  | { readonly type: 'project'; readonly call: Call }
  /** Text that the template only puts a picture or a frame around. */
  | { readonly type: 'note'; readonly parameter: Parameter | undefined }
  /** Lines with a marker each, such as a motion and its result. */
  | { readonly type: 'marked'; readonly role: WikiMarker; readonly lines: readonly (readonly PhrasingContent[])[] }
  | { readonly type: 'text'; readonly nodes: readonly PhrasingContent[] };

/** Templates that stand for a character, where it would be markup. */
const characters: Readonly<Record<string, string>> = { '!': '|', '=': '=', '((': '{{', '))': '}}', '!!': '||' };

/** What a template means; one that is not known is kept as it stands. `behind` is the text that follows it in its line. */
export function meaningOf(template: Template, behind: string, context: WikiContext): Meaning {
  const call = readParameters(template, context.source);
  const name = call.name.toLowerCase();
  const character = Object.hasOwn(characters, name) ? characters[name] : undefined;
  if (/^(?:displaytitle|defaultsort):/.test(name)) return { type: 'text', nodes: [] };
  if (character !== undefined) return { type: 'text', nodes: [text(character)] };
  const own = [...context.forms.values()].find((form) => form.name?.toLowerCase() === name);
  const role = own?.marker ?? (Object.hasOwn(wikiTemplates, name) ? wikiTemplates[name] : undefined);
  if (role === undefined) return wikiSilent.test(name) ? silent(template, context) : unknown(template, call, context);
  if (role === 'project') return { type: 'project', call };
  return readMarkedTemplate(template, role, { slots: own?.parameters ?? {}, behind, context });
}

/** A template that shows nothing. */
function silent(template: Template, context: WikiContext): Meaning {
  const whole = context.source.slice(template.start, template.end);
  context.places.drop(lineAt(context, template.start), whole, say`a template that shows no text`);
  return { type: 'text', nodes: [] };
}

function unknown(template: Template, call: Call, context: WikiContext): Meaning {
  const whole = context.source.slice(template.start, template.end);
  context.places.doubt(
    lineAt(context, template.start),
    say`the template "${call.name}" is not known; it is kept as text`,
  );
  return { type: 'text', nodes: [text(unwrapped(whole))] };
}

/** A template within a line, before this text. */
export function inlineTemplate(template: Template, behind: string, context: WikiContext): PhrasingContent[] {
  const meaning = meaningOf(template, behind, context);
  switch (meaning.type) {
    case 'text':
      return [...meaning.nodes];
    case 'note':
      return readInline(meaning.parameter?.tokens ?? [], context);
    case 'marked':
      return meaning.lines.flatMap((nodes, index) => (index > 0 ? [text('\n'), ...nodes] : [...nodes]));
    case 'project':
      return unknownInline(template, context);
  }
}

/** A project within a line has no place for its fields. */
function unknownInline(template: Template, context: WikiContext): PhrasingContent[] {
  context.places.doubt(lineAt(context, template.start), say`a project stands within a line; it is kept as text`);
  return [text(unwrapped(context.source.slice(template.start, template.end)))];
}
