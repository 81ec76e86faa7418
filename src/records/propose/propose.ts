import type { TableSample } from '../files/sample-of.ts';
import type { About } from './about.ts';
import { columnsOf } from './columns-of.ts';
import { tableOf } from './crm-of.ts';
import { giftsOf } from './gifts-of.ts';
import { fileKeys, rowKeys } from './keys-of.ts';
import { leftOutOf } from './left-out.ts';
import { withOwnFields } from './own-fields.ts';
import type { Added, Answers, Proposal, ProposedKey, Question } from './proposal.ts';
import { answered, wrongAnswers } from './answered.ts';
import { encodingQuestion } from './questions/encoding.ts';
import { formsFound } from './questions/forms.ts';
import { columnQuestions, writingQuestions } from './questions/questions.ts';
import { recordQuestion } from './questions/record.ts';
import type { TableGuess } from './questions/record.ts';
import { readsOf, sourceName } from './source-name.ts';
import { takesFields } from './takes-fields.ts';

/** A table's source, as far as its header, its first rows and what was answered tell it. `zone` is the company's, to be suggested. */
export function propose(sample: TableSample, answers: Answers, zone: string | null = null): Proposal {
  const columns = columnsOf(sample);
  const profiles = columns.map(({ profile }) => profile);
  const guesses = tableOf(
    sample.name,
    profiles.map(({ column }) => column),
    profiles,
  );
  const asked: Question[] = [];
  const ask = (question: Question | null): Added => {
    if (question) asked.push(question);
    return question ? (answered(question, answers) ?? {}) : {};
  };
  const guess = guessOf(guesses, sample, answers, ask);
  const about = aboutOf({ sample, columns, record: guess?.record ?? '', crm: guess?.crm ?? null, zone }, ask);
  const gives = withOwnFields(about);
  return {
    name: sourceName(sample),
    reads: readsOf(sample.name),
    crm: about.crm,
    record: guess?.record ?? null,
    confidence: guess === null || !guess.sure ? 'likely' : answers.has('record') ? 'answered' : 'sure',
    why: guess?.why ?? '',
    rows: sample.rows.length,
    keys: about.keys,
    gives,
    leftOut: leftOutOf(columns, about.keys, gives),
    questions: asked.filter((question) => answered(question, answers) === null),
    asked: asked.map(({ name }) => name),
    wrongAnswers: wrongAnswers(asked, answers),
  };
}

/** What the table is; null while that is open. */
function guessOf(
  guesses: readonly TableGuess[],
  { header }: TableSample,
  answers: Answers,
  ask: (question: Question) => Added,
): TableGuess | null {
  const [best] = guesses;
  if (best?.sure === true && !answers.has('record')) return best;
  const question = recordQuestion(guesses, header);
  ask(question);
  if (answered(question, answers) === null) return null;
  const record = answers.get('record') ?? '';
  const known = guesses.find((guess) => guess.record === record);
  return { record, crm: known?.crm ?? best?.crm ?? null, sure: true, why: 'as you said' };
}

/** What is known of the table once every question was raised, each with what was answered before it. */
function aboutOf(
  { sample, columns, record, crm, zone }: Pick<About, 'sample' | 'columns' | 'record' | 'crm' | 'zone'>,
  ask: (question: Question | null) => Added,
): About {
  const keys = [...fileKeys(sample), ...(record === '' ? [] : rowKeys(columns, crm, record))];
  const gives = record === '' ? [] : giftsOf(columns, crm, record);
  let about = withAdded({ sample, columns, record, crm, zone, keys, gives }, ask(encodingQuestion(sample)));
  if (record === '') return about;
  for (const raise of columnQuestions) about = withAdded(about, ask(raise(about)));
  const forms = formsFound(about);
  about = withAdded(about, { keys: forms.keys, mended: forms.mended });
  for (const question of forms.questions) about = withAdded(about, ask(question));
  for (const raise of writingQuestions) about = withAdded(about, ask(raise(about)));
  return withAdded(about, { keys: emptyKey(about) });
}

/** Fields go to every record of the row that has them and lacks them. */
function withAdded(about: About, { keys = [], fields = [], mended = [] }: Added): About {
  const gives = about.gives.map((gift) => ({
    ...gift,
    fields: [
      ...gift.fields.map(
        (field) => mended.find((each) => each.record === gift.record && each.field === field.field) ?? field,
      ),
      ...fields.filter((field) => takesFields(gift, field)),
    ],
    offered: gift.offered.filter((offered) => !fields.some(({ field }) => field === offered.field)),
  }));
  return { ...about, keys: [...about.keys, ...keys], gives };
}

/** Texts of the columns that are read which stand for nothing. */
function emptyKey({ columns, gives }: About): ProposedKey[] {
  const read = new Set(gives.flatMap(({ fields }) => fields.map(({ column }) => column)));
  const words = columns
    .filter(({ name }) => read.has(name))
    .flatMap(({ profile }) => profile.emptyWords.filter((word) => word !== '0'));
  const once = [...new Set(words)];
  return once.length === 0
    ? []
    : [{ key: 'empty', value: once, confidence: 'likely', why: 'texts that stand for no value' }];
}
