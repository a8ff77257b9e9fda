/** Whether a word is another one with two neighbouring letters in each other's place: the commonest slip of the fingers. */
export function isSwapped(word: string, right: string): boolean {
  if (word.length !== right.length || word === right) return false;
  const at = [...word].findIndex((char, index) => char !== right.charAt(index));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2) === right;
}
