import type { PhrasingContent } from 'mdast';
import { looksLikeName } from '../../document/reading/people.js';
import {
  decisionKinds,
  interestWords,
  voteTemplate,
  wikiParameters,
  wikiSignature,
  type DecisionKind,
  type WikiMarker,
} from '../../document/schema.js';
import { plainText, text } from '../nodes.js';
import { namesOwners } from '../shape/owners.js';
import { lineAt, type WikiContext } from './context.js';
import type { Slot } from './forms.js';
import { readInline } from './inline.js';
import { readParameters, sourceOf, type Call, type Parameter } from './parameters.js';
import type { Meaning } from './templates.js';
import type { Template } from './tokens.js';
import { say } from '../../text/say.js';

/** What a template is read with, and the parameters that have been. */
interface Reader {
  readonly call: Call;
  readonly slots: Slots;
  /** The text that follows the template in its line. */
  readonly behind: string;
  readonly context: WikiContext;
  readonly used: Set<Parameter>;
}

function take(reader: Reader, parameter: Parameter | undefined): Parameter | undefined {
  if (parameter) reader.used.add(parameter);
  return parameter;
}

/** Reads a template that stands for a marker, or for a note. */
export function readMarkedTemplate(
  template: Template,
  role: WikiMarker | 'note',
  { slots, behind, context }: Pick<Reader, 'slots' | 'behind' | 'context'>,
): Meaning {
  const names = new Set<string>([...Object.values(wikiParameters).flat(), ...Object.values(slots)]);
  const call = readParameters(template, context.source, (each) => names.has(each));
  const line = lineAt(context, template.start);
  const reader: Reader = { call, slots, behind, context, used: new Set() };
  const meaning = meaningIn(reader, role);
  for (const [key, parameter] of call.parameters) {
    const swallowed = call.swallowed.get(parameter);
    if (reader.used.has(parameter) && swallowed !== undefined)
      context.places.doubt(
        line,
        say`the wiki loses what follows "${swallowed}": a "=" makes it a parameter; it is kept`,
      );
    if (reader.used.has(parameter) || parameter.source.trim() === '') continue;
    const written = /^\d+$/.test(key) ? parameter.source : `${key}=${parameter.source}`;
    context.places.drop(line, written.trim(), say`a parameter that the template "${call.name}" does not show`);
  }
  return meaning;
}

function meaningIn(reader: Reader, role: WikiMarker | 'note'): Meaning {
  const { call } = reader;
  if (role === 'note' || (role === 'motion' && isInterest(reader)))
    return { type: 'note', parameter: take(reader, call.parameters.get('1') ?? named(call, 'text')) };
  if (role === 'action') return { type: 'marked', role, lines: [actionLine(reader)] };
  const stated = role === 'motion' ? statedMarker(reader) : undefined;
  return { type: 'marked', role, lines: stated ? [stated] : votes(role, reader) };
}

/** Whether a vote is that of a person who would come, as proposals collect them: `{{Vote|[[User:Jan|Jan]]}} Will attend`. */
function isInterest({ call, behind, context }: Reader): boolean {
  const only = call.parameters.get('1');
  if (call.name.toLowerCase() !== voteTemplate || call.parameters.size > (only ? 1 : 0)) return false;
  const said = shown(only, context);
  if (context.votes === 'interest') return true;
  if (said === '') return interestWords.test(behind);
  const source = sourceOf(only?.tokens ?? [], context.source);
  return wikiSignature.test(source) || interestWords.test(said) || (looksLikeName(said) && !resultOf(said));
}

const statedForm = new RegExp(`^(${decisionKinds.join('|')})\\s*:\\s*`, 'i');

