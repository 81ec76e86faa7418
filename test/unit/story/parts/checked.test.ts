import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { ofParts } from '../../../../src/story/statements/kinds.ts';
import { state } from '../../../../src/story/statements/statement-kind.ts';
import { subjectOf, type Material } from '../../../../src/story/subject.ts';
import { notRecorded } from '../../../../src/values/breakdown.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import { agreement, closed, delivered, feedback, followedUp, reading, target, wording } from '../made-up.ts';
import { bySource, parted } from './by-source.ts';

const share = parted(followedUp, 'source');
const rare: Metric = {
  ...parted(feedback, 'source'),
  wordings: [{ ...wording, target: target(0.1, null, 'at most'), broken: target(0.2, null, 'at most') }],
};
const free: Metric = { ...share, slug: 'free', promise: null, wordings: [{ ...wording, target: null, broken: null }] };
const count = parted(delivered, 'source');
const money = parted(closed, 'source');

const names = fc.constantFrom(
  'Website',
  'Webinar',
  'Content download',
  'Event',
  'No show',
  '3 of 4',
  'Café Ω',
  notRecorded,
  'Everyone else (3)',
);
const shares = fc.dictionary(names, fc.tuple(fc.nat(80), fc.nat(80)).map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)])); // prettier-ignore
const counts = fc.dictionary(names, fc.oneof(fc.nat(9), fc.nat(60), fc.nat(90_000_000)));
const months = Array.from({ length: 30 }, (_, at) => `${2024 + Math.floor((at + 4) / 12)}-${String(((at + 4) % 12) + 1).padStart(2, '0')}`); // prettier-ignore

/** A usual month, and so many of the last ones that are otherwise. */
const series = <T>(each: fc.Arbitrary<T>) => fc.tuple(each, each, fc.constantFrom(1, 2, 9));

test('a checker that reads their words finds nothing wrong in any sentence about random members', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(series(shares), series(counts), (judged, counted) => {
      for (const [metric, [usual, late, last]] of [
        [share, judged], [rare, judged], [free, judged], [count, counted], [money, counted],
      ] as const) {
        const values = months.flatMap((month, at) => bySource(metric, month, at < months.length - last ? usual : late));
        const material: Material = { metric, agreement: { ...agreement, metrics: [metric] }, values, reading: reading(metric) };
        for (const kind of ofParts) {
          const said = state(kind, subjectOf(material), 'source');
          if (!said) continue;
          kinds.add(`${said.kind} ${String(said.facts['says'] ?? '')}`);
          expect(checkStatement(said, [material])).toEqual([]);
        }
      }
    }),
    { numRuns: 120 },
  );
  for (const kind of ['most missed ', 'moved by amount', 'parts ends', 'parts kept', 'parts leaders']) expect(kinds).toContain(kind);
}, 60_000); // prettier-ignore
