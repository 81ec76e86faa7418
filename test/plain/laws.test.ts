/** What must be so of any company's numbers, whatever they are. The queries are asked; the plain reading has no part in it. */
import { expect } from 'vitest';
import { anyCompany } from './any-company.ts';
import { anyRecords } from './any-records.ts';
import { anyPath } from './any-speech.ts';
import { anySentence } from './any-sentence.ts';
import { chanceOf, type Chance } from './chance.ts';
import { testProperty } from './property.ts';
import { catalogue } from './readable.ts';
import { agreementOf, faultsOf, type Pair } from './same-truth.ts';
import { measured } from './two-readings.ts';
import { units } from '../../src/values/tree.ts';
import type { RecordKind } from '../../src/values/catalogue.ts';
import type { MetricValue } from '../../src/values/value.ts';

const kinds = ['lead', 'handover', 'opportunity', 'stage change', 'activity', 'campaign member'] as const;

const anyKind = (chance: Chance): RecordKind => {
  const name = chance.one(kinds);
  return catalogue.kinds.find((kind) => kind.name === name) as RecordKind;
};

testProperty('a distance of at least 0 and at most N is the same as within N', async (draw) => {
  const chance = chanceOf(draw);
  const company = anyCompany(chance);
  const kind = anyKind(chance);
  const moment = () =>
    anyPath(
      { chance, catalogue, company, terms: [], figures: [], results: [], ofPeriods: false, sentence: anySentence },
      kind,
      ({ type }) => type.is === 'moment',
    );
  const pairs = units.flatMap((unit): Pair[] => {
    const [from, to] = [moment(), moment()];
    if (!from || !to) return [];
    const byDay = [from, to].some(({ field: { type } }) => type.is === 'moment' && type.precision === 'day');
    if (byDay && /minute|hour/.test(unit)) return [];
    const amount = chance.one([1, 2, 3, 8, 40]);
    const window = `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
    return [
      {
        one: `${unit} from ${from.text} to ${to.text} is between 0 and ${amount}`,
        other: `${to.text} within ${window} of ${from.text}`,
        negated: false,
      },
    ];
  });
  expect(await faultsOf(chance, pairs, kind, company)).toEqual([]);
});

testProperty('what is negated holds exactly where the sentence does not', async (draw) => {
  const chance = chanceOf(draw);
  const company = anyCompany(chance);
  const kind = anyKind(chance);
  const path = (is: string) =>
    anyPath(
      { chance, catalogue, company, terms: [], figures: [], results: [], ofPeriods: false, sentence: anySentence },
      kind,
      ({ type }) => type.is === is,
    )?.text;
  const [text, number, moment, link] = [path('text'), path('number'), path('moment'), path('link')];
  const pairs: Pair[] = [
    [`${text} is Website`, `${text} is not Website`],
    [`${text} is one of Website, "5"`, `${text} is none of Website, "5"`],
    [`${number ?? 'score'} is 5`, `${number ?? 'score'} is not 5`],
    [`${moment} is known`, `${moment} is empty`],
    [`${moment} has happened`, `${moment} has not happened`],
    [`${link} is known`, `${link} is empty`],
  ].flatMap(([one = '', other = '']) =>
    /undefined|null/.test(one) || (one.startsWith('score') && kind.name !== 'lead')
      ? []
      : [{ one, other, negated: true }],
  );
  expect(await faultsOf(chance, pairs, kind, company)).toEqual([]);
});

/** Of what adds up: the members' values and records, beside the whole's. */
function partsBeside(values: readonly MetricValue[]): string[] {
  const wholes = values.filter(({ dimension }) => dimension === '');
  return wholes.flatMap((whole) => {
    const parts = values.filter(
      ({ grain, period, dimension }) => grain === whole.grain && period === whole.period && dimension !== '',
    );
    return [...Map.groupBy(parts, ({ dimension }) => dimension)].flatMap(([dimension, members]) => {
      const sum = (of: (value: MetricValue) => number): number =>
        members.reduce((total, value) => total + of(value), 0);
      const same =
        Math.abs(sum(({ value }) => value ?? 0) - (whole.value ?? 0)) < 1e-6 &&
        sum(({ records }) => records) === whole.records;
      return same
        ? []
        : [`${whole.grain} ${whole.period} ${dimension}: ${sum(({ value }) => value ?? 0)} of ${whole.value}`];
    });
  });
}

testProperty('parts add up to the whole', async (draw) => {
  const chance = chanceOf(draw);
  const company = anyCompany(chance);
  const breakdowns = "by: created\nfinest: week\nbreak down by:\n  source: source\n  region: its account's region\n";
  const agreement = agreementOf(company, `${chance.one(['count of: lead', "sum of: lead's score"])}\n${breakdowns}`);
  const { values } = await measured(agreement, anyRecords(chance, catalogue, company), company.asOf);
  expect(partsBeside(values)).toEqual([]);
});
