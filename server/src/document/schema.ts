/**
 * The vocabulary of the wiki and the list: kinds, field labels, section names, markers, placeholder texts, address forms.
 * It stands here once; nothing else spells it.
 */
import { term } from '../text/say.js';
import { undecorated } from './undecorated.js';

export const documentKinds = ['event', 'proposal', 'notes', 'minutes', 'people', 'topics'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How a field's value is read. */
export type FieldType =
  'text' | 'people' | 'date' | 'topics' | 'session' | 'notes' | 'titles' | 'link' | 'affiliations' | 'names';

export interface FieldSchema {
  /** Canonical label, in the wiki's spelling. */
  readonly label: string;
  readonly type: FieldType;
  /** Other labels it is read under: the raw template parameter, spellings seen. */
  readonly also?: readonly string[];
  /** The template's text for an empty value. */
  readonly placeholder?: string;
  /** Documents and sections in which completion offers it. */
  readonly kinds: readonly DocumentKind[];
  /** One line for completion and hover. */
  readonly about: string;
}

const table = [
  {
    label: 'Date of insert',
    also: ['Inserted'],
    type: 'date',
    kinds: ['proposal', 'event'],
    about: term`Day the proposal was entered, as YYYY-MM-DD`,
  },
  {
    label: 'Technical contact',
    also: ['Contact', 'Technical contacts'],
    type: 'people',
    placeholder: 'Not specified, project contact',
    kinds: ['proposal', 'event'],
    about: term`Who answers questions about the proposal`,
  },
  {
    label: 'Description',
    also: ['Desc'],
    type: 'text',
    kinds: ['proposal', 'event'],
    about: term`What the session is about`,
  },
  {
    label: 'Outcomes',
    also: ['Outcome', 'Expected outcomes'],
    type: 'text',
    placeholder: 'Not specified, project outcomes',
    kinds: ['proposal', 'event', 'notes'],
    about: term`What the session should lead to, or led to`,
  },
  {
    label: 'Ref',
    also: ['References', 'Reference'],
    type: 'text',
    placeholder: 'Not specified, link(s) to mailing list discussion or other references',
    kinds: ['proposal', 'event'],
    about: term`Mailing list threads and other references`,
  },
  {
    label: 'Peer Review Comments',
    also: ['Peer review'],
    type: 'text',
    kinds: ['proposal', 'event'],
    about: term`Comments of other developers`,
  },
  { label: 'Verified', type: 'text', kinds: ['proposal'], about: term`Who checked the proposal, and when` },
  { label: 'GSoC', type: 'text', kinds: ['proposal'], about: term`Whether it suits Google Summer of Code` },
  { label: 'Difficulty', type: 'text', kinds: ['proposal'], about: term`How hard the work is` },
  {
    label: 'Skills',
    also: ['Skills needed'],
    type: 'text',
    kinds: ['proposal'],
    about: term`What a contributor has to know`,
  },
  {
    label: 'Mailing list',
    also: ['Mailing lists'],
    type: 'text',
    kinds: ['proposal'],
    about: term`Where it is discussed`,
  },
  {
    label: 'IRC channel',
    also: ['IRC'],
    type: 'text',
    kinds: ['proposal'],
    about: term`Where to chat about it`,
  },
  {
    label: 'Problem to solve',
    also: ['Problem'],
    type: 'text',
    kinds: ['proposal', 'event'],
    about: term`What is wrong today`,
  },
  {
    label: 'Attendee contributions',
    also: ['Attendee contribution'],
    type: 'text',
    kinds: ['proposal', 'event'],
    about: term`What those who come should bring`,
  },
  { label: 'Preparation', type: 'text', kinds: ['proposal', 'event'], about: term`What to read or do beforehand` },
  {
    label: 'Owner',
    also: ['Owners'],
    type: 'people',
    kinds: ['proposal', 'event'],
    about: term`Who entered the session in the scheduler`,
  },
  {
    label: 'Slot',
    type: 'text',
    kinds: ['proposal', 'event', 'notes'],
    about: term`When it takes place in the schedule`,
  },
  { label: 'Location', also: ['Room'], type: 'text', kinds: ['proposal', 'event', 'notes'], about: term`The room` },
  { label: 'Interest', also: ['Interested'], type: 'text', kinds: ['proposal', 'event'], about: term`Who would come` },
  {
    label: 'Event',
    type: 'text',
    kinds: ['event', 'notes', 'proposal'],
    about: term`The summit or meeting it belongs to`,
  },
  {
    label: 'Date',
    also: ['Dates'],
    type: 'date',
    kinds: ['event', 'notes', 'minutes'],
    about: term`When it took place, as YYYY-MM-DD or YYYY-MM-DD to YYYY-MM-DD`,
  },
  { label: 'Time', type: 'text', kinds: ['notes', 'minutes'], about: term`Time of day with its zone` },
  { label: 'Place', also: ['Venue'], type: 'text', kinds: ['event', 'minutes'], about: term`City, or how to join` },
  {
    label: 'Chair',
    also: ['Chairs', 'Chairperson', 'Chaired by'],
    type: 'people',
    kinds: ['minutes'],
    about: term`Who led the meeting`,
  },
  {
    label: 'Host',
    also: [
      'Hosts',
      'Session host',
      'Session hosts',
      'Hosted by',
      'Animated by',
      'Animator',
      'Moderator',
      'Moderators',
      'Moderated by',
      'Facilitator',
      'Facilitators',
      'Facilitated by',
      'Session lead',
      'Led by',
    ],
    type: 'people',
    kinds: ['event', 'notes', 'minutes', 'proposal'],
    about: term`Who led the session`,
  },
  {
    label: 'Scribe',
    also: [
      'Scribes',
      'Scribed by',
      'Notes by',
      'Notes taken by',
      'Note taker',
      'Note takers',
      'Notetaker',
      'Notetakers',
      'Minutes by',
      'Minute taker',
    ],
    type: 'people',
    kinds: ['event', 'notes', 'minutes'],
    about: term`Who took the notes`,
  },
  {
    label: 'Participants',
    also: ['Present', 'People present', 'Guests', 'Attendees', 'Attendance', 'In attendance'],
    type: 'people',
    kinds: ['event', 'notes', 'minutes'],
    about: term`Who took part, beside those on an attendee list`,
  },
  {
    label: 'Apologies',
    also: ['Apology', 'Regrets', 'Absent', 'Absentees', 'Not present'],
    type: 'people',
    kinds: ['notes', 'minutes'],
    about: term`Who could not come`,
  },
  {
    label: 'Session',
    type: 'session',
    kinds: ['notes'],
    about: term`The session these are the notes of, as [[Page#Title]]`,
  },
  {
    label: 'Topics',
    also: ['Topic'],
    type: 'topics',
    kinds: ['event', 'proposal', 'notes', 'minutes'],
    about: term`Topics of topics.md, separated by commas`,
  },
  {
    label: 'Notes',
    type: 'notes',
    kinds: ['event', 'proposal'],
    about: term`Address of the published notes, or TODO, none, unknown`,
  },
  {
    label: 'Formerly',
    type: 'titles',
    kinds: ['event', 'proposal'],
    about: term`Earlier titles; references by them still resolve`,
  },
  { label: 'Schedule', type: 'link', kinds: ['event', 'proposal'], about: term`Address of the entry in the schedule` },
  {
    label: 'Message-ID',
    also: ['Message ID'],
    type: 'text',
    kinds: ['notes', 'minutes'],
    about: term`Message-ID of the mail the notes were posted in`,
  },
  {
    label: 'Subject',
    type: 'text',
    kinds: ['notes', 'minutes'],
    about: term`Subject of the mail the notes were posted in`,
  },
  { label: 'Also known as', type: 'names', kinds: ['people', 'topics'], about: term`Other names, separated by commas` },
  {
    label: 'Affiliation',
    also: ['Affiliations', 'Company'],
    type: 'affiliations',
    kinds: ['people'],
    about: term`Companies with years: Citrix (until 2019), AWS (from 2020)`,
  },
  {
    label: 'Mail',
    also: ['E-mail', 'Email'],
    type: 'text',
    kinds: ['people'],
    about: term`Mail address, if it may be known`,
  },
  { label: 'See also', type: 'topics', kinds: ['topics'], about: term`Related topics, separated by commas` },
] as const satisfies readonly FieldSchema[];

export type FieldLabel = (typeof table)[number]['label'];
export const fields: readonly (FieldSchema & { readonly label: FieldLabel })[] = table;

const fieldsByLabel = new Map(
  fields.flatMap((field) => [field.label, ...(field.also ?? [])].map((label) => [foldLabel(label), field] as const)),
);

/** The schema of a label in any known spelling, case and spacing; `undefined` when the label is none of ours. */
export function fieldOf(label: string): (typeof fields)[number] | undefined {
  const known = fieldsByLabel.get(foldLabel(label));
  if (known || !mayTellAttendance.test(label)) return known;
  const list = attendanceOf(label);
  return list && fieldsByLabel.get(foldLabel(attendanceFields[list]));
}

/** A part of each word for those present and absent: most labels have none of them. */
export const mayTellAttendance = /attend|present|particip|roll|apolog|absen|regret|excus/i;
/** The fields that list whom these sections list. */
const attendanceFields: Readonly<Record<Attendance, FieldLabel>> = {
  attendees: 'Participants',
  apologies: 'Apologies',
};

/** What a field's value holds, by its canonical label; `undefined` where the label is none of ours. */
export function fieldType({ label }: { readonly label?: FieldLabel }): FieldType | undefined {
  return label === undefined ? undefined : fieldOf(label)?.type;
}

/** Labels in the form they are compared in: case, spacing and hyphens do not count. */
export function foldLabel(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/[\s\u2010\u2011-]+/g, ' ');
}

