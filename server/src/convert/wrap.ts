/** A text on one line, its line breaks and the blanks around them as one space; in linear time, however long the blanks are. */
export function unwrapped(text: string): string {
  return text.includes('\n')
    ? trimmedLines(text)
        .filter((line, index) => line !== '' || index === 0)
        .join(' ')
    : text;
}

/** A text without the blanks around its line breaks. */
export function tidyLines(text: string): string {
  return text.includes('\n') ? trimmedLines(text).join('\n') : text;
}

/** Lines without blanks at their ends; those at the ends of the whole text stay. */
function trimmedLines(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const head = index > 0 ? line.trimStart() : line;
    return index < last ? head.trimEnd() : head;
  });
}
