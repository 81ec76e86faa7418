import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { diceOf } from '../../../../scripts/sample/chance.ts';
import type { Dice } from '../../../../scripts/sample/chance.ts';
import { at, historyWorkshop } from './exports-over-time.ts';

/** A deal's true history: what it was from an instant on, and when it was deleted. */
interface TrueDeal {
  readonly key: string;
  readonly states: readonly { readonly at: number; readonly stage: string; readonly amount: number }[];
  readonly deleted: number;
}

const daySeconds = 86_400;
const [begin, days] = [at('2026-09-01T00:00:00Z'), 60];
const stages = ['Open', 'Offer', 'Talks, last', '50% sure', 'Won'];

function anyDeal(dice: Dice, number: number): TrueDeal {
  const times = Array.from({ length: dice.whole(1, 6) }, () => begin + dice.whole(0, days * daySeconds));
  const states = [...new Set(times)]
    .toSorted((one, other) => one - other)
    .map((time) => ({
      at: time,
      stage: dice.pick(stages),
      amount: dice.whole(1, 3) * 100,
    }));
  const deleted = dice.chance(0.25) ? begin + dice.whole(0, days * daySeconds) : Infinity;
  return { key: `D${number}`, states, deleted };
}

/** Export days, later ones later; each export is written at the end of its day, in UTC an hour or two before midnight. */
function anyDays(dice: Dice): string[] {
  const found = new Set(Array.from({ length: dice.whole(2, 5) }, () => dice.whole(0, days)));
  return [...found]
    .toSorted((one, other) => one - other)
    .map((day) => new Date((begin + day * daySeconds) * 1000).toISOString().slice(0, 10));
}

/** The last second of a day in Berlin. */
const writtenAt = (day: string): number => at(`${day}T${day < '2026-10-25' ? '21' : '22'}:59:59Z`);

function stateAt({ states, deleted }: TrueDeal, time: number): TrueDeal['states'][number] | null {
  return time < deleted ? (states.findLast((state) => state.at <= time) ?? null) : null;
}

function exportOf(deals: readonly TrueDeal[], day: string, dice: Dice): string {
  const rows = deals.flatMap((deal) => {
    const state = stateAt(deal, writtenAt(day));
    const created = new Date((deal.states[0]?.at ?? 0) * 1000).toISOString();
    return state ? [`${deal.key},${created},"${state.stage}",${state.amount}`] : [];
  });
  const shuffled = rows.map((row) => [dice.next(), row] as const).toSorted(([one], [other]) => one - other);
  return ['Id,Created,Stage,Amount', ...shuffled.map(([, row]) => row)].map((row) => `${row}\n`).join('');
}

/** The plain difference of what the exports show: key, stage, amount in cents, at, seen before. */
function difference(deals: readonly TrueDeal[], exported: readonly string[]): unknown[][] {
  const last = writtenAt(exported.at(-1) ?? '');
  return deals.flatMap((deal) => {
    if (stateAt(deal, last) === null) return [];
    const shown = exported.flatMap((day) => {
      const state = stateAt(deal, writtenAt(day));
      return state ? [{ ...state, seen: writtenAt(day) }] : [];
    });
    return shown.flatMap(({ stage, amount, seen }, index) => {
      const before = shown[index - 1];
      if (!before) return [[deal.key, stage, amount * 100, deal.states[0]?.at, null]];
      return before.stage === stage && before.amount === amount
        ? []
        : [[deal.key, stage, amount * 100, seen, before.seen]];
    });
  });
}

const source = `
reads: deals-*.csv
dated by name: deals-DD-MM-YYYY.csv
key: Id
gives: [{ record: opportunity, columns: { created: Created, stage: Stage, amount: Amount } }]
`;
/** A day first, so that the order of names is not that of time. */
const nameOf = (day: string): string => `deals-${day.split('-').toReversed().join('-')}.csv`;

const sorted = (rows: readonly unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
const told = ['opportunity', 'to', 'amount', 'at', 'seen_before'] as const;

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  'of any true history the difference of exports is observed, together or one by one, with the database kept or lost (seed %i)',
  async (seed) => {
    const dice = diceOf(seed);
    const deals = Array.from({ length: 6 }, (_, number) => anyDeal(dice, number + 1));
    const exported = anyDays(dice);
    const files = Object.fromEntries(exported.map((day) => [nameOf(day), exportOf(deals, day, dice)]));
    const expected = sorted(difference(deals, exported));
    const together = await historyWorkshop();
    const all = await together.ingest({ deals: source }, files);
    expect([all.faults, sorted(await all.rows('stage_change', ...told))]).toEqual([[], expected]);
    for (const losesDatabase of [false, true]) {
      const weekly = await historyWorkshop();
      let run = all;
      for (const day of exported) {
        if (losesDatabase) await rm(weekly.database, { force: true });
        run = await weekly.ingest({ deals: source }, { [nameOf(day)]: files[nameOf(day)] ?? '' });
      }
      expect([sorted(await run.rows('stage_change', ...told)), weekly.published]).toEqual([
        expected,
        together.published,
      ]);
      await weekly.end();
    }
    await together.end();
  },
);
