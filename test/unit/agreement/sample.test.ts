/** What has to hold of the sample company's agreement however it grows; what it comes to is proven in test/proof. */
import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, sampleFiles } from './fixtures.ts';

const { agreement, problems } = parseAgreement(sampleFiles(), catalogue);
const { metrics = [], figures = [], terms = [] } = agreement ?? {};

test('the sample has no fault', () => {
  expect(problems.filter(({ level }) => level === 'fault').map(sayProblem)).toEqual([]);
});

test('its promises are signed as they read today, but for one that waits for a yes', () => {
  const waits = 'partners-feedback';
  expect(metrics.find(({ slug }) => slug === waits)?.signatures).toEqual([]);
  const promises = metrics.filter(({ promise, slug }) => promise && slug !== waits);
  expect(promises.length).toBeGreaterThan(5);
  for (const { slug, signatures } of promises) {
    expect(signatures, slug).not.toEqual([]);
    expect(
      signatures.filter(({ holds }) => !holds),
      slug,
    ).toEqual([]);
  }
});

test('its terms and figures say in words what they are', () => {
  const silent = [...terms, ...figures].filter(({ inWords }) => inWords === '');
  expect(silent.map(({ kind, name }) => `${name} of ${kind}`)).toEqual([]);
});

test('its headline metrics take places one after another', () => {
  const places = metrics.flatMap(({ headline }) => headline ?? []).toSorted((one, other) => one - other);
  expect(places).toEqual(places.map((_, index) => index + 1));
});
