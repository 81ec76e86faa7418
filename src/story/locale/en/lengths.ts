/** English: how long it took, record by record. */
import { plainNumber, sentence } from './forms.ts';

interface LengthsTold {
  /** `October’s 48 qualified leads`. */
  readonly whose: string;
  readonly records: number;
  /** So many were shorter than `edge`. */
  readonly under: number;
  readonly edge: string;
  /** So many were as long as `far` or longer; null: that is not told. */
  readonly over: number | null;
  readonly far: string;
  /** So many are not over yet. */
  readonly open: number;
}

const notOver = (open: number) => `${plainNumber(open)} ${open === 1 ? 'is' : 'are'} not over yet`;

/** `For 26 of October’s 48 qualified leads it took less than 5 business hours, for 4 at least 20; 5 are not over yet.` */
export function lengthsWords({ whose, records, under, edge, over, far, open }: LengthsTold): string {
  const short = `for ${under === records ? 'all' : plainNumber(under)} of ${whose} it took less than ${edge}`;
  const long = over === null ? '' : `, for ${plainNumber(over)} at least ${far}`;
  return sentence(`${short}${long}${open > 0 ? `; ${notOver(open)}` : ''}`);
}

/** The same beside the metric's name. */
export const lengthsBrief = ({ records, under, edge }: Pick<LengthsTold, 'records' | 'under' | 'edge'>): string[] => [
  `less than ${edge} for ${plainNumber(under)} of ${plainNumber(records)}`,
];
