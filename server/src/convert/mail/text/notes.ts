/** The addresses and footnotes that a mail tells at its end, under the numbers they have in the text. */
export class Notes {
  private readonly numbers = new Map<string, number>();
  private last: number;

  /** `taken` are numbers that the text itself uses, as in `see [1]`. */
  constructor(taken: readonly number[]) {
    this.last = Math.max(0, ...taken);
  }

  /** The number of an address, or of the label of a footnote; a new one the first time. */
  number(of: string): number {
    const known = this.numbers.get(of);
    if (known !== undefined) return known;
    this.last++;
    this.numbers.set(of, this.last);
    return this.last;
  }

  /** Gives an address the number that the document itself has for it. */
  claim(of: string, number: number): void {
    if (!this.numbers.has(of)) this.numbers.set(of, number);
  }

  /** In the order of their numbers. */
  all(): (readonly [of: string, number: number])[] {
    return [...this.numbers].sort(([, one], [, other]) => one - other);
  }
}

const numberForm = /\[(\d{1,4})\]/g;

/** Numbers in brackets that a text uses: a new note must not take one of them. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(numberForm)].map((match) => Number(match[1]));
}
