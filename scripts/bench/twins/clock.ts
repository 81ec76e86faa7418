/** Clocks in twins, by the calendar tables that the measuring fills. */

export const asOf = (metric: string): string => `(select "asOf" from reading where metric = '${metric}')`;

/** The end of a window that starts at a moment, by the calendar's row of its slot; `x` seconds into the slot. */
export const due = (row: string, from: string): string => {
  const x = `(${from} - ${row}.slot * 900)`;
  return `(case when ${x} < ${row}.cut then ${row}.due else ${row}.due_late end + ${row}.moves * ${x})`;
};

export const clock = (row: string, name: string, from: string): string =>
  `join deadline ${row} on ${row}.clock = (select clock from clock where name = '${name}') and ${row}.slot = ${from} / 900`;
