/**
 * A hundred thousand sentences about companies that were drawn by chance: each is checked as the product checks it, and read by an independent
 * reader, who knows English and plain rows of numbers and nothing of how a sentence was made. `SAYS_STATEMENTS` asks for more or fewer, `SAYS_SEED`
 * begins with another company; one that fails is told by its number, and the same one is drawn again.
 */
import { expect, test } from 'vitest';
import { checkAgainst } from '../../../src/story/check/check-statement.ts';
import { claimedBy, marksShown, saidOfPromises } from '../../../src/story/check/check-edition.ts';
import { tooHard } from '../../../src/story/check/page-grade.ts';
import { contradictions } from '../../../src/story/check/contradictions.ts';
import { groundOf, type Ground } from '../../../src/story/check/ground.ts';
import { saidInFinding } from '../../../src/story/said-in.ts';
import { listKinds } from '../../../src/story/lists/list-says.ts';
import { across, kinds } from '../../../src/story/statements/kinds.ts';
import { state } from '../../../src/story/statements/statement-kind.ts';
import { marksCounted } from '../../../src/story/statements/marks-counted.ts';
import { paused } from '../../../src/story/statements/paused.ts';
import { yearAgo } from '../../../src/story/statements/year-ago.ts';
import type { Material } from '../../../src/story/subject.ts';
import { everything, findingsOf, verdictOf } from '../../../src/story/verdict-of.ts';
import type { Finding, Statement } from '../../../src/values/statement.ts';
import { ofAll } from './about-promises.ts';
import { anyCompany } from './any-company.ts';
import { saidForReview } from './any-decisions.ts';
import { toldOfLists } from './lists.ts';
import { readerFinds } from './pattern.ts';
import { patterns } from './patterns.ts';
import { rawOf } from './raw.ts';

const wanted = Number(process.env['SAYS_STATEMENTS'] ?? 100_000);
const first = Number(process.env['SAYS_SEED'] ?? 0);
/** Of fewer sentences one long word makes a grade. */
const fewestGraded = 3;

interface Told {
  readonly company: number;
  readonly wrong: string;
}

/** All pages of a company: what is said of all promises, then of each metric, and beside it how it lies to a year ago. */
function pagesOf(materials: readonly Material[], all: readonly Finding[], ground: Ground): Statement[][] {
  const findings = all.map((finding) => {
    const about = ground.about(finding.metric);
    const beside = [yearAgo, marksCounted, paused].map((kind) => about && state(kind, about.subject));
    const onTopics = (about?.subject.metric.breakdowns ?? []).flatMap(({ dimension }) =>
      across.map((kind) => about && state(kind, about.subject, dimension)),
    );
    const forReview = about ? saidForReview(about.subject) : [];
    return [
      ...saidInFinding(finding),
      ...[...beside, ...onTopics].filter((statement) => statement !== null),
      ...forReview,
    ];
  });
  return [saidOfPromises(verdictOf(materials)), ...findings];
}

/** What is wrong with all that is said of one company, and how much was said. */
function toldOf(company: number): { readonly said: number; readonly wrong: Told[]; readonly kinds: readonly string[] } {
  const drawn = anyCompany(company);
  const ground = groundOf(drawn.materials);
  if (!ground) return { said: 0, wrong: [], kinds: [] };
  const raws = new Map(drawn.materials.map((material) => [material.metric.slug, rawOf({ ...material, today: drawn.today, bridge: material.bridge ?? null, distribution: material.distribution ?? null, before: material.before ?? null, stretches: material.stretches ?? [], targets: material.targets ?? [], restated: material.restated ?? [] })]));
  const promises = [...raws.values()].filter(({ metric }) => metric.headline !== null && metric.promise).toSorted((one, other) => (one.metric.headline ?? 0) - (other.metric.headline ?? 0));
  const together = ofAll(promises, [...raws.values()]);
  const [any] = raws.values();
  const findings = findingsOf(drawn.materials);
  const pages = pagesOf(drawn.materials, findings, ground);
  const lists = toldOfLists(drawn, findings, ground, raws);
  const all = pages.flat();
  const finds = (statement: Statement) => {
    const raw = raws.get(statement.subject) ?? any;
    return raw ? readerFinds(statement, raw, statement.subject === everything ? together : patterns) : null;
  };
  const wrong = [
    ...lists.wrong,
    ...all.flatMap((statement) => checkAgainst(statement, ground).map((why) => `${statement.kind}: ${why}: ${statement.words} / ${statement.headline} / ${statement.brief}`)),
    ...all.flatMap((statement) => finds(statement) ?? []),
    ...contradictions([...marksShown(findings), ...all.map((statement) => claimedBy(statement, ground))]).map(({ statement, other, about }) => `${about}: ${statement.words} / ${other.words}`),
    ...tooHard(pages.filter(({ length }) => length >= fewestGraded), ground).map(({ statement, why }) => `${why}: ${statement.words}`),
  ];
  return { said: all.length + lists.kinds.length, wrong: wrong.map((one) => ({ company, wrong: one })), kinds: [...all.map(({ kind }) => kind), ...lists.kinds.map((kind) => `${kind} of a list`)] };
} // prettier-ignore

test('every kind of statement has patterns that it is read by', () => {
  const read = { ...patterns, ...ofAll([]) };
  expect([...kinds.map(({ kind }) => kind), 'verdict', 'off', 'nothing since'].filter((kind) => !read[kind])).toEqual(
    [],
  );
});

test(
  `of ${wanted} sentences about random companies none is false, none contradicts another, none is too long, no page too hard`,
  { timeout: 60_000 + wanted * 6 },
  () => {
    const wrong: Told[] = [];
    const seen = new Map<string, number>();
    let said = 0;
    for (let company = first; said < wanted; company += 1) {
      const told = toldOf(company);
      said += told.said;
      wrong.push(...told.wrong);
      for (const kind of told.kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (wrong.length > 30) break;
    }
    expect(wrong).toEqual([]);
    const each = [...kinds.map(({ kind }) => kind), ...listKinds.map(({ kind }) => `${kind} of a list`)];
    if (wanted >= 20_000) expect(each.filter((kind) => !seen.has(kind))).toEqual([]);
  },
);
