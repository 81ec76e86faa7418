import type { Day } from '../../values/period.ts';
import type { Problem } from '../../values/problem.ts';
import type { SaidFiles } from '../said-files.ts';

/** A warning for each agreement whose review date lies before today. */
export function overdueReviews({ metrics }: SaidFiles, today: Day): Problem[] {
  return metrics.flatMap(({ said, yaml }): Problem[] => {
    const due = said['review by'];
    if (due === undefined || due >= today) return [];
    const says = `"${said.title}" was to be reviewed by ${due}`;
    return [{ ...yaml.place(['review by']), level: 'warning', says, fix: 'review it, and set the next date' }];
  });
}
