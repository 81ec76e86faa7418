import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../../src/story/check/check-statement.ts';
import { findingOf } from '../../../src/story/finding-of.ts';
import type { Material } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Statement } from '../../../src/values/statement.ts';
import type { Stretch } from '../../../src/values/stretch.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { agreement, closed, delivered, effectiveness, feedback, followedUp, monthly, pipeline, published, reading, row } from './made-up.ts'; // prettier-ignore

type Given = Parameters<typeof row>[2];

/** Where October stood on 9 November's day and hour of it. */
function october(metric: Metric, of: Given): Stretch {
  const { value, numerator, denominator, waiting, records } = row(metric, '2026-10', of);
  const until = Date.UTC(2026, 9, 9, 4, 40) / 1000;
  return {
    metric: metric.slug,
    grain: 'month',
    running: '2026-11',
    earlier: '2026-10',
    until,
    value,
    numerator,
    denominator,
    waiting,
    records,
  };
}

const about = (metric: Metric, values: readonly MetricValue[], stretches: readonly Stretch[]): Material => ({
  metric,
  agreement,
  values: published(metric, values),
  stretches,
  reading: reading(metric),
});

const soFarOf = (material: Material): Statement | undefined =>
  findingOf(material).context.find(({ kind }) => kind === 'so far');

/** What is said of November, with October's stretch or without one. */
function soFar(
  metric: Metric,
  now: Given,
  then?: Given,
  before: Given = metric === followedUp ? [83, 100] : 24,
): string {
  const stretches = then === undefined ? [] : [october(metric, then)];
  return soFarOf(about(metric, monthly(metric, [before], now), stretches))?.words ?? '';
}

describe('the running period stands beside the same stretch of the one before', () => {
  test('counts and sums', () => {
    expect(soFar(delivered, 7, 6)).toBe('November stands at 7 so far, against 6 at this point in October.');
    expect(soFar(delivered, 7, 0)).toBe('November stands at 7 so far, against none at this point in October.');
    expect(soFar(delivered, 0, 6)).toBe('None in November so far, against 6 at this point in October.');
    expect(soFar(delivered, 0, 0)).toBe('None in November so far, as at this point in October.');
    expect(soFar(pipeline, 0, 0)).toBe('Nothing in November so far, as at this point in October.');
    expect(soFar(pipeline, 35_500_00, 98_700_00)).toBe(
      'November stands at 35,500 euros so far, against 98,700 euros at this point in October.',
    );
  });

  test('shares, as counts where few are decided', () => {
    expect(soFar(followedUp, [7, 14, 3], [11, 18])).toBe(
      'November stands at 50% so far, against 61% at this point in October; 3 still wait.',
    );
    expect(soFar(followedUp, [1, 2, 3], [4, 4, 3])).toBe(
      'November so far: 1 of 2 in time, against 4 of 4 at this point in October; 3 still wait.',
    );
    expect(soFar(followedUp, [7, 14], [4, 4])).toBe(
      'November so far: 7 of 14 in time, against 4 of 4 at this point in October.',
    );
    expect(soFar(feedback, [1, 2], [9, 12], [83, 100])).toBe(
      'November so far: 1 of 2 kept it, against 9 of 12 at this point in October.',
    );
  });

  test('what stood when November began stays so; of a forecast it is told what is kept so far', () => {
    const asItBegan = (metric: Metric): Metric => ({ ...metric, by: null, asOf: 'period start' });
    expect(soFar(asItBegan(delivered), 7, 6)).toBe('November began at 7.');
    expect(soFar(asItBegan(followedUp), [7, 14], undefined, [83, 100])).toBe('November stands at 50% so far.');
  });

  test('what stands as it stood is told as of the day of the data', () => {
    const stood: Metric = { ...pipeline, by: null, asOf: 'period end', adds: { periods: false, members: true } };
    expect(soFar(stood, 113_000_000, 124_000_000).replaceAll('\u00a0', ' ')).toBe(
      'As of 9 November it is 1.13 million euros, against 1.24 million euros at this point in October.',
    );
  });

  test('where less is better, or nothing is agreed, nobody keeps anything', () => {
    const [wording] = followedUp.wordings;
    const open: Metric = { ...followedUp, wordings: [{ ...wording, target: null, broken: null, keptWhen: [] }] };
    const said = 'November so far: 1 of 2, against 3 of 4 at this point in October.';
    expect(soFar(open, [1, 2], [3, 4], [83, 100])).toBe(said);
    expect(soFar({ ...open, better: 'lower' }, [1, 2], [3, 4], [83, 100])).toBe(said);
  });

  test('numbers that differ are not rounded to one', () => {
    expect(soFar(followedUp, [501, 1000], [502, 1000])).toBe(
      'November stands at 50% so far, against 50.2% at this point in October.',
    );
  });

  test('a ratio by its quarter', () => {
    const quarters = [
      row(effectiveness, 'FY2026-Q3', 2.4),
      row(effectiveness, 'FY2026-Q4', 1.2576, { status: 'so far' }),
    ];
    const stretch = {
      ...october(effectiveness, 1.8668),
      grain: 'quarter',
      running: 'FY2026-Q4',
      earlier: 'FY2026-Q3',
    } as const;
    expect(soFarOf(about(effectiveness, quarters, [stretch]))?.words).toBe(
      'The fourth quarter stands at 1.26 euros so far, against 1.87 euros at this point in the third quarter.',
    );
  });
});

