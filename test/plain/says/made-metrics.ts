/** Metrics of every nature that a company may agree on, with the sentence that says them; each is changed by chance later. */
import type { Metric, MetricUnit, Wording } from '../../../src/values/agreement.ts';
import type { Unit } from '../../../src/values/tree.ts';
import { followedUp, wording } from '../../unit/story/made-up.ts';

/** A metric, and how its numbers go. */
export interface Made {
  readonly metric: Metric;
  readonly nature: 'share' | 'amounts' | 'count' | 'money' | 'duration' | 'times' | 'balance' | 'number' | 'day';
}

type Measure = Wording['measure'];

const amountPath = { from: 'opportunity', links: [], field: 'amount', type: { is: 'money' }, figure: false } as const;
const numberPath = { from: 'lead', links: [], field: 'score', type: { is: 'number' }, figure: false } as const;
const dayPath = {
  from: 'opportunity',
  links: [],
  field: 'closed',
  type: { is: 'moment', precision: 'day', may: 'be a fact' },
  figure: false,
} as const;

/** A metric of this nature, with no promise and no level: what it is called and says, what else is so of it, and how it counts. */
export function made(
  nature: Made['nature'],
  [slug, title, says]: readonly [string, string, string],
  over: Partial<Metric>,
  counts: Partial<Wording> & { measure: Measure },
): Made {
  const metric: Metric = {
    ...followedUp, slug, title, headline: null, promise: null, answeredBy: ['marketing'], breakdowns: [], pairedWith: null, signatures: [],
    wordings: [{ ...wording, keptWhen: [], target: null, broken: null, ...counts }],
    words: { says, measured: title, move: null },
    ...over,
  }; // prettier-ignore
  return { metric, nature };
}

export const records = (noun: string, nouns: string): MetricUnit => ({
  unit: 'records',
  kind: 'handover',
  noun,
  nouns,
});
const additive = { periods: true, members: true };
export const share = (countedIn: typeof amountPath | null = null): Measure => ({ measure: 'share', countedIn });
const median: Measure = { measure: 'median', of: numberPath };
const euros = (currency: string): MetricUnit => ({ unit: 'money', currency });

/** All of them, in a company that counts in this currency. */
export const madeMetrics = (currency: string): readonly Made[] => [
  made('share', ['followed-up', 'Leads followed up in time', "Sales followed up {value} of {period}'s qualified leads in time"],
    { unit: { unit: 'share' }, words: { says: "Sales followed up {value} of {period}'s qualified leads in time", measured: '', move: 'Contact {count} waiting leads' } },
    { measure: share(), keptWhen: followedUp.wordings[0].keptWhen }),
  made('share', ['accepted', 'Leads accepted', '{value} of the qualified leads of {period} were accepted'], { unit: { unit: 'share' } }, { measure: share() }),
  made('share', ['given-up', 'Leads given up', 'Of the leads that came in {period}, {value} were given up'], { unit: { unit: 'share' }, better: 'lower' }, { measure: share() }),
  made('share', ['became-deals', 'Leads that became deals', '{value} of the leads that came in {period} became deals within 90 days'],
    { unit: { unit: 'share' } }, { measure: { measure: 'conversion', within: { amount: 90, unit: 'days' }, countedIn: null } }),
  made('amounts', ['won-by-worth', 'Won by worth', 'By worth, we won {value} of the deals that closed in {period}'], { unit: { unit: 'share' } }, { measure: share(amountPath) }),
  made('count', ['delivered', 'Qualified leads delivered', '{value} leads qualified in {period}'],
    { unit: records('qualified lead', 'qualified leads'), adds: additive }, { measure: { measure: 'count' } }),
  made('count', ['lost', 'Customers lost', 'Customers lost in {period}: {value}'],
    { unit: records('customer', 'customers'), adds: additive, better: 'lower' }, { measure: { measure: 'count' }, term: 'customer' }),
  made('count', ['stuck', 'Deals stuck', 'Deals stuck at the end of {period}: {value}'],
    { unit: records('deal', 'deals'), asOf: 'period end', adds: { periods: false, members: true } }, { measure: { measure: 'count' }, term: null }),
  made('count', ['begun', 'Deals at hand', 'When {period} began, {value} deals were at hand'],
    { unit: records('deal', 'deals'), asOf: 'period start', adds: { periods: false, members: true } }, { measure: { measure: 'count' }, term: null }),
  made('count', ['in-order', 'Records in order', 'Records in order {period}: {value}'],
    { unit: records('lead', 'leads'), by: null, finest: 'all', adds: { periods: false, members: true } }, { measure: { measure: 'count' }, term: null }),
  made('money', ['new-business', 'New business', 'New business worth {value} was won in {period}'], { unit: euros(currency), adds: additive }, { measure: { measure: 'sum', of: amountPath } }),
  made('money', ['spent', 'Campaign spend', 'Campaigns cost {value} in {period}'], { unit: euros(currency), adds: additive, better: 'lower' }, { measure: { measure: 'sum', of: amountPath } }),
  made('money', ['year-so-far', 'Business this year', "By the end of {period} the year's new business was worth {value}"],
    { unit: euros(currency), running: 'year' }, { measure: { measure: 'sum', of: amountPath } }),
  made('money', ['left-over', 'Won less spent', 'What was won in {period}, less what was spent, was worth {value}'],
    { unit: euros(currency), adds: additive }, { measure: { measure: 'difference', of: 'new-business', less: 'spent' } }),
  made('balance', ['open-pipeline', 'Open pipeline', 'Open deals were worth {value} at the end of {period}'],
    { unit: euros(currency), asOf: 'period end', adds: { periods: false, members: true } }, { measure: { measure: 'sum', of: amountPath } }),
  ...(['business hours', 'hours', 'days', 'business days'] as const).map((of: Unit, index) =>
    made('duration', [`time-${index}`, `Time to a first touch ${'ABCD'[index] ?? ''}`.replace(/ [ABCD]$/u, ['', ' by the clock', ' in days', ' in working time'][index] ?? ''), "Half of {period}'s qualified leads heard from us within {value}"],
      { unit: { unit: 'duration', of }, better: 'lower', finest: index === 3 ? 'quarter' : 'week' }, { measure: median })),
  made('times', ['for-each', 'Campaign effectiveness', 'Campaigns brought {value} for each unit spent in {period}'],
    { unit: { unit: 'times' }, finest: 'quarter' }, { measure: { measure: 'ratio', of: 'new-business', per: 'spent', perIs: 'value' } }),
  made('times', ['coverage', 'Pipeline coverage', 'At the end of {period} open deals came to {value} what the plan asked for'],
    { unit: { unit: 'times' } }, { measure: { measure: 'ratio', of: 'open-pipeline', per: 'new-business', perIs: 'target' } }),
  made('times', ['leads-a-deal', 'Leads for a deal', 'It took {value} leads to make a deal in {period}'],
    { unit: { unit: 'times' } }, { measure: { measure: 'ratio', of: 'delivered', per: 'stuck', perIs: 'value' } }),
  made('number', ['tries', 'Tries before giving up', 'Leads given up in {period} had been tried {value} times on average'],
    { unit: { unit: 'number' } }, { measure: { measure: 'average', of: numberPath } }),
  made('day', ['last-win', 'Latest win', 'The latest win of {period} was on {value}'], { unit: { unit: 'day' } }, { measure: { measure: 'latest', of: dayPath } }),
]; // prettier-ignore
