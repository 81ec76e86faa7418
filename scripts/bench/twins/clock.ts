/** Clocks in twins, by the calendar tables that the measuring fills. */

export const asOf = (metric: string): string => `(select "asOf" from reading where metric = '${metric}')`;

/** The end of a window that starts at a moment, by the calendar's row of its slot; `x` seconds into the slot. */
export const due = (row: string, from: string): string => {
  const x = `(${from} - ${row}.slot * 900)`;
  return `(case when ${x} < ${row}.cut then ${row}.due else ${row}.due_late end + ${row}.moves * ${x})`;
};

export const clock = (row: string, name: string, from: string): string =>
  `join deadline ${row} on ${row}.clock = (select clock from clock where name = '${name}') and ${row}.slot = ${from} / 900`;

/**
 * The stretches of a metric as a subselect: grain; the local date that the period began on, the instants at which it did and at which as much
 * of it had passed.
 */
export const stretchesOf = (metric: string): string =>
  `(select t.grain, t.until, v."from", d.starts + case when 0 >= d.change then d.shift else 0 end as since
    from stretch t join value v on v.metric = t.metric and v.grain = t.grain and v.period = t.earlier and v.dimension = ''
    join day d on d.day = v."from" where t.metric = '${metric}')`;
