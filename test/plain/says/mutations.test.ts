/** What the checker finds of sentences that were made false: by a changed word, and by facts that do not hold, said as well as true ones. */
import { expect, test } from 'vitest';
import { checkListStatement } from '../../../src/story/check/check-list.ts';
import { checkAgainst } from '../../../src/story/check/check-statement.ts';
import { saidOfPromises } from '../../../src/story/check/check-edition.ts';
import { groundOf, type Ground } from '../../../src/story/check/ground.ts';
import { listKinds } from '../../../src/story/lists/list-says.ts';
import { saidInFinding } from '../../../src/story/said-in.ts';
import { across, kinds } from '../../../src/story/statements/kinds.ts';
import { atAllLengths, state, type Facts } from '../../../src/story/statements/statement-kind.ts';
import { findingsOf, verdictOf } from '../../../src/story/verdict-of.ts';
import type { Statement } from '../../../src/values/statement.ts';
import { listReaderFinds } from './about-lists.ts';
import { anyCompany, type AnyCompany } from './any-company.ts';
import { rawList, saidOfLists, type OfList } from './lists.ts';
import { readerFinds } from './pattern.ts';
import { patterns } from './patterns.ts';
import { mutateFacts, mutateWords } from './mutate.ts';
import { randomOf } from './random.ts';
import { rawOf, type Raw } from './raw.ts';

const companies = Number(process.env['SAYS_COMPANIES'] ?? 120);

/** A true sentence, and what finds out that another one of its kind is not. */
interface True {
  readonly statement: Statement;
  /** Empty: it is true. */
  readonly check: (statement: Statement) => readonly string[];
  /** What a reader finds who knows only rows; null: nothing. Undefined: no reader knows such sentences. */
  readonly read: ((statement: Statement) => string | null) | undefined;
  /** The sentence as these facts say it; null where nothing makes it again. */
  readonly again: (facts: Facts) => Statement | null;
}

const rawsOf = ({ materials, today }: AnyCompany): Map<string, Raw> =>
  new Map(materials.map((one) => [one.metric.slug, rawOf({ ...one, today, bridge: one.bridge ?? null, distribution: one.distribution ?? null, before: one.before ?? null, stretches: one.stretches ?? [], targets: one.targets ?? [], restated: one.restated ?? [] })])); // prettier-ignore

/** A sentence about one metric, or about all promises together. */
function ofOne(statement: Statement, ground: Ground, raw: Raw | undefined): True {
  const kind = kinds.find((one) => one.kind === statement.kind);
  const known = ground.about(statement.subject);
  const again = (facts: Facts): Statement | null => {
    if (!kind || !known) return null;
    const said = { kind: kind.kind, subject: statement.subject, facts, words: kind.words(facts, known.subject) };
    return atAllLengths(said, kind.brief(facts, known.subject), known.subject.metric.title);
  };
  const read = raw && ((one: Statement) => readerFinds(one, raw, patterns));
  return { statement, check: (one) => checkAgainst(one, ground), read, again };
}

function ofList({ statement, listing }: OfList, { agreement }: AnyCompany, raws: ReadonlyMap<string, Raw>): True {
  const kind = listKinds.find((one) => one.kind === statement.kind);
  const again = (facts: Facts): Statement | null => {
    if (!kind) return null;
    const said = { kind: kind.kind, subject: statement.subject, facts, words: kind.words(facts, listing) };
    return atAllLengths(said, kind.brief(facts, listing), '');
  };
  const isRead = statement.kind === 'at risk' || statement.kind === 'cohort came';
  const read = isRead ? (one: Statement) => listReaderFinds(one.kind, one.words, rawList(listing, raws)) : undefined;
  return { statement, check: (one) => checkListStatement(one, listing, agreement), read, again };
}

/** All true statements of some companies, each with what it is held against. */
function* statements(): Generator<True> {
  for (let number = 5000; number < 5000 + companies; number += 1) {
    const company = anyCompany(number);
    const ground = groundOf(company.materials);
    if (!ground) continue;
    const raws = rawsOf(company);
    const findings = findingsOf(company.materials);
    const all = [...saidOfPromises(verdictOf(company.materials)), ...findings.flatMap(saidInFinding), ...saidAcross(company, ground)];
    for (const statement of all) yield ofOne(statement, ground, raws.get(statement.subject));
    for (const one of saidOfLists(company, findings, ground)) yield ofList(one, company, raws);
  }
} // prettier-ignore

/** What pages of topics say of breakdowns. */
const saidAcross = ({ materials }: AnyCompany, ground: Ground): Statement[] =>
  materials.flatMap(({ metric }) => {
    const subject = ground.about(metric.slug)?.subject;
    const said = metric.breakdowns.flatMap(({ dimension }) =>
      across.map((kind) => subject && state(kind, subject, dimension)),
    );
    return said.filter((statement) => statement != null);
  });

const share = (found: number, all: number) => found / Math.max(all, 1);

/** Kinds that few companies have: each has to be among those that were made false. */
const rare = ['at risk', 'cohort came', 'sorted across', 'would be good', 'credit apart', 'parts across'];

test('of sentences with a changed number, direction, period or member the checker finds all, and a reader who knows only rows most', () => {
  const random = randomOf(1);
  const missed: string[] = [];
  const byKind = new Map<string, { all: number; found: number }>();
  for (const { statement, check, read } of statements()) {
    const mutated = mutateWords(statement, random);
    if (!mutated) continue;
    if (check(mutated.statement).length === 0)
      missed.push(`${mutated.what}: ${statement.words} -> ${mutated.statement.words}`);
    if (!read) continue;
    const { all, found } = byKind.get(statement.kind) ?? { all: 0, found: 0 };
    byKind.set(statement.kind, { all: all + 1, found: found + (read(mutated.statement) === null ? 0 : 1) });
  }
  const counts = [...byKind.values()];
  const sum = (of: 'all' | 'found') => counts.reduce((total, one) => total + one[of], 0);
  expect(missed).toEqual([]);
  expect(sum('all')).toBeGreaterThan(1000);
  expect(share(sum('found'), sum('all'))).toBeGreaterThan(0.85);
  for (const kind of rare) {
    const { all, found } = byKind.get(kind) ?? { all: 0, found: 0 };
    expect(all, kind).toBeGreaterThan(10);
    expect(share(found, all), kind).toBeGreaterThan(0.85);
  }
});

test('of sentences that say a changed fact as well as they would a true one at least 99 in 100 are found', () => {
  const random = randomOf(2);
  const missed: string[] = [];
  const kindsChanged = new Set<string>();
  let all = 0;
  for (const { statement, check, again } of statements()) {
    const mutated = mutateFacts(statement, random);
    const lie = mutated && again(mutated.facts);
    if (!mutated || !lie || lie.words === statement.words || lie.words === '') continue;
    all += 1;
    kindsChanged.add(statement.kind);
    if (check(lie).length === 0) missed.push(`${lie.kind}, ${mutated.name}: ${statement.words} -> ${lie.words}`);
  }
  expect(all).toBeGreaterThan(1000);
  expect(rare.filter((kind) => !kindsChanged.has(kind))).toEqual([]);
  expect(share(missed.length, all), missed.join('\n')).toBeLessThan(0.01);
});
