import type { Grain } from '../../values/period.ts';

/** How many periods a chart looks back, the running one included. */
export const lookBack: Readonly<Record<Grain, number>> = {
  day: 31,
  week: 53,
  month: 25,
  quarter: 13,
  year: 10,
  all: 1,
  undated: 0,
};
