/** What must be so of any company's numbers, whatever they are. The queries are asked; the plain reading has no part in it. */
import { expect, test } from 'vitest';
import { anyCompany } from './any-company.ts';
import { anyRecords } from './any-records.ts';
import { anyPath } from './any-sentence.ts';
import { chanceOf, type Chance } from './chance.ts';
import { property } from './property.ts';
import { catalogue } from './readable.ts';
import { measured } from './two-readings.ts';
import { parseAgreement } from '../../src/agreement/parse-agreement.ts';
import type { AnyCompany } from './any-company.ts';
import type { RecordKind } from '../../src/values/catalogue.ts';
import type { MetricValue } from '../../src/values/value.ts';

/** Two ways to part the same records in two. */
interface Pair {
  readonly one: string;
  readonly other: string;
  /** Whether the first holds where the other does not. */
  readonly negated: boolean;
}

const kinds = ['lead', 'handover', 'opportunity', 'stage change', 'activity', 'campaign member'] as const;

/** How many records each way finds: broken down by both sentences. */
async function countsOf(
  chance: Chance,
  pairs: readonly Pair[],
  kind: RecordKind,
  company: AnyCompany,
): Promise<string[]> {
  const cuts = pairs.flatMap(({ one, other }, index) => [
    `  one-${index}: ${quoted(one)}`,
    `  other-${index}: ${quoted(other)}`,
  ]);
  const metric = `title: A metric\nasks: How many?\nanswered by: sales\ncount of: ${kind.name}\nby: nothing\nbusiness time: odd\nbreak down by:\n${cuts.join('\n')}\n`;
  const files = Object.entries({ ...company.files, 'metrics/metric.yml': metric });
  const { agreement, problems } = parseAgreement(
    files.map(([path, text]) => ({ path: `agreement/${path}`, text })),
    catalogue,
  );
  if (!agreement) expect.fail(JSON.stringify(problems.filter(({ level }) => level === 'fault')));
  const records = anyRecords(chance, catalogue, company);
  const { values } = await measured(agreement, records, company.asOf);
  const count = (dimension: string, sentence: string): number =>
    values.find((value) => value.dimension === dimension && value.member === sentence)?.value ?? 0;
  const { breakdowns = [] } = agreement.metrics[0] ?? {};
  const holding = (dimension: string): number => {
    const cut = breakdowns.find((one) => one.dimension === dimension)?.cut;
    return cut?.cut === 'test' ? count(dimension, cut.holds) : Number.NaN;
  };
  const whole = values.find(({ dimension }) => dimension === '')?.value ?? 0;
  return pairs.flatMap(({ one, other, negated }, index) => {
    const [left, right] = [holding(`one-${index}`), holding(`other-${index}`)];
    const same = left === (negated ? whole - right : right);
    return same
      ? []
      : [
          `${left} ${kind.plural} of ${whole}: ${one}`,
          `${right}: ${other}`,
          JSON.stringify({ ...records, ...company }),
        ];
  });
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const anyKind = (chance: Chance): RecordKind => {
  const name = chance.one(kinds);
  return catalogue.kinds.find((kind) => kind.name === name) as RecordKind;
};

const units = [
  'minutes',
  'hours',
  'days',
  'calendar days',
  'weeks',
  'months',
  'business minutes',
  'business hours',
  'business days',
] as const;

test(
  'a distance of at least 0 and at most N is the same as within N',
  property(async (draw) => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const kind = anyKind(chance);
    const moment = () =>
      anyPath({ chance, catalogue, company, terms: [], figures: [] }, kind, ({ type }) => type.is === 'moment');
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
    expect(await countsOf(chance, pairs, kind, company)).toEqual([]);
  }),
);

test(
  'what is negated holds exactly where the sentence does not',
  property(async (draw) => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const kind = anyKind(chance);
    const path = (is: string) =>
      anyPath({ chance, catalogue, company, terms: [], figures: [] }, kind, ({ type }) => type.is === is)?.text;
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
    expect(await countsOf(chance, pairs, kind, company)).toEqual([]);
  }),
);

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

test(
  'parts add up to the whole',
  property(async (draw) => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const metric = (measure: string) =>
      `title: A metric\nasks: How many?\nanswered by: sales\n${measure}\nby: created\nfinest: week\nbreak down by:\n  source: source\n  region: its account's region\n`;
    const files = Object.entries({
      ...company.files,
      'metrics/count.yml': metric('count of: lead'),
      'metrics/sum.yml': metric("sum of: lead's score"),
    });
    const { agreement } = parseAgreement(
      files.map(([path, text]) => ({ path: `agreement/${path}`, text })),
      catalogue,
    );
    if (!agreement) expect.fail('it can not be read');
    const { values } = await measured(agreement, anyRecords(chance, catalogue, company), company.asOf);
    expect(['count', 'sum'].flatMap((slug) => partsBeside(values.filter((value) => value.metric === slug)))).toEqual(
      [],
    );
  }),
);
