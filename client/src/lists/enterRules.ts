import type { IndentAction, OnEnterRule } from 'vscode';

/** Highest number of an item behind which a list is continued: a rule has to spell the number out. */
const mostNumbers = 99;

/**
 * What VS Code does for Enter at the end of a list item that says something: another item of the same kind. It does so
 * itself, in one step, so that nothing typed meanwhile comes between. `none` is its way to leave the indent as it is.
 */
export function enterRules(none: IndentAction.None): OnEnterRule[] {
  const bullets = ['-', '*', '+'].flatMap((marker) => itemRules(`\\${marker}`, `${marker} `, none));
  const numbers = Array.from({ length: mostNumbers }, (_, index) => index + 1).flatMap((number) =>
    ['.', ')'].flatMap((end) => itemRules(`${number}\\${end}`, `${number + 1}${end} `, none)),
  );
  return [...bullets, ...numbers];
}

function itemRules(marker: string, next: string, none: IndentAction.None): OnEnterRule[] {
  const rule = (box: string, appendText: string): OnEnterRule => ({
    beforeText: new RegExp(`^[ \\t]*${marker}[ \\t]+${box}[^\\s].*$`),
    action: { indentAction: none, appendText },
  });
  return [rule('\\[[ xX]\\][ \\t]+', `${next}[ ] `), rule('(?!\\[[ xX]\\]\\s*$)', next)];
}
