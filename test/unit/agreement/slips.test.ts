import { describe, expect, test } from 'vitest';
import { phrases } from '../../../src/agreement/phrases.ts';
import { readWhole, testReader } from '../../../src/agreement/read-sentence.ts';
import { sentence } from './fixtures.ts';

const read = (of: string, text: string) => readWhole(sentence(of, text), testReader(phrases));

describe('a slip in a sentence is answered with what to type', () => {
  test.each([
    ['lead', 'score >= 60', `I don't know what ">=" means here; did you mean "is at least"?`],
    ['lead', 'score = 60', `I don't know what "=" means here; did you mean "is"?`],
    ['lead', 'score is over 60', `"score" is a number and "over 60" is a text; did you mean "is more than"?`],
    [
      'lead',
      'score is greater than 60',
      `"score" is a number and "greater than 60" is a text; did you mean "is more than"?`,
    ],
    ['lead', 'score is many', '"score" is a number and "many" is a text; write a number like 60 or 1,200'],
    ['lead', 'score is at least 60,5', `I don't know what "," means here; write decimals behind a point: 60.5`],
    [
      'lead',
      'score is at least 1.000',
      '"1.000" is a thousand to some, and has decimals to others; write "1,000"; if a decimal is meant, "1"',
    ],
    [
      'opportunity',
      'amount is at least 1.000 EUR',
      '"1.000" is a thousand to some, and has decimals to others; write "1,000"; if a decimal is meant, "1"',
    ],
    [
      'opportunity',
      'amount is at least 1000 €',
      '"amount" is money and "1000 €" is a text; write an amount like "180,000 EUR"',
    ],
    ['lead', 'created is before 1.1.2026', `I don't know what "1.1.2026" means here; write a day like 2026-01-31`],
    ['lead', 'has a touch within 24 hrs of created', `I don't know what "hrs" means here; did you mean "hours"?`],
    [
      'lead',
      'has a touch within 1 working day of created',
      `I don't know what "working" means here; did you mean "business days"?`,
    ],
    ['handover', 'score is at least 60', `I don't know what "score" means here; did you mean "its lead's score"?`],
    ['handover', 'its score is at least 60', `I don't know what "score" means here; did you mean "its lead's score"?`],
    [
      'handover',
      "its lead's tier is Gold",
      `I don't know what "tier" means here; did you mean "brought by's tier" or "given to's tier"?`,
    ],
    ['user', 'bot is yes', `I don't know what "bot" means here; a user has team, role, active, robot, queue, created`],
    ['lead', 'given to is found', `I don't know what "is found" means here; did you mean "its given to is found"?`],
    [
      'handover',
      "lead's owner is not found",
      `I don't know what "'s" means here; what belongs to a linked record begins with "its"`,
    ],
    [
      'handover',
      'lead is a good lead',
      `I don't know what "is a good" means here; did you mean "its lead is a good lead"?`,
    ],
    ['lead', 'region is not empty', `I don't know what "is not empty" means here; did you mean "is known"?`],
    ['lead', 'region is not known', `I don't know what "is not known" means here; did you mean "is empty"?`],
    ['lead', 'score is not below 60', `"score" is a number and "below 60" is a text; did you mean "is at least"?`],
    ['lead', 'score is not above 60', `"score" is a number and "above 60" is a text; did you mean "is at most"?`],
    ['lead', 'score is not less than 60', `I don't know what "is not less" means here; did you mean "is at least"?`],
    [
      'opportunity',
      'closed is not before now',
      `I don't know what "is not before" means here; did you mean "is on or after"?`,
    ],
    [
      'lead',
      'score is at least 10.000',
      '"10.000" is a thousand to some, and has decimals to others; write "10,000"; if a decimal is meant, "10"',
    ],
    [
      'lead',
      'score is at least 1.425',
      '"1.425" is a thousand to some, and has decimals to others; write "1,425"; if a decimal is meant, "1.4250"',
    ],
    ['user', 'robot is true', '"robot" is a yes or no and "true" is a text; say "is yes" or "is no"'],
  ])('%s: %s', (of, text, said) => {
    const { value, problems } = read(of, text);
    expect(value).toBeNull();
    expect(problems.map(({ says, fix }) => `${says.replace(`"${text}": `, '')}; ${fix}`)).toEqual([said]);
  });
});

const answers = (of: string, text: string) => {
  const { value, problems } = read(of, text);
  expect(value).toBeNull();
  return problems.map(({ says, fix }) => `${says.replace(`"${text}": `, '')}; ${fix}`);
};

