import type { FormTold } from '../../forms/form-told.ts';
import { formsOfDates, formsOfNumbers } from '../../forms/tell-forms.ts';
import type { About } from '../about.ts';
import type { Column } from '../columns-of.ts';
import type { Choice, ProposedKey, Question } from '../proposal.ts';
import { columnsWritten, writtenIn } from '../written-values.ts';
import type { WrittenKey } from '../written-values.ts';
import { shortWordsIn, withoutShort } from '../short-words.ts';

/** How days, instants and numbers are written: what is certain or decided as keys, what is not as questions. */
export interface FormsFound {
  readonly keys: readonly ProposedKey[];
  readonly questions: readonly Question[];
}

const asks: Readonly<Record<WrittenKey, string>> = {
  dates: 'How are the days written',
  instants: 'How are the times written',
  numbers: 'How are the numbers written',
};

/** All columns of a file that need a form declared are looked at together: one export writes all its dates in one way. */
export function formsFound(about: About): FormsFound {
  const found = (['dates', 'instants', 'numbers'] as const).map((key) => formsOfKey(about, key));
  const keys = found.flatMap((each) => each.keys);
  const languages = keys.filter(
    ({ key }, index) => key !== 'language' || keys.findIndex((each) => each.key === key) === index,
  );
  return { keys: [...languages, ...shortKey(about)], questions: found.flatMap(({ questions }) => questions) };
}

function formsOfKey(about: About, key: WrittenKey): FormsFound {
  const tell = (columns: readonly Column[]): readonly FormTold[] =>
    key === 'numbers' ? formsOfNumbers(writtenIn(columns).map(withoutShort)) : formsOfDates(writtenIn(columns));
  const open = columnsWritten(about, key).filter((column) => {
    const [best] = tell([column]);
    return best !== undefined && !(best.sure && best.isCertain);
  });
  const told = tell(open);
  const [best] = told;
  if (!best) return { keys: [], questions: [] };
  const rivals = told.filter(({ fits }) => fits === best.fits);
  if (rivals.length > 1) return { keys: [], questions: [formQuestion(key, open, rivals)] };
  return { keys: keysOf(key, best, 'sure', best.tell), questions: [] };
}

function keysOf(
  key: string,
  { form, language, isCertain }: FormTold,
  confidence: ProposedKey['confidence'],
  why: string,
): ProposedKey[] {
  return [
    ...(isCertain ? [] : [{ key, value: form, confidence, why }]),
    ...(language === null ? [] : [{ key: 'language', value: language, confidence, why: 'the language of the months' }]),
  ];
}

function formQuestion(key: WrittenKey, columns: readonly Column[], rivals: readonly FormTold[]): Question {
  const choices = rivals.map(({ form, tell }): Choice => ({ answer: form, means: tell }));
  return {
    name: key,
    asks: `${asks[key]} in ${columns.map(({ name }) => `"${name}"`).join(', ')}?`,
    example: rivals[0]?.tell ?? '',
    choices,
    takes: 'one',
    suggested: null,
    adds: (answer) => {
      const chosen = rivals.find(({ form }) => form === answer);
      return chosen ? { keys: keysOf(key, { ...chosen, isCertain: false }, 'answered', 'as you said') } : {};
    },
  };
}

function shortKey(about: About): ProposedKey[] {
  const words = shortWordsIn(writtenIn(columnsWritten(about, 'numbers')));
  return Object.keys(words).length === 0
    ? []
    : [{ key: 'short', value: words, confidence: 'likely', why: 'words behind numbers' }];
}
