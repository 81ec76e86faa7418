import { expect, test } from 'vitest';
import { movedApart } from '../../../src/charts/apart.ts';
import { drawDistribution } from '../../../src/charts/distribution.ts';
import { flagged } from '../../../src/charts/flags.ts';
import { drawFunnel } from '../../../src/charts/funnel.ts';
import { sizes } from '../../../src/charts/sizes.ts';
import { drawSlope } from '../../../src/charts/slope.ts';
import { wrapped } from '../../../src/charts/wrapped.ts';
import type {
  DistributionFigure,
  FunnelFigure,
  FunnelStep,
  SlopeFigure,
  SlopeLine,
} from '../../../src/values/figure.ts';

const titled = { title: 'A finding.', description: 'What is measured.', table: { head: [], rows: [] } };

const step = (value: number | null, over: Partial<FunnelStep> = {}): FunnelStep => ({
  name: 'Accepted', value, label: value === null ? 'not known' : String(value), detail: '', mayCome: 0, mayComeLabel: '', ...over,
}); // prettier-ignore
const funnel = (steps: readonly FunnelStep[], to = 400): FunnelFigure => ({ figure: 'funnel', ...titled, to, steps });

const slopeLine = (from: number | null, to: number | null, over: Partial<SlopeLine> = {}): SlopeLine => ({
  name: 'Website', from, to, fromLabel: `${from}`, toLabel: `${to}`, mark: 'none', loud: true, says: 'Website', ...over,
}); // prettier-ignore
const slope = (lines: readonly SlopeLine[], over: Partial<SlopeFigure> = {}): SlopeFigure => ({
  figure: 'slope', ...titled, scale: { from: 0, to: 100, ticks: [] }, sides: ['2025', '2026'], lines, level: null, ...over,
}); // prettier-ignore

const none = { count: 0, amount: '0', label: '', says: '' };
const distribution = (over: Partial<DistributionFigure> = {}): DistributionFigure => ({
  figure: 'distribution', ...titled,
  lengths: { from: 0, to: 10, ticks: [0, 5, 10].map((at) => ({ at, label: `${at} days` })) },
  counts: { from: 0, to: 40, ticks: [0, 20, 40].map((at) => ({ at, label: String(at) })) },
  bars: [], beyond: none, open: none, middle: null, agreed: null, ...over,
}); // prettier-ignore
const bar = (from: number, to: number, count: number, became: 'kept' | 'missed' | 'plain' = 'plain') => ({
  from, to, count, became, says: `${from} to ${to} days: ${count}`,
}); // prettier-ignore

/** Everything of a class, wherever the class stands: at the shape, or at the group around it. */
function shapes(svg: string, className: string, tag: string): Record<string, number>[] {
  const groups = [...svg.matchAll(new RegExp(`<g class="${className}">(.*?)</g>`, 'gs'))];
  return groups.flatMap(([, inside = '']) =>
    [...inside.matchAll(new RegExp(`<${tag} ([^>]*?)/?>`, 'g'))].map(([, all = '']) =>
      Object.fromEntries([...all.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value]) => [name, Number(value)])),
    ),
  );
}
const of = (name: string) => (shape: Record<string, number>) => shape[name];

test('a funnel’s bars are as long as their counts, and what may still come goes on from there', () => {
  const steps = [step(400), step(200), step(100, { mayCome: 50, mayComeLabel: '50 may still come' })];
  const svg = drawFunnel(funnel(steps), sizes['pair on a phone'], 'it');
  expect(shapes(svg, 'bar', 'rect').map(of('width'))).toEqual([288, 144, 72]);
  // Its edge of 1.5 pixels lies inside of the 36.
  expect(shapes(svg, 'bar wait', 'rect')).toMatchObject([{ x: 72.8, width: 34.5 }]);
  expect(svg).toContain('50 may still come');
});

test('a step that is not known has a word and no bar, and nothing leads to it or from it', () => {
  const svg = drawFunnel(funnel([step(400), step(null), step(100)]), sizes.pair, 'it');
  expect(shapes(svg, 'bar', 'rect')).toHaveLength(2);
  expect(svg).toContain('not known');
  expect(svg).not.toContain('went-on');
});

test('nobody came yet: only hollow; one of a billion can still be seen', () => {
  const waiting = drawFunnel(funnel([step(0, { mayCome: 400 })]), sizes['pair on a phone'], 'it');
  expect(shapes(waiting, 'bar wait', 'rect').map(of('width'))).toEqual([286.5]);
  expect(shapes(waiting, 'bar', 'rect')).toEqual([]);
  const one = drawFunnel(funnel([step(1_000_000_000), step(1)], 1_000_000_000), sizes['pair on a phone'], 'it');
  expect(shapes(one, 'bar', 'rect').map(of('width'))).toEqual([288, 1.5]);
  expect(drawFunnel(funnel([step(0), step(0)], 0), sizes.pair, 'it')).not.toMatch(/NaN|Infinity/);
});

