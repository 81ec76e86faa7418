/** Whatever deals went through: what the pipeline was, and what moved it, is what it is. To the cent, in every period. */
import type { GeneratorValue } from 'fast-check';
import { anyCompany } from './any-company.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { PlainRow } from './plain-world.ts';
import { testProperty } from './property.ts';
import { readable } from './readable.ts';
import { differences, measured, readPlainly } from './two-readings.ts';
import { bridgesOf } from '../../src/publish/bridge.ts';

const vocabulary = `
open deal:
  is an: opportunity
  where:
    - stage is none of Won, Lost
deal row:
  is a: stage change
  where: [its opportunity is found]
open row:
  is a: deal row
  where:
    - to is none of Won, Lost
formerly open row:
  is a: deal row
  where:
    - the to of its previous stage change is known
    - the to of its previous stage change is none of Won, Lost
worth of opportunity:
  is the: amount times 0.5
worth of stage change:
  is the: amount times 0.5
worth then of open row:
  is the: worth
former worth of formerly open row:
  is the: the worth of its previous stage change
gained of stage change:
  is the: worth then, or else 0 EUR
given up of stage change:
  is the: former worth, or else 0 EUR
moved of stage change:
  is the: gained minus given up
movement of stage change:
  is the first of:
    Won: [to is Won, is a formerly open row]
    Lost: [to is Lost, is a formerly open row]
    Opened: [is an open row, is not a formerly open row]
    Raised: [moved is more than 0 EUR]
    Lowered: [moved is less than 0 EUR]
  or else: Unchanged
`;

const head = 'title: A metric\nasks: How much?\nanswered by: sales\n';

const files = {
  'vocabulary.yml': vocabulary,
  'currencies.yml': 'rates: day\nUSD:\n  2020-01-01: 0.333333\n  2025-03-30: 1.1\n  2025-06-30: 0.9\n',
  'metrics/pipeline.yml': `${head}sum of: open deal's worth\nas of: period end\nfinest: week\n`,
  'metrics/moves.yml': `${head}sum of: deal row's moved\nmoves: pipeline\nby: at\nrate on: its opportunity's created\nfinest: week\nbreak down by: [movement]\n`,
};

testProperty(
  'a bridge closes to zero',
  async (draw: GeneratorValue) => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const { agreement, faults } = readable(
      Object.entries({ ...company.files, ...files }).map(([path, text]) => ({ path: `agreement/${path}`, text })),
    );
    if (!agreement || faults.length > 0) throw new Error(faults.map(({ says }) => says).join('\n'));
    const records = anyHistories(chance, company.around);
    const { values } = await measured(agreement, records, company.asOf);
    const [bridge] = bridgesOf(
      agreement.metrics.map((metric) => ({ metric, values: values.filter((value) => value.metric === metric.slug) })),
    );
    const open = bridge?.periods.filter(({ notExplained }) => notExplained !== 0) ?? [];
    const found = [
      ...open.map((period) => JSON.stringify(period)),
      ...differences(values, readPlainly(agreement, records, company.asOf)),
    ];
    if (found.length > 0) throw new Error([...found, JSON.stringify(records), `as of ${company.asOf}`].join('\n'));
  },
  60,
);

const day = 86_400;

/** Deals with all their rows, from the one at their opening on; some of a moment, some later than anybody knows of, some of a deal that is gone. */
function anyHistories(chance: Chance, around: number): Record<string, PlainRow[]> {
  const deals = Array.from({ length: chance.whole(1, 4) }, (_, index) => `deal-${index}`);
  const rows: PlainRow[] = [];
  const opportunity = deals.map((key, place): PlainRow => {
    const created = around + chance.whole(-40, 30) * day + chance.whole(-day, day);
    let at = created;
    for (let sequence = 0; sequence < chance.whole(1, 6); sequence += 1) {
      const cells = { ...anyWorth(chance), to: anyStage(chance), opportunity: key, at, sequence };
      rows.push({ key: `row-${rows.length}`, place: rows.length, cells });
      if (chance.often(7)) at += chance.whole(1, 20) * day;
    }
    return { key, place, cells: { ...anyWorth(chance), stage: anyStage(chance), created } };
  });
  if (chance.often(3)) {
    const gone = { ...anyWorth(chance), to: anyStage(chance), opportunity: 'gone', at: around, sequence: 0 };
    rows.push({ key: 'row-gone', place: rows.length, cells: gone });
  }
  return { opportunity, 'stage change': rows };
}

const anyStage = (chance: Chance): string => chance.one(['Discovery', 'Proposal', 'Won', 'Lost']);

const anyWorth = (chance: Chance) => ({
  amount: chance.one([null, 0, 1, 99, 12_345, 100_001]),
  currency: chance.one(['EUR', 'USD', null]),
});
