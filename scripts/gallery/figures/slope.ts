import type { Scale, SlopeFigure, SlopeLine } from '../../../src/values/figure.ts';
import type { MarkWord } from '../../../src/values/value.ts';
import type { Figures } from '../states.ts';
import { nothing, percent, scaleOf, whole } from './over-time.ts';

const sides = ['October 2025', 'October 2026'] as const;
type Way = readonly [name: string, from: number | null, to: number | null, mark?: MarkWord | undefined];

const lineOf = ([name, from, to, mark = 'none']: Way, index: number, say: (value: number) => string): SlopeLine => {
  const said = (value: number | null) => (value === null ? 'not known' : say(value));
  const [fromLabel, toLabel] = [said(from), said(to)];
  const says = `${name}: ${fromLabel} in ${sides[0]}, ${toLabel} in ${sides[1]}`;
  return { name, from, to, fromLabel, toLabel, mark, loud: index === 0, says };
};

interface Over {
  readonly scale?: Scale;
  readonly say?: (value: number) => string;
  readonly level?: SlopeFigure['level'];
}

const slope = (
  ways: readonly Way[],
  { scale = scaleOf(0.5, 1, [0.5, 1], percent), say = percent, level = null }: Over = {},
): SlopeFigure => {
  const lines = ways.map((way, index) => lineOf(way, index, say));
  return {
    figure: 'slope', title: 'Leads of webinars were followed up in time more often than a year before.', description: 'Share of qualified leads, by source.',
    scale, sides, lines, level,
    table: { head: ['Source', ...sides], rows: lines.map(({ name, fromLabel, toLabel }) => [name, fromLabel, toLabel]) },
  }; // prettier-ignore
};

const sources: readonly Way[] = [['Webinar', 0.71, 0.95, 'kept'], ['Website', 0.82, 0.86, 'slipping'], ['Event', 0.9, 0.66, 'broken'], ['Content download', 0.6, 0.62]]; // prettier-ignore
const agreed = { value: 0.9, label: 'agreed: 90%' };
const named = (names: readonly string[]) =>
  slope(sources.map(([name, from, to, mark], index): Way => [names[index] ?? name, from, to, mark]), { level: agreed }); // prettier-ignore

export const slopes: Figures<SlopeFigure> = {
  'as usual': slope(sources, { level: agreed }),
  empty: { ...slope([]), ...nothing },
  'one point': slope(sources.slice(0, 1), { level: agreed }),
  'not known': slope([['Webinar', null, 0.95, 'kept'], ['Website', 0.82, null], ['Event', null, null]]),
  negative: slope([['Finance', 3, -2], ['Energy', -4, 1], ['Media', 0, 0]], { scale: scaleOf(-5, 5, [-5, 0, 5]), say: whole }),
  huge: slope([['Finance', 1.2934508e9, 2.104221e9], ['Energy', 0.9e9, 0.4e9]], { scale: scaleOf(0, 2.2e9, [0, 2e9]), say: (amount) => `€${amount.toLocaleString('en-GB')}` }),
  tiny: slope([['Webinar', 0.0003, 0.0004], ['Website', 0.0001, 0]], { scale: scaleOf(0, 0.0004, [0]), say: (share) => `${share * 100}%` }),
  'tiny: all end at one place': slope([['Webinar', 0.8, 0.8], ['Website', 0.81, 0.8], ['Event', 0.8, 0.81], ['Fair', 0.79, 0.8], ['Partner', 0.8, 0.79]], { level: { value: 0.8, label: 'agreed: 80%' } }),
  'twelve members': slope(Array.from({ length: 12 }, (_, index): Way => [`Industry ${index + 1}`, 0.55 + ((index * 7) % 12) / 30, 0.55 + ([3, 8, 0, 11, 6, 1, 9, 4, 10, 2, 7, 5][index] ?? 0) / 28])),
  'right-to-left names': named(['فعاليات ومعارض', 'סמינר מקוון', 'הורדת תוכן (PDF)', 'Website']),
  'long names': named(['Everyone who came to one of our webinars', 'Donaudampfschifffahrtsgesellschaft', 'Everyone else (14)']),
  'long names: of the sides': { ...slope(sources, { level: agreed }), sides: ['Second quarter of 2025', 'Second quarter of 2026'] },
}; // prettier-ignore
