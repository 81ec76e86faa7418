/** How hard the words of a page are. Tests ask, of random companies and of the sample: a build could mend none of our words. */
import type { Statement } from '../../values/statement.ts';
import type { Wrong } from './check-edition.ts';
import type { Ground } from './ground.ts';
import { readersWords } from './own-words.ts';
import { highestGrade, readingGrade } from './reading-grade.ts';

/** The grade of what is said of one metric, or of all promises together. */
function gradeOf(statements: readonly Statement[], ground: Ground): number {
  const slugs = [...new Set(statements.map(({ subject }) => subject))];
  const said = statements.map(({ words }) => words);
  const subjects = slugs.flatMap((slug) => ground.about(slug)?.subject ?? []);
  return readingGrade(readersWords(said, subjects));
}

/** Pages whose words ask too much of a reader: the first statement of each, and its grade. */
export function tooHard(pages: readonly (readonly Statement[])[], ground: Ground): Wrong[] {
  return pages.flatMap((page) => {
    const [statement] = page;
    const grade = gradeOf(page, ground);
    return statement && grade > highestGrade ? [{ statement, why: `its page reads at grade ${grade.toFixed(1)}` }] : [];
  });
}
