import type { MetricUnit, Target } from '../../values/agreement.ts';
import type { Grain } from '../../values/period.ts';
import type { Misfitting } from '../fits.ts';
import type { MeasureRow } from '../measures.ts';
import { minorOf } from '../money.ts';

/** How a metric's targets are said. */
export interface TargetForm {
  readonly unit: MetricUnit;
  readonly target: MeasureRow['target'];
}

type ReadTarget =
  { readonly target: Target; readonly misfit: null } | { readonly target: null; readonly misfit: Misfitting };

const ways = { 'at least': 'at least', 'at most': 'at most', below: 'at least', above: 'at most' } as const;

/** Reads `at least 90%`, or, as the bound of what is broken, `below 80%`: what is not below 80% is at least 80%. */
export function readTarget(said: string, form: TargetForm, as: 'target' | 'broken'): ReadTarget {
  const [, word = '', rest = ''] = /^(at least|at most|below|above)\s+(.+)$/.exec(said) ?? [];
  const fits = as === 'target' ? word.startsWith('at') : word === 'below' || word === 'above';
  if (!fits) return wrong(`"${said}" doesn't say on which side it lies`, form, as);
  const [, written = rest, time] = /^(.+?)\s+(?:a|an|per|each|every)\s+(day|week|month|quarter|year)$/.exec(rest) ?? [];
  const grain = (time ?? null) as Grain | null;
  if (grain !== null && form.target !== 'for a time')
    return wrong(`"${said}" is for a ${grain}, and this is no amount that adds up over time`, form, as);
  const value = amountOf(written, form.unit);
  if (value === null || (grain === null && form.target === 'for a time'))
    return wrong(`"${said}" has no unit that fits`, form, as);
  return { target: { way: ways[word as keyof typeof ways], value, grain, said }, misfit: null };
}

/** A target as it would be said, for who said none that can be read. */
function wrong(says: string, form: TargetForm, as: 'target' | 'broken'): ReadTarget {
  const amounts = {
    share: '90%',
    money: `180,000 ${form.unit.unit === 'money' ? form.unit.currency : ''}`,
    records: '22',
    number: '22',
    times: '3',
  };
  const time = form.target === 'for a time' ? ' a month' : '';
  return {
    target: null,
    misfit: {
      says,
      fix: `write it like "${as === 'target' ? 'at least' : 'below'} ${amounts[form.unit.unit]}${time}"`,
    },
  };
}

function amountOf(written: string, unit: MetricUnit): number | null {
  if (unit.unit === 'share') {
    const percent = numberIn(/^([\d.]+)%$/.exec(written)?.[1]);
    return percent === null ? null : percent / 100;
  }
  if (unit.unit === 'money') {
    const [, amount, currency] = /^([\d,.]+) ([A-Z]{3})$/.exec(written) ?? [];
    const number = numberIn(amount);
    return number === null || currency !== unit.currency ? null : minorOf(number, unit.currency);
  }
  const [, amount, noun] = /^([\d,.]+)(?: (.+))?$/.exec(written) ?? [];
  const nouns = unit.unit === 'records' ? [unit.noun, unit.nouns] : [];
  return noun === undefined || nouns.includes(noun.toLowerCase()) ? numberIn(amount) : null;
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}
