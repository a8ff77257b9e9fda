/** What a session is called whose title is lost: the words its text begins with. */
export function lostTitle(source: string): string {
  const [sentence = ''] = source
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .replace(/^["“\s]+/, '')
    .split(/(?<=[.?!:])\s/, 1);
  const words = sentence.replace(/(?<![.:;,])[.:;,]+$/, '').slice(0, 70);
  const whole = words.length < 70 ? words : words.slice(0, Math.max(20, words.lastIndexOf(' ')));
  return `(title lost) ${whole}`.trim();
}
