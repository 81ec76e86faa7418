import { expect, test } from 'vitest';
import { chartPicture, pictureFilesOf } from '../../../src/publish/chart-picture.ts';
import { previewFor, previewsOf } from '../../../src/publish/previews.ts';
import { wallSlides } from '../../../src/publish/wall.ts';
import { edition, metric, value } from './small-edition.ts';

const metrics = [metric('followed-up', { topic: 'funnel', headline: 1 }), metric('other')];
const small = edition(metrics, [value('followed-up'), value('other')]);

test('a page has the picture of its own address, and the headline page’s where it has none', () => {
  const asked = [
    '/',
    '/metrics/followed-up/',
    '/embed/other/',
    '/metrics/unknown/',
    '/trends/',
    '/funnel/',
    '/data/',
    '/404',
  ];
  expect(asked.map((path) => previewFor(small, path))).toEqual([
    '/previews/headline.png',
    '/previews/metrics/followed-up.png',
    '/previews/metrics/other.png',
    '/previews/headline.png',
    '/previews/trends.png',
    '/previews/funnel.png',
    '/previews/data.png',
    '/previews/headline.png',
  ]);
});

test('every picture that a page may name is made, with what that page found', () => {
  const previews = previewsOf(small, []);
  const own = ['/trends/', '/promises/', '/review/', '/changes/', '/vocabulary/', '/data/'];
  for (const path of ['/', '/metrics/followed-up/', '/funnel/', ...own])
    expect(previews.has(previewFor(small, path))).toBe(true);
  expect(new Set(own.map((path) => previewFor(small, path))).size).toBe(own.length);
  for (const [address, make] of previews) expect(make().title.length, address).toBeGreaterThan(5);
  const [one] = small.metrics;
  expect(previews.get('/previews/metrics/followed-up.png')?.()).toMatchObject({
    title: one?.finding.title.words,
    about: 'Title of followed-up',
    company: small.agreement.company.name,
  });
});

test('a metric has its picture in both themes and both kinds of file', () => {
  expect([...pictureFilesOf(small).keys()].slice(0, 4)).toEqual([
    'followed-up.svg',
    'followed-up-dark.svg',
    'followed-up.png',
    'followed-up-dark.png',
  ]);
  const [one] = small.metrics;
  if (!one) throw new Error('The edition has metrics.');
  expect(chartPicture(small, one, 'numbers.example/x/', [])).toMatchObject({
    title: one.finding.title.words,
    name: 'Title of followed-up',
    address: 'numbers.example/x/',
  });
});

test('the wall begins with the verdict and shows the numbers of the headline page only', () => {
  const slides = wallSlides(small, []);
  expect(slides[0]).toMatchObject({ shows: 'verdict', id: 'verdict' });
  expect(slides.filter(({ shows }) => shows === 'metric').map(({ id }) => id)).toEqual(['followed-up']);
});