/** The project template's parameters by the fields they hold. */
export const projectParameters: Readonly<Partial<Record<FieldLabel, string>>> = {
  'Date of insert': 'Date',
  Verified: 'Verified',
  'Technical contact': 'Contact',
  GSoC: 'GSoC',
  Difficulty: 'Difficulty',
  Skills: 'Skills',
  'Mailing list': 'Mailing list',
  'IRC channel': 'IRC channel',
  Description: 'Desc',
  Outcomes: 'Outcomes',
  Ref: 'Ref',
  'Peer Review Comments': 'Review',
};

const parameters = new Map(
  Object.entries(projectParameters).flatMap(([label, parameter]) =>
    [parameter, label].map((name) => [name, label as FieldLabel] as const),
  ),
);

/** The field that a parameter of the project template holds, by the parameter's name or the field's. */
export function parameterOf(name: string): FieldLabel | undefined {
  return parameters.get(name);
}

/** A parameter of the template in the midst of a value: `July 13 2017 Contact=Lars Kurth`. */
export const swallowedForm = new RegExp(`(?<=[\\s;|])(${[...parameters.keys()].join('|')})[ \\t]*=(?!=)[ \\t]*`, 'g');

/** Every spelling that names a field, for "did you mean". */
export const fieldLabels: readonly string[] = [...fieldsByLabel.keys()];

/** Section headings with a meaning of their own. */
export type SectionRole =
  | 'attendees'
  | 'apologies'
  | 'previousActions'
  | 'closedActions'
  | 'actions'
  | 'decisions'
  | 'published'
  | 'unpublished';

/** What stands before a word for those present and leaves it what it is: `In-person attendees`, `List of participants`. */
const beforePresent =
  "(?:list|introductions?) of|in person|on ?site|local|remote|online|virtual|phone|zoom|meeting|session|call|(?:non )?voting|regular|other|additional|further|also|all|today'?s|the|those|people|members|persons|attendees";
const presentWords =
  'attendees?|attendance|attended|attending|participants?|present|in attendance|(?:[a-z]+,? ){0,4}roll ?call|who (?:was|is) (?:there|here)|who attended';
const absentWords =
  'apolog(?:ies|y)|absent(?:ees?)?|absences?|regrets?|excused|excuses|not (?:present|attending|in attendance)|unable to attend|could not (?:attend|come|make it)|did not attend|sent (?:apologies|regrets)';

/** A word for what somebody is to do, in one and in several. */
const actionWords = '(?:actions?|action (?:item|point)s?|to ?dos?(?: list| items?)?|ais|aps)';
const earlier = '(?:last|previous|prior|earlier|past)(?: [a-z]+)?';

const sectionRoles: readonly (readonly [SectionRole, RegExp])[] = [
  ['attendees', new RegExp(`^(?:(?:${beforePresent}) )*(?:${presentWords})(?: (?:list|sheet|record))?$`)],
  ['apologies', new RegExp(`^(?:(?:${absentWords})(?:,? (?:and|&) )?)+(?: received| from| for absence| list)?$`)],
  [
    'closedActions',
    new RegExp(
      `^(?:closed|completed?|finished|done|resolved) ${actionWords}$|^${actionWords} (?:closed|completed|done)$`,
    ),
  ],
  [
    'previousActions',
    new RegExp(
      [
        `^(?:(?:review|status|update) (?:of|on) (?:the )?)?(?:open |outstanding )?${actionWords} (?:from|of|at|given at) (?:the |our )?${earlier}$`,
        `^(?:(?:review|status|update) (?:of|on) (?:the )?)?(?:open |outstanding )?(?:previous|prior|past|old|earlier|existing|ongoing|carried over|last [a-z]+(?:'?s)?) ${actionWords}(?: from .{1,40})?$`,
        `^(?:review|status|update|follow up) (?:of|on) (?:the )?(?:open |outstanding )?${actionWords}(?: from .{1,40})?$`,
        `^${actionWords} (?:review|carried over|follow ups?|status)$`,
      ].join('|'),
    ),
  ],
  [
    'actions',
    new RegExp(
      `^(?:(?:summary|list) of )?(?:(?:the|all|new|open|outstanding|pending|remaining|proposed|suggested|agreed|follow ?up) )*${actionWords}(?: (?:summary|list|agreed|arising))?$`,
    ),
  ],
  [
    'decisions',
    /^(?:(?:summary|list) of (?:the )?)?(?:decisions?|conclusions?|resolutions?|agreements?|agreed)(?: (?:made|taken|reached|summary|list))?$/,
  ],
  ['published', /^sessions? with published notes$/],
  ['unpublished', /^sessions? without published notes$/],
];

/** What a heading's text says about its section; `undefined` for an ordinary heading. */
export function sectionRole(title: string): SectionRole | undefined {
  if (title.length > longestRole || !mayTellRole.test(title)) return undefined;
  const folded = foldLabel(undecorated(title)).replace(/[.!]$/, '');
  return sectionRoles.find(([, form]) => form.test(folded))?.[0];
}

/** Sections whose items say without a marker what they are. */
export const listRoles: ReadonlySet<SectionRole> = new Set([
  'actions',
  'previousActions',
  'closedActions',
  'decisions',
]);

/** A part of each word that gives a section its role: most titles have none of them. */
const mayTellRole =
  /attend|present|particip|roll|apolog|absen|regret|excus|could not|did not|who |action|to ?-?do|\bais?\b|\baps?\b|decision|conclusion|resolution|agree|session/i;
/** No heading or label with such a meaning is longer, whatever decorates it. */
const longestRole = 120;

/** The two lists of who was there and who could not come. */
export type Attendance = Extract<SectionRole, 'attendees' | 'apologies'>;

export function isAttendance(role: SectionRole | undefined): role is Attendance {
  return role === 'attendees' || role === 'apologies';
}

/** Which of the two lists a heading or a label announces. */
export function attendanceOf(title: string): Attendance | undefined {
  const role = sectionRole(title);
  return isAttendance(role) ? role : undefined;
}

/** Parts of a list of those present, with what one is there as: a group below such a list, a label beside it, a mark behind a name. */
const attendanceGroups: readonly (readonly [form: RegExp, role: string])[] = [
  [
    /^(?:remote(?:ly)?|online|virtual(?:ly)?|dial(?:ed)? in|(?:on|by|via) (?:the )?(?:phone|zoom|jitsi|meet|teams|video)|phone|zoom|jitsi)$/,
    'remote',
  ],
  [/^(?:on (?:the )?call)$/, 'on call'],
  [/^(?:in person|on ?site|in (?:the )?room|local|others?|everybody else)$/, ''],
  [/^(?:voting|voters|voting (?:members?|reps?|representatives?|delegates?|attendees))$/, 'voting'],
  [/^(?:(?:non|not) ?voting|non ?voting (?:members?|reps?|representatives?|attendees))$/, 'non-voting'],
  [/^observers?$/, 'observer'],
  [/^(?:invited )?(?:guests?|visitors?)$/, 'guest'],
  [/^(?:(?:in|on|from|by|over|via) )?(?:the )?chat$/, 'via chat'],
  [/^(?:chair(?:man|woman|person)?|chaired|chairing)$/, 'chair'],
  [/^hosts?$/, 'host'],
  [/^(?:scribes?|(?:note|minute)s? ?takers?|minutes|notes|taking (?:notes|minutes))$/, 'scribe'],
  [/^absent$/, 'absent'],
];

/** A part of each of these words. */
const mayTellGroup =
  /remote|online|virtual|dial|phone|zoom|jitsi|meet|teams|video|call|person|site|room|local|other|else|voting|voter|observer|guest|visitor|chat|chair|host|scribe|tak|minutes|notes|absent/i;

/** What somebody is there as, by a word for it; empty where the word says no more than that they are there, `undefined` where it is none. */
export function attendanceGroup(label: string): string | undefined {
  if (!mayTellGroup.test(label)) return undefined;
  const folded = foldLabel(undecorated(label));
  return attendanceGroups.find(([form]) => form.test(folded))?.[1];
}

/** What a column of a table of attendees tells, by its folded title. */
export type TableColumn = 'name' | 'initials' | 'company' | 'handle' | 'role' | 'presence' | 'remark';
export const tableColumns: readonly (readonly [TableColumn, RegExp])[] = [
  ['name', /^(?:(?:full )?names?|attendees?|participants?|who|person|people|members?|representatives?)$/],
  ['initials', /^(?:initials?|abbr(?:ev(?:iation)?)?s?)$/],
  ['company', /^(?:company|companies|affiliations?|organi[sz]ations?|orgs?|employer|from|firm)$/],
  [
    'handle',
    /^(?:(?:github|gitlab|irc|matrix)(?: (?:handle|id|nick|name|user(?:name)?))?|handle|nick(?:name)?|user(?:name)?|id)$/,
  ],
  ['role', /^(?:roles?|status|voting|capacity|function)$/],
  ['presence', /^(?:present|attend(?:ed|ing|ance)|here|in attendance)\??$/],
  ['remark', /^(?:notes?|remarks?|comments?)$/],
];

/** Bodies that people are there for, and what they are in them: `TSC`, `CTC`, `Release WG delegate`. */
const bodyRole = /^(?:\S+ ){0,3}(?:TSC|CTC|TC|TCT|CPC|TAC|PMC|SIG|WG)(?: \S+){0,2}$/;
/** What somebody is, as the last word says. */
const wordRole =
  /^(?:[\p{L}.-]+ ){0,3}(?:chair|co-?chair|observer|guest|member|participant|facilitator|moderator|presenter|editor|lead|liaison|delegate|representative|rep|nominee|invitee|invited|alternate|secretary|treasurer|proxy|staff|volunteer|trainee|intern)$/iu;

/** The role that words behind a name state: one of ours in its usual form, else as written; `undefined` where they state none. */
export function roleOf(text: string): string | undefined {
  const said = text.trim();
  if (/\s/.test(said) && wordRole.test(said)) return said.toLowerCase();
  const group = attendanceGroup(said);
  if (group !== undefined) return group === '' ? undefined : group;
  if (bodyRole.test(said)) return said;
  return wordRole.test(said) ? said.toLowerCase() : undefined;
}

