import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { gallery } from '../../../scripts/gallery/gallery.ts';
import { chartOf } from '../../../src/charts/chart-of.ts';
import { chartPictureSvg, pictureWidth, type ChartPicture } from '../../../src/charts/chart-picture.ts';
import { widthOf } from '../../../src/charts/place.ts';
import { previewSvg, titleWithin, type PreviewPicture } from '../../../src/charts/preview-picture.ts';
import { sizes } from '../../../src/charts/sizes.ts';
import { themeIn } from '../../../src/charts/theme.ts';

const read = (path: string) => readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8');
const sheets = { chart: read('charts/chart.css'), picture: read('charts/picture.css') };
const [light, dark] = (['light', 'dark'] as const).map((name) => themeIn(read('styles/base.css'), name));

const picture: ChartPicture = {
  title: 'Sales followed up 83% of October’s qualified leads in time, 7 points under its promise.',
  description: 'From November 2024 to October 2026.',
  mark: { shape: 'slipping', word: 'Slipping' },
  name: 'Leads followed up in time',
  measured: 'Share of qualified leads that a person contacted within one business day of being assigned.',
  drawing: '',
  drawingHeight: 0,
  notes: [],
  from: 'Hollin Works. Data of 9 November 2026',
  address: 'numbers.example/metrics/followed-up-in-time/',
};

const preview: PreviewPicture = {
  title: picture.title,
  company: 'Hollin Works',
  about: 'Leads followed up in time',
  mark: picture.mark,
  from: 'Data of 9 November 2026',
  drawing: '',
  rows: [],
};

function parsed(svg: string) {
  const { document } = parseHTML(svg);
  const texts = [...document.querySelectorAll('text')];
  return { document, texts, says: texts.map((text) => text.textContent).join(' ') };
}

describe('the picture of a chart', () => {
  test('says by itself what was found, how it stands, what is measured, of whom, of which day and where it is explained', () => {
    const { says, document } = parsed(chartPictureSvg(picture, sheets, light ?? {}));
    for (const part of [picture.title, 'Slipping', picture.name, picture.from, picture.address])
      expect(says).toContain(part);
    expect(says).toContain('within one business day');
    expect(document.querySelector('title')?.textContent).toBe(picture.title);
    expect(document.querySelector('desc')?.textContent).toBe(picture.description);
  });

  test('has the colours of its theme, on its paper, and asks for none of a page', () => {
    const [day, night] = [light, dark].map((theme) => chartPictureSvg(picture, sheets, theme ?? {}));
    expect(day).toContain(`fill="${light?.['--paper']}"`);
    expect(night).toContain(`fill="${dark?.['--paper']}"`);
    expect(`${day}${night}`).not.toContain('var(');
  });

  test('grows with its words, and a note stands below the drawing with its number', () => {
    const noted = { ...picture, notes: [{ number: 1, says: '1 January 2026: The promise was tightened' }] };
    const [plain, longer] = [picture, noted].map((one) => parsed(chartPictureSvg(one, sheets, light ?? {})));
    const height = (one: ReturnType<typeof parsed> | undefined) =>
      Number(one?.document.querySelector('svg')?.getAttribute('height'));
    expect(height(longer)).toBe(height(plain) + 25);
    expect(longer?.says).toContain('1 1 January 2026: The promise was tightened');
  });

  test('names with signs of HTML are words', () => {
    const svg = chartPictureSvg({ ...picture, name: 'R&D <leads> "hot"' }, sheets, light ?? {});
    expect(svg).toContain('R&amp;D &lt;leads&gt; &quot;hot&quot;');
    expect(svg).not.toContain('<leads>');
  });

  test('the same picture is the same bytes', () => {
    expect(chartPictureSvg(picture, sheets, light ?? {})).toBe(chartPictureSvg(picture, sheets, light ?? {}));
  });

  test('with every drawing of the gallery it is well formed, and has one title', () => {
    for (const { figure } of gallery.filter(({ places }) => places.includes('off'))) {
      const drawing = chartOf(figure, 'off', 'chart');
      const svg = chartPictureSvg({ ...picture, drawing, drawingHeight: sizes.off.height }, sheets, light ?? {});
      expect([...svg.matchAll(/id="picture-(?:title|desc)"/g)].length, figure.title).toBe(2);
      expect([...svg.matchAll(/<svg /g)].length).toBe([...svg.matchAll(/<\/svg>/g)].length);
      expect(svg).toContain(`width="${pictureWidth}"`);
    }
  });
});

describe('the picture of a link', () => {
  const place = { across: 524, down: 408 };
  const titles = gallery.map(({ figure }) => figure.title);
  const longest =
    'Inbound leads from companies that were never customers opened deals worth 12,216,000 euros in September, 1,236,000 euros less than sales and marketing had agreed upon together.';

  test.each([...new Set([...titles, longest, 'Short.'])])('all of the finding stands in it: %s', (title) => {
    const { lines, height } = titleWithin(title, place.across, place.down);
    expect(lines.join(' ')).toBe(title);
    expect(lines.length * height * 1.14).toBeLessThanOrEqual(place.down + height * 0.2);
    for (const line of lines) expect(widthOf(line, height, 'serif')).toBeLessThanOrEqual(place.across);
  });

  test('a short finding is set larger than a long one', () => {
    const set = (title: string) => titleWithin(title, place.across, place.down).height;
    expect(set('We kept all five.')).toBe(60);
    expect(set(longest)).toBeLessThan(48);
  });

  test('a word that no line holds is cut, and nothing leaves the picture', () => {
    const { lines } = titleWithin(`${'Unfollowed'.repeat(12)} leads`, place.across, place.down);
    expect(lines[0]).toMatch(/…$/);
  });

  test('it shows the marks of the numbers, each with its shape, as many as fit', () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      shape: 'kept' as const,
      name: `Number ${index + 1}`,
      value: `${index}%`,
    }));
    const { says, document } = parsed(previewSvg({ ...preview, mark: null, rows }, sheets, light ?? {}));
    expect(says).toContain('Number 7');
    expect(says).not.toContain('Number 12');
    expect(document.querySelectorAll('.m-kept').length).toBe(says.match(/Number/g)?.length);
  });

  test('names with signs of HTML are words', () => {
    expect(previewSvg({ ...preview, company: 'Smith & <Sons>' }, sheets, light ?? {})).toContain(
      'Smith &amp; &lt;Sons&gt;',
    );
  });
});