/** `{{Vote|PASSED:}}`: what the template shows says itself what it marks. */
function statedMarker(reader: Reader): PhrasingContent[] | undefined {
  const only = reader.call.parameters.size === 1 ? reader.call.parameters.get('1') : undefined;
  const nodes = readInline(only?.tokens ?? [], reader.context);
  const [first, ...rest] = nodes;
  const form = first?.type === 'text' ? statedForm.exec(first.value) : null;
  const result = resultOf(shown(only, reader.context));
  if (first?.type !== 'text' || (!form && !result)) return undefined;
  take(reader, only);
  if (!form) return labelled((result ?? '').toUpperCase(), [], reader);
  const said = first.value.slice(form[0].length);
  return labelled((form[1] ?? '').toUpperCase(), [...(said === '' ? [] : [text(said)]), ...rest], reader);
}

/** A marker with what it marks; where that follows the template the line has one blank between the two. */
function labelled(marker: string, nodes: readonly PhrasingContent[], { behind }: Reader): PhrasingContent[] {
  if (nodes.length > 0) return [text(`${marker}: `), ...nodes];
  if (behind.startsWith(':')) return [text(marker)];
  return [text(/^\S/.test(behind) ? `${marker}: ` : `${marker}:`)];
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
  if (body === undefined && owners !== undefined && owners === one) return alone(owners, by, reader);
  const names = shown(owners, context)
    .replace(/(?<!:):+$/, '')
    .trim();
  return labelled(`ACTION${names === '' ? '' : ` ${names}`}${by}`, readInline(body?.tokens ?? [], context), reader);
}

/** `{{Action|Lars: text}}`, `{{Action|text}}`, and `{{Action|Lars}} text`, where the text follows the template. */
function alone(parameter: Parameter, by: string, reader: Reader): PhrasingContent[] {
  const nodes = readInline(parameter.tokens, reader.context);
  const [first, ...rest] = nodes;
  const said = plainText(nodes);
  if (reader.behind.trim() !== '' && namesOwners(said)) return labelled(`ACTION ${said}${by}`, [], reader);
  const head = first?.type === 'text' ? /^([^:]{1,60}):+\s*/.exec(first.value) : null;
  if (first?.type !== 'text' || !head) return labelled(`ACTION${by}`, nodes, reader);
  const behind = first.value.slice(head[0].length);
  return labelled(`ACTION ${head[1] ?? ''}${by}`, [...(behind === '' ? [] : [text(behind)]), ...rest], reader);
}

function shown(parameter: Parameter | undefined, context: WikiContext): string {
  return parameter ? plainText(readInline(parameter.tokens, context)).replace(/\s+/g, ' ').trim() : '';
}

const results: readonly (readonly [RegExp, DecisionKind])[] = [
  [/^(?:passed|accepted|carried|approved|yes)$/i, 'passed'],
  [/^(?:rejected|failed|lost|no)$/i, 'rejected'],
  [/^(?:deferred|postponed|tabled)$/i, 'deferred'],
];

function resultOf(said: string): DecisionKind | undefined {
  return results.find(([form]) => form.test(said))?.[1];
}

/** A motion, a result, a to-do and the like: a line each for the motion, its result and the votes, as far as they are stated. */
function votes(role: Exclude<WikiMarker, 'action'>, reader: Reader): PhrasingContent[][] {
  const { call, context } = reader;
  const body = take(reader, slot(reader, 'text') ?? call.parameters.get('1'));
  const lines: PhrasingContent[][] = [labelled(role.toUpperCase(), readInline(body?.tokens ?? [], context), reader)];
  if (role === 'todo') return lines;
  const second = body === call.parameters.get('1') ? call.parameters.get('2') : undefined;
  const result = shown(take(reader, named(call, 'result') ?? second), context);
  const kind = resultOf(result);
  if (kind) lines.push([text(`${kind.toUpperCase()}:`)]);
  else if (result !== '') lines.push([text(`DECISION: ${result}`)]);
  const counts = (['for', 'against', 'abstain'] as const).flatMap((name) => {
    const value = shown(take(reader, named(call, name)), context);
    return value === '' ? [] : [`${value} ${name === 'abstain' ? 'abstained' : name}`];
  });
  if (counts.length > 0) lines.push([text(`VOTES: ${counts.join(', ')}`)]);
  return lines;
}
