import { parse } from 'csv-parse/sync';
import { expect, inject, test } from 'vitest';

const site = inject('site');
const columns = [
  'grain', 'period', 'from', 'to', 'value', 'numerator', 'denominator', 'waiting', 'records', 'low', 'high', 'mark', 'why', 'target',
  'dimension', 'member', 'wording', 'status', 'unit',
]; // prettier-ignore

interface Listed {
  readonly slug: string;
  readonly title: string;
  readonly headline: number | null;
  readonly latest: Readonly<Record<string, unknown>> | null;
  readonly mark: string;
  readonly why: string | null;
}

const listed = async () => (await (await fetch(`${site}api/metrics.json`)).json()) as { metrics: Listed[] };

test('the list of metrics has the six headline metrics in their order, each with its latest value and mark', async () => {
  const { metrics } = await listed();
  const headline = metrics.filter((metric) => metric.headline !== null);
  expect(headline.map((metric) => metric.headline)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const metric of headline) {
    expect(metric.title).not.toBe('');
    expect(Object.keys(metric.latest ?? {})).toEqual(columns);
    expect(['kept', 'slipping', 'broken', 'none']).toContain(metric.mark);
    expect(metric.mark === 'none').toBe(metric.why !== null);
  }
});

test('the table of each metric has exactly the agreed columns, and the same rows as its JSON', async () => {
  for (const { slug } of (await listed()).metrics) {
    const table = await (await fetch(`${site}api/metrics/${slug}.csv`)).text();
    const json = (await (await fetch(`${site}api/metrics/${slug}.json`)).json()) as {
      values: Record<string, string | number | null>[];
    };
    const [header, ...rows] = parse(table);
    expect(header).toEqual(columns);
    // A text that a spreadsheet would run has an apostrophe before it, in the table only.
    const plain = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
    expect(plain).toEqual(json.values.map((value) => columns.map((column) => String(value[column] ?? ''))));
  }
});

test('a metric whose wording changed has its whole series by today’s, without marks', async () => {
  const restated = await (await fetch(`${site}api/metrics/followed-up-in-time-restated.csv`)).text();
  const [header, ...rows] = parse(restated);
  expect(header).toEqual(columns);
  expect(rows.length).toBeGreaterThan(12);
  const [mark, wording] = [columns.indexOf('mark'), columns.indexOf('wording')];
  for (const row of rows) expect([row[mark], row[wording]]).toEqual(['', '2026-01-01']);
  expect((await fetch(`${site}api/metrics/leads-accepted-restated.csv`)).status).toBe(404);
});

test('a mark that was fixed when its period closed is told with the number of that day', async () => {
  const json = await (await fetch(`${site}api/metrics/pipeline-from-inbound.json`)).json();
  const { fixed } = json as { fixed: Record<string, unknown>[] };
  expect(fixed).toContainEqual({
    grain: 'month',
    period: '2026-10',
    closed: '2026-11-06',
    mark: 'kept',
    why: null,
    value: expect.any(Number) as number,
    target: 180_000,
  });
});

test('shares run from 0 to 1, money is in major units, periods end on their last day', async () => {
  const rowsOf = async (slug: string) => {
    const json = await (await fetch(`${site}api/metrics/${slug}.json`)).json();
    return (json as { values: Record<string, string | number | null>[] }).values;
  };
  for (const { value, unit } of await rowsOf('followed-up-in-time')) {
    expect(unit).toBe('share');
    if (value !== null) expect(Number(value)).toBeLessThanOrEqual(1);
  }
  const october = (await rowsOf('pipeline-from-inbound')).find(
    (row) => row['period'] === '2026-10' && row['dimension'] === '',
  );
  expect(october).toMatchObject({ grain: 'month', from: '2026-10-01', to: '2026-10-31', unit: 'EUR', target: 180_000 });
});

test('the lengths that a median is made of are told, and its value lies where half of them do', async () => {
  const json = await (await fetch(`${site}api/metrics/response-time.json`)).json();
  const { distribution, values } = json as {
    distribution: {
      period: string;
      bins: { from: number; to: number; records: number }[];
      beyond: number;
      open: number;
    };
    values: { period: string; dimension: string; value: number; records: number }[];
  };
  const { period, bins, beyond, open } = distribution;
  const median = values.find((value) => value.period === period && value.dimension === '');
  const among = (some: typeof bins) => some.reduce((sum, { records }) => sum + records, 0);
  expect(among(bins) + beyond + open).toBe(median?.records);
  const at = bins.findIndex(({ from, to }) => from <= (median?.value ?? 0) && (median?.value ?? 0) < to);
  const half = (median?.records ?? 0) / 2;
  expect(among(bins.slice(0, at))).toBeLessThanOrEqual(half);
  expect(among(bins.slice(0, at + 1))).toBeGreaterThanOrEqual(half);
});
