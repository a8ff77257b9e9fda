/** Words that tell that the object of a preposition at the end stands further to the front: `what it is made of`. */
const fronted = /\b(?:what(?:ever)?|which(?:ever)?|who(?:m|se|ever)?|where|how|that|whether)\b/i;

/** `a password to log in with`, but not `we have to go on with`. */
const infinitive = /(?<!\S)(\S+)\s+to\s+\p{L}+/giu;
const modal =
  /^(?:has|have|had|having|needs?|needed|wants?|wanted|going|able|ought|used|tr(?:y|ies|ied|ying)|plan(?:s|ned|ning)?|supposed|expected|likely|agreed|decided|likes?|prefers?|hopes?)$/i;

/** Somebody whom the sentence goes on about behind a noun: `a restriction we can live with`, `the series Wei works with`. */
const subject =
  /(?<!\S)(\S+)\s+(?:[Ii]|we|you|they|he|she|it|one|people|everyone|everybody|\p{Lu}\p{Ll}+)(?:['’]\p{L}+)?\s+\p{Ll}/gu;
/** What no such noun is, because a clause of its own begins behind it. */
const clauseBefore =
  /[:,;.!?–—-]$|^(?:and|but|or|so|if|because|when|until|while|as|since|though|although|then|think|thinks|say|says|said|sure|believe|guess|know|knows|hope|after|before|unless|once|assume|suspect|means?|do|does|did|can|could|will|would|should|is|are|was|were|now|here|there)$/i;

/** `the size of`: a word that can be no verb, and so no part of a phrase that is complete without an object. */
const nounBefore =
  /\b(?:the|an?|this|these|those|its|their|our|your|his|her|some|any|every|each|no|more|enough|both|all)\s+(?:[\p{L}\d/'’-]+\s+){0,2}$/iu;

/** Before these alone a noun has to stand: `by` and `to` end many a phrase. */
const needsNoun: ReadonlySet<string> = new Set(['to']);
const passive = /\b(?:is|are|was|were|be|been|being)\s+(?:\p{L}+\s+)?\p{L}{2,20}(?:ed|en|wn|ne|de|nt|ld|ad|lt)\s+$/iu;

/** Whether a preposition at the end lacks what it stands before, as far as the text in front of it tells. */
export function lacksObject(preposition: string, before: string): boolean {
  const clause = before.slice(before.search(/(?<![^.:;!?])[^.:;!?]*$/));
  if (fronted.test(clause)) return false;
  if ([...clause.matchAll(infinitive)].some(([, word = '']) => !modal.test(word))) return false;
  if ([...clause.matchAll(subject)].some(([, word = '']) => !clauseBefore.test(word))) return false;
  if (preposition === 'by') return passive.test(clause);
  return !needsNoun.has(preposition) || nounBefore.test(clause);
}
