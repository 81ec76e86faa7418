import { compileDateForm } from '../forms/date-form.ts';
import { compileNumberForm } from '../forms/number-form.ts';
import { areConfused } from '../forms/odd-dates.ts';
import { isLanguage } from '../forms/words-of-dates.ts';
import type { FormsSpec } from '../schema/forms.ts';
import type { Forms } from '../source.ts';
import type { YamlPath } from '../yaml-file.ts';
import type { Resolving } from './resolving.ts';

export const noForms: Forms = {
  dates: [],
  instants: [],
  numbers: null,
  timeZone: null,
  language: 'en',
  short: new Map(),
  empty: new Set(),
};

/** Notes that what a key says is no form of it. */
type Bad = (key: string, form: string, fix: string) => void;

/** How values are written by what is said here; `outer` holds where nothing is. */
export function formsOf(resolving: Resolving, said: FormsSpec, path: YamlPath, outer: Forms): Forms {
  const { yaml, fault } = resolving;
  const bad: Bad = (key, form, fix) => fault(yaml.placeOf([...path, key]), `"${form}" is no form of ${key}`, fix);
  const language = said.language ?? outer.language;
  const known = isLanguage(language);
  if (!known) bad('language', language, 'write its code, like de, fr or pt-BR');
  if (said.numbers !== undefined && !compileNumberForm(said.numbers)) {
    bad('numbers', said.numbers, 'write it like 1.234,56 or 1,234.56 or $1,234.56');
  }
  const zone = said['time zone'];
  if (zone !== undefined && !isTimeZone(zone)) bad('time zone', zone, 'write it like Europe/Berlin or UTC');
  const dates = (key: 'dates' | 'instants'): readonly string[] =>
    said[key] === undefined
      ? outer[key]
      : dateForms(resolving, [...path, key], [said[key]].flat(), known ? language : 'en');
  return {
    dates: dates('dates'),
    instants: dates('instants'),
    numbers: said.numbers ?? outer.numbers,
    timeZone: zone ?? outer.timeZone,
    language: known ? language : 'en',
    short: said.short === undefined ? outer.short : shortWords(said.short, bad),
    empty: said.empty === undefined ? outer.empty : new Set([...outer.empty, ...[said.empty].flat().map(trimmed)]),
  };
}

const trimmed = (text: string): string => text.trim();

/** The forms, none of which may take what another means for another day. */
function dateForms(
  { yaml, fault }: Resolving,
  path: YamlPath,
  forms: readonly string[],
  language: string,
): readonly string[] {
  const at = yaml.placeOf(path);
  for (const [index, form] of forms.entries()) {
    if (!compileDateForm(form, language)) {
      fault(at, `"${form}" is no form of ${String(path.at(-1))}`, 'write it like D/M/YYYY, YYYYMMDD or M/D/YYYY H:mm');
    }
    const rival = forms.slice(0, index).find((before) => areConfused(before, form));
    if (rival === undefined) continue;
    fault(
      at,
      `a text can be one day as ${rival} and another as ${form}`,
      'declare one of them, or one for each column',
    );
  }
  return forms;
}

/** The power of ten that each word stands for. */
function shortWords(said: Readonly<Record<string, string>>, bad: Bad): Forms['short'] {
  const words = Object.entries(said).map(([word, amount]) => {
    const power = /^10*$/.test(amount) ? amount.length - 1 : 0;
    if (power === 0) bad('short', `${word}: ${amount}`, 'write what one of it is, like K: 1000 or Mio: 1000000');
    return [word.trim().replace(/\.$/, ''), power] as const;
  });
  return new Map(words);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
