import type { Note } from '../../values/agreement.ts';
import type { Problem } from '../../values/problem.ts';
import type { TextFile } from '../../values/text-file.ts';
import { readAs } from '../read-as.ts';
import { known } from '../report.ts';
import { day, keys, text, texts } from '../schema-words.ts';
import { readYaml } from '../yaml-file.ts';

/** The front matter of notes/*.md. */
export const noteSchema = keys({
  on: day.describe('The day that the note is about.'),
  title: text.describe('What happened, in a few words.'),
  metrics: texts.optional().describe('The metrics that it speaks of; all, if not said.'),
});

/** Reads a dated remark: front matter between two lines of `---`, then its text. `slugs` are those of all metrics. */
export function readNote(file: TextFile, slug: string, slugs: readonly string[], problems: Problem[]): Note | null {
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
  const metrics = said.metrics ?? [];
  metrics.forEach((metric, index) => known({ yaml, problems, broken }, ['metrics', index], 'metric', metric, slugs));
  return { slug, on: said.on, title: said.title, metrics, text: body.trim(), at };
}
