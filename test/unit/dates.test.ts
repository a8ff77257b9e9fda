import { expect, it } from 'vitest';
import { dateInTitle, readDate, readDateIn, yearOf, type StatedDate } from '../../server/src/document/dates.js';
import { readDocument } from '../../server/src/document/document.js';

/** `2019-07-09 to 2019-07-11`, with `or 2019-09-07` for another reading, `!` for the usual form, `~` for "no more is known". */
function tell(date: StatedDate | undefined): string | undefined {
  if (!date) return undefined;
  const end = date.end === undefined ? '' : ` to ${date.end}`;
  const other = date.alternative === undefined ? '' : ` or ${date.alternative}`;
  return `${date.iso}${end}${other}${date.canonical ? '!' : ''}${date.stated ? '~' : ''}`;
}

const values = [
  ['2013-02-21', '2013-02-21!'],
  ['2013-02', '2013-02!'],
  ['2018', '2018!'],
  ['2013-02 (day unknown)', '2013-02!~'],
  ['2019-07-09 to 2019-07-11', '2019-07-09 to 2019-07-11!'],
  ['2016-02-29', '2016-02-29!'],
  ['2013-02-21 (Thursday)', '2013-02-21!'],
  ['July 11 2017', '2017-07-11'],
  ['Thursday, 21st February 2013', '2013-02-21'],
  ['Thu 2013-02-21', '2013-02-21'],
  ['21 Feb 2013.', '2013-02-21'],
  ['Sept. 2013', '2013-09'],
  ['2013-2-1', '2013-02-01'],
  ['2013/03/12', '2013-03-12'],
  ['12.03.2013', '2013-03-12'],
  ['12/03/2013', '2013-03-12 or 2013-12-03'],
  ['13/03/2013', '2013-03-13'],
  ['03/13/2013', '2013-03-13'],
  ['9-11 July 2019', '2019-07-09 to 2019-07-11'],
  ['July 9th to 11th, 2019', '2019-07-09 to 2019-07-11'],
  ['30 June – 2 July 2019', '2019-06-30 to 2019-07-02'],
  ['31 Dec 2018 - 2 Jan 2019', '2018-12-31 to 2019-01-02'],
  ['2019-07-09/2019-07-11', '2019-07-09 to 2019-07-11'],
  ['10/05/2013 - 12/05/2013', undefined],
  ['11-9 July 2019', undefined],
  ['2015-02-29', undefined],
  ['2013-13-01', undefined],
  ['May 21st', undefined],
  ['unknown', undefined],
  ['', undefined],
] as const;

it.each(values)('reads %j', (value, expected) => {
  expect(tell(readDate(value))).toBe(expected);
});

const titles = [
  ['Developer Meeting, February 2013 Minutes', '2013-02'],
  ['Call 2013-02-21 Minutes', '2013-02-21!'],
  ['Call of 21st February 2013', '2013-02-21'],
  ['Call (March 4, 2015)', '2015-03-04'],
  ['Summit, July 9-11, 2019', '2019-07-09 to 2019-07-11'],
  ['TCT 2015/03/04', '2015-03-04'],
  ['Call of 31 February 2013', '2013!'],
  ['Design Sessions 2019', '2019!'],
  ['Xen 4.13 in room 2150', undefined],
  ['Minutes of the call of 02/09/2015', '2015!'],
  ['Minutes of the call of 13/09/2015', '2015-09-13'],
  ['Call on Wednesday 12th June, Summit 2019', '2019-06-12'],
  ['Minutes 2013: call of May 21st', '2013-05-21'],
  ['Summit 2019, call 13/06', '2019-06-13'],
  ['Summit 2019, call 12/06', '2019!'],
  ['27 October call', undefined],
] as const;

it.each(titles)('finds the date in the title %j', (title, expected) => {
  expect(tell(dateInTitle(title))).toBe(expected);
});

const withYear = [
  ['May 21st', '2019-05-21'],
  ['Wednesday 12th June', '2019-06-12'],
  ['12 June, 16:00 UTC', '2019-06-12'],
  ['27 October', '2019-10-27'],
  ['9-11 July', '2019-07-09 to 2019-07-11'],
  ['12/06', '2019-06-12 or 2019-12-06'],
  ['Wed 12/06', '2019-06-12'],
  ['Fri 12/06', '2019-12-06'],
  ['13/06', '2019-06-13'],
  ['13.06.', '2019-06-13'],
  ['30 February', undefined],
  ['May 21st 2013', undefined],
  ['12', undefined],
  ['soon', undefined],
] as const;

it.each(withYear)('reads %j in a year that is known', (value, expected) => {
  expect(tell(readDateIn(value, 2019))).toBe(expected);
});

const documents = [
  ['# Minutes, 2013\n\n- Date: May 21st\n', '2013-05-21'],
  ['# Call on Wednesday 12th June\n\n- Date: 2019\n', '2019-06-12'],
  ['---\ndate: 2019\n---\n\n# Minutes\n\n- Date: 12th June\n', '2019-06-12'],
  ['# Minutes\n\n- Date: 12th June\n', undefined],
  ['# Minutes, 2013\n\n- Date: unknown\n', '2013!'],
] as const;

it.each(documents)('of the document %j', (text, expected) => {
  expect(tell(readDocument('minutes.md', text).facts.date)).toBe(expected);
});

it('tells the year', () => {
  expect([yearOf('2013-02-21'), yearOf('2013'), yearOf(undefined)]).toEqual([2013, 2013, undefined]);
});
