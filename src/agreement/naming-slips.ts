/** Names that people say in another way than the grammar does: of metrics, of fellows, of fields of linked records. */
import { closestWord } from './closest-word.ts';
import { fieldNames, kindOf } from './names.ts';
import { withArticle } from './plural.ts';
import type { Asking } from './reading.ts';
import type { Slip } from './slips.ts';

/** `is more than the result of usual-time`, of no metric; and `is more than usual-ready-time`, a metric's name where its result is meant. */
export function metricMeant(asking: Asking): Slip | null {
  return unknownMetric(asking) ?? bareMetric(asking);
}

function unknownMetric({ tokens, names }: Asking): Slip | null {
  const slugs = names.metrics.map(({ slug }) => slug);
  const from = tokens.findIndex((token, at) => isResultOf(tokens, at) && !slugs.includes(token.word));
  const written = tokens[from];
  if (!written || slugs.length === 0) return null;
  const meant = closestWord(written.text, slugs);
  const fix = meant === null ? 'name a metric by its file, without ".yml"' : `did you mean "${meant}"?`;
  return { from, says: `there is no metric "${written.text}"`, fix };
}

function bareMetric({ tokens, names, kind }: Asking): Slip | null {
  const from = tokens.findIndex(
    (token, at) => token.is === 'word' && !isResultOf(tokens, at) && stands(token.word, at),
  );
  const slug = tokens[from]?.text;
  return slug === undefined ? null : { from, says: `"${slug}" is a metric`, fix: `write "the result of ${slug}"` };

  // A name of one word may be that of a record, too: at the end of a comparison it is none.
  function stands(word: string, at: number): boolean {
    if (!names.metrics.some((metric) => metric.slug === word)) return false;
    if (word.includes('-')) return true;
    const isField = fieldNames(names, kind).some(({ is }) => is.name === word);
    const before = `${tokens[at - 2]?.word} ${tokens[at - 1]?.word}`;
    return !isField && at === tokens.length - 1 && /^(?:more than|less than|at least|at most)$/.test(before);
  }
}

const isResultOf = (tokens: Asking['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 3), at)
    .map(({ word }) => word)
    .join(' ') === 'the result of';

/** `its previous stage change is not found`: only links are found; of fellows and related records there are some or none. */
export function fellowFound({ sentence, tokens, kind }: Asking): Slip | null {
  const [, which = '', records = '', not] =
    /^its (first|last|previous|next) (.+) is (not )?found$/i.exec(sentence) ?? [];
  if (which === '') return null;
  const side = { previous: ` before ${kind.happens}`, next: ` after ${kind.happens}` }[which.toLowerCase()] ?? '';
  const some = not === undefined ? withArticle(records) : `no ${records}`;
  return { from: tokens.length - (not === undefined ? 2 : 3), fix: `say "has ${some}${side}"` };
}

/** `closed date`, where the field is `closed`; `account industry`, where `industry` is a field of what `account` leads to. */
export function wordTooMuch(asking: Asking): Slip | null {
  const { kind, names, tokens } = asking;
  for (const { is } of fieldNames(names, kind).toSorted((one, other) => other.is.name.length - one.is.name.length)) {
    const next = after(asking, 0, is.name);
    if (next === null || next >= tokens.length) continue;
    const type = is.figure ? null : is.type();
    if (type?.is === 'moment' && /^(?:date|day|time)$/.test(tokens[next]?.word ?? ''))
      return { from: next, fix: `did you mean "${is.name}"?` };
    const target = type?.is === 'link' ? kindOf(names, type.to) : undefined;
    const further = target && fieldNames(names, target).find((field) => after(asking, next, field.is.name) !== null);
    if (further) return { from: next, fix: `did you mean "its ${is.name}'s ${further.is.name}"?` };
  }
  return null;
}

/** The word after a name, where it stands here as whole words; an `its` before it does not count. */
function after({ tokens }: Asking, at: number, name: string): number | null {
  const from = at === 0 && tokens[0]?.word === 'its' ? 1 : at;
  const words = name.split(' ');
  return words.every((word, index) => tokens[from + index]?.word === word.toLowerCase()) ? from + words.length : null;
}
