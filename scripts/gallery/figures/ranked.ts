import type { RankedBar, RankedFigure } from '../../../src/values/figure.ts';
import type { MarkWord } from '../../../src/values/value.ts';
import type { Figures } from '../states.ts';
import { nothing, percent } from './over-time.ts';

const bar = (
  name: string,
  value: number | null,
  label: string,
  mark: MarkWord = 'none',
  detail = '',
  few = false,
): RankedBar => ({ name, value, label: value === null ? 'not known' : label, detail, mark, few });
const share = (name: string, value: number | null, mark: MarkWord, detail = '', few = false) =>
  bar(name, value, percent(value ?? 0), mark, detail, few);

const ranked = (bars: readonly RankedBar[], over: Partial<RankedFigure> = {}): RankedFigure => ({
  figure: 'ranked', title: 'Leads of webinars were followed up most in time in October.', description: 'Share of qualified leads, by source.',
  to: 1, fewLabel: '', level: { value: 0.9, label: 'agreed: 90%' }, bars,
  table: { head: ['Source', 'Value', 'Records'], rows: bars.map(({ name, label, detail }) => [name, label, detail]) }, ...over,
}); // prettier-ignore

const sources = [
  share('Webinar', 0.95, 'kept', '38 of 40'),
  share('Website', 0.86, 'slipping', '43 of 50'),
  share('Content download', 0.8, 'slipping', '16 of 20'),
  share('Event', 0.71, 'broken', '34 of 48'),
];
const named = (names: readonly string[]) =>
  ranked(sources.map((each, index) => ({ ...each, name: names[index] ?? each.name })));

export const allRanked: Figures<RankedFigure> = {
  'as usual': ranked(sources),
  'as usual: too few to judge': ranked([...sources.slice(0, 3), share('Partner', 0.25, 'none', '1 of 4', true), share('Fair', 1, 'none', '2 of 2', true)], { fewLabel: 'Too few to judge' }),
  empty: ranked([], { level: null, ...nothing }),
  'one point': ranked(sources.slice(0, 1)),
  'not known': ranked([...sources.slice(0, 2), share('Not recorded', null, 'none')]),
  negative: ranked([bar('Finance', 3, '3'), bar('Energy', 0, '0'), bar('Media', -2, '−2')], { to: 3, level: null }),
  huge: ranked([bar('Large customers', 1.29e12, '€12,934,508,000'), bar('Middle', 0.4e12, '€4,012,300,000')], {
    to: 1.3e12, level: { value: 1.2e12, label: 'agreed: €12,000,000,000' },
  }),
  tiny: ranked([bar('Webinar', 0.004, '0.4%', 'none', '1 of 250'), bar('Event', 0, '0%', 'none', '0 of 1,204')], { to: 0.01, level: { value: 0.009, label: 'agreed: 0.9%' } }),
  'twelve members': ranked(
    Array.from({ length: 12 }, (_, index) => share(['Manufacturing', 'Retail', 'Health', 'Public sector'][index % 4] + ` ${index + 1}`, (14 - index) / 16, (['kept', 'slipping', 'broken'] as const)[Math.floor(index / 4)] ?? 'none', `${14 - index} of 16`)),
  ),
  'right-to-left names': named(['فعاليات ومعارض', 'סמינר מקוון', 'הורדת תוכן (PDF)', 'Website']),
  'long names': named([
    'Everyone who came to one of the webinars of the second half of the year', 'Donaudampfschifffahrtsgesellschaft', 'Website', 'Everyone else (14)',
  ]),
}; // prettier-ignore
