/** Bytes of Base64, as browsers know them too. */
export function bytesOf(base64: string): Uint8Array {
  const units = atob(base64);
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
  return bytes;
}
