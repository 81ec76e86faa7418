/** How many charts are drawn in a second, and how much they add to a page: on the gallery's figures, every form in every state. */
import { gzipSync } from 'node:zlib';
import { chartOf } from '../../src/charts/chart-of.ts';
import type { SizeName } from '../../src/charts/sizes.ts';
import type { Exhibit } from '../gallery/gallery.ts';
import type { Form } from '../gallery/states.ts';

/** Of one drawing: in the mean, and of the heaviest. */
export interface Bytes {
  readonly raw: number;
  readonly gzipped: number;
  readonly most: number;
}

export interface FormReport {
  /** null: of all forms together. */
  readonly form: Form | null;
  readonly figures: number;
  /** Drawings of all sizes, in a second of the processor's time. */
  readonly perSecond: number;
  readonly phone: Bytes;
  readonly wide: Bytes;
}

/** Each form is drawn for so many milliseconds, at least once in every state. */
const longEnough = 400;

const draw = ({ figure }: Exhibit, place: SizeName) => chartOf(figure, place, 'it');
const drawAll = (exhibits: readonly Exhibit[]) =>
  exhibits.reduce((count, exhibit) => count + exhibit.places.map((place) => draw(exhibit, place)).length, 0);

/** `clock`: milliseconds. */
function speedOf(exhibits: readonly Exhibit[], clock: () => number): number {
  drawAll(exhibits);
  const from = clock();
  let drawings = 0;
  let passed = 0;
  while (passed < longEnough) {
    drawings += drawAll(exhibits);
    passed = clock() - from;
  }
  return (drawings / passed) * 1000;
}

function bytesOf(drawings: readonly string[]): Bytes {
  const mean = (sizes: readonly number[]) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  const raw = drawings.map((drawing) => Buffer.byteLength(drawing));
  return { raw: mean(raw), gzipped: mean(drawings.map((drawing) => gzipSync(drawing).length)), most: Math.max(...raw) };
}

function reportOf(form: Form | null, exhibits: readonly Exhibit[], clock: () => number): FormReport {
  return {
    form,
    figures: exhibits.length,
    perSecond: speedOf(exhibits, clock),
    phone: bytesOf(exhibits.map((exhibit) => draw(exhibit, exhibit.places[0]))),
    wide: bytesOf(exhibits.map((exhibit) => draw(exhibit, exhibit.places.at(-1) ?? exhibit.places[0]))),
  };
}

/** Each form, and all of them; `clock`: milliseconds. */
export function measureCharts(exhibits: readonly Exhibit[], clock: () => number): FormReport[] {
  const forms = [...Map.groupBy(exhibits, ({ form }) => form)];
  return [...forms.map(([form, own]) => reportOf(form, own, clock)), reportOf(null, exhibits, clock)];
}

const count = (number: number) => Math.round(number).toLocaleString('en-GB');
const weight = ({ raw, gzipped, most }: Bytes) => [raw, gzipped, most].map(count);
const heads = ['phone', 'gzipped', 'heaviest'];

/** The report as lines of text. */
export function chartsInWords(reports: readonly FormReport[]): string {
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(12)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  return [
    'Charts: drawings in a second; bytes of a drawing for a phone and for a page: in the mean, gzipped, and of the heaviest.',
    line('', ['figures', 'in a second', ...heads, 'page', ...heads.slice(1)]),
    ...reports.map(({ form, figures, perSecond, phone, wide }) =>
      line(form ?? 'all of them', [count(figures), count(perSecond), ...weight(phone), ...weight(wide)]),
    ),
  ].join('\n');
}
