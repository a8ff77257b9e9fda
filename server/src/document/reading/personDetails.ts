import type { PersonRole } from '../facts.js';
import { attendanceRemark, besideRole, roleBesideCompany, roleOf } from '../schema.js';

/** What is said of somebody behind the name. */
export interface Details {
  readonly affiliation?: string;
  readonly handle?: string;
  readonly initials?: string;
  readonly remark?: string;
  readonly roles: readonly string[];
  /** Texts of brackets that stand for somebody else, who is not named. */
  readonly companions: readonly string[];
}

type Writable = {
  -readonly [Name in keyof Details]: Details[Name] extends readonly string[] ? string[] : Details[Name];
};

interface Surroundings {
  readonly as: PersonRole;
  readonly name: string;
}

/** `+ another from X?`; the plus is lost where it was read as a list marker. */
export const unnamedForm =
  /^\(?\s*(?:\+\s*)?(?:another|one more|someone|others?|\d+ (?:others?|more))\b(?:\s+(?:one\s+)?from\s+([^\s?)](?:[^?)]*[^\s?)])?))?\s*(?:\?\s*)?\)?$/i;

/** Where people are listed, more may stand behind a name than brackets: a dash with the company, a remark. */
const listing: readonly PersonRole[] = ['attendee', 'apology', 'field'];

/** A text in brackets, in any of them and closed by any of them; the last may be left open. */
const group = /^[([{<（]([^()[\]{}<>（）\\]*)(?:\\?[)\]}>）]+|$)/;
const handle = /^@([\w-]+(?:\.[\w-]+)*)/;
const dash = /^[-–—]\s+/;
/** Marks that say nothing: emphasis, escapes, what is left of an address. */
const marks = /^(?:[\s*_`\\/,;:)\]}>]|@(?=<))+/;
const words = /^[^([{<（@]+?(?=\s[-–—]\s|[([{<（@]|$)/;

/**
 * What stands behind a name: company, roles, handle, initials in brackets of any kind, a handle by itself, in lists also what
 * follows a dash. `undefined` where other words stand there, so that the text is no name with its details.
 */
export function readDetails(tail: string, { as, name }: Surroundings): Details | undefined {
  const details: Writable = { roles: [], companions: [] };
  const listed = listing.includes(as);
  let rest = tail;
  while (rest !== '') {
    const skipped = marks.exec(rest)?.[0].length ?? 0;
    rest = rest.slice(skipped);
    const inner = group.exec(rest);
    const called = handle.exec(rest);
    const lead = dash.exec(rest)?.[0].length ?? 0;
    if (rest === '') break;
    if (inner) {
      if (!listed && !/[)\]}>）]$/.test(inner[0])) return undefined;
      readGroup(inner[1] ?? '', details, { as, name });
      rest = rest.slice(inner[0].length);
    } else if (called) {
      details.handle ??= called[1] ?? '';
      rest = rest.slice(called[0].length);
    } else {
      const said = listed ? (words.exec(rest.slice(lead))?.[0] ?? '') : '';
      if (said === '') return undefined;
      readGroup(said, details, { as, name });
      rest = rest.slice(lead + said.length);
    }
  }
  return details;
}

const mailAddress = /\S@\S|^mailto:/i;

function readGroup(text: string, details: Writable, around: Surroundings): void {
  if (mailAddress.test(text)) return;
  if (unnamedForm.test(text)) details.companions.push(text);
  else if (attendanceRemark.test(text.trim())) addRemark(text, details);
  else for (const part of partsOf(text)) readPart(part, details, around);
}

/** A slash parts a role from what stands beside it; in a company's name it is a letter like others. */
function partsOf(text: string): string[] {
  const parts = text.split(/[,;]|(?<!\s)\s+[-–—]\s+|:\s+/).flatMap((part) => {
    const pieces = part.split('/').map((piece) => piece.trim());
    return pieces.length > 1 && pieces.some((piece) => roleOf(piece) !== undefined || piece.startsWith('@'))
      ? pieces
      : [part.trim()];
  });
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function readPart(part: string, details: Writable, { as, name }: Surroundings): void {
  const called = handle.exec(part)?.[1];
  const beside = roleBesideCompany.exec(part)?.groups;
  // `EPAM Chair` is the chair who is of EPAM, `TSC Chair` that of the TSC.
  const role = isFirm(beside?.['firm']) ? undefined : roleOf(part);
  if (called !== undefined) details.handle ??= called;
  else if (role !== undefined) details.roles.push(role);
  else if (isInitials(part, name)) details.initials ??= part;
  else if (attendanceRemark.test(part)) addRemark(part, details);
  else if (beside) {
    details.roles.push(roleOf(beside['role'] ?? beside['part'] ?? '') ?? '');
    addCompany(beside['company'] ?? beside['firm'] ?? '', details);
  } else if (isNick(part, name, as)) {
    details.handle ??= part;
  } else if (/^\p{Ll}/u.test(part)) addRemark(part, details);
  else addCompany(part, details);
}

/** Whether a word before a role is a company's: one with a capital that neither names a body nor tells of the role. */
function isFirm(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}\S+$/u.test(word) && !besideRole.test(word) && roleOf(word) === undefined;
}

/** A word in small letters that begins as a name does is what somebody is called; companies write themselves with a capital. */
function isNick(text: string, name: string, as: PersonRole): boolean {
  if (!listing.includes(as) || !/^[a-z][a-z\d_-]+$/.test(text)) return false;
  const letters = name.toLowerCase().split(/[\s-]+/);
  return (
    letters.some((word) => word.length > 2 && text.startsWith(word.slice(0, 3))) ||
    text === name.toLowerCase().replace(/\s/g, '')
  );
}

/** Whether capitals are those that the words of a name begin with, in their order: `JB`, `AMD` for `Ann M. Dorn`, `LDo`. */
export function isInitials(text: string, name: string): boolean {
  if (!/^\p{Lu}[\p{L}.]{1,4}$/u.test(text)) return false;
  const capitals = [...text.replace(/[^\p{Lu}]/gu, '')];
  const first = name.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase());
  if (capitals.length < 2 || capitals[0] !== first[0]) return false;
  let at = 0;
  for (const capital of capitals) {
    const found = first.indexOf(capital, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

function addCompany(company: string, details: Writable): void {
  details.affiliation = details.affiliation === undefined ? company : `${details.affiliation}, ${company}`;
}

function addRemark(text: string, details: Writable): void {
  const said = text.trim();
  if (said !== '') details.remark = details.remark === undefined ? said : `${details.remark}; ${said}`;
}
