/** What the picture of a metric's chart says, so that it can stand alone in a slide. */
import { chartOf } from '../charts/chart-of.ts';
import type { ChartPicture } from '../charts/chart-picture.ts';
import { sizes } from '../charts/sizes.ts';
import { scaleStart } from '../story/figures/scale-start.ts';
import { inUnit } from '../story/locale/en/charts.ts';
import { longDay } from '../story/locale/en/forms.ts';
import { markShape, markWord } from '../story/mark-words.ts';
import { localDay } from '../story/subject.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { mainChart } from './main-chart.ts';
import { subjectFor } from './materials.ts';

/** Whose numbers of which day: 'Hollin Works, a made-up company. Data of 9 November 2026'. */
function ofWhom({ agreement: { company }, asOf }: Edition): string {
  const name = company.madeUp ? `${company.name}, a made-up company` : company.name;
  return `${name}. Data of ${longDay(localDay(asOf, company.timeZone))}`;
}

/** What stands below a chart's title: what is measured, in what unit, and where a scale starts that does not start at zero. */
export function measuredWords(edition: Edition, one: MetricEdition, figure: ReturnType<typeof mainChart>): string {
  const { metric } = one;
  if (!metric.words.measured) return '';
  const start = figure ? scaleStart(figure) : '';
  const unit = inUnit(subjectFor(edition, one).numbers.leftOut);
  return `${metric.words.measured}${unit}.${start && ` The scale starts at ${start}.`}`;
}

const size = 'off';

/** `address`: where the number is explained, as people read it. `shares`: those of the headline metrics, whose charts have one scale. */
export function chartPicture(
  edition: Edition,
  one: MetricEdition,
  address: string,
  shares: readonly number[],
): ChartPicture {
  const { metric, finding } = one;
  const figure = mainChart(edition, one, shares);
  const mark = { shape: markShape(finding.mark), word: markWord(finding.mark) + (finding.but ? ', but' : '') };
  return {
    title: finding.title.words,
    description: figure?.description ?? metric.asks,
    mark,
    name: metric.title,
    measured: measuredWords(edition, one, figure),
    drawing: figure ? chartOf(figure, size, 'chart') : '',
    drawingHeight: sizes[size].height,
    notes: figure?.notes ?? [],
    from: ofWhom(edition),
    address,
  };
}

/** The files of a picture: each ending of its name with the theme that it is in. */
const pictureFiles = [
  { ending: '.svg', theme: 'light', type: 'image/svg+xml' },
  { ending: '-dark.svg', theme: 'dark', type: 'image/svg+xml' },
  { ending: '.png', theme: 'light', type: 'image/png' },
  { ending: '-dark.png', theme: 'dark', type: 'image/png' },
] as const;

export interface PictureFile {
  readonly slug: string;
  readonly theme: (typeof pictureFiles)[number]['theme'];
  readonly type: (typeof pictureFiles)[number]['type'];
}

/** By their names, `followed-up-in-time-dark.png`, in the order of the metrics: every one has its pictures, even where nothing is to be drawn. */
export function pictureFilesOf(edition: Edition): Map<string, PictureFile> {
  return new Map(
    edition.metrics.flatMap(({ metric: { slug } }) =>
      pictureFiles.map(({ ending, theme, type }): [string, PictureFile] => [slug + ending, { slug, theme, type }]),
    ),
  );
}
