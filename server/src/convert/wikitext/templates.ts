import type { PhrasingContent } from 'mdast';
import { wikiParameters, wikiTemplates, type DecisionKind, type WikiMarker } from '../../document/schema.js';
import { plainText, text } from '../nodes.js';
import { lineAt, type WikiContext } from './context.js';
import type { Slot } from './forms.js';
import { readInline } from './inline.js';
import { readParameters, type Call, type Parameter } from './parameters.js';
import type { Template } from './tokens.js';
import { unwrapped } from '../wrap.js';

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

/** What a template means; one that is not known is kept as it stands. */
export function meaningOf(template: Template, context: WikiContext): Meaning {
  const call = readParameters(template, context.source);
  const name = call.name.toLowerCase();
  const character = Object.hasOwn(characters, name) ? characters[name] : undefined;
  if (/^(?:displaytitle|defaultsort):/.test(name)) return { type: 'text', nodes: [] };
  if (character !== undefined) return { type: 'text', nodes: [text(character)] };
  const own = [...context.forms.values()].find((form) => form.name?.toLowerCase() === name);
  const role = own?.marker ?? (Object.hasOwn(wikiTemplates, name) ? wikiTemplates[name] : undefined);
  if (role === undefined) return unknown(template, call, context);
  if (role === 'project') return { type: 'project', call };
  return marked(template, role, own?.parameters ?? {}, context);
}

/** What a template is read with, and the parameters that have been. */
interface Reader {
  readonly call: Call;
  readonly slots: Slots;
  readonly context: WikiContext;
  readonly used: Set<Parameter>;
}

function take(reader: Reader, parameter: Parameter | undefined): Parameter | undefined {
  if (parameter) reader.used.add(parameter);
  return parameter;
}

function marked(template: Template, role: WikiMarker | 'note', slots: Slots, context: WikiContext): Meaning {
  const names = new Set<string>([...Object.values(wikiParameters).flat(), ...Object.values(slots)]);
  const call = readParameters(template, context.source, (each) => names.has(each));
  const line = lineAt(context, template.start);
  for (const swallowed of call.swallowed)
    context.places.doubt(line, `the wiki loses what follows "${swallowed}": a "=" makes it a parameter; it is kept`);
  const reader: Reader = { call, slots, context, used: new Set() };
  const meaning: Meaning =
    role === 'note'
      ? { type: 'note', parameter: take(reader, call.parameters.get('1') ?? named(call, 'text')) }
      : { type: 'marked', role, lines: role === 'action' ? [actionLine(reader)] : votes(role, reader) };
  for (const [key, parameter] of call.parameters) {
    if (reader.used.has(parameter) || parameter.source.trim() === '') continue;
    const written = /^\d+$/.test(key) ? parameter.source : `${key}=${parameter.source}`;
    context.places.drop(line, written.trim(), `a parameter that the template "${call.name}" does not show`);
  }
  return meaning;
}

function unknown(template: Template, call: Call, context: WikiContext): Meaning {
  const whole = context.source.slice(template.start, template.end);
  context.places.doubt(lineAt(context, template.start), `the template "${call.name}" is not known; it is kept as text`);
  return { type: 'text', nodes: [text(unwrapped(whole))] };
}

/** A template within a line. */
export function inlineTemplate(template: Template, context: WikiContext): PhrasingContent[] {
  const meaning = meaningOf(template, context);
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
  context.places.doubt(lineAt(context, template.start), 'a project stands within a line; it is kept as text');
  return [text(unwrapped(context.source.slice(template.start, template.end)))];
}

function named(call: Call, kind: keyof typeof wikiParameters): Parameter | undefined {
  for (const name of wikiParameters[kind]) {
    const parameter = call.parameters.get(name);
    if (parameter) return parameter;
  }
  return undefined;
}

type Slots = Readonly<Partial<Record<Slot, string>>>;

function slot({ call, slots }: Reader, name: Slot): Parameter | undefined {
  const place = slots[name];
  return (place === undefined ? undefined : call.parameters.get(place)) ?? named(call, name);
}

/** `{{Action|Lars|text}}`, `{{Action|Lars: text}}`, and the same with names: `ACTION Lars (by D): text`. */
function actionLine(reader: Reader): PhrasingContent[] {
  const { call, context } = reader;
  const [one, two] = ['1', '2'].map((place) => call.parameters.get(place));
  const stated = slot(reader, 'owners');
  const said = slot(reader, 'text');
  const owners = take(reader, stated ?? (said === undefined || two !== undefined ? one : undefined));
  const behind = stated === undefined ? two : [one, two].find((each) => each !== undefined && each !== stated);
  const body = take(reader, said ?? behind);
  const due = shown(take(reader, slot(reader, 'due')), context);
  const by = due === '' ? '' : ` (by ${due})`;
  // A single parameter holds both, or no owner at all.
  if (body === undefined && owners !== undefined && owners === one) return alone(owners, by, context);
  const names = shown(owners, context).replace(/:+$/, '').trim();
  return [text(`ACTION${names === '' ? '' : ` ${names}`}${by}: `), ...readInline(body?.tokens ?? [], context)];
}

function alone(parameter: Parameter, by: string, context: WikiContext): PhrasingContent[] {
  const nodes = readInline(parameter.tokens, context);
  const [first, ...rest] = nodes;
  const head = first?.type === 'text' ? /^([^:]{1,60}):+\s*/.exec(first.value) : null;
  if (first?.type !== 'text' || !head) return [text(`ACTION${by}: `), ...nodes];
  return [text(`ACTION ${head[1] ?? ''}${by}: ${first.value.slice(head[0].length)}`), ...rest];
}

function shown(parameter: Parameter | undefined, context: WikiContext): string {
  return parameter ? plainText(readInline(parameter.tokens, context)).replace(/\s+/g, ' ').trim() : '';
}

const results: readonly (readonly [RegExp, DecisionKind])[] = [
  [/^(?:passed|accepted|carried|approved|yes)$/i, 'passed'],
  [/^(?:rejected|failed|lost|no)$/i, 'rejected'],
  [/^(?:deferred|postponed|tabled)$/i, 'deferred'],
];

/** A motion, a result, a to-do and the like: a line each for the motion, its result and the votes, as far as they are stated. */
function votes(role: Exclude<WikiMarker, 'action'>, reader: Reader): PhrasingContent[][] {
  const { call, context } = reader;
  const body = take(reader, slot(reader, 'text') ?? call.parameters.get('1'));
  const lines: PhrasingContent[][] = [[text(`${role.toUpperCase()}: `), ...readInline(body?.tokens ?? [], context)]];
  if (role === 'todo') return lines;
  const second = body === call.parameters.get('1') ? call.parameters.get('2') : undefined;
  const result = shown(take(reader, named(call, 'result') ?? second), context);
  const kind = results.find(([form]) => form.test(result))?.[1];
  if (kind) lines.push([text(`${kind.toUpperCase()}:`)]);
  else if (result !== '') lines.push([text(`DECISION: ${result}`)]);
  const counts = (['for', 'against', 'abstain'] as const).flatMap((name) => {
    const value = shown(take(reader, named(call, name)), context);
    return value === '' ? [] : [`${value} ${name === 'abstain' ? 'abstained' : name}`];
  });
  if (counts.length > 0) lines.push([text(`VOTES: ${counts.join(', ')}`)]);
  return lines;
}