describe('numbers are written in digits, and both ends of a time in one "between"', () => {
  test.each([
    ['lead', 'has at least two touches', `I don't know what "two" means here; write the number as a digit: at least 2`],
    [
      'lead',
      'score is at least two',
      '"score" is a number and "two" is a text; write the number as a digit: at least 2',
    ],
    ['lead', 'has exactly one touch', `I don't know what "one" means here; write the number as a digit: exactly 1`],
    [
      'lead',
      'has two touches',
      `I don't know what "two" means here; write the number as a digit: "has at least 2 ..." or "has exactly 2 ..."`,
    ],
    [
      'lead',
      'has a touch at least twice',
      `I don't know what "at" means here; say how many, before what is counted: "has at least 2 ..." or "has exactly 2 ..."`,
    ],
    [
      'lead',
      'has a touch within two days of created',
      `I don't know what "two" means here; write the number as a digit: within 2`,
    ],
    ['lead', 'has more than one touch', `I don't know what "more" means here; did you mean "has at least 2"?`],
    ['lead', 'has fewer than 3 touches', `I don't know what "fewer" means here; did you mean "has at most 2"?`],
    [
      'lead',
      'has a touch on or after created and on or before converted',
      `I don't know what "and" means here; for one touch between two moments say "between created and ..."`,
    ],
    [
      'lead',
      'has at least 2 touches after created and before converted',
      `I don't know what "and" means here; for touches between two moments say "between created and ..."`,
    ],
    [
      'opportunity',
      'closed is after 2026-01-01 and on or before 2026-02-01',
      `I don't know what "and" means here; for a moment between two others say "closed is between 2026-01-01 and ..."`,
    ],
  ])('%s: %s', (of, text, said) => {
    expect(answers(of, text)).toEqual([said]);
  });
});

describe('names are said as the grammar says them', () => {
  test.each([
    [
      'lead',
      'score is more than the result of nothing-here',
      'there is no metric "nothing-here"; name a metric by its file, without ".yml"',
    ],
    ['lead', 'score is more than the result of deals-one', 'there is no metric "deals-one"; did you mean "deals-won"?'],
    ['lead', 'score is more than deals-won', '"deals-won" is a metric; write "the result of deals-won"'],
    [
      'opportunity',
      'days from created to closed is more than 2 times usual-ready-time',
      '"usual-ready-time" is a metric; write "the result of usual-ready-time"',
    ],
    [
      'stage change',
      'its previous stage change is not found',
      `I don't know what "is" means here; say "has no stage change before at"`,
    ],
    [
      'stage change',
      'its next stage change is found',
      `I don't know what "is" means here; say "has a stage change after at"`,
    ],
    ['lead', 'its first touch is not found', `I don't know what "is" means here; say "has no touch"`],
    ['opportunity', 'closed date is after 2026-01-01', `I don't know what "date" means here; did you mean "closed"?`],
    [
      'opportunity',
      'account industry is Software',
      `I don't know what "industry" means here; did you mean "its account's industry"?`,
    ],
  ])('%s: %s', (of, text, said) => {
    expect(answers(of, text)).toEqual([said]);
  });
});

describe('quotation marks and apostrophes of other keyboards are understood', () => {
  const meaning = (of: string, text: string) =>
    JSON.stringify(read(of, text).value).replaceAll(JSON.stringify(text), '""');
  test.each([
    ['source is "Cold list"', 'source is “Cold list”'],
    ['source is "Cold list"', 'source is „Cold list“'],
    ['source is "Cold list"', 'source is «Cold list»'],
    ['source is "Cold list"', 'source is »Cold list«'],
    ['source is "Cold list"', "source is 'Cold list'"],
    ['source is "Cold list"', 'source is ‘Cold list’'],
    ['source is "Cold list"', 'source is ‚Cold list‘'],
    ['source is one of "a, b", c', "source is one of „a, b“, 'c'"],
    ["its owner's team is known", 'its owner’s team is known'],
    ["its owner's team is known", 'its owner‘s team is known'],
    ["its owner's team is known", 'its owner´s team is known'],
    ["its owner's team is known", 'its owner`s team is known'],
    ['its owner\'s team is "it\'s"', 'its owner\'s team is "it\'s"'],
    ["its owner's team is known", "its owner's\u00A0team is known"],
  ])('%s as %s', (plain, typed) => {
    expect(read('lead', typed).problems).toEqual([]);
    expect(meaning('lead', typed)).toBe(meaning('lead', plain));
  });
});