describe('nothing is compared', () => {
  test('without a stretch, or one that is not known', () => {
    expect(soFar(delivered, 7)).toBe('November stands at 7 so far.');
    expect(soFar(followedUp, [7, 14], [0, 0, 7])).toBe('November stands at 50% so far.');
    expect(soFar(followedUp, [0, 0, 3], [4, 4])).toBe('November has none to judge yet: 3 wait.');
  });

  test('where the earlier period was counted by another wording', () => {
    const [today, before] = followedUp.wordings;
    const changed: Metric = {
      ...followedUp,
      wordings: [
        { ...today, from: '2026-11-01' },
        { ...before!, until: '2026-10-31' },
      ],
    };
    const material = about(changed, monthly(changed, [[83, 100]], [7, 14]), [october(changed, [11, 18])]);
    expect(soFarOf(material)?.words).toBe('November stands at 50% so far.');
  });
});

test('the facts hold both numbers, and a wrong one is found', () => {
  const material = about(followedUp, monthly(followedUp, [[83, 100]], [7, 14]), [october(followedUp, [11, 18])]);
  const said = soFarOf(material)!;
  expect(said.facts).toMatchObject({ value: 0.5, earlier: '2026-10', earlierValue: 11 / 18, earlierDenominator: 18 });
  expect(checkStatement(said, [material])).toEqual([]);
  const wrong = (facts: Statement['facts'], words = said.words) =>
    checkStatement({ ...said, facts: { ...said.facts, ...facts }, words }, [material]);
  expect(wrong({ earlierValue: 0.7 })).not.toEqual([]);
  expect(wrong({ earlier: '2026-09' })).not.toEqual([]);
  expect(wrong({ earlierNumerator: 12 })).not.toEqual([]);
  expect(wrong({}, said.words.replace('61%', '71%'))).toContainEqual(expect.stringContaining('no fact for 71'));
});

test('on random numbers it is true and brief', () => {
  const shares = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(8))
    .map(([kept, late, waiting]) => [kept, kept + late, waiting] as const);
  fc.assert(
    fc.property(shares, shares, fc.nat(90_000_000), fc.nat(90_000_000), (now, then, won, wonThen) => {
      const cases: [Metric, Given, Given][] = [
        [followedUp, now, then],
        [delivered, now[0], then[0]],
        [closed, won, wonThen],
      ];
      for (const [metric, running, earlier] of cases) {
        const material = about(metric, monthly(metric, [running], running), [october(metric, earlier)]);
        const said = soFarOf(material);
        if (said) expect(checkStatement(said, [material])).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('what stands where it stood after as much time is said to be the same, and what only rounds to it is not', () => {
  const words = (metric: Metric, now: Given, then: Given) => {
    const material = about(metric, monthly(metric, [now], now), [october(metric, then)]);
    const said = soFarOf(material);
    expect(said && checkStatement(said, [material])).toEqual([]);
    return said?.words;
  };
  expect(words(delivered, 7, 7)).toBe('November stands at 7 so far, the same as at this point in October.');
  expect(words(followedUp, [12, 20], [3, 5])).toBe(
    'November so far: 12 of 20 in time, against 3 of 5 at this point in October.',
  );
  expect(words(followedUp, [9, 24], [37, 97])).toBe(
    'November stands at 38% so far, against 38% at this point in October.',
  );
  expect(words(delivered, 0, 0)).toBe('None in November so far, as at this point in October.');
});
