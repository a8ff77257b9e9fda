import type { Field } from '../../document/facts.js';
import { fieldOf } from '../../document/schema.js';
import { markerTexts } from '../markerTexts.js';
import { paragraphs, plain } from '../markdown.js';
import { said, say } from '../../text/say.js';

/** What a field is for; `undefined` for a label that is not known. */
export function labelHover(field: Field): string | undefined {
  const schema = fieldOf(field.written);
  if (!schema) return undefined;
  const others = (schema.also ?? []).filter((label) => label !== field.written);
  const also = field.written === schema.label ? others : [schema.label];
  return paragraphs([
    `**${plain(field.written)}**: ${plain(said(schema.about))}`,
    also.length > 0
      ? field.written === schema.label
        ? say`Also read as: ${also.map(plain).join(', ')}`
        : say`Read as: ${also.map(plain).join(', ')}`
      : undefined,
  ]);
}

/** How a marker is written. */
export function markerHover(marker: string): string | undefined {
  const text = markerTexts.find((each) => each.marker.toUpperCase() === marker);
  return text && `**${text.marker}**: ${plain(said(text.about))}\n\n\`${text.example}\``;
}
