import { canonicalKinds } from '../../kinds.ts';
import type { About } from '../about.ts';
import { canBeNamed } from '../columns-of.ts';
import type { Question } from '../proposal.ts';
import { specOf } from '../spec-of.ts';

/** Which column is the moment that a record happens by, where none is known to be: without it nothing can be counted by time. */
export function happensQuestion({ columns, gives, record }: About): Question | null {
  const kind = canonicalKinds.find(({ name }) => name === record);
  const field = kind?.fields.find(({ name }) => name === kind.happens);
  if (
    !kind ||
    !field ||
    kind.onlyLookedUp ||
    gives.some(({ fields }) => fields.some((each) => each.field === field.name))
  )
    return null;
  const moments = columns.flatMap((column) => {
    const told = specOf(field.type, column);
    return 'says' in told && column.profile.looks !== 'empty' && canBeNamed(column)
      ? [{ column, says: told.says }]
      : [];
  });
  if (moments.length === 0) return null;
  return {
    name: field.name,
    asks: `Which column says ${field.means.startsWith('when') ? field.means : `the ${kind.name}'s "${field.name}": ${field.means}`}?`,
    example: `a ${kind.name} is counted by its "${field.name}"`,
    choices: [
      ...moments.map(({ column }) => ({
        answer: column.name,
        means: `such as "${column.values.find((value) => value !== '') ?? ''}"`,
      })),
      { answer: 'none', means: 'none of them: it stays unknown' },
    ],
    takes: 'one',
    suggested: null,
    adds: (answer) => {
      const moment = moments.find(({ column }) => column.name === answer);
      if (!moment) return {};
      return {
        fields: [{ field: field.name, says: moment.says, column: answer, confidence: 'answered', why: 'as you said' }],
      };
    },
  };
}
