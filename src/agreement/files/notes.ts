import type { Note } from '../../values/note.ts';
import type { TextFile } from '../../values/text-file.ts';
import { readAs } from '../read-as.ts';
import { known, type Reporting } from '../report.ts';
import { day, keys, text, texts, yesNo } from '../schema-words.ts';
import { readYaml } from '../yaml-file.ts';
import { decisionSchema, readDecision, type Deciding } from './decisions.ts';
import type { World } from './world.ts';

/** The front matter of notes/*.md. */
export const noteSchema = keys({
  on: day.describe('The day that the note is about; of a decision, the day on which it was made.'),
  title: text.describe('What happened or was decided, in a few words.'),
  metrics: texts
    .optional()
    .describe('The metrics that it speaks of; if not said, the one that a decision expects something of, else all.'),
  decision: decisionSchema
    .optional()
    .describe('What was decided, who does it, by when, and what it is expected to do: checked at the next review.'),
  review: yesNo.optional().describe('Whether these are the minutes of a review that was held on its day: yes or no.'),
});

/** Reads a dated remark, a decision or minutes: front matter between two lines of `---`, then its text. */
export function readNote(file: TextFile, slug: string, beside: Deciding & Pick<World, 'problems'>): Note | null {
  const { problems, slugs } = beside;
  const at = { file: file.path, line: 1, column: 1 };
  const [, front, body = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(file.text) ?? [];
  if (front === undefined) {
    const fix = 'start with "---", "on:", "title:" and "---", a line each';
    problems.push({ ...at, level: 'fault', says: 'this note has no front matter', fix });
    return null;
  }
  const yaml = readYaml({ path: file.path, text: front }, problems, 2);
  const read = yaml && readAs(yaml, noteSchema, problems);
  if (!yaml || !read) return null;
  const { said, broken } = read;
  const reporting: Reporting = { yaml, problems, broken };
  said.metrics?.forEach((metric, index) => known(reporting, ['metrics', index], 'metric', metric, slugs));
  const decision = said.decision ? readDecision(reporting, said.decision, said.on, beside) : null;
  const metrics = said.metrics ?? (decision?.expects ? [decision.expects.metric] : []);
  return {
    slug,
    on: said.on,
    title: said.title,
    metrics,
    decision,
    review: said.review ?? false,
    text: body.trim(),
    at,
  };
}
