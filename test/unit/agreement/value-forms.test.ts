import { describe, expect, test } from 'vitest';
import { readTest, readWhole } from '../../../src/agreement/read-sentence.ts';
import { value } from '../../../src/agreement/slots/values.ts';
import { typeOfValue } from '../../../src/agreement/value-type.ts';
import { sayCondition, sayValue } from '../../../src/agreement/words.ts';
import { saying } from './saying.ts';

describe('every form of a value is read, and said the same again', () => {
  test.each([
    ['lead', 'score', 'field', 'number'],
    ['handover', "its lead's owner's team", 'field', 'text'],
    ['handover', 'response time', 'field', 'duration'],
    ['activity', "its lead's score", 'field', 'number'],
    ['handover', "its first touch's completed", 'picked', 'moment'],
    ['handover', "its last activity's owner's team", 'picked', 'text'],
    ['opportunity', 'the amount of its last stage change where to is Proposal', 'picked', 'money'],
    ['opportunity', 'the at of its first stage change by entry', 'picked', 'moment'],
    ['opportunity', 'the at of its last stage change after created where to is Proposal by entry', 'picked', 'moment'],
    ['handover', "the owner's team of its last touch after assigned where kind is call", 'picked', 'text'],
    ['stage change', "its previous stage change's amount", 'picked', 'money'],
    ['stage change', "its next stage change's amount", 'picked', 'money'],
    ['opportunity', 'the end of the quarter of closed', 'edge', 'moment'],
    ['opportunity', "the period's start", 'edge', 'moment'],
    ['handover', 'the later of accepted and rejected', 'beyond', 'moment'],
    ['handover', "the earlier of its lead's created and 2026-01-31", 'beyond', 'moment'],
    ['handover', 'days from the earlier of accepted and rejected to now', 'distance', 'duration'],
    ['opportunity', 'the start of the week of closed plus 3 days', 'calculated', 'moment'],
    ['opportunity', 'entered Proposal', 'entered', 'moment'],
    ['opportunity', 'last entered Closed Won', 'entered', 'moment'],
    ['lead', 'the number of touches within 5 days of created where kind is call', 'number of', 'number'],
    ['opportunity', 'the total amount of stage changes where to is Proposal', 'gathered', 'money'],
    ['opportunity', 'the average probability of stage changes', 'gathered', 'number'],
    ['lead', "business hours from created to its first touch's completed", 'distance', 'duration'],
    ['opportunity', 'days from entered Proposal to closed', 'distance', 'duration'],
    ['lead', 'months from 2026-01-31 to now', 'distance', 'duration'],
    ['opportunity', 'the result of deals-won', 'result', 'number'],
    ['opportunity', 'amount minus the result of average-sale', 'calculated', 'money'],
    ['lead', 'the weekday of created', 'part of', 'text'],
    ['lead', 'the hour of created', 'part of', 'number'],
    ['opportunity', 'amount minus its recurring amount', 'calculated', 'money'],
    ['opportunity', 'amount divided by its recurring amount', 'calculated', 'number'],
    ['opportunity', '100 minus its probability', 'calculated', 'number'],
    ['handover', 'response time divided by 2 business hours', 'calculated', 'number'],
    ['handover', 'assigned plus 5 business days', 'calculated', 'moment'],
    ['opportunity', 'recurring amount, or else its amount', 'or else', 'money'],
    ['lead', 'region, or else Elsewhere', 'or else', 'text'],
  ])('%s: %s', (of, text, form, type) => {
    const read = readWhole(saying(of, text), value.read);
    expect(read.problems).toEqual([]);
    expect(read.value?.value).toBe(form);
    expect(read.value && typeOfValue(read.value).is).toBe(type);
    expect(read.value && sayValue(read.value)).toBe(text);
  });

  test('the start of the period is the period that is counted', () => {
    const said = readWhole(saying('opportunity', 'the start of the period'), value.read).value;
    expect(said && sayValue(said)).toBe("the period's start");
  });
});

describe('what compares with a stretch of time', () => {
  test.each([
    ['handover', 'response time is at most 4'],
    ['handover', 'response time is at most 4 business hours'],
    ['handover', 'response time is at most 90 business minutes'],
    ['lead', "weeks from created to its first touch's completed is less than 10 days"],
    ['opportunity', 'days from created to closed is between 5 and 2 weeks'],
  ])('%s: %s', (of, text) => {
    const { value: read, problems } = readTest(saying(of, text));
    expect(problems).toEqual([]);
    expect(read && sayCondition(read)).toBe(text);
  });
});

describe('what people write in more than one way', () => {
  test.each([
    ['lead', 'the score is at least 60', 'score is at least 60'],
    ['lead', 'source is The Economist', 'source is The Economist'],
    ['lead', 'MONTH FROM CREATED TO NOW IS AT LEAST 5', 'months from created to now is at least 5'],
    ['lead', 'created is on Saturdays or sunday', 'created is on Saturday, Sunday'],
    ['opportunity', 'recurring amount or else amount is known', 'recurring amount, or else its amount is known'],
    ['opportunity', 'the at of its last stage changes is known', "its last stage change's at is known"],
    ['opportunity', 'last entered "Closed Won" has happened', 'last entered Closed Won has happened'],
    ['lead', 'the   year of created is 2,026', 'the year of created is 2026'],
  ])('%s: %s', (of, text, said) => {
    const { value: read, problems } = readTest(saying(of, text));
    expect(problems).toEqual([]);
    expect(read && sayCondition(read)).toBe(said);
  });
});

describe('what could be read in two ways', () => {
  test('is refused with both, in brackets', () => {
    const text = 'has a touch within 5 days of the completed of its first touch where kind is call';
    const { value: read, problems } = readTest(saying('handover', text));
    expect(read).toBeNull();
    expect(problems.map(({ says }) => says)).toEqual([
      `"${text}": it can be read in two ways: ` +
        `as "has a touch within 5 days of (its first touch)'s completed where kind is call" ` +
        `and as "has a touch within 5 days of (the completed of its first touch where kind is call)"`,
    ]);
  });
  test('is one thing when the short form ends the part', () => {
    const text = "has a touch within 5 days of its first touch's completed where kind is call";
    expect(readTest(saying('handover', text)).value?.slots).toMatchObject({
      counted: { records: { where: [{ phrase: 'is' }] } },
    });
  });
  test('belongs to the whole where a condition takes no steps', () => {
    const text = 'the number of activities where duration is at least 5 plus 1 is at least 3';
    expect(readTest(saying('lead', text)).value?.slots).toMatchObject({
      value: { value: 'calculated', how: 'plus', left: { value: 'number of' } },
    });
  });
  test('with more said of a picked record, its value comes first', () => {
    const { problems } = readTest(saying('handover', "its first touch where kind is call's completed is before now"));
    expect(problems.map(({ fix }) => fix)).toEqual([
      'with more said of the record, its value comes first: "the completed of its first touch where kind is call"',
    ]);
  });
});
