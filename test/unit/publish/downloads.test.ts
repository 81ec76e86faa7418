import { expect, test } from 'vitest';
import { downloadsOf, embedLine } from '../../../src/publish/downloads.ts';

test('the figures and the chart in both themes can be taken along', () => {
  const paths = downloadsOf({ slug: 'win-rate' }).flatMap(({ files }) => files.map(({ path }) => path));
  expect(paths).toEqual([
    '/api/metrics/win-rate.csv',
    '/api/metrics/win-rate.json',
    '/charts/win-rate.svg',
    '/charts/win-rate.png',
    '/charts/win-rate-dark.svg',
    '/charts/win-rate-dark.png',
  ]);
});

test('the line for a wiki holds a title with quotes as text', () => {
  expect(embedLine('https://numbers.example/embed/win-rate/', 'Wins "and" losses')).toBe(
    '<iframe src="https://numbers.example/embed/win-rate/" title="Wins &quot;and&quot; losses" width="100%" height="620" loading="lazy"></iframe>',
  );
});