/** Whether a role gives a vote: `voting`, `voting member`. */
export function isVoting(role: string): boolean {
  return /^voting\b/.test(role);
}

/** Whether a role says that there is no vote. */
export function isNonVoting(role: string): boolean {
  return /^non-?voting\b/.test(role);
}

/** A role's word in front of a company or behind it: `Chair Citrix`, `Citrix Chair`, `Guest from Intel`. */
export const roleBesideCompany =
  /^(?<role>chair|vice-chair|co-chair|scribe|host|guest|observer|voting|non-voting|remote)\s+(?:(?:from|of|at)\s+)?(?=[\p{Lu}\d])(?<company>.+)$|^(?<firm>\p{Lu}(?:.*\S)?)\s+(?<part>chair|scribe|guest|observer|voting|non-voting|remote)$/iu;

/** A word that tells more of the role behind it, and is no company. */
export const besideRole =
  /^(?:vice|co|deputy|acting|former|past|incoming|outgoing|community|board|committee|council|foundation|project|technical|steering|working|meeting|session|release|security|program(?:me)?|event|general|honorary|individual|regular|official|strategic)$/i;

/** Said of somebody's coming and going, or of how to call them, where a company could stand: `left early`, `he/him`, `from 16:20`. */
export const attendanceRemark =
  /^(?:s?he|they|it|xe|ze|any|his|her|him|them)(?:\s?[/,]\s?\w+)+$|^(?:left|leaving|joined|joining|arrived|late|early|first|second|last|part(?:ial(?:ly)?|ly|s)?|until|till|from \d|since|only|briefly|for|as|on behalf|excused|tentative|maybe|sick|travelling|listening|lurking|coming|dropped|had to|invisible|half)\b|\d{1,2}[:.]\d{2}/iu;

/** As a field it names those who took part in a topic, beside the attendees of the whole meeting. */
export const guestLabels = /^(?:participants|guests)$/i;

/** How such a heading is written in a new document. */
export const sectionTitles: Readonly<Record<SectionRole, string>> = {
  attendees: 'Attendees',
  apologies: 'Apologies',
  previousActions: 'Previous actions',
  closedActions: 'Closed actions',
  decisions: 'Decisions',
  actions: 'Actions',
  published: 'Sessions with published notes',
  unpublished: 'Sessions without published notes',
};

/** Sections a document of a kind has by custom. */
export const customarySections: Partial<Record<DocumentKind, readonly SectionRole[]>> = {
  minutes: ['attendees', 'apologies', 'previousActions', 'actions'],
  notes: ['attendees', 'actions'],
  event: ['published', 'unpublished'],
};

/**
 * Which sections side by side follow which. Actions may be summed up at either end; a proposal is in the form of 2019 or in
 * that of the wiki's template.
 */
export const sectionOrders: readonly (readonly (SectionRole | FieldLabel)[])[] = [
  ['attendees', 'apologies', 'previousActions'],
  ['published', 'unpublished'],
  ['Problem to solve', 'Attendee contributions', 'Preparation'],
  ['Description', 'Outcomes', 'Ref', 'Peer Review Comments'],
];

/** Sections and fields a document of a kind has to have, with where they may stand instead. */
export const requirements: Partial<
  Record<
    DocumentKind,
    {
      readonly fields: readonly FieldLabel[];
      readonly sections: readonly { readonly title: string; readonly role: SectionRole }[];
    }
  >
> = {
  proposal: { fields: ['Technical contact', 'Description'], sections: [] },
  notes: { fields: ['Session', 'Date'], sections: [] },
  minutes: { fields: [], sections: [{ title: 'Attendees', role: 'attendees' }] },
};

/** One field may be said by another: the 2019 form asks for the problem, the scheduler for an owner. */
export const standsFor: Partial<Record<FieldLabel, readonly FieldLabel[]>> = {
  'Technical contact': ['Owner', 'Host'],
  Description: ['Problem to solve'],
};

/** A number of minutes is a duration; that of a year or a day before the word is a date: `June 2013 Minutes`. */
const duration =
  /(?:(?<![\d/.-])(?<!\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? )\d{1,3}|\b(?:one|two|three|four|five|six|ten|fifteen|twenty|thirty|sixty|few|some|many|couple of|in|within|under|of))[ -]$/i;
