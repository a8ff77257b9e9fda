/** What is told in another language, by what is told in English; places for values are `{0}`, `{1}`, …. */
export type Texts = Readonly<Record<string, string>>;

let spoken: Texts | undefined;
let name = 'en';
let kept = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A language other than English, with its table. */
export interface Language {
  readonly name: string;
  readonly texts: Texts;
}

/** Has all that is told from here on be told in another language, or in English. A process speaks one, as what it found is kept. */
export function speak(language: Language | undefined): void {
  spoken = language?.texts;
  name = language?.name ?? 'en';
  kept = new WeakMap();
}

/** What is spoken, for what is kept of it from one start to the next. */
export function languageSpoken(): string {
  return name;
}

/**
 * What people are told, as a whole sentence or a whole name: the English text stands where it is told, and is looked up in the table of
 * the language that is spoken. What is written into documents and mails is the format's, and goes not through here.
 */
export function say(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  if (!spoken) return String.raw({ raw: strings }, ...values);
  let pieces = kept.get(strings);
  if (!pieces) kept.set(strings, (pieces = piecesOf(strings, spoken)));
  // Texts stand at even places, and between them the numbers of the values.
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : String(values[Number(piece)] ?? ''))).join('');
}

function piecesOf(strings: TemplateStringsArray, texts: Texts): readonly string[] {
  const english = keyOf(strings);
  return (texts[english] ?? english).split(/\{(\d+)\}/);
}

/** A text as it stands in the tables. */
function keyOf([first = '', ...rest]: readonly string[]): string {
  return rest.reduce((key, text, index) => `${key}{${index}}${text}`, first);
}

/** Marks an English text in a table that is made before a language is known: who tells it gives it to {@link said}. */
export function term([text = '']: TemplateStringsArray): string {
  return text;
}

/** A text that was marked by {@link term}, in the language that is spoken. */
export function said(text: string): string {
  return spoken?.[text] ?? text;
}

/** The one of two texts that goes with a number. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** `a or b or c`. */
export function either(words: readonly string[]): string {
  return words.reduce((before, word) => (before === '' ? word : say`${before} or ${word}`), '');
}

/** `a and b and c`. */
export function both(words: readonly string[]): string {
  return words.reduce((before, word) => (before === '' ? word : say`${before} and ${word}`), '');
}
