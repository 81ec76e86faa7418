import { formsOfDates, formsOfNumbers } from '../forms/tell-forms.ts';
import { personalBy } from './personal-columns.ts';
import type { PersonalLook } from './personal-columns.ts';

/** What values look like. */
export type Looks =
  | 'empty'
  | 'id'
  | 'Salesforce id'
  | 'damaged id'
  | PersonalLook
  | 'link'
  | 'day'
  | 'instant'
  | 'number'
  | 'money'
  | 'duration'
  | 'yes-no'
  | 'choice'
  | 'list'
  | 'text';

const personalLooks: ReadonlySet<Looks> = new Set<PersonalLook>(['e-mail', 'phone', 'address', 'person', 'free text']);

/** Whether values that look so are persons' data, or texts in which any may stand. */
export function isPersonalLook(looks: Looks): boolean {
  return personalLooks.has(looks);
}

/** Different values that are looked at: more tell nothing new. */
const mostTried = 400;
/** A text as long as this is told by a person, not chosen. */
const longText = 80;
const mostChoices = 60;

const emailText = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/;
const phoneText =
  /^(?:\+|00)\d[\d\s()./-]{6,}(?:\s*(?:x|ext\.?)\s*\d+)?$|^\(\d{2,5}\)[\d\s.-]{5,}$|^\d{3}[-.\s]\d{3}[-.\s]\d{4}$/i;
const salesforceId = /^(?=.{0,14}\d)[a-zA-Z0-9]{5}0[a-zA-Z0-9]{9}(?:[A-Z0-5]{3})?$/;
const damagedId = /^\d(?:[.,]\d+)?E\+\d+$/i;
const idText = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,}|zcrm_\d+|\d{9,20})$/i;
const linkText = /^(?:https?:\/\/|www\.)\S+$/i;
const truth = /^(?:true|false|yes|no|y|n|t|f|ja|nein|oui|non|si|sí)$/i;
const durationText =
  /^(?:\d+:[0-5]\d(?::[0-5]\d)?|P(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|(?:\d+(?:\.\d+)?\s?(?:d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\s?)+)$/i;
const durationName = /duration|dauer|durée|duración|seconds|minutes|_days?$|age$/i;
const moneyName =
  /amount|revenue|value|price|cost|spend|budget|betrag|umsatz|kosten|montant|importe|quota|arr$|acv$|mrr$/i;
const idName = /(?:^|[_\s.])id(?:s|__c)?$|[a-z]Ids?(?:__c)?$|\bID\b|number$|key$/u;

/** What a column's filled values look like; what its name says of a person's data holds before anything. */
export function looksOf(column: string, filled: readonly string[]): Looks {
  const named = personalBy(column);
  if (filled.length === 0) return 'empty';
  const all = [...new Set(filled)];
  const texts = all.slice(0, mostTried);
  const most = (form: RegExp): boolean => mostly(texts, form);
  if (most(emailText)) return 'e-mail';
  if (
    texts.some((text) => damagedId.test(text)) &&
    mostly(texts, /^\d+$|^\d(?:[.,]\d+)?E\+\d+$/i) &&
    idName.test(column)
  )
    return 'damaged id';
  if (most(salesforceId)) return 'Salesforce id';
  if (named !== null && !mostly(texts, truth)) return named;
  if (most(linkText)) return 'link';
  if (most(phoneText)) return 'phone';
  return whenOrHowMuch(column, texts) ?? wordsOf(column, all, filled.length);
}

function mostly(texts: readonly string[], form: RegExp): boolean {
  return texts.filter((text) => form.test(text)).length >= texts.length * 0.9;
}

function whenOrHowMuch(column: string, texts: readonly string[]): Looks | null {
  if (mostly(texts, truth) || isBits(column, texts)) return 'yes-no';
  if (
    mostly(texts, idText) ||
    (idName.test(column) && mostly(texts, /^[\dA-Z_-]+$/i) && texts.some((text) => /\d/.test(text)))
  )
    return 'id';
  const [date] = formsOfDates(texts);
  if (date && date.fits >= date.of * 0.9) return date.hasTime ? 'instant' : 'day';
  if (mostly(texts, durationText) && (texts.some((text) => /[a-z]/i.test(text)) || durationName.test(column)))
    return 'duration';
  const [number] = formsOfNumbers(texts.map((text) => text.replace(/(?<=\d)\s?(?:k|m|mio|bn|mrd)\.?$/i, '')));
  if (!number || number.fits < number.of * 0.9) return null;
  const hasSign = /\p{Sc}|\b[A-Z]{3}\b/u.test(number.form);
  return hasSign || moneyName.test(column) ? 'money' : 'number';
}

/** Both 0 and 1 and nothing else, or one of them where the name asks a question. */
function isBits(column: string, texts: readonly string[]): boolean {
  return texts.every((text) => /^[01]$/.test(text)) && (texts.length === 2 || /^(?:[Ii]s|[Hh]as)[A-Z_\s]/.test(column));
}

function wordsOf(column: string, all: readonly string[], filled: number): Looks {
  if (all.some((text) => text.length > longText || text.includes('\n'))) return 'free text';
  const lists = all.filter((text) => text.includes(';')).length;
  if (lists > 0 && lists * 4 >= all.length) return 'list';
  if (/name$/i.test(column) || filled < 3) return 'text';
  return all.length <= mostChoices && all.length * 2 <= filled ? 'choice' : 'text';
}
