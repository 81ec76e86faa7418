import { compareText } from '../agreement/compare-text.ts';
import { groundOf } from '../story/check/ground.ts';
import { typographic } from '../story/locale/en/forms.ts';
import { localDay } from '../story/subject.ts';
import type { Note } from '../values/note.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { decisionTold, type DecisionTold } from './decisions.ts';
import { materialOf } from './materials.ts';

export interface NoteTold {
  readonly note: Note;
  readonly paragraphs: readonly string[];
  /** Null: it is no decision. */
  readonly decision: DecisionTold | null;
}

/** A note's text, with apostrophes as print has them. */
export const paragraphsOf = ({ text }: Note): string[] =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(typographic);

/** The notes on a metric or on all, newest first. Minutes that name no metric are about the meeting. */
export function notesOn(edition: Edition, { metric: { slug } }: MetricEdition): NoteTold[] {
  const { agreement, asOf, metrics } = edition;
  const notes = agreement.notes
    .filter((note) => (note.metrics.length === 0 ? !note.review : note.metrics.includes(slug)))
    .toSorted((one, other) => compareText(other.on, one.on));
  const expected = new Set(notes.map(({ decision }) => decision?.expects?.metric));
  const about = metrics.filter((one) => expected.has(one.metric.slug));
  const ground = groundOf(about.map((one) => materialOf(edition, one)));
  const today = localDay(asOf, agreement.company.timeZone);
  return notes.map((note) => ({
    note,
    paragraphs: paragraphsOf(note),
    decision: decisionTold(note, { metrics, ground, today }),
  }));
}
