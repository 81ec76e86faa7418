/** A made-up company, small enough to work its numbers out by hand, and series for it. */
import { company } from '../berlin-company.ts';
import type { Agreement, Metric, Wording } from '../../../src/values/agreement.ts';
import type { Parties } from '../../../src/values/parties.ts';
import type { Target } from '../../../src/values/target.ts';
import type { Grain } from '../../../src/values/period.ts';
import type { Condition, Unit } from '../../../src/values/tree.ts';
import { markOf } from '../../../src/story/mark-of.ts';
import type { MetricReading, MetricValue, PublishedValue } from '../../../src/values/value.ts';

export const place = { file: 'data/agreement/made-up.yml', line: 1, column: 1 };
export const asOf = Date.UTC(2026, 10, 9, 5, 40) / 1000;

const instant = { is: 'moment', precision: 'instant', may: 'be a fact' } as const;

/** `assigned within N units of qualified`. */
export function within(amount: number, unit: Unit): Condition {
  const path = { from: 'handover', links: [], field: 'assigned', type: instant, figure: false } as const;
  const anchor = { moment: 'told', told: { value: 'field', path } } as const;
  const window = { duration: { amount, unit }, side: 'after', anchor } as const;
  return { is: 'test', phrase: 'moment lies', slots: { window }, said: `within ${amount} ${unit}`, at: place };
}

export function target(value: number, grain: Grain | null = null, way: Target['way'] = 'at least'): Target {
  return { way, level: { level: 'one', value, grain, spread: false }, said: '' };
}

export const wording: Wording = {
  from: null, until: null, measure: { measure: 'share', countedIn: null }, term: 'qualified lead', kind: 'handover', keptWhen: [within(1, 'business days')],
  instead: [], exceptWhen: [], target: target(0.9), broken: target(0.8),
}; // prettier-ignore

const parties: Parties = { by: ['sales'], to: ['marketing'], ifBroken: [], pause: null };
const addsUp = { periods: true, members: true };
const signed = (team: string) => ({
  team,
  by: 'VP',
  on: '2025-12-15',
  how: 'minutes',
  recordedBy: 'RevOps',
  seal: 'abc',
  holds: true,
  heldUntil: null,
});

export const followedUp: Metric = {
  slug: 'followed-up-in-time', title: 'Leads followed up in time', asks: 'Does sales get back to good leads quickly?', promise: parties,
  answeredBy: [], by: { from: 'handover', links: [], field: 'qualified', type: instant, figure: false }, asOf: null, running: null,
  adds: { periods: false, members: false }, needs: [], finest: 'week', breakdowns: [],
  unit: { unit: 'share' }, calendar: 'office', pairedWith: null, headline: 2, reviewBy: null,
  tells: null, topic: null, alsoOn: [], atRisk: null, better: null, pitfalls: [], choices: [], moves: null, rateOn: null,
  wordings: [
    { ...wording, from: '2026-01-01' },
    { ...wording, until: '2025-12-31', keptWhen: [within(2, 'business days')], target: target(0.8), broken: target(0.7) },
  ],
  signatures: [signed('sales'), signed('marketing')], seal: 'abc', saidButNotCounted: [], missing: [],
  words: {
    says: "Sales followed up {value} of {period}'s qualified leads in time",
    measured: 'Share of qualified leads that a person contacted within one business day of being assigned',
    move: 'Contact {count} waiting leads',
  },
  at: place,
}; // prettier-ignore

const once = (over: Partial<Wording>): [Wording] => [{ ...wording, keptWhen: [], ...over }];
const euros = { unit: 'money', currency: 'EUR' } as const;
const both: Parties = {
  by: ['sales', 'marketing'],
  to: [],
  ifBroken: ['both teams walk through the lost deals of the month together'],
  pause: null,
};

export const delivered: Metric = {
  ...followedUp, slug: 'qualified-leads-delivered', title: 'Qualified leads delivered', headline: 1,
  promise: { by: ['marketing'], to: ['sales'], ifBroken: [], pause: null }, pairedWith: 'leads-accepted', adds: addsUp,
  unit: { unit: 'records', kind: 'handover', noun: 'qualified lead', nouns: 'qualified leads' },
  wordings: [
    { ...once({ measure: { measure: 'count' }, target: target(22, 'month'), broken: target(18, 'month') })[0], from: '2025-01-01' },
    { ...once({ measure: { measure: 'count' }, target: target(18, 'month'), broken: target(15, 'month') })[0], until: '2024-12-31' },
  ],
  words: { says: 'Marketing passed on {value} qualified leads in {period}', measured: 'Number of leads that became qualified', move: null },
}; // prettier-ignore

export const feedback: Metric = {
  ...followedUp, slug: 'feedback-given', title: 'Feedback given on leads', headline: 3,
  wordings: once({ keptWhen: [within(5, 'business days')], target: target(0.85), broken: target(0.75) }),
  words: {
    says: "Sales gave feedback on {value} of {period}'s qualified leads",
    measured: 'Share of qualified leads that sales accepted, or rejected with a reason, within five business days',
    move: 'Accept or reject {count} waiting leads',
  },
}; // prettier-ignore

export const accepted: Metric = {
  ...followedUp, slug: 'leads-accepted', title: 'Leads accepted', headline: null, promise: { by: ['marketing'], to: ['sales'], ifBroken: [], pause: null },
  wordings: once({ keptWhen: [within(10, 'business days')], target: target(0.6), broken: target(0.5) }),
  words: { says: "Sales accepted {value} of {period}'s qualified leads", measured: 'Share of qualified leads that sales accepted', move: null },
}; // prettier-ignore

const amount = {
  measure: 'sum',
  of: { from: 'opportunity', links: [], field: 'amount', type: { is: 'money' }, figure: false },
} as const;