/** What may follow the word where it does not end the title: nothing of a sentence, but a date, a number, "of" and the like. */
const minutesFollow = /^(?!\s+to\b)(?:\W*$|\s*[:–—(/|,-]|\s+(?:of|from|for|on|\d)|\s+(?!\p{Ll})\p{Lu})/u;

/** Whether a title is one of minutes: it ends with the word, begins with it, or has it before a date. */
export function isMinutesTitle(title: string): boolean {
  const bare = undecoratedTitle(title);
  for (const { 0: word, index } of bare.matchAll(/\b(?:[Mm]inutes|MINUTES)\b/g)) {
    const before = bare.slice(0, index);
    const behind = bare.slice(index + word.length);
    if (duration.test(before)) continue;
    const starts = !/[\p{L}\d]/u.test(before);
    if (
      behind.trim() === '' ||
      (starts && minutesFollow.test(behind)) ||
      /^\s*(?:[-–—:(,]\s*|(?:of|for|from|on)\s+)?(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s)/i.test(
        behind,
      )
    )
      return true;
  }
  return false;
}

function undecoratedTitle(title: string): string {
  return title.replace(/(?<![\s.!])[\s.!]+$/, '');
}

/** Labels that make a document a proposal when it has no other kind. */
export const proposalLabels: readonly FieldLabel[] = [
  'Technical contact',
  'Date of insert',
  'Problem to solve',
  'Attendee contributions',
  'Outcomes',
  'Peer Review Comments',
];

export const decisionKinds = [
  'motion',
  'passed',
  'rejected',
  'deferred',
  'resolution',
  'agreed',
  'decision',
  'quorum',
  'votes',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Decisions that say what became of a motion. */
export const motionResults: readonly DecisionKind[] = [
  'passed',
  'rejected',
  'deferred',
  'resolution',
  'agreed',
  'decision',
];

/** Other words that mark a decision, in small letters. */
export const decisionWords: Readonly<Record<string, DecisionKind>> = {
  conclusions: 'decision',
  conclusion: 'decision',
  decisions: 'decision',
  decided: 'decision',
  resolved: 'resolution',
  carried: 'passed',
};

/** What may become of a motion. */
export type MotionResult = Extract<DecisionKind, 'passed' | 'rejected' | 'deferred'>;
const passedWords = 'carried|passed|approved|accepted|adopted';
const unopposed = 'no objections?|unanimous(?:ly)?|by consensus|nem\\.? con\\.?';
/** How the line of a motion ends that tells it: behind a full stop, a dash or in brackets, or `No objections - carried`. */
export const motionOutcome: readonly (readonly [MotionResult, RegExp])[] = [
  [
    'passed',
    new RegExp(
      `(?:[.;:!?]|\\s[-–—]+|(?<!\\s)\\s*\\()\\s*(?:(?:${unopposed})[\\s,;–—-]*)?(?:${passedWords})(?: (?:${unopposed}))?[\\s.)!]*$|\\s(?:${unopposed})(?:[\\s,;–—-]+(?:${passedWords}))?[\\s.)!]*$`,
      'i',
    ),
  ],
  ['rejected', /(?:[.;:!?]|\s[-–—]+|(?<!\s)\s*\()\s*(?:rejected|defeated|failed|not carried|lost)[\s.)!]*$/i],
  ['deferred', /(?:[.;:!?]|\s[-–—]+|(?<!\s)\s*\()\s*(?:deferred|postponed|tabled|withdrawn)[\s.)!]*$/i],
];

/** First names and what those of that name are called that does not begin like it; in small letters. */
const nicknames: readonly (readonly string[])[] = [
  ['michael', 'mike', 'mick', 'misha'],
  ['andrew', 'andy', 'drew'],
  ['robert', 'bob', 'bobby', 'rob'],
  ['william', 'bill', 'will'],
  ['james', 'jim', 'jimmy'],
  ['john', 'jack', 'johnny'],
  ['anthony', 'tony'],
  ['edward', 'ed', 'ted', 'eddie'],
  ['charles', 'chuck', 'charlie'],
  ['stephen', 'steven', 'steve'],
  ['lawrence', 'laurence', 'larry'],
  ['joseph', 'joe'],
  ['richard', 'rick', 'dick', 'rich'],
  ['david', 'dave'],
  ['katherine', 'catherine', 'kate', 'kathy', 'cathy'],
  ['elizabeth', 'liz', 'beth', 'betty'],
  ['margaret', 'peggy', 'meg', 'maggie'],
  ['alexander', 'oleksandr', 'aleksandr', 'alex', 'sasha'],
  ['henry', 'harry', 'hank'],
  ['dmitry', 'dmytro', 'dima'],
  ['volodymyr', 'vladimir', 'vlad', 'volodia'],
  ['nicholas', 'nikolas', 'mykola', 'nick', 'kolya'],
  ['christopher', 'kris', 'kit'],
];
const nicknamesOf = new Map(nicknames.flatMap((names) => names.map((name) => [name, names] as const)));

/** Whether two first names, in small letters, may be one's: `mike` and `michael`. */
export function isNickname(one: string, other: string): boolean {
  return nicknamesOf.get(one)?.includes(other) ?? false;
}

/** How somebody says something, between the name and the colon: `Jan summarises:`. */
export const sayingVerbs =
  /(?<=\S)\s+(?:says|said|asks|asked|answers|answered|adds|added|notes|noted|replies|replied|repl[iy]ed|explains|explained|presents|presented|presenting|continues|continued|comments|commented|summari[sz](?:es|ed)|suggests|suggested|proposes|proposed|agrees|agreed|disagrees|responds|responded|clarifie[sd]|reports|reported|remarks|remarked|wonders|wondered|mentions|mentioned|objects|points out|thinks)(?: that)?$/i;

/** An action that is everybody's, or some group's. */
export const askedOfAll =
  /^(?:all|everybody|everyone|anybody|anyone|those|we|people|volunteers?|attendees|participants)\b|^(?:[^\s.:;]+\s){1,4}to \p{Ll}/iu;
/** What stands behind an action's marker and asks for nothing. */
export const stated =
  /^(?:consensus|determined|agreed|decided|resolved|nothing|no|none)\b|^(?:\S+ ){0,2}(?:is|are|was|were|has|have|had) (?!to\b)/i;
/** Before the name of somebody who is not the one to do it. */
export const notTheSubject =
  /^(?:to|with|from|for|of|by|at|about|on|ask|invite|tell|ping|contact|e-?mail|cc|thank|add|move|help)$/i;

/** First words of what tells how something went, not what is to be done. */
export const toldWords =
  /^(?:\w{2,}ed|is|are|was|were|has|have|had|did|sent|wrote|made|got|gave|met|spoke|told|took|went|found|began|put|saw|still|now|not|nothing|no)$/i;

/** Words that tell in a sentence what became of a motion. */
export const motionResultWords =
  /\b(?:passed|carried|approved|accepted|adopted|agreed|ratified|rejected|defeated|declined|failed|deferred|postponed|tabled|withdrawn|withdrew|unanimous(?:ly)?|consensus|no objections?|in favou?r|against)\b/i;

/** Numbers as people write them in a count. */
export const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** Said behind `QUORUM:` when there is none. */
export const noQuorum =
  /^\W*(?:no|not|none|lost|missing|missed|lacking|without|inquorate|failed|absent|insufficient|unmet|too few)\b|\b(?:not|never|no longer|isn['’]t|wasn['’]t) (?:been )?(?:reached|met|present|achieved|established|quorate|there)\b|\b(?:no quorum|inquorate|(?:missed|short|failed|fell short) (?:by|of)|(?:one|two|three|\d+) (?:short|missing|too few)|below (?:the )?quorum|too few (?:present|members|voters))\b/i;

/** A line that tells of the quorum alone: with a count, or whether there was one. */
export const quorumLine = /^[^:?\r\n]{0,60}(?:\s:\s*)?\bquor(?:um|ate)\b[^:?\r\n]{0,50}$/i;

/** Markers a line may begin with, beside ACTION and TODO, in canonical form. */
export const markers = [
  'MOTION',
  'PASSED',
  'REJECTED',
  'DEFERRED',
  'RESOLUTION',
  'AGREED',
  'DECISION',
  'QUORUM',
  'Votes',
  'Clarification',
  'Q',
  'Open question',
  'ACTION',
  'TODO',
] as const;

export { iconResidue } from './undecorated.js';

/** Roles a person may have in parentheses behind the name. `absent` says that an owner was not there. */
export const personRoles = [
  'chair',
  'host',
  'scribe',
  'voting',
  'non-voting',
  'remote',
  'on call',
  'via chat',
  'absent',
] as const;

/** Names that one company has gone by, so that none of them contradicts another. */
export const companyNames: readonly (readonly string[])[] = [
  ['Amazon', 'AWS', 'Amazon Web Services'],
  ['Citrix', 'XenSource', 'XenServer', 'Cloud Software Group'],
  ['SUSE', 'Novell'],
  ['Western Digital', 'WDC'],
  ['Xen Project', 'Xen.org', 'Linux Foundation'],
];

/** Whether words are known to be a company's. */
export function isCompany(text: string): boolean {
  return companies.has(text.trim().toLowerCase()) || companyWords.test(text);
}
const companies: ReadonlySet<string> = new Set(companyNames.flat().map((name) => name.toLowerCase()));

/** Words behind a company's name that do not tell it from another. */
export const companyForms = /[.,]|\b(?:inc|ltd|llc|gmbh|ag|plc|corp|corporation|limited|systems|r&d)\b/gi;

/** Words in the names of companies and the like. */
export const companyWords =
  /\b(?:inc|ltd|llc|gmbh|ag|plc|corp(?:oration)?|limited|universit(?:y|ät|é|e)|institute|foundation|labs?|laboratory|systems?|technolog(?:y|ies)|software|networks?|semiconductors?|electronics|consulting|project|college|school|department|bank|motors|board|TSC|TAC|WG|working group)\b/i;

/** Words that stand in a list of people and are nobody's name. */
export const nobodysName =
  /^(?:everyone|everybody|nobody|anyone|all|others?|more|none|unknown|missing|various|discussion|agenda|notes?|minutes|introductions?|attendees?|participants?|present|quorum|quorate|yes|no|n\/a|tb[acd]|names?)$/i;
/** Words of sentences, in small letters: `Zhi An Ng` is somebody's name. */
export const sentenceWords =
  /(?:^|\s)(?:the|a|an|and|or|of|to|from|in|on|at|for|by|with|we|you|your|yourself|they|please|reply|some|many|see|was|were|is|are|be|not|if|who|add|will|has|have|had|this|that|it)(?:\s|$)/;

/** Words that tell of time behind a company in a register, in forms that are not read as years. */
export const timeWords =
  /^(?:until|till|up to|to|from|since|before|after|as of)\b|\b(?:present|now|today|yesterday|ongoing|current(?:ly)?)$|\b(?:19|20)\d{2}\b/i;

/** Last words of what owns an action and is nobody's name: `XenServer team`. */
export const groupWords = [
  'team',
  'teams',
  'group',
  'community',
  'committers',
  'maintainers',
  'members',
  'board',
] as const;

/** Whether a word, in small letters, is that of a group of people. */
export function isGroupWord(word: string): boolean {
  return groupWords.some((each) => each === word);
}

/** What stands where an action's owner should, and is nobody: `ACTION VOLUNTEER: …`, `ACTION TBD: …`. */
export const placeholderOwner =
  /^(?:an? )?(?:volunteers?(?: needed| wanted)?|some(?:one|body)|any(?:one|body)|nobody|who|name|owner|tb[acd]|to be (?:assigned|confirmed|decided|determined|found)|unassigned|xxx|\?+)$/i;

/** What somebody promises who says so: `Boris: I will produce a list`. What one says as often of the talk itself stands not here. */
export const commitments = [
  'add(?! that)',
  'ask(?! (?:myself|a question)\\b)',
  'bring up',
  'check',
  'circulate',
  'clean up',
  'collect',
  'compile',
  'contact',
  'create',
  'discuss',
  'document',
  'draft',
  'e-?mail',
  'file',
  'find out',
  'fix',
  'follow[- ]up',
  'get back(?! to (?:that|this|it)\\b)',
  'get in touch',
  'implement',
  'investigate',
  'look (?:at|into|up)',
  'mail',
  'measure',
  'open (?:a|an|another|some|the|that|this|up an?|issues?|PRs?)',
  'organi[sz]e',
  'ping',
  'post',
  'prepare',
  'produce',
  'propose',
  'provide',
  'publish',
  'put together',
  'raise',
  'reach out',
  'repl(?:y|ies)',
  'report back',
  'resend',
  'review',
  'schedule',
  'send',
  'set up',
  'share(?! (?:my|the|our) (?:screen|slides?|presentation))',
  'speak (?:to|with)',
  'submit',
  'summari[sz]e',
  'sync up',
  'talk (?:to|with)',
  'test',
  'track down',
  'triage',
  'update',
  'upload',
  'work (?:on|with)',
  'write',
] as const;

/** Of these, what "I'm going to" tells of the talk: `I'm going to ask`. */
export const spokenOf = 'add|ask|bring|check|discuss|propos|rais|review|share|speak|summari|talk|test';
/**
 * What somebody `will` or is `to` who takes on no task: how things are, what is felt and said, who comes and goes, and what is done in
 * the meeting itself. All else that one who is there "will" is a task.
 */
export const noTask =
  /^(?:abstain|agree|always|argue|arrive|as|at|attend|be|become|begin|both|cast|chair|come(?! (?:back|up))|continue|depart|disagree|explain|feel|get(?! (?:back|in touch|to)\b)|give (?:an?|the|us|some) (?:\S+ ){0,2}(?:demo|intro(?:duction)?|overview|presentation|rundown|summary|talk|update)|go(?! (?:ahead|back|over|through)\b)|happen|have|hate|hear|hopefully|join|keep|know|lead|leave|like|likely|lose|love|mean|meet|miss|moderate|need|never|no|not|object|only|present|probably|read|remain|return|run|say|scribe|see(?! (?:if|whether|about|to)\b)|show|speak|start(?:s|ed)? (?:by|with|off)|stay|still|suffer|support|talk about|take (?:the )?(?:notes|minutes|questions?|over)|tell|think|try to (?:understand|explain)|understand|use|vote|wait|want|wish|work for)\b/i;

/** Title of a section that tells what is to be talked about: names there are of who will present, and nobody speaks. */
export const agendaTitle = /^(?:meeting |proposed |draft )?agenda(?: items?)?$/i;

/** How a due date without figures begins, where it stands behind the owners without parentheses: `ACTION Jan by Friday:`. */
export const dueBeginnings = [
  'next',
  'this',
  'the (?:next|end)',
  'end',
  'today',
  'tonight',
  'tomorrow',
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
] as const;

/** How an action went. */
export const actionStates = ['open', 'in progress', 'carried over', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** Words for it, as they stand in front of an action, behind it or below it. */
export const stateWords: readonly (readonly [ActionState, words: string])[] = [
  ['done', 'done|closed|completed?|finished|resolved|fixed|merged|sent|solved'],
  [
    'dropped',
    "dropped|cancell?ed|obsolete|abandoned|withdrawn|won['’]t (?:do|fix)|not needed(?: any ?more)?|no longer needed",
  ],
  [
    'in progress',
    'in progress|on ?-?going|wip|under ?way|partially done|partly done|half done|being worked on|in review|in work',
  ],
  [
    'carried over',
    'carried over|carry over|carried forward|carry forward|deferred|postponed|moved to (?:the )?next (?:meeting|call|time)',
  ],
  [
    'open',
    'open|not (?:yet )?(?:started|done|begun|finished)|no (?:progress|update|news|change)|pending|outstanding|waiting|blocked|stalled|to ?do',
  ],
];

/** Marks for it, in front of an action and at its end. */
export const stateMarks: readonly (readonly [ActionState, inFront: RegExp, atEnd: RegExp])[] = [
  ['done', /^(?:[✓✔✅☑🗹]\ufe0f?|\[[xX]\])\s*(?=\S)/u, /\s[✓✔✅☑🗹]\ufe0f?\s*$/u],
  ['open', /^(?:[✗✘☐⬜🔲]\ufe0f?|\[ ?\])\s*(?=\S)/u, /\s[✗✘☐⬜🔲]\ufe0f?\s*$/u],
  ['dropped', /^[❌🚫]\s*(?=\S)/u, /\s[❌🚫]\s*$/u],
  ['in progress', /^[⏳🚧🔄]\ufe0f?\s*(?=\S)/u, /\s[⏳🚧🔄]\ufe0f?\s*$/u],
];

/** Values that answer a field by saying that the answer is not known, or that there is none. */
export const statedUnknown = /^(?:unknown|not known|not recorded)\b/i;
export const statedNone = /^(?:none|no notes|n\/a)\b/i;
export const statedTodo = /^TODO\b/i;

/** Texts a template leaves where nobody filled it in. */
export const placeholders: readonly RegExp[] = [
  ...fields.flatMap((field) =>
    field.placeholder ? [new RegExp(`^${field.placeholder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.?$`, 'i')] : [],
  ),
  /^(?:TBD|TBC|TBA|tbd|to be (?:determined|decided|confirmed|announced)|fill me in|xxx)\.?$/i,
];

/** `[TODO Title]` and `(NO NOTES) Title`, as the 2018 page has them. */
export const todoTitle = /^\[TODO:?\s+(?!\s)([^\]\r\n]+)\](.*)$/i;
/** The same in a heading, where the mark may also stand before or behind the title: `[TODO] Title`, `TODO: Title`, `Title (TODO)`. */
const todoHeadings: readonly RegExp[] = [
  todoTitle,
  /^(?:[[(]TODO[\])](?:\s*[:–—-])?|TODO(?::|\s+[–—-]))\s*(\S.*)$/i,
  /^(\S.*?)(?:(?<!\s)\s*[[(]TODO[\])]|(?::|\s[–—-])\s+TODO)$/i,
];

/** Title of a heading that says that the notes are still to do, and what stands behind it; `undefined` for any other. */
export function todoHeading(shown: string): { readonly title: string; readonly behind: string } | undefined {
  for (const form of todoHeadings) {
    const found = form.exec(shown);
    if (found) return { title: found[1] ?? '', behind: found[2] ?? '' };
  }
  return undefined;
}

/** The mark before a title, and behind it, as {@link todoHeading} and {@link noNotesTitle} have them. */
export const markBefore = /(?:[[(]?TODO[\])]?(?:\s*[:–—-])?|\(NO NOTES\))\s*$/i;
export const markBehind = /^\s*(?:[[(]TODO[\])]|[:–—-]\s+TODO)\s*$/i;
export const noNotesTitle = /^\(NO NOTES\)\s*(\S.*)$/i;

/** Title of a document of notes, and of the mail they are posted in: `Design session notes: TITLE`. */
export const notesTitle = /^design session notes?\s*[:–-]\s*(\S.*)$/i;
export function notesTitleFor(title: string): string {
  return `Design session notes: ${title}`;
}

/** Headings that say themselves what happened: nothing has to stand below them. */
export const selfEvident =
  /^(?:opening|welcome|closure|closing|close|adjourn(?:ed|ment)?|end(?: of (?:the )?(?:meeting|call))?|break|lunch)\b|\bannouncements?:|\b(?:time permitting|if time (?:permits|allows)|postponed|deferred|skipped|tabled|not discussed|no time|no updates?|approved|withdrawn)\b|^see:? https?:/i;

/**
 * Words of headings that stand on every agenda, whatever happens: `Announcements`, `Q&A, Other`, `Review of last meeting's
 * action items`. A topic has a word of its own beside them.
 */
export const agendaWords: ReadonlySet<string> = new Set(
  [
    'action admin administrivia adoption agenda announcement answer aob approval attendee backlog blocker business call chat',
    'chair closed closure code comment conduct confirm constraint facilities facility guest hiring host hosting local member',
    'observer opening participant pr prior quorum stand standup taking taker time volunteer welcome work',
    'adjourn conclusion date decision discussion event feedback floor follow followup housekeeping initiative intro introduction issue',
    'item link log logistics lot material meeting minute misc miscellaneous motion news note point presentation question',
    'recording reference reminder report resolution resource review roll round roundtable schedule scheduling session slide',
    'status step summary table task topic update vote wrap',
    'all any brief future general last monthly new next old open opens other outstanding parking past previous private public',
    'quarterly quick short standing strategic tracking upcoming weekly',
    'board committee community council cpc foundation group project release subgroup team tsc wg working',
    'a and at by find for from in of on or our q s the to up with',
  ].flatMap((line) => line.split(' ')),
);

/** Headings that name all that follows them, even where it has headings of the same level. */
export const groupTitle =
  /^(?:(?:meeting|session|call) )?(?:notes|minutes)$|^(?:agenda|topics|day (?:\d|one|two|three)|(?:proposals (?:and|&) )?discussions?)$/i;

/** A blank that a template leaves for who fills it in: `Agenda for {month} {day}`. */
export const templateBlank = /\{[a-z][\w ]*\}/i;

/** What clings to a title where it was copied from: `Design Session: …`, `… -`. */
export const untidyStart = /^(?:(?:design )?session ?(?:[:–—]|-(?= )) *|[-–—:,;]+ +)/i;
export const untidyEnd = /(?: [-–—]+| ?[:,;])$/;

/** Said of a meeting that did not take place. */
export const cancelled =
  /\b(?:meeting|call|session)\b[^.\n]{0,40}\bcancell?ed\b|^(?:(?!\w).|_)*cancell?ed\b|\(cancell?ed\)/im;

/** The project's lists, where they are now, and where mail to them went before. */
const lists = '(?:xen-(?:devel|users|announce|api)|minios-devel|mirageos-devel|win-pv-devel)';
export const listHost = 'lists.xenproject.org';
/** An address of a list at a former host; one in the path of a web archive is none. */
export const formerListAddress = new RegExp(
  `(?<![\\w.+%=/-])(${lists})@lists\\.(?:xen\\.org|xensource\\.com|sourceforge\\.net)(?![.-]?\\w|/)`,
  'gi',
);

/** A host of addresses that the community uses, in lower case. */
interface AddressHost {
  readonly host: string;
  /** Which of its paths archive the list; absent when none do. */
  readonly archives?: RegExp;
  /** Paths that are elsewhere by now: what they begin with, and what takes the place of it and of the host. */
  readonly moved?: readonly Moved[];
}

interface Moved {
  readonly path: RegExp;
  /** Absent when nothing does: the address is gone. */
  readonly to?: string;
}

const anyPath = /^/;
/** The archive's hosts show the same files: a message has one month and one number on all of them. */
const movedArchive: Moved = { path: /^\/archives\/html\//i, to: `https://${listHost}/archives/html/` };
const movedList: Moved = {
  path: new RegExp(`^(?:(?:/cgi-bin)?/mailman/listinfo)?/(?=${lists}/?(?:$|[?#]))`, 'i'),
  to: `https://${listHost}/mailman/listinfo/`,
};
const movedWiki: Moved = { path: /^\/(?=wiki\/|index\.php\?)/i, to: 'https://wiki.xenproject.org/' };
/** Gmane's archives left the web in 2016. */
const gmane = /^\/gmane\.comp\.emulators\.xen\./i;

const addressHosts: readonly AddressHost[] = [
  { host: listHost, archives: anyPath },
  { host: 'lists.xen.org', archives: anyPath, moved: [movedArchive, movedList] },
  { host: 'lists.xensource.com', archives: anyPath, moved: [movedArchive, movedList] },
  { host: 'old-list-archives.xenproject.org', archives: anyPath, moved: [movedArchive] },
  { host: 'old-list-archives.xen.org', archives: anyPath, moved: [movedArchive] },
  { host: 'lore.kernel.org', archives: /^\/xen-devel\// },
  { host: 'marc.info', archives: /[?&;]l=xen-devel/ },
  {
    host: 'marc.theaimsgroup.com',
    archives: /[?&;]l=xen-devel/,
    moved: [{ path: /^\/(?=\?l=xen-)/, to: 'https://marc.info/' }],
  },
  { host: 'patchew.org', archives: /^\/Xen\//i },
  ...['article', 'comments', 'news', 'permalink', 'thread'].map((name) => ({
    host: `${name}.gmane.org`,
    archives: gmane,
    moved: [{ path: gmane }],
  })),
  { host: 'wiki.xen.org', moved: [movedWiki] },
  { host: 'wiki.xensource.com', moved: [movedWiki] },
  { host: 'xenbits.xensource.com', moved: [{ path: /^\/(?=(?:xsa|docs|gitweb)\/)/i, to: 'https://xenbits.xen.org/' }] },
];
const hostsByName = new Map(addressHosts.map((each) => [each.host, each]));

/** Host, in lower case, and what follows it; `undefined` for what is no web address. */
function hostAndPath(url: string): { readonly host: string; readonly path: string } | undefined {
  const parts = /^https?:\/\/([^/?#]+)(?![^/?#])(.*)$/is.exec(url);
  return parts ? { host: (parts[1] ?? '').toLowerCase(), path: parts[2] ?? '' } : undefined;
}

/** Whether an address is in one of the list's archives. */
export function isArchiveUrl(url: string): boolean {
  const { host = '', path = '' } = hostAndPath(url) ?? {};
  return hostsByName.get(host)?.archives?.test(path) === true;
}

/** Addresses, in text, on hosts that something has moved away from; {@link movedAddress} tells whether they have. */
export const formerHostAddress = new RegExp(
  `https?://(?:${addressHosts.flatMap(({ host, moved }) => (moved ? [host.replace(/\./g, '\\.')] : [])).join('|')})/[^\\s<>"'()[\\]]*`,
  'gi',
);

/** Where an address has moved to (`gone` when nowhere); `undefined` for one that stands where it did. */
export function movedAddress(url: string): string | 'gone' | undefined {
  const { host = '', path = '' } = hostAndPath(url) ?? {};
  const moved = hostsByName.get(host)?.moved?.find((each) => each.path.test(path));
  if (!moved) return undefined;
  return moved.to === undefined ? 'gone' : path.replace(moved.path, moved.to);
}

/** Pages of the wiki, in any of its addresses: `…/wiki/Design_Sessions_2019#Virtio`. */
const wikiUrl = /^https?:\/\/wiki\.(?:xenproject\.org|xen\.org|xensource\.com)\/wiki\/([^?#]+)(?:#(.+))?$/i;

/** Page and section that an address of the wiki leads to, as the wiki writes them in addresses. */
export function wikiPlace(url: string): { readonly page: string; readonly section?: string } | undefined {
  const parts = wikiUrl.exec(url);
  if (!parts) return undefined;
  return { page: parts[1] ?? '', ...(parts[2] !== undefined && { section: parts[2] }) };
}

/** Pads: which addresses are of one, and which of those let everybody who has the address change it. */
const pads: readonly { readonly address: RegExp; readonly edit?: RegExp }[] = [
  // CryptPad keeps what one may do in the fragment, whatever the host: #/2/pad/edit/KEY/ or #/2/pad/view/KEY/.
  { address: /\/#\/\d\/[a-z]+\/(?:edit|view)\//, edit: /#\/\d\/[a-z]+\/edit\// },
  // An Etherpad's own address is open to all, on any host; a copy to read begins with "r.".
  {
    address: /^https?:\/\/(?=[^/?#]{1,255}\/p\/[^/?#])(?:[\w-]+\.)*[\w-]*pads?\.[^/?#]/i,
    edit: /\/p\/(?!r\.)[^/?#]+\/?(?:[?#]|$)/,
  },
  // HackMD, CodiMD, HedgeDoc.
  {
    address: /^https?:\/\/(?=[^/?#]{1,255}\/[^/?#])(?:[\w-]+\.)*(?:hackmd|codimd|hedgedoc)\.[^/?#]/i,
    edit: /^[^?#]*\?(?:[^#]*&)?(?:edit|both)\b|^[^?#]*\/edit(?:[?#]|$)/,
  },
  // Who may edit a Google document does not show in its address.
  { address: /^https?:\/\/docs\.google\.com\/document\//i },
];

/** Whether an address is of a pad, and what it lets everybody do there; `unknown` where the address does not tell. */
export function padAccess(url: string): 'edit' | 'unknown' | undefined {
  const pad = pads.find(({ address }) => address.test(url));
  return pad && (pad.edit?.test(url) ? 'edit' : 'unknown');
}

/** What is said of a pad that is there to be written in by everybody, and holds no notes: a sign-up sheet, an agenda, a poll. */
export const writtenByAll =
  /\bsign(?:ing|ed)?[- ]?(?:up|in)s?\b|\bregist(?:er|ration)\b|\b(?:add|enter|put|write) (?:down |in )?(?:your|yours?el(?:f|ves)|more|topics?|questions?|items?|sessions?|ideas?|names?)\b|\b(?:attend(?:ance|ees?)|guest|waiting) (?:list|sheet)\b|\b(?:poll|survey|vot(?:e|es|ing)|spreadsheet|queue|agenda|schedule|timetable|rooms?|dinner|lunch|car ?pool)\b|\bpropos(?:e|als?)\b|\b(?:collect(?:s|ed|ing)?|suggest(?:ions?)?)\b/i;

/** A security advisory by its number: `XSA-298`, `XSA 298`, `XSA298`. */
export const xsaMention = /\bXSA(?:-(?=\d{1,4}\b)|[ \u00a0]?#?(?=\d{1,3}\b))(\d+)/g;
export const xsaUrl =
  /^https?:\/\/(?:xenbits\.xen\.org|xenbits\.xenproject\.org|xenproject\.org)\/xsa\/advisory-(\d+)\.(?:html|txt)$/i;

/** Canonical address of a Xen Security Advisory. */
export function xsaAddress(number: number): string {
  return `https://xenbits.xen.org/xsa/advisory-${number}.html`;
}

/** What the wiki shows where a template that is not there was used. */
export const undefinedTemplate =
  /This is a stub template\b[^.]{0,300}\.(?:[^.]{0,300}Category:Undefined Template\.?)?/i;

/** Words that no sentence ends with. */
export const neverLast = [
  'the',
  'an',
  'my',
  'our',
  'their',
  'its',
  'your',
  'every',
  'and',
  'or',
  'nor',
  'but',
  'because',
  'although',
  'whether',
] as const;
/** Words that begin a sentence, of which nothing more is there. */
export const neverAlone = [
  'This',
  'These',
  'Those',
  'The',
  'An',
  'It',
  'He',
  'She',
  'We',
  'They',
  'There',
  'If',
  'When',
  'But',
  'And',
  'However',
] as const;

/** Words before an "a" that is an article; behind others it may be the name of something: `option a`. */
export const beforeArticle =
  /^(?:is|was|are|were|be|been|being|has|have|had|having|to|of|for|with|in|on|at|as|by|from|into|that|than|like|not|such|and|or|but|get|gets|got|needs?|wants?|makes?|made|gives?|gave|takes?|took|adds?|creates?|uses?|using|what|quite|only|just|without|about|through|over|under|via|per|behind|before|after|if|when|while|because|so|do|does|did|sends?|writes?)$/i;

/**
 * Prepositions that a sentence seldom ends with, and the words behind which one does: `it has been dealt with`. Others, such
 * as `in` and `on`, belong as often to the verb.
 */
export const seldomLast: ReadonlyMap<string, RegExp> = new Map([
  ['of', /^(?:sort|kind|care|rid|use|hold|track|ahead|aware|advantage|thought|heard|unheard|spoken|disposed|made)$/i],
  [
    'with',
    /^(?:dealt|worked|done|over|played|messed|tampered|interfered|lived|agreed?|agrees|cope[ds]?|complied|fine|ok|okay|happy|go|goes|going|starts?|begin)$/i,
  ],
  [
    'for',
    /^(?:accounted|asked|called|cared|catered|paid|provided|allowed|looked|hoped|planned|spoken|vouched|good|ready|room|time)$/i,
  ],
  ['from', /^(?:heard|benefited|suffered|apart|far)$/i],
  ['into', /^(?:looked|checked|gone|dug|run)$/i],
  ['between', /^(?:in|far|few)$/i],
  [
    'to',
    /^(?:able|about|access|due|have|has|had|going|like|need|needs|want|wants|wanted|try|way|ways|how|where|things?|something|anything|people)$/i,
  ],
  ['by', /^(?:close|near|passed|pass|stand|stop|went|go|goes|time)$/i],
]);

/** Doubts of a scribe: `??` for what was not heard, `(?)`, `(spelling?)`, `(is this correct???)`, `[who was it???]`. */
export const openQuestion =
  /(?<![^\s([/])\?{2,}|[([](?:\?+|[^()[\]?\n]{1,60}\?{2,}|(?:sp|spelling|clarify|check|correct|right|is (?:this|that|it) (?:correct|right|true)|not sure|who|which one|what name|name)\?)[)\]]/gi;
/** What tells that `??` is an operator that is talked about. */
export const talkOfOperator = /\bnullish|\bcoalesc|\boperators?\b|`[^`\n]*\?\?/i;
/** Operands as they stand in talk of code: `x`, `foo`, `null`, `list.length`, `f()`, `"text"`, `fooBar`. */
export const operand =
  /^(?:[b-hj-z]|0|foo|bar|baz|null|undefined|lhs|rhs|expr|["'`].*|[\w$]+[([].*|[a-z$][\w$]+\.[a-z]\w*|[\w$]+_[^\W_]*|\p{Ll}{2,}\p{Lu}\p{Ll}\w*)$/u;
/** The list that notes are posted to, and the width at which its mails are wrapped, where an archive's configuration is silent. */
export const defaultList = { address: `xen-devel@${listHost}`, width: 72 } as const;
/** Whether an address is that of the list, at any of its hosts. */
export const listAddress = /\bxen-devel@lists\.(?:xenproject\.org|xen\.org|xensource\.com)\b/i;

/** Where a message of the list stands in the archive that finds it by its Message-ID. */
export function messageAddress(id: string): string {
  return `https://lore.kernel.org/xen-devel/${id.replace(/^<|>$/g, '').replace(/[^\w.@+=$!*'(),~-]/g, encodedByte)}/`;
}

/** The Message-ID, without its brackets, that an address in such an archive ends with. */
export function messageIdOf(url: string): string | undefined {
  const id = /^https?:\/\/(?:lore\.kernel\.org\/xen-devel|patchew\.org\/xen)\/([^/?#]+@[^/?#]+)/i.exec(url)?.[1];
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    return id;
  }
}

function encodedByte(char: string): string {
  return char.charCodeAt(0) < 128 ? `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : '';
}

/** What mail programs put before a subject, and the tags of list software: `[Xen-devel]`, `[Other-list]`. */
export const subjectTag =
  /^\s*(?:(?:re|fwd?|aw|wg|sv|antw|tr)(?:\[\d+\])?\s*:|\[(?:xen|external|ext|(?!patch|rfc|design)[a-z]+(?:-[a-z]+)+)\])\s*/i;

/**
 * The words by which a subject says what the mail is, around the title of what it is about. A word is of the first class that it
 * fits, in lower case.
 */
export const subjectWords = {
  minutes: /^minutes$/,
  notes: /^(?:notes|write-?ups?|writeups?|transcripts?|recap)$/,
  /** Say so only beside a session or an event: much else is reported and summed up. */
  report: /^(?:note|reports?|summar(?:y|ies)|outcomes?)$/,
  session: /^sessions?$/,
  discussion: /^(?:discussions?|bofs?|breakouts?)$/,
  event: /^(?:(?:xen-?)?summits?'?\d{0,4}|xpdds?-?\d{0,4}|hackathons?|meet-?ups?)$/,
  design: /^design$/,
  /** The nouns of meetings that are no design sessions. */
  meeting: /^(?:meetings?|calls?|board|committee|wg|telecon|teleconference)$/,
  /** Stand in the name of an event. */
  ofEvent:
    /^(?:xen|xenproject|project|developers?|dev|community|and|&|winter|spring|summer|autumn|fall|virtual|online|annual|day)$/,
  article:
    /^(?:the|a|an|our|my|some|these|this|last|(?:yesterday|today|week|month|(?:mon|tues|wednes|thurs|fri)day)['’]s)$/,
  /** How far a text is, which is nothing of its title. */
  state: /^(?:draft|final|raw|rough|quick|short|brief|preliminary|updated?|revised|corrected|resend|repost)$/,
  /** Join what a mail is to what it is about; a title may follow each. */
  joint: /^(?:on|of|about|for|from|re|regarding|at|in|during)$/,
} as const;
export type SubjectWord = keyof typeof subjectWords;

/** Joints before the event that something was part of: `Notes on PVH from the hackathon`. */
export const partOfEvent = /^(?:from|at|during|in)$/;
/** What is done about sessions before they take place: `Design session proposals`. */
export const sessionBusiness =
  /^(?:proposals?|schedul\w*|topics?|ideas?|plan\w*|agenda|registrations?|sign-?ups?|submissions?|slots?|requests?|suggestions?|voting|tool|page|list|process|format|rooms?|hosts?|leads?|invit\w*|remind\w*)$/i;
/** Before "minutes" they make it a duration, before "notes" something else than what was said. */
export const noRecord =
  /^(?:\d{1,3}|one|two|three|five|ten|fifteen|twenty|thirty|sixty|few|some|many|couple|of|in|within|every|release|patch|lecture|speaker|side)$/;
/** What may follow minutes as a part of them. */
export const besideMinutes = /^\s+(?:and|&|\+) (?:actions?(?: items?| points?)?|decisions?|notes)\b/i;
/** Subjects of mails that call for something, tell or ask: a session that they name is not reported in them. */
export const noticeSubject =
  /^\W*(?:announce(?:ment)?|vote|voting|poll|survey|rfc|cfp|ping|reminder|invitation|save the date|call for|calling|propos(?:al|ed?|ing)|request|schedule|agenda|upcoming|tomorrow|today)\b|\bcall for (?:agenda|topics|proposals|participation|sessions)\b/i;

/** Subjects of patches, which are none of it whatever they touch. */
export const patchSubject = /^\W*(?:rfc[ -]?)?(?:git )?(?:patch|pull)\b/i;

/** Sentences of a mail that give notes or minutes to its readers; a mail that only speaks of others' does not. */
export const givesNotes: readonly RegExp[] = [
  /\b(?:here|below|following|attached|enclosed|inline|these|this|find|sharing|sending|posting|sorry)\b[^.!?]{0,80}\b(?:notes|minutes|write-?up|summary of (?:the|our|this))\b/i,
  /\b(?:notes|minutes|write-?up)\b[^.!?]{0,60}\b(?:below|follow|attached|enclosed|inline)\b/i,
  /\b(?:i|we)(?:'ve| have)? (?:took|taken|wrote|written|kept|made|collected|have)\b[^.!?]{0,40}\b(?:notes|minutes)\b/i,
  /\b(?:notes|minutes) (?:were |was )?(?:taken|written|typed|recorded) (?:by|during|in|at|from)\b/i,
  /\b(?:my|our|raw|rough|draft|session|discussion|meeting) (?:notes|minutes)\b/i,
  /(?:^|[.!?:] ?)(?:the )?(?:notes|minutes|write-?up|(?:quick |short |brief )?summary) (?:from|of|on|about|for) (?:(?:the|our|this|today's|yesterday's|last|a) )?(?:[\w-]+ ){0,4}(?:session|discussion|meeting|call|bof|hackathon|summit)\b/i,
];
/** Said of notes that are elsewhere, of an earlier meeting, or still to be written. */
export const notesElsewhere =
  /\b(?:release|previous|earlier|last (?:meeting|call|time|month|week|session)(?:'?s)?) (?:notes|minutes)\b|\b(?:notes|minutes|summary)\b[^.!?]{0,40}\b(?:will|would|should|are (?:at|on|in|available)|is (?:at|available)|can be (?:found|read)|previous)\b|\b(?:will|would|to|please|volunteers?|who) (?:\w+ )?(?:take|write|post|publish|send|add|bring|review|approve)\b[^.!?]{0,30}\b(?:notes|minutes)\b/i;

/** What stands beside the day on which something was, and where a day is another one. */
export const besideMeetingDay =
  /\b(?:sessions?|meeting|call|discussion|summit|hackathon|held|took place|notes|minutes)\b/i;
export const besideOtherDay =
  /\b(?:next|previous|upcoming|deadline|freeze|due|until|till|since|after|before|by|release[ds]?|last (?:meeting|call|time))\b/i;

/** Words that a session's title may end with beside what it is about, and notes of it may lack, or the other way round. */
export const titleEnd =
  /^(?:(?:design )?(?:sessions?|discussions?)|bof|notes?|minutes?|reports?|summary|continued|cont|part \d+)$/;
/** Words without which a title is the same. */
export const fillerWords = /^(?:a|an|the|and|or|of|in|on|for|to|with|at|from|by|as|is|its|xen|xens)$/;
/** What stands between a title and another name of the same. */
export const otherName = /(?<!\s)\s*(?:[-–—,(]\s*)?\b(?:aka|a\.k\.a\.|also known as|formerly|previously)\s+/i;

/** A heading above links to the notes of sessions. */
export const notesListTitle =
  /\b(?:sessions?|discussions?|meetings?|published) notes\b|^(?:links to )?notes\b|\bnotes of\b/i;
/** What a link to notes of a session says around its title. */
export const besideLinkedTitle = /^the (?=["“])| (?:design )?(?:session|discussion|bof)$/gi;
/** A line that says that the notes themselves follow. */
export const notesLabel = /^(?:raw |session |meeting )?notes\s*:$/i;
/** Heads of a line that announces something to do: `ACTION`, `Action item`, `TODO`, `AI`; `AP` with an owner, as it may be somebody's initials. */
export const actionWord =
  /^(?:ACTION|[Aa]ction)(?:[Ss]|\s+(?:[Ii]tem|[Pp]oint|ITEM|POINT)[Ss]?)?(?![a-z\d])|^(?:TODO|[Tt]o-?[Dd]o|TO-DO)(?![a-z\d])|^AI(?=\s*[:\])([-]|\s+\p{Lu}[^:\n]{0,40}:)|^AP(?=[\])]|:?\s+\p{Lu}[^:\n]{0,40}(?::|\s(?:to|will)\s))/u;
/** Words before a colon that are no speaker's, although they look like a name. */
export const proseLabels =
  /^(?:advantages?|agenda|agreement|ai|announcements?|answers?|background|benefits?|caveats?|comments?|concerns?|conclusions?|cons|consensus|context|current (?:state|status|situation)|design|details?|disadvantages?|discussion|drawbacks?|edit|examples?|feedback|future(?: work)?|goals?|hypervisor|ideas?|implementation|issues?|linux|links?|minutes|motivation|names?|next(?: steps?)?|(?:(?:call|meeting|raw|session) )?notes?|objections?|open (?:questions?|issues?|points?)|options?|overview|plans?|points?|polls?|presentations?|problems?|proposals?|pros|purpose|qemu|questions?|reasons?|recap|reminders?|remarks?|requirements?|responses?|results?|scope|sidenote|slides|solutions?|status|step \d+|subject|suggestions?|summary|tasks?|title|topics?|updates?|use cases?|video|votes?|warnings?|when|where|xen|pv|pvh|hvm|arm|amd|intel|x86|https?)$/i;
/** Marks that people make lists with, beside `o`, arrows and numbers. */
export const bulletMarks = '-+*•◦‣▪▫·∙●○■□►▸➢–—‐‑⁃−';
/** Words before the colon of a remark on a page, which is no title. */
export const remarkLabels =
  /^(?:answers?|background|comments?|conclusions?|edit|examples?|feedback|next (?:call|meeting|steps?)|nb|notes?|questions?|remarks?|results?|status|summary|updates?|warning)$/i;
/** How a mail greets, and how it ends. */
export const greeting = /^(?:(?:hi|hello|hey|dear)\b[\s\w,.-]{0,40}|all|folks|everyone)[,!:.]?$/i;
export const closing =
  /^(?:(?:many |best |kind |warm )?(?:thanks?|thank you|regards|wishes)(?: (?:again|all|in advance|a lot))?|cheers|best|br|bye)\s*[,.!]*$/i;
/** First line of what the list's software puts below a mail. */
export const listFooter = /^(?:_{20,}|-{20,})$/;
export const listFooterText = /^(?:xen-\w+ mailing list|xen-\w+@lists\.|https?:\/\/lists\.)/i;

/** Lines that web archives put around a mail's text. */
export const archiveFrame: readonly RegExp[] = [
  /^(?:[•*-]\s+)?(?:prev(?:ious)?|next) (?:by|in) (?:date|thread|author)\b.*$/i,
  /^(?:[•*-]\s+)?index\(?(?:es)?\)?:?(?:\s+(?:date|thread|author))*$/i,
  /^\[(?:date|thread) (?:prev|next|index)\](?:\s*\[(?:date|thread) (?:prev|next|index)\])*$/i,
  /^\[download raw (?:message|body)(?: or body)?\]$/i,
  /^\^ permalink raw reply.*$/i,
];
/** What a mail program puts before a mail that it forwards in the text of another one. */
export const forwardMark =
  /^(?:[-_]{2,}\s*)?(?:begin )?(?:forwarded|original|weitergeleitete|ursprüngliche) (?:e-?mail|mail|message|nachricht)(?: from .{1,80})?:?\s*[-_]*$/i;
/** A line of a mail's header, as programs and web archives show it. */
export const shownHeader =
  /^(?:[•*-]\s+)?(from|to|cc|\+cc|date|sent|subject|message-id|delivery-date|list-id|list|in-reply-to|references|reply-to|user-agent|thread-index|thread-topic):\s+(\S.*)$/i;

/** What the commands of meeting bots on IRC make, by their names; others, such as votes, are said like anything else. */
export const meetingCommands = new Map<string, MeetingCommand>([
  ...['startmeeting', 'meetingtopic', 'meetingname'].map((name) => [name, 'title'] as const),
  ...['endmeeting', 'stopmeeting'].map((name) => [name, 'end'] as const),
  ['topic', 'topic'],
  ...['subtopic', 'progress'].map((name) => [name, 'subtopic'] as const),
  ...['action', 'todo'].map((name) => [name, 'ACTION'] as const),
  ...['agreed', 'agree', 'accepted', 'accept'].map((name) => [name, 'AGREED'] as const),
  ...['decision', 'decided'].map((name) => [name, 'DECISION'] as const),
  ...['rejected', 'reject'].map((name) => [name, 'REJECTED'] as const),
  ['motion', 'MOTION'],
  ...['resolution', 'resolved'].map((name) => [name, 'RESOLUTION'] as const),
  ...['info', 'idea', 'help', 'halp', 'link', 'note'].map((name) => [name, 'point'] as const),
  ['chair', 'chair'],
  ['undo', 'undo'],
]);
export type MeetingCommand =
  'title' | 'end' | 'topic' | 'subtopic' | 'point' | 'chair' | 'undo' | Exclude<(typeof markers)[number], 'Q'>;
/** Lines that the minutes a meeting bot writes have. */
export const meetbotLine = /^(?:Meeting (?:started|ended) (?:by|at|on) |Generated by [`'"]?MeetBot)/i;
/** What counts behind a name there how often somebody spoke, and tells behind a point who noted it and when. */
export const meetbotRemark = /(?<!\s)\s+\((?:\d+|[^\s(),]+, \d{1,2}:\d{2}(?::\d{2})?)\)$/;
/** Programs in a channel are called so. */
export const botName = /bot\d*_*$/i;

/** Lines a wiki puts around the text of a page, as a browser copies them. */
export const wikiFrame: readonly RegExp[] = [
  /^(?:Jump to:? ?(?:navigation|search)(?:, ?search)?)+$/i,
  /^(?:Latest revision|Revision) as of \d.*$/,
  /^\(diff\) ← .*$|^← (?:Older edit|Previous revision)\b.*$/,
  /^\(\d+ intermediate revisions? by .* not shown\)$|^No edit summary$|^Line \d+:(?:[\s|]*Line \d+:)$/,
  /^This page was last (?:modified|edited|changed) .*$/,
  /^(?:Retrieved from ["“]|\(Redirected from ).*$/,
  /^Categor(?:y|ies):\s.*$/,
  /^(?:Navigation menu|Page actions|Personal tools|Page tools|Print\/export|What links here|Related changes|Special pages|Printable version|Permanent link|Page information|Privacy policy|Disclaimers|Log in|View source|View history)$/i,
];
/** What stands behind a page's title where two of its revisions are compared. */
export const revisionsTitle = /: Difference between revisions$/i;
/** The line below a page's title that names the wiki. */
export const wikiSite = /^From \p{Lu}[\p{L}\d .'-]{0,40}$/u;
/** What a heading is followed by where the page can be edited. */
export const editLink = /\s?\[edit(?:\s?\|\s?edit source)?\]$/;

/** What the project template shows behind some of its labels: `Mailing list/forum for project`. */
export const shownLabelEnd = /(?:\/forum)? for project$/i;
/** Texts of the project template that invite to comment and to attend; they are nobody's words. */
export const projectInvitations: readonly RegExp[] = [
  /^Feel free to make suggestions here\.?$/i,
  /^And whether you intend to attend:?$/i,
];

/** What is left of a template's link where its picture is lost. */
export const wikiResidue = /^Vote\|/;
/** How the templates of the wiki show before their text, behind the icon: the marker that each stands for. */
export const shownTemplates: readonly (readonly [shown: RegExp, marker: (typeof markers)[number]])[] = [
  [/^To ?Do:\s*/i, 'TODO'],
  [/^(?:Vote\|)?Motion:\s*/i, 'MOTION'],
];

/** An event's own part of a page that holds several years: `2018: Developer and Design Summit`. */
export const yearHeading = /^((?:19|20)\d{2}):\s+(\S.*)$/;

/** Titles of pages about a gathering, beside those of design sessions. */
export const gatheringTitle = /\b(?:summit|hackathon|dev(?:eloper)? (?:and design )?(?:summit|days?))\b/i;

/** A remark on the quorum, which stands below a list of attendees and is no heading: `7 members (Quorum)`. */
export const quorumRemark = /\bquorum\b\W*\w|\w\W*\bquorum\b/i;
/** Verbs that few titles have, as they say what somebody did or how things are. */
export const finiteVerbs =
  /\b(?:am|is|are|was|were|has|have|had|will|would|can|could|did|does|asked|agreed|discussed|noted|said|suggested|thanked|walked|went)\b/i;
/** Words of a title that are not capitalised. */
export const smallWords =
  /^(?:a|an|and|aka|as|at|but|by|for|from|in|into|nor|of|off|on|onto|or|over|per|than|the|to|up|via|vs?|with|without)$/i;

/** Labels of an entry in the scheduler of design sessions, in its order. */
export const schedulerLabels: readonly FieldLabel[] = ['Owner', 'Time', 'Slot', 'Location'];

/** The line below an article that names who wrote it. */
export const byline = /^(?:(?:along |together )?with|(?:written )?by)\s+\p{Lu}/iu;

/** What a marker is called in the configuration of the wiki's templates. */
export const wikiMarkers = ['action', 'todo', ...decisionKinds] as const;
export type WikiMarker = (typeof wikiMarkers)[number];

/**
 * How a marker is written on the wiki unless the archive's configuration says otherwise. Only templates that the wiki has: it
 * shows the text of an unknown one not at all.
 */
export const wikiForms: Readonly<Partial<Record<WikiMarker, string>>> = {
  action: '{{Action|{owners}|{text}}}',
  todo: '{{todo|{text}}}',
};

/** What the templates of the wiki mean, by their names in lower case. */
export const wikiTemplates: Readonly<Record<string, WikiMarker | 'project' | 'note'>> = {
  ...Object.fromEntries(wikiMarkers.map((marker) => [marker, marker])),
  'action item': 'action',
  vote: 'motion',
  resolved: 'resolution',
  project: 'project',
  ...Object.fromEntries(
    ['info', 'infoleft', 'infobox', 'note', 'comment', 'warning', 'important', 'tip'].map(
      (name) => [name, 'note'] as const,
    ),
  ),
};

/** Names that the parameters of an action or a vote go by on the wiki, in lower case, beside their places. */
export const wikiParameters = {
  owners: ['owner', 'owners', 'who', 'name', 'assignee', 'on'],
  text: ['text', 'what', 'action', 'task', 'motion', 'vote', 'desc', 'description', 'comment'],
  due: ['due', 'by', 'date', 'deadline', 'when'],
  result: ['result', 'outcome', 'status'],
  for: ['for', 'yes', 'favour', 'favor', 'in favour', 'support'],
  against: ['against', 'no', 'oppose', 'opposed'],
  abstain: ['abstain', 'abstained', 'abstentions', 'neutral'],
} as const;

/** The project template's parameter for its title. */
export const projectTitle = 'Project';

/** The template that marks a motion in minutes, and in proposals that somebody would come. */
export const voteTemplate = 'vote';
/** What somebody signs with on the wiki. */
export const wikiSignature = /\[\[\s*:?user(?: talk)?:|~~~/i;
/** How people say on the wiki that they would come to a session. */
export const interestWords =
  /^\W*(?:\+1\b|interested\b|(?:I|I['’]\w+|will|would (?:like|love)|may|might|plan(?:ning)?|want|hop(?:e|ing)|intend|yes)\b[^.?\n]{0,40}\b(?:attend|come|join|participate|interested|be there)\b)/i;

/** Names of a link's page that make it a category or a picture. */
export const wikiCategory = /^category:/i;
export const wikiFile = /^(?:file|image|media):/i;
/** A picture of a gallery, up to its caption. */
export const wikiPicture = /^\s*(?!\s)(?:(?:file|image):)?[^|\n]{1,200}\.(?:jpe?g|png|gif|svg|webp|pdf)\s*(?:\||$)/i;
/** What ends with the name of a file is no title. */
export const fileName = /\.(?:pdf|png|jpe?g|gif|svg|docx?|pptx?|xlsx?|od[pst])\)?$/i;
/** Templates that show nothing of their own: places that links lead to, tables of contents, the list of footnotes. */
export const wikiSilent = /^(?:anchors?|clear|-|toc(?: ?(?:left|right|limit))?|reflist|references|shortcut|nobots)$/;
/** Switches of the wiki that are no text. */
export const wikiSwitch = /__[A-Z]{2,30}__/g;
export const wikiRedirect = /^#REDIRECT:?\s*\[\[/i;
