import { turned } from '../../../src/story/statements/turned.ts';
import { decided } from '../../../src/story/statements/decided.ts';
import { reviewSoon } from '../../../src/story/statements/review-soon.ts';
import { state } from '../../../src/story/statements/statement-kind.ts';
import type { Material, Subject } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Note } from '../../../src/values/note.ts';
import type { Statement } from '../../../src/values/statement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import type { Random } from './random.ts';

const nameOf = (slug: string) => `decision-about-${slug}`;

/** The same materials, with a decision about some of their numbers: what it expects lies near what came, or ahead. */
export function withDecisions(materials: readonly Material[], random: Random): Material[] {
  const notes = materials.flatMap(({ metric, values }): Note[] => {
    const rows = values.filter(({ dimension, grain, value }) => dimension === '' && value !== null && ['month', 'quarter'].includes(grain));
    const [first, ...rest] = rows.slice(-4);
    const row = first && random.often(50) ? random.one([first, ...rest]) : null;
    return row && metric.unit.unit !== 'day' ? [aboutRow(metric, row, random)] : [];
  });
  return materials.map((material) => ({ ...material, agreement: { ...material.agreement, notes } }));
} // prettier-ignore

function aboutRow({ slug, unit, at }: Metric, row: PublishedValue, random: Random): Note {
  const { grain, period: name, from, to } = row;
  const near = (row.value ?? 0) * random.one([0.8, 0.95, 1, 1.1]);
  const level = unit.unit === 'share' ? Math.min(1, Math.round(near * 20) / 20) : Math.max(1, Math.round(near));
  const expects = { metric: slug, way: random.one(['at least', 'at most'] as const), level, said: '', period: { grain, name, from, to } };
  const decision = { owner: 'sales', due: to, done: null, expects };
  return { slug: nameOf(slug), on: from, title: '', metrics: [slug], decision, review: false, text: '', at };
} // prettier-ignore

/** What a review would say of a number. */
export function saidForReview(subject: Subject): Statement[] {
  const marked = subject.series.filter(({ mark, grain }) => mark.mark !== 'none' && grain !== 'all');
  const said = [
    state(decided, subject, nameOf(subject.metric.slug)),
    marked.length > 0 ? state(turned, subject, marked.at(-2)?.period ?? '') : null,
    state(reviewSoon, subject),
  ];
  return said.filter((statement) => statement !== null);
}