test('a funnel’s words go above its bars where they leave them no room', () => {
  const huge = { name: 'Accepted by sales', label: '1,204,567,890', detail: '75% of 1,604,567,890' };
  const bars = (size: 'pair' | 'off') =>
    shapes(drawFunnel(funnel([step(400, huge)]), sizes[size], 'it'), 'bar', 'rect').map(of('x'));
  expect(bars('pair')).toEqual([0]);
  expect(bars('off')[0]).toBeGreaterThan(60);
});

test('a slope’s heights are as far apart as its values; who is missing on one side has a dot and no line', () => {
  const svg = drawSlope(slope([slopeLine(0, 100), slopeLine(50, null), slopeLine(null, 50)]), sizes.pair, 'it');
  const heights = shapes(svg, 'dot', 'circle').map((dot) => dot['cy'] ?? 0);
  const [low = 0, high = 0] = heights;
  expect(low).toBeGreaterThan(high);
  expect(heights.map((y) => (low - y) / (low - high))).toEqual([0, 1, 0.5, 0.5]);
  expect(shapes(svg, 'line', 'path')).toHaveLength(1);
});

test('values that are alike are said once at the left, and each with its name at the right', () => {
  const lines = [slopeLine(90, 90), slopeLine(90, 90, { name: 'Event', loud: false })];
  const said = drawSlope(slope(lines), sizes.off, 'it').match(/>(?:90|Website|Event)(?=<\/text>)/g);
  expect(said?.toSorted()).toEqual(['>90', '>90', '>90', '>Event', '>Website']);
});

test('columns of a distribution stand on zero, and what has no place on the scale stands apart', () => {
  const bars = [bar(0, 5, 40, 'kept'), bar(5, 10, 10, 'missed')];
  const beyond = { count: 20, amount: '20', label: 'longer', says: '10 days or longer: 20' };
  const open = { count: 10, amount: '10', label: 'not over yet', says: 'Not over yet: 10' };
  const svg = drawDistribution(distribution({ bars, beyond, open }), sizes.pair, 'it');
  const [kept] = shapes(svg, 'bar', 'rect');
  const [missed, longer] = shapes(svg, 'bar no', 'rect');
  const full = kept?.['height'] ?? 0;
  expect(missed?.['height']).toBeCloseTo(full / 4, 0);
  expect(longer?.['height']).toBeCloseTo(full / 2, 0);
  expect(missed?.['width']).toBeCloseTo(kept?.['width'] ?? 0, 0);
  const scaleEnd = (missed?.['x'] ?? 0) + (missed?.['width'] ?? 0);
  expect((longer?.['x'] ?? 0) - scaleEnd).toBeGreaterThan(20);
  expect(shapes(svg, 'bar wait', 'rect')).toHaveLength(1);
  expect(svg).toContain('<title>Not over yet: 10</title>');
});

test('where nothing is agreed of single records, none is drawn as missed', () => {
  const beyond = { count: 3, amount: '3', label: 'longer', says: '' };
  const svg = drawDistribution(distribution({ bars: [bar(0, 5, 9)], beyond }), sizes.pair, 'it');
  expect(shapes(svg, 'bar no', 'rect')).toEqual([]);
  expect(shapes(svg, 'bar', 'rect')).toHaveLength(2);
});

test('a level past the scale points at what is longer, and is left out where nothing is', () => {
  const middle = { value: 12, label: 'median: 12 days' };
  const beyond = { count: 3, amount: '3', label: 'longer', says: '' };
  expect(drawDistribution(distribution({ middle, beyond }), sizes.pair, 'it')).toContain('median: 12 days');
  expect(drawDistribution(distribution({ middle }), sizes.pair, 'it')).not.toContain('median');
});

test('labels move apart as little as can be, keep their order and stay inside', () => {
  const at = (...places: number[]) => places.map((y) => ({ y, height: 10 }));
  expect(movedApart(at(20, 40), 0, 100)).toEqual([20, 40]);
  expect(movedApart(at(50, 50, 50), 0, 100)).toEqual([40, 50, 60]);
  expect(movedApart(at(1, 2, 98), 0, 100)).toEqual([5, 15, 95]);
  expect(movedApart([], 0, 100)).toEqual([]);
});

test('words at two rules stand in one row where they can, else none is cut by the other’s rule', () => {
  const rows = (one: number, other: number, width: number) =>
    flagged([{ x: one, text: 'median: 3 days' }, { x: other, text: 'agreed: 4 days' }], width, 15).map(({ row }) => row); // prettier-ignore
  expect(rows(100, 400, 600)).toEqual([0, 0]);
  expect(rows(200, 210, 600)).toEqual([0, 0]);
  expect(rows(20, 60, 288)).toEqual([0, 1]);
  expect(rows(240, 270, 288)).toEqual([1, 0]);
});

test('a name is parted at its blanks, and its last line ends in an ellipsis where it is still too long', () => {
  expect(wrapped('Accepted by sales', 15, 70, 2)).toEqual(['Accepted', 'by sales']);
  expect(wrapped('Accepted by sales', 15, 200, 2)).toEqual(['Accepted by sales']);
  expect(wrapped('Accepted by the salespeople', 15, 70, 2)[1]).toMatch(/^by the.*…$/);
});
