import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes in a mail read with a font of fixed width. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += /[\p{Mn}\p{Me}\p{Cf}]/u.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}
