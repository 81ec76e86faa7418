import type { FormTold } from '../../forms/form-told.ts';
import { formsOfDates, formsOfNumbers } from '../../forms/tell-forms.ts';
import type { About } from '../about.ts';
import { filledFields } from '../about.ts';
import type { Column } from '../columns-of.ts';
import type { Added, Choice, MendedField, ProposedKey, Question } from '../proposal.ts';
import { columnsWritten, writtenIn } from '../written-values.ts';
import type { WrittenKey } from '../written-values.ts';
import { shortWordsIn, withoutShort } from '../short-words.ts';

/** How days, instants and numbers are written: what is certain or decided as keys, what is not as questions. */
export interface FormsFound {
  readonly keys: readonly ProposedKey[];
  /** Fields of columns that are written otherwise than most. */
  readonly mended: readonly MendedField[];
  readonly questions: readonly Question[];
}

const asks: Readonly<Record<WrittenKey, string>> = {
  dates: 'How are the days written',
  instants: 'How are the times written',
  numbers: 'How are the numbers written',
};

/**
 * Columns of a file that need a form declared are looked at together, for one export mostly writes all its dates in one way. Where they show that it
 * does not, each column tells only of itself: the form of most is the file's, others are said at their fields.
 */
export function formsFound(about: About): FormsFound {
  const found = (['dates', 'instants', 'numbers'] as const).map((key) => formsOfKey(about, key));
  const keys = found.flatMap((each) => each.keys);
  const languages = keys.filter(
    ({ key }, index) => key !== 'language' || keys.findIndex((each) => each.key === key) === index,
  );
  return {
    keys: [...languages, ...shortKey(about)],
    mended: found.flatMap(({ mended }) => mended),
    questions: found.flatMap(({ questions }) => questions),
  };
}

const nothing: FormsFound = { keys: [], mended: [], questions: [] };

function formsOfKey(about: About, key: WrittenKey): FormsFound {
  const tell = (columns: readonly Column[]): readonly FormTold[] =>
    key === 'numbers' ? formsOfNumbers(writtenIn(columns).map(withoutShort)) : formsOfDates(writtenIn(columns));
  const open = columnsWritten(about, key).flatMap((column) => {
    const told = tell([column]);
    return told[0] !== undefined && !(told[0].sure && told[0].isCertain)
      ? [{ column, rivals: bestOf(told), told }]
      : [];
  });
  const columns = open.map(({ column }) => column);
  const rivals = bestOf(tell(columns));
  const [best] = rivals;
  if (!best) return nothing;
  const fitsIn = (told: readonly FormTold[]): number => told.find(({ form }) => form === best.form)?.fits ?? 0;
  if (open.some(({ told }) => fitsIn(told) < (told[0]?.fits ?? 0))) return formsByColumn(about, key, open);
  if (rivals.length > 1) return { ...nothing, questions: [formQuestion(key, columns, rivals)] };
  return { ...nothing, keys: keysOf(key, best, 'sure', best.tell) };
}

/** Those that fit most, of which none is better than another. */
function bestOf(told: readonly FormTold[]): readonly FormTold[] {
  return told.filter(({ fits }) => fits === told[0]?.fits);
}

interface OfColumn {
  readonly column: Column;
  readonly rivals: readonly FormTold[];
}

function formsByColumn(about: About, key: WrittenKey, open: readonly OfColumn[]): FormsFound {
  const decided = open.flatMap(({ column, rivals: [best, ...others] }) =>
    best && others.length === 0 ? [{ column, form: best }] : [],
  );
  const count = (form: string): number => decided.filter((each) => each.form.form === form).length;
  const usual = decided.toSorted((a, b) => count(b.form.form) - count(a.form.form))[0]?.form;
  const mended = decided.flatMap(({ column, form }) =>
    form.form === usual?.form ? [] : fieldsIn(about, column, key, form, 'sure', form.tell),
  );
  const questions = open.flatMap(({ column, rivals }) => {
    if (rivals.length < 2) return [];
    const question = formQuestion(key, [column], rivals);
    const adds = (answer: string): Added => {
      const chosen = rivals.find(({ form }) => form === answer);
      return chosen ? { mended: fieldsIn(about, column, key, chosen, 'answered', 'as you said') } : {};
    };
    return [{ ...question, name: `${key} of ${column.name}`, adds }];
  });
  return { keys: usual ? keysOf(key, usual, 'sure', usual.tell) : [], mended, questions };
}

/** The fields that a column fills, with the form that it is written in. */
function fieldsIn(
  about: About,
  column: Column,
  key: WrittenKey,
  { form, language }: FormTold,
  confidence: ProposedKey['confidence'],
  why: string,
): MendedField[] {
  return filledFields(about)
    .filter((each) => each.column === column)
    .map(({ field, record }) => {
      const said = typeof field.says === 'string' ? { from: field.says } : field.says;
      const says = { ...said, [key]: form, ...(language === null ? {} : { language }) };
      return { ...field, record, says, confidence, why };
    });
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
