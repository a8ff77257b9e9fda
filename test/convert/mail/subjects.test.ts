import { describe, expect, it } from 'vitest';
import { documentTitle, readSubject } from '../../../server/src/convert/mail/subject/readSubject.js';

/** Subjects that say that a mail has the notes of a session, and its title; empty where they have none. */
const ofNotes: readonly (readonly [subject: string, about: string, year?: number])[] = [
  ['Design session notes: Blue pages', 'Blue pages'],
  ['Re: [Xen-devel] Design session notes: Blue pages', 'Blue pages'],
  ['[Xen-devel] Fwd: Re: Blue pages - design session report', 'Blue pages'],
  ['[Xen-devel] [DRAFT] Design Session Notes: Blue pages', 'Blue pages'],
  ['[Xen Summit 2023] Design session notes: Blue pages', 'Blue pages', 2023],
  ['[Xen-devel] Design session report: Blue pages', 'Blue pages'],
  ['Design Session Notes - "Blue pages"', 'Blue pages'],
  ['Design session notes:Blue pages', 'Blue pages'],
  ['Design-session notes: Blue pages', 'Blue pages'],
  ['DESIGN SESSION NOTES: BLUE PAGES', 'BLUE PAGES'],
  ['Design session "Blue pages"', 'Blue pages'],
  ['Design session “Blue pages” notes', 'Blue pages'],
  ["'Blue pages' design session notes", 'Blue pages'],
  ['Design Session - Blue pages', 'Blue pages'],
  ['Design Session 2017 - Blue pages', 'Blue pages', 2017],
  ['[Design Session] Blue pages', 'Blue pages'],
  ['[Design Session Notes] "Blue pages"', 'Blue pages'],
  ['(Design session) Blue pages', 'Blue pages'],
  ['Blue pages (design session notes)', 'Blue pages'],
  ['Xen Summit 2024 Design Session: Blue pages', 'Blue pages', 2024],
  ['xen summit 2023 design session: Blue pages', 'Blue pages', 2023],
  ['XenSummit 2017 design session: Blue pages', 'Blue pages', 2017],
  ['Xen Summit 2023: Design Session Notes: Blue pages', 'Blue pages', 2023],
  ['Xen Summit 2025 - Design Discussion Notes - Blue pages', 'Blue pages', 2025],
  ['Xen Summit 2025 - "Blue pages" design session notes', 'Blue pages', 2025],
  ['Xen Summit 2025 - "Blue pages" discussion notes', 'Blue pages', 2025],
  ['Xen Summit 2019 - Blue pages - Design Session', 'Blue pages', 2019],
  ['Xen summit: Blue pages design session', 'Blue pages'],
  ['Xen Summit Lisbon 2024 design session: Blue pages', 'Blue pages', 2024],
  ['Xen Developer and Design Summit 2019 design session notes - Blue pages', 'Blue pages', 2019],
  ['Xen Summit Design Session notes - 2023-06-24 - Blue pages', 'Blue pages', 2023],
  ['Summit 2025 day 2 - notes - Blue pages', 'Blue pages', 2025],
  [
    '[Xen-devel] [Notes for xen summit 2018 design session] Blue pages: is it, or not, ...',
    'Blue pages: is it, or not, ...',
    2018,
  ],
  ['Notes from summit design session on Blue pages', 'Blue pages'],
  ['Notes from design session: Blue pages', 'Blue pages'],
  ['Notes from design session Blue pages', 'Blue pages'],
  ['Notes from Blue pages design session at Xen Summit', 'Blue pages'],
  ['[Xen-devel] Notes on Blue pages from the hackathon', 'Blue pages'],
  ['[Notes] Xen summit 2019 design session: Blue pages', 'Blue pages', 2019],
  ['Minutes of design session on Blue pages', 'Blue pages'],
  ['Blue pages - Xen Summit 2023 session notes', 'Blue pages', 2023],
  ['Design session PVH dom0', 'PVH dom0'],
  ['Notes on "Blue pages" design session', 'Blue pages'],
  ['Notes from Blue pages toolstack session', 'Blue pages toolstack'],
  ['Hackathon 2016: Notes from Safety Session', 'Safety', 2016],
  ['Design Session: Blue pages - Notes', 'Blue pages'],
  ['Session notes: Blue pages', 'Blue pages'],
  ['Notes on Blue pages', 'Blue pages'],
  ['Blue pages notes', 'Blue pages'],
  // The title keeps what belongs to it.
  ['Design Session notes - Blue pages (part 2)', 'Blue pages (part 2)'],
  ['Design session notes: Blue pages - green ones', 'Blue pages - green ones'],
  ['Design session notes: Blue pages, 5 June 2024', 'Blue pages', 2024],
  ['Design session notes: Blue pages (Xen Summit 2024)', 'Blue pages', 2024],
  ['Design session notes: Blue pages, Xen Summit', 'Blue pages'],
  ['Design session notes: Funding, hackathon', 'Funding, hackathon'],
  ['Blue pages, design session notes', 'Blue pages'],
  ['Design session notes: Notes on blue pages', 'Notes on blue pages'],
  ['Design session: Xen on blue pages', 'Xen on blue pages'],
  ['Design session: Hackathon', 'Hackathon'],
  ['Notes on the design of pages', 'the design of pages'],
  ['Notes on session types', 'session types'],
  ['Notes on Xen Summit planning', 'Xen Summit planning'],
  // No title.
  ['Design Session Notes', ''],
  ['Fwd: notes', ''],
  ['Design session - notes', ''],
  ['Xen Summit 2024: Design session notes', '', 2024],
  ['Notes from the design session', ''],
  ['Design session notes: 2024-06-05', '', 2024],
];

