import type { About } from '../about.ts';
import { filledFields } from '../about.ts';
import type { Question } from '../proposal.ts';
import { countsOf } from '../values-counted.ts';

/** Which stages mean that a deal was won, and which that it was lost, where no column says so. */
export function wonQuestion(about: About): Question | null {
  return stagesQuestion(about, 'won', /\bwon\b|\bgewonnen\b/i);
}

export function lostQuestion(about: About): Question | null {
  return stagesQuestion(about, 'lost', /\blost\b|\bverloren\b/i);
}

function stagesQuestion(about: About, field: 'won' | 'lost', likely: RegExp): Question | null {
  if (about.record !== 'opportunity') return null;
  const filled = filledFields(about);
  if (about.gives.some(({ fields }) => fields.some((each) => each.field === field))) return null;
  const stage = filled.find((each) => each.field.field === 'stage')?.column;
  if (!stage) return null;
  const counts = countsOf(stage.values).slice(0, 40);
  const suggested = counts.filter(({ value }) => likely.test(value)).map(({ value }) => value);
  return {
    name: field,
    asks: `Which values of "${stage.name}" mean that a deal is ${field}?`,
    example: counts
      .slice(0, 3)
      .map(({ value, count }) => `${value} (${count})`)
      .join(', '),
    choices: counts.map(({ value, count }) => ({ answer: value, means: `${count} row${count === 1 ? '' : 's'}` })),
    takes: 'some',
    suggested: suggested.length > 0 ? suggested.join(', ') : null,
    adds: (answer) => {
      const reads = Object.fromEntries(
        chosenOf(
          answer,
          counts.map(({ value }) => value),
        ).map((value) => [value, 'yes']),
      );
      const says = { from: stage.name, reads, otherwise: 'no' };
      return { fields: [{ field, says, column: stage.name, confidence: 'answered', why: 'as you said' }] };
    },
  };
}

/** The values in an answer with commas between, also where a value has commas itself. */
export function chosenOf(answer: string, values: readonly string[]): readonly string[] {
  const byLength = values.toSorted((a, b) => b.length - a.length);
  const chosen: string[] = [];
  let rest = answer.trim();
  while (rest !== '') {
    const next = byLength.find((value) => rest === value || rest.startsWith(`${value},`));
    if (next === undefined) return [];
    chosen.push(next);
    rest = rest.slice(next.length).replace(/^\s*,\s*/, '');
  }
  return chosen;
}
