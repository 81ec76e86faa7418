import { describe, expect, test } from 'vitest';
import { readTest } from '../../../src/agreement/read-sentence.ts';
import { saying } from './saying.ts';

describe('what does not fit says how to mend it', () => {
  test.each([
    [
      'handover',
      'response time is at most 4 hours',
      25,
      '"response time" is a number of business hours and 4 hours is a number of hours',
      'count both in one unit',
    ],
    [
      'opportunity',
      'hours from created to closed is at least 5',
      0,
      'a day has no hours to count hours from or to',
      'count in days, weeks, months or business days',
    ],
    [
      'lead',
      'days from created to now is one of 3, 2 weeks',
      35,
      '"days from created to now" is a number of days and 2 weeks is a number of weeks',
      'count both in one unit',
    ],
    ['lead', 'created is before the later of score and created', 31, '"score" is a number, not a moment', ''],
    ['opportunity', 'the hour of closed is 3', 12, 'a day has no hour', 'take a moment that is more than a day'],
    [
      'opportunity',
      'amount plus 5 is at least 5 EUR',
      12,
      '"amount" is money and 5 is a number, which cannot be added',
      'say which currency: "180,000 EUR"',
    ],
    [
      'opportunity',
      'amount times amount is at least 5 EUR',
      13,
      '"amount" is money and "amount" is money, which cannot be multiplied',
      'calculate with numbers, amounts and stretches of time',
    ],
    [
      'opportunity',
      'closed minus created is 5',
      13,
      '"closed" is a moment and "created" is a moment, which cannot be subtracted',
      'say "days from ... to ..."',
    ],
    [
      'opportunity',
      'closed plus 5 is known',
      12,
      '"closed" is a moment and 5 is a number, which cannot be added',
      'say how long: "created plus 5 business days"',
    ],
    [
      'opportunity',
      'closed plus 5 hours is known',
      12,
      'a day has no hours to count hours from or to',
      'count in days, weeks, months or business days',
    ],
    [
      'handover',
      'accepted plus response time is known',
      14,
      '"response time" is not the same for every record',
      'write the stretch of time out: "5 business days"',
    ],
    [
      'lead',
      'score, or else region is known',
      15,
      '"score" is a number and "region" is a text',
      'both must be of one kind',
    ],
    [
      'opportunity',
      'amount times 2 plus 5 EUR is at least 100 EUR',
      15,
      'a value takes one step',
      'name what comes first in vocabulary.yml, with "is the:", and go on with its name',
    ],
    [
      'opportunity',
      'has an activity where duration is at least 5 plus 1',
      45,
      'the conditions behind "where" take no steps',
      'name the value in vocabulary.yml, with "is the:", and say its name here',
    ],
    [
      'opportunity',
      'paid, or else closed is before now',
      4,
      'a moment that is made of two has no name yet',
      'name it in vocabulary.yml, with "is the:", and say the name here',
    ],
    [
      'lead',
      'the total kind of activities is 5',
      10,
      '"kind" is a text, of which there is no total',
      'it is taken of numbers, amounts and stretches of time',
    ],
    [
      'lead',
      'the completed of its last activity by kind is before now',
      35,
      '"kind" puts records in no order',
      'take a moment, a number or an amount',
    ],
    [
      'lead',
      "its previous activity's completed is before now",
      13,
      'the previous of activities is not known to a lead',
      'only among its own kind there is a previous one; say "its last" with what it is before',
    ],
    [
      'lead',
      "its next activity's completed is before now",
      9,
      'the next of activities is not known to a lead',
      'only among its own kind there is a next one; say "its first" with what it is after',
    ],
    ['opportunity', 'the start of the month of amount is before now', 26, '"amount" is money, not a moment', ''],
    ['opportunity', 'closed is between amount and now', 18, '"amount" is money, not a moment', ''],
    [
      'opportunity',
      'closed is before the start of the month of created plus 3 days',
      51,
      'a moment that is made of two has no name yet',
      'name it in vocabulary.yml, with "is the:", and say the name here',
    ],
    ['lead', 'entered New has happened', 8, 'a lead has no history of what it entered', ''],
    ['opportunity', 'entered Propsal has happened', 8, 'no stage is called "Propsal"', 'did you mean "Proposal"?'],
    ['lead', 'the month of created is Febuary', 24, 'there is no month "Febuary"', 'did you mean "February"?'],
    ['lead', 'the weekday of created is monday', 26, 'there is no weekday "monday"', 'did you mean "Monday"?'],
    [
      'opportunity',
      'stage comes before Propsal',
      19,
      '"Propsal" is not in the order "sales stage"',
      'did you mean "Proposal"?',
    ],
    [
      'opportunity',
      'source comes before Proposal',
      20,
      '"source" is in no order that the vocabulary declares',
      'declare one in vocabulary.yml with "orders:" and "in order:"',
    ],
    [
      'opportunity',
      'stage comes before its source',
      19,
      '"source" is not in the order "sales stage"',
      'compare with one of Discovery, Proposal, Negotiation, Closed Won',
    ],
    [
      'lead',
      'do not contact is at least yes',
      27,
      '"do not contact" is a yes or no, which is neither more nor less',
      'say "is"',
    ],
  ])('%s: %s', (of, text, offset, says, fix) => {
    const { value: read, problems } = readTest(saying(of, text));
    expect(read).toBeNull();
    expect(problems).toEqual([{ level: 'fault', offset, says: `"${text}": ${says}`, fix }]);
  });
});