const ofMinutes: readonly (readonly [subject: string, title: string])[] = [
  ['Minutes of the call', 'Minutes of the call'],
  ['AB Meeting/June 2013 Minutes', 'AB Meeting/June 2013 Minutes'],
  ['Minutes: working group, 10 May 2017', 'Minutes: working group, 10 May 2017'],
  ['[Other-list] Minutes from Foo 2012', 'Minutes from Foo 2012'],
  ['[minutes] Community call 2nd May', 'Community call 2nd May Minutes'],
  ['Board minutes, 2024-06-06', 'Board minutes, 2024-06-06'],
  ['Xen Community Call Minutes - June 2022', 'Xen Community Call Minutes - June 2022'],
  ['Board (minutes)', 'Board Minutes'],
  ['[TSC] Minutes 2024-06-06', '[TSC] Minutes 2024-06-06'],
  ['Community call minutes for July 2019', 'Community call minutes for July 2019'],
  ['Community call minutes 5 July @ 16:00 UTC', 'Community call minutes 5 July @ 16:00 UTC'],
  ['AB meeting minutes and action items 2013-06-18', 'AB meeting 2013-06-18 Minutes'],
  ['[DRAFT] minutes of the AB meeting', 'Minutes of the AB meeting'],
  ['Meeting minutes: Arm call', 'Arm call Minutes'],
  ['Meeting minutes', 'Meeting minutes'],
  // Notes of a meeting are minutes.
  ['Community call notes - 5 May', 'Community call 5 May Minutes'],
  ['Notes from the community call, 5 May 2020', 'community call, 5 May 2020 Minutes'],
];

/** Subjects that leave it to the text, and what the mail is about if that gives notes. */
const open: readonly (readonly [subject: string, about: string])[] = [
  ['Blue pages', 'Blue pages'],
  ['Xen Summit 2024: Blue pages', 'Blue pages'],
  ['Design discussion: Blue pages', 'Blue pages'],
  ['Summary of changes', 'Summary of changes'],
  ['Call for agenda items', 'Call for agenda items'],
  ['[ANNOUNCE] Xen 4.19-rc1', '[ANNOUNCE] Xen 4.19-rc1'],
  ['[VOTE] Blue pages', '[VOTE] Blue pages'],
  ['[PATCH] docs: design session notes', '[PATCH] docs: design session notes'],
  ['Reminder: design session on blue pages', 'Reminder: design session on blue pages'],
  ['Reminder: your design session', 'Reminder: your design session'],
  ['Design session proposals', 'Design session proposals'],
  ['Blue pages discussion at Xen Summit', 'Blue pages'],
  ['Design session proposal: Blue pages', 'Design session proposal: Blue pages'],
  ['Proposal for a design session', 'Proposal for a design session'],
  ['Sessions at the Xen Summit', ''],
  ['Design session', ''],
  ['Xen 4.19 release notes', 'Xen 4.19 release notes'],
  ['The call moved by 30 minutes', 'The call moved by 30 minutes'],
  ['Minutes to hours: what takes so long', 'Minutes to hours: what takes so long'],
  ['Please review the minutes of the call', 'Please review the minutes of the call'],
  ['', ''],
];

describe('subjects of notes', () => {
  const cases = ofNotes.map(([subject, about, ...years]) => ({ subject, about, years }));

  it.each(cases)('$subject', ({ subject, about, years }) => {
    const reading = readSubject(subject);
    expect(reading).toMatchObject({ kind: 'notes', about, years });
    // A mail of the document has a subject that reads the same.
    expect(readSubject(documentTitle(reading, 'notes'))).toMatchObject({ kind: 'notes', about });
  });
});

describe('subjects of minutes', () => {
  it.each(ofMinutes)('%s', (subject, title) => {
    const reading = readSubject(subject);
    expect(reading.kind).toBe('minutes');
    expect(documentTitle(reading, 'minutes')).toBe(title);
    expect(documentTitle(readSubject(title), 'minutes')).toBe(title);
  });

  it('may be told by the text', () => {
    expect(documentTitle(readSubject('Working group, 10 May 2017'), 'minutes')).toBe(
      'Working group, 10 May 2017 Minutes',
    );
  });
});

describe('subjects that do not say what the mail is', () => {
  it.each(open)('%s', (subject, about) => {
    const { kind, ...reading } = readSubject(subject);
    expect(kind).toBeUndefined();
    expect(reading).toMatchObject({ bare: subject, about });
  });
});
