/** What the checker finds of sentences that were made false: by a changed word, and by facts that do not hold, said as well as true ones. */
import { expect, test } from 'vitest';
import { checkAgainst } from '../../../src/story/check/check-statement.ts';
import { saidOfPromises } from '../../../src/story/check/check-edition.ts';
import { groundOf, type Ground } from '../../../src/story/check/ground.ts';
import { saidInFinding } from '../../../src/story/said-in.ts';
import { kinds } from '../../../src/story/statements/kinds.ts';
import { atAllLengths } from '../../../src/story/statements/statement-kind.ts';
import { findingsOf, verdictOf } from '../../../src/story/verdict-of.ts';
import type { Statement } from '../../../src/values/statement.ts';
import { anyCompany } from './any-company.ts';
import { readerFinds } from './pattern.ts';
import { patterns } from './patterns.ts';
import { mutateFacts, mutateWords } from './mutate.ts';
import { randomOf } from './random.ts';
import { rawOf } from './raw.ts';

const companies = Number(process.env['SAYS_COMPANIES'] ?? 120);

/** All true statements of some companies, each with what it is held against. */
function* statements(): Generator<{
  readonly statement: Statement;
  readonly ground: Ground;
  readonly company: number;
}> {
  for (let company = 5000; company < 5000 + companies; company += 1) {
    const { materials } = anyCompany(company);
    const ground = groundOf(materials);
    if (!ground) continue;
    const all = [...saidOfPromises(verdictOf(materials)), ...findingsOf(materials).flatMap(saidInFinding)];
    for (const statement of all) yield { statement, ground, company };
  }
}

const share = (found: number, all: number) => found / Math.max(all, 1);

test('of sentences with a changed number, direction, period or member the checker finds all, and a reader who knows only rows most', () => {
  const random = randomOf(1);
  const missed: string[] = [];
  let [all, read, readable] = [0, 0, 0];
  for (const { statement, ground, company } of statements()) {
    const mutated = mutateWords(statement, random);
    if (!mutated) continue;
    all += 1;
    if (checkAgainst(mutated.statement, ground).length === 0)
      missed.push(`${mutated.what}: ${statement.words} -> ${mutated.statement.words}`);
    const material = anyMaterialOf(company, statement.subject);
    if (!material) continue;
    readable += 1;
    if (readerFinds(mutated.statement, material, patterns) !== null) read += 1;
  }
  expect(missed).toEqual([]);
  expect(all).toBeGreaterThan(1000);
  expect(share(read, readable)).toBeGreaterThan(0.85);
});

let drawn: { readonly company: number; readonly raws: ReadonlyMap<string, ReturnType<typeof rawOf>> } | null = null;
/** The plain rows of one metric of a company; the last company is kept. */
function anyMaterialOf(company: number, slug: string) {
  if (drawn?.company !== company) {
    const { materials, today } = anyCompany(company);
    drawn = { company, raws: new Map(materials.map((one) => [one.metric.slug, rawOf({ ...one, today, bridge: one.bridge ?? null, distribution: one.distribution ?? null, before: one.before ?? null, stretches: one.stretches ?? [], targets: one.targets ?? [], restated: one.restated ?? [] })])) };
  }
  return drawn.raws.get(slug) ?? null;
} // prettier-ignore

test('of sentences that say a changed fact as well as they would a true one at least 99 in 100 are found', () => {
  const random = randomOf(2);
  const missed: string[] = [];
  let all = 0;
  for (const { statement, ground } of statements()) {
    const kind = kinds.find((one) => one.kind === statement.kind);
    const known = ground.about(statement.subject);
    const mutated = mutateFacts(statement, random);
    if (!kind || !known || !mutated) continue;
    const words = kind.words(mutated.facts, known.subject);
    if (words === statement.words || words === '') continue;
    all += 1;
    const brief = kind.brief(mutated.facts, known.subject);
    const said = { kind: kind.kind, subject: statement.subject, facts: mutated.facts, words };
    const lie = atAllLengths(said, brief, known.subject.metric.title);
    if (checkAgainst(lie, ground).length === 0)
      missed.push(`${kind.kind}, ${mutated.name}: ${statement.words} -> ${words}`);
  }
  expect(all).toBeGreaterThan(1000);
  expect(share(missed.length, all), missed.join('\n')).toBeLessThan(0.01);
});
