import { expect, test } from 'vitest';
import { problemsOf } from '../agreed.ts';
import { companyFile } from '../fixtures.ts';

const teams = companyFile('teams.yml');

test('no team is called as those who bring leads or are given some', () => {
  const partners = 'partners:\n  name: Partners\n  lead: VP Partners\n  sponsor: Managing director\n';
  expect(problemsOf({ 'teams.yml': `${teams}${partners}` })).toEqual([
    'agreement/teams.yml:12:1  "partners" are no team of yours; take another name',
  ]);
});

test('a calendar that a team goes by is there', () => {
  expect(problemsOf({ 'teams.yml': teams.replace('calendar: office', 'calendar: ofice') })).toEqual([
    'agreement/teams.yml:6:13  there is no calendar "ofice"; did you mean "office"?',
  ]);
});
