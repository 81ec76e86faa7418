import type { Added, Answers, Proposal, Question } from './proposal.ts';
import { chosenOf } from './questions/won-and-lost.ts';

/** Whether a question takes an answer. */
export function isAnswer({ takes, choices }: Question, answer: string): boolean {
  const offered = choices.map((choice) => choice.answer);
  if (takes === 'one') return offered.includes(answer);
  if (takes === 'some') return answer === '' || answer === 'none' || chosenOf(answer, offered).length > 0;
  return isTimeZone(answer);
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What an answer adds; null where there is none, or none that the question takes. */
export function answered(question: Question, answers: Answers): Added | null {
  const answer = answers.get(question.name);
  return answer !== undefined && isAnswer(question, answer) ? question.adds(answer) : null;
}

/** Answers that a question does not take. Those to questions that were not asked are none of this table's. */
export function wrongAnswers(asked: readonly Question[], answers: Answers): Proposal['wrongAnswers'] {
  return asked.flatMap((question) => {
    const answer = answers.get(question.name);
    if (answer === undefined || isAnswer(question, answer)) return [];
    return [{ name: question.name, answer, expected: expectedOf(question) }];
  });
}

/** What a question takes, in words. */
export function expectedOf({ takes, choices }: Question): string {
  if (takes === 'any') return 'a time zone such as Europe/Berlin';
  const offered = choices.slice(0, 12).map(({ answer }) => answer);
  const list = `${offered.join(', ')}${choices.length > offered.length ? ', ...' : ''}`;
  return takes === 'one' ? `one of ${list}` : `some of ${list}, with commas between, or none`;
}
