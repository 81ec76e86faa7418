/** Numbers of a company that say which of their records need somebody's hand: counted as periods end, or as all stands today. */
import type { Metric } from '../../../src/values/agreement.ts';
import { made, records, share, type Made } from './made-metrics.ts';
import type { Random } from './random.ts';

const deals = records('deal', 'deals');
const atEnds = { asOf: 'period end', finest: 'month', adds: { periods: false, members: true } } as const;
const shareAtEnds = { ...atEnds, adds: { periods: false, members: false }, unit: { unit: 'share' } } as const;
const count = { measure: { measure: 'count' }, term: null } as const;

const risky = (says: string, over: Partial<Metric>): Partial<Metric> => ({ ...over, atRisk: `{count} ${says}` });

const metrics: readonly Made[] = [
  made('count', ['risk-stuck', 'Deals stuck late', 'Deals stuck late at the end of {period}: {value}'],
    risky('deals are stuck when ready to close', { ...atEnds, unit: deals, better: 'lower' }), count),
  made('count', ['risk-pushed', 'Deals pushed often', 'Deals pushed often at the end of {period}: {value}'],
    risky('deals were pushed three times or more', { ...atEnds, unit: deals, better: 'lower' }), count),
  made('count', ['risk-open', 'Deals with no owner', 'Open deals with no owner at the end of {period}: {value}'],
    risky('open deals have no owner', { ...atEnds, unit: deals }), count),
  made('count', ['risk-legal', 'Deals at legal', 'Open deals that wait for legal at the end of {period}: {value}'],
    risky('open deals wait for legal, sales and finance', { ...atEnds, unit: deals }), count),
  made('count', ['risk-today', 'Leads with no answer', 'Leads with no answer {period}: {value}'],
    risky('leads have no answer', { unit: records('lead', 'leads'), by: null, finest: 'all', adds: { periods: false, members: true } }), count),
  made('share', ['risk-silent', 'Deals active', '{value} of the deals open at the end of {period} had an activity'],
    risky('deals have been silent for 30 days', shareAtEnds), { measure: share(), term: 'open deal' }),
  made('share', ['risk-single', 'Deals with one contact', '{value} of the deals open at the end of {period} had one contact'],
    risky('deals have one decision-maker or none', { ...shareAtEnds, better: 'lower' }), { measure: share(), term: 'open deal' }),
]; // prettier-ignore

/** Some of them, in the order in which a page of this company tells them. */
export function anyRisks(random: Random): readonly Made[] {
  const from = random.whole(0, metrics.length - 1);
  const turned = [...metrics.slice(from), ...metrics.slice(0, from)];
  return turned.filter(() => random.often(50));
}
