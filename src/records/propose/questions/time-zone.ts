import { canonicalKinds } from '../../kinds.ts';
import { formsOfDates } from '../../forms/tell-forms.ts';
import type { About } from '../about.ts';
import { filledFields } from '../about.ts';
import type { Question } from '../proposal.ts';

/** In which zone clock times are that name none. */
export function timeZoneQuestion(about: About): Question | null {
  const clocks = filledFields(about).filter(({ field, column, record }) => {
    const type = canonicalKinds
      .find(({ name }) => name === record)
      ?.fields.find(({ name }) => name === field.field)?.type;
    const isDay = typeof field.says !== 'string' && field.says.is === 'day';
    if (type?.is !== 'moment' || type.precision === 'day' || isDay) return false;
    const [best] = formsOfDates(column.values);
    return best !== undefined && best.hasTime && !best.hasZone;
  });
  const [first] = clocks;
  if (!first) return null;
  const { column } = first;
  const zones = [...new Set([about.zone, 'UTC'].filter((zone): zone is string => zone !== null))];
  return {
    name: 'time zone',
    asks: `In which time zone are the times of ${clocks.map(({ column: { name } }) => `"${name}"`).join(', ')}?`,
    example: `"${column.values.find((value) => value.trim() !== '') ?? ''}" names none`,
    choices: zones.map((zone) => ({
      answer: zone,
      means: zone === about.zone ? "the company's own" : 'what programs mostly write',
    })),
    takes: 'any',
    suggested: about.zone,
    adds: (answer) => ({ keys: [{ key: 'time zone', value: answer, confidence: 'answered', why: 'as you said' }] }),
  };
}
