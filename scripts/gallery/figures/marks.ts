import type { MarksFigure, RecordMark } from '../../../src/values/figure-marks.ts';
import type { Figures } from '../states.ts';
import { monthOf, nothing, tick } from './over-time.ts';

type Shape = RecordMark['shape'];
const letters: Readonly<Record<string, Shape>> = { k: 'kept', s: 'slipping', b: 'broken', o: 'none', d: 'draft' };

/** A letter for each month from January 2025 on. */
function record(letters12: string, over: Partial<MarksFigure> = {}): MarksFigure {
  const marks = [...letters12].map((letter, index): RecordMark => {
    const shape = letters[letter] ?? 'none';
    return { from: monthOf(index), shape, says: `Month ${index + 1}: ${shape}` };
  });
  const quarters = marks.flatMap((_, index) => (index % 3 === 0 && index < marks.length - 1 ? [tick(index)] : []));
  return {
    figure: 'marks', title: 'Leads followed up in time: its record.', description: 'Kept in some months.', marks,
    days: marks.length > 0 ? [tick(marks.length - 1, true), ...quarters] : [],
    table: { head: ['Period', 'Mark'], rows: marks.map(({ from, shape }) => [from, shape]) }, ...over,
  }; // prettier-ignore
}

export const recordMarks: Figures<MarksFigure> = {
  'as usual': record('kkssbkkkskkb'),
  'as usual: the newest is kept': record('kksbkkkkkkkk'),
  'as usual: the newest is slipping': record('kksbkkkkkkks'),
  empty: record('', nothing),
  'one point': record('k'),
  'not known': record('kkoookkkk'),
  maturing: record('kkskkkkkkooo'),
  waiting: record('kkskkkkkkkko'),
  'waiting: for a yes': record('dddddddd'),
  'change of wording': record('ooookkskkkkk'),
  tiny: record('kb'),
  'ten years': record('kksbkkkkkkkk'.repeat(10)),
};
