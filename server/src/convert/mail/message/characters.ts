/** What Windows has where Latin-1 has controls, 0x80 to 0x9f; U+FFFD where it has nothing either. */
const windows = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * A text with the characters that were typed, where the mail names another character set: letters of Windows sent as Latin-1,
 * which come as controls, and UTF-8 sent as either.
 */
export function withTypedCharacters(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  return fromUtf8(text) ?? text.replace(/[\u0080-\u009f]/g, (control) => windows.charAt(control.charCodeAt(0) - 0x80));
}

/** The text whose UTF-8 was read byte by byte; `undefined` for any other. */
function fromUtf8(text: string): string | undefined {
  if (!/[\u00c2-\u00f4]/.test(text)) return undefined;
  let escaped = '';
  for (const char of text) {
    const byte = byteOf(char);
    if (byte === undefined) return undefined;
    escaped += byte < 0x80 && char !== '%' ? char : `%${byte.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

function byteOf(char: string): number | undefined {
  const code = char.charCodeAt(0);
  if (code <= 0xff) return code;
  const place = char === '\ufffd' ? -1 : windows.indexOf(char);
  return place < 0 ? undefined : 0x80 + place;
}
