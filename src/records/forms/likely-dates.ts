import type { ClockReading } from './clock-reading.ts';
import type { noSuchDay } from './clock-reading.ts';
import { compileDateForm } from './date-form.ts';
import type { DateForm } from './date-form.ts';

/** Dates as people and programs write them, where they are not ISO 8601. Each leaves out no more than one way to read a text. */
const datesInDigits = [
  'D/M/YYYY',
  'M/D/YYYY',
  'D.M.YYYY',
  'D-M-YYYY',
  'M-D-YYYY',
  'M.D.YYYY',
  'YYYY-M-D',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYYMMDD',
  'D/M/YY',
  'M/D/YY',
  'D.M.YY',
  'D-M-YY',
  'M-D-YY',
  'YYYY年M月D日',
];
const datesInWords = [
  'D MMM YYYY',
  'D MMMM YYYY',
  'MMM D, YYYY',
  'MMMM D, YYYY',
  'MMM D YYYY',
  'MMMM D YYYY',
  'D-MMM-YYYY',
  'D-MMM-YY',
  'D. MMMM YYYY',
  'D. MMM YYYY',
  'D/MMM/YYYY',
  'MMMM Do, YYYY',
  'MMM Do, YYYY',
  'D [de] MMMM [de] YYYY',
  'ddd, D MMM YYYY',
  'ddd, MMM D, YYYY',
  'dddd, D MMMM YYYY',
  'dddd, MMMM D, YYYY',
  'dddd, D. MMMM YYYY',
];
const times = ['', ' H:mm', ' H:mm:ss', ' h:mm A', ' h:mm:ss A', ', H:mm', ', H:mm:ss', ', h:mm A', ', h:mm:ss A'];
/** Languages whose month names are tried, in this order. */
export const likelyLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'tr',
  'ru',
];

/** A way in which a text may be written. */
export interface LikelyDate {
  readonly form: string;
  /** The language of its names; null where it has none. */
  readonly language: string | null;
  readonly read: DateForm;
}

const compiled = new Map<string, readonly LikelyDate[]>();

/** The forms that a text with a letter in it, or none, may be written in, made once. */
function formsFor(language: string | null): readonly LikelyDate[] {
  const known = compiled.get(language ?? '');
  if (known) return known;
  const dates = language === null ? datesInDigits : datesInWords;
  const forms = dates.flatMap((date) => times.map((time) => date + time));
  const made = forms.flatMap((form) => {
    const read = compileDateForm(form, language ?? 'en');
    return read ? [{ form, language, read }] : [];
  });
  compiled.set(language ?? '', made);
  return made;
}

/** A form with what it makes of the text. */
export interface Fit extends LikelyDate {
  readonly reading: ClockReading | typeof noSuchDay;
}

/** All likely forms that a text is written in, also such in which it is no day of the calendar. Names are those of the first language that has them. */
export function likelyFits(text: string): readonly Fit[] {
  const inDigits = fitsIn(text, null);
  if (inDigits.length > 0 || !/\p{L}{3}/u.test(text)) return inDigits;
  for (const language of likelyLanguages) {
    const fits = fitsIn(text, language);
    if (fits.length > 0) return fits;
  }
  return [];
}

function fitsIn(text: string, language: string | null): Fit[] {
  return formsFor(language).flatMap((likely) => {
    const reading = likely.read(text);
    return reading === null ? [] : [{ ...likely, reading }];
  });
}
