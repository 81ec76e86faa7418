import type { Problem } from '../values/problem.ts';
import type { FileSource, Source } from './source.ts';

/** What was asked of mappings and nobody has answered yet, at the place that says so. Until then a record may be counted as what it is not. */
export function openQuestions(sources: readonly Source[], level: Problem['level']): Problem[] {
  const files = sources.filter((source): source is FileSource => source.is === 'file');
  return files.flatMap(({ open }): Problem[] => {
    if (!open) return [];
    const says = `nobody has answered yet: ${open.questions.join(', ')}`;
    const fix = 'the choices stand below as comments: take one of each, and take its name out of "open questions"';
    return [{ level, ...open.at, says, fix }];
  });
}