export const pipeline: Metric = {
  ...followedUp, slug: 'pipeline-from-inbound', title: 'Pipeline from inbound leads', headline: 4, promise: both, unit: euros, adds: addsUp,
  wordings: once({ measure: amount, term: 'pipeline entry', target: target(18_000_000, 'month'), broken: target(14_000_000, 'month') }),
  words: { says: 'Inbound leads opened deals worth {value} in {period}', measured: 'Worth of the deals from inbound leads when they first reached Discovery', move: null },
}; // prettier-ignore

export const closed: Metric = {
  ...followedUp, slug: 'closed-from-inbound', title: 'Closed business from inbound leads', headline: 5, promise: both, unit: euros, adds: addsUp,
  wordings: once({ measure: amount, term: 'inbound win', target: target(6_000_000, 'month'), broken: target(4_500_000, 'month') }),
  words: { says: 'Deals from inbound leads worth {value} were won in {period}', measured: 'Worth of new business from inbound leads, by the day it closed', move: null },
}; // prettier-ignore

const ofCampaigns = { ...closed, promise: null, answeredBy: ['marketing'], headline: null };
export const wins: Metric = {
  ...ofCampaigns,
  slug: 'campaign-wins',
  title: 'Business won from campaigns',
  wordings: once({ measure: amount, target: null, broken: null }),
};
export const spend: Metric = { ...wins, slug: 'campaign-spend', title: 'Spent on campaigns' };

export const effectiveness: Metric = {
  ...ofCampaigns, slug: 'campaign-effectiveness', title: 'Campaign effectiveness', headline: 6, finest: 'quarter', unit: { unit: 'times' }, adds: { periods: false, members: false },
  wordings: once({ measure: { measure: 'ratio', of: 'campaign-wins', per: 'campaign-spend', perIs: 'value' }, target: target(3), broken: target(2) }),
  words: { says: 'Campaigns brought {value} for each euro spent in {period}', measured: 'Worth of new business from campaigns, for each euro spent on campaigns', move: null },
}; // prettier-ignore

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1020 }));

export const agreement: Agreement = {
  company,
  teams: ['Marketing', 'Sales'].map((name) => ({
    slug: name.toLowerCase(), name, inText: name.toLowerCase(), lead: `VP ${name}`, sponsor: 'Managing director', calendar: 'office', disputes: null,
  })),
  calendars: [{ slug: 'office', openings: weekdays, holidays: [] }],
  currencies: { kind: 'plan', rates: [] },
  terms: [
    { name: 'qualified lead', plural: 'qualified leads', slug: 'qualified-lead', alsoCalled: [], kind: 'handover', isA: null, inWords: '', where: [], exceptWhen: [], saidButNotCounted: [], needs: [], at: place },
  ],
  figures: [],
  orders: [],
  funnel: [],
  metrics: [delivered, followedUp, feedback, pipeline, closed, effectiveness, accepted, wins, spend],
  switchedOff: [],
  notes: [],
}; // prettier-ignore

export const reading = (metric: Metric): MetricReading => ({
  metric: metric.slug,
  asOf,
  missing: metric.missing,
  todays: [],
});

const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, '0');

/** A level that was said for this grain, or for every one. */
function levelAt(agreed: Target | null, grain: Grain): number | null {
  const { level } = agreed ?? {};
  return level?.level === 'one' && (level.grain === null || level.grain === grain) ? level.value : null;
}

/** Values with the marks that this metric gives them. */
export const published = (metric: Metric, values: readonly MetricValue[]): PublishedValue[] =>
  values.map((value) => ({ ...value, mark: markOf(metric, value), fixed: null }));

/** A row of a month, `2026-10`, or of a quarter, `FY2026-Q3`. Shares are given as [in time, decided, waiting]. */
export function row(metric: Metric, period: string, of: number | null | readonly [number, number, number?], over: Partial<MetricValue> = {}): PublishedValue {
  const quarter = /^FY(\d+)-Q(\d)$/.exec(period);
  const [year = 0, month = 1] = quarter ? [Number(quarter[1]), Number(quarter[2]) * 3 - 2] : period.split('-').map(Number);
  const from = `${year}-${two(month)}-01`;
  const [numerator, denominator, waiting = 0] = Array.isArray(of) ? (of as [number, number, number?]) : [null, null];
  const wordingOf = metric.wordings.find((each) => (each.from ?? '') <= from) ?? metric.wordings[0];
  const grain = quarter ? 'quarter' : 'month';
  const value: MetricValue = {
    metric: metric.slug, grain, period, from, to: lastOf(year, quarter ? month + 2 : month), dimension: '', member: '',
    value: denominator === null ? (of as number | null) : denominator === 0 ? null : (numerator ?? 0) / denominator,
    numerator, denominator, waiting, records: denominator === null ? 20 : denominator + waiting, low: null, high: null,
    wording: wordingOf.from ?? 'the beginning', status: waiting > 0 ? 'waiting' : 'complete',
    target: levelAt(wordingOf.target, grain), broken: levelAt(wordingOf.broken, grain), ...over,
  };
  return { ...value, mark: markOf(metric, value), fixed: null };
} // prettier-ignore

type Given = Parameters<typeof row>[2];

/** Months up to October 2026, the last of those given; and November as it runs. */
export function monthly(metric: Metric, complete: readonly Given[], soFar?: Given): PublishedValue[] {
  const rows = complete.map((of, index) => {
    const month = 2026 * 12 + 9 - (complete.length - 1 - index);
    return row(metric, `${Math.floor(month / 12)}-${two((month % 12) + 1)}`, of);
  });
  return soFar === undefined ? rows : [...rows, row(metric, '2026-11', soFar, { status: 'so far' })];
}
