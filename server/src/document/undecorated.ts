/** Text an icon leaves before a marker when a rendered wiki page is copied. */
export const iconResidue = /^(?:(?:Pictogram[\w ]*|Icon [\w]+|Motion|Vote)\.(?:png|jpg|svg)\s+)/i;

const pictograph = String.raw`\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\u20e3|\ufe0f`;
/** A pictograph, an arrow or a bullet that somebody put before a text, or its name between colons. */
const icon = new RegExp(`^(?:(?:${pictograph}|[→➜➤▶►•·‣★☆✓✔✗✘☐☑☒])+|:[a-z][a-z\\d_+-]{1,30}:)\\s*`, 'u');
const iconBehind = new RegExp(`(?<!\\s)\\s+(?:${pictograph})+$|(?<!\\s|${pictograph})(?:${pictograph})+$`, 'u');
const number = /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\)|§\s?\d+|#\d+)\s+/i;
const emphasis = /^[*_~`]+|(?<![*_~`])[*_~`]+$/g;
const inBrackets = /^\[([^[\]]*)\]$|^\{([^{}]*)\}$|^\(([^()]*)\)$/;
/** Said of the whole: `(add yourself)`, `(5)`, `[draft]`. */
const remark = /(?<!\s)\s*(?:\([^()]*\)|\[[^[\]]*\])$/;
const colon = /(?<!\s)\s+:+$|(?<![\s:]):+$/;

const steps: readonly ((text: string) => string)[] = [
  (text) => text.replace(iconResidue, ''),
  (text) => text.replace(icon, ''),
  (text) => (/[^\0-~]$/.test(text) ? text.replace(iconBehind, '') : text),
  (text) => text.replace(emphasis, ''),
  (text) => text.replace(number, ''),
  (text) => (text.endsWith(':') ? text.replace(colon, '') : text),
  (text) => text.replace(inBrackets, (_, ...inner) => inner.slice(0, 3).find((each) => each !== undefined) ?? ''),
  (text) => (/[)\]]$/.test(text) ? text.replace(remark, '') : text),
];

/** Texts are decorated a few times at most; what goes on is no label. */
const mostSteps = 6;

/**
 * A heading, label or marker without what decorates it: icon, number, emphasis, brackets, a remark behind it, its colon. Labels are
 * compared only after this, so that `👥 **Attendees** (add yourself):` is the label that `Attendees` is.
 */
export function undecorated(text: string): string {
  let bare = text.trim();
  for (let step = 0; step < mostSteps; step++) {
    const next = steps.reduce((rest, take) => take(rest).trim(), bare);
    if (next === bare || next === '') return bare;
    bare = next;
  }
  return bare;
}

/** Length of the icons and pictures that stand before a text. */
export function iconLength(text: string): number {
  let at = 0;
  for (let found = iconAt(text); found > 0; found = iconAt(text.slice(at))) at += found;
  return at;
}

/** What a text begins with that may have an icon: most begin with an ordinary letter. */
const mayBeIcon = /^[^\0-9;-HJ-LN-OQ-UW-hj-ln-oq-uw-~]/;

function iconAt(text: string): number {
  if (!mayBeIcon.test(text)) return 0;
  return (iconResidue.exec(text) ?? icon.exec(text))?.[0].length ?? 0;
}
