/** Values, moments and records of the tree as the agreement says them. Read again, each is the same. */
import type { Condition, FieldPath, Moment, Records, Told, Value, When, Window } from '../values/tree.ts';
import { pluralOf } from './plural.ts';
import { sayDuration } from './slots/durations.ts';
import { inQuotes, sayLiteral, sayText } from './slots/literals.ts';
import type { Saying } from './slots/slot.ts';
import { sayName } from './slots/written-names.ts';

/** `business hours from assigned to its first touch's completed`. */
export function sayValue(value: Value, saying: Saying): string {
  const inside = { ...saying, inner: true };
  switch (value.value) {
    case 'literal':
      return sayLiteral(value.literal, saying);
    case 'number of':
      return saying.apart(`the number of ${sayRecords(value.records, 'many', saying)}`);
    case 'gathered':
      return saying.apart(`the ${value.how} ${saySteps(value.of)} of ${sayRecords(value.records, 'many', saying)}`);
    case 'distance':
      return `${value.unit} from ${sayMoment(value.from, inside)} to ${sayMoment(value.to, saying)}`;
    case 'part of':
      return `the ${value.part} of ${sayMoment(value.of, saying)}`;
    case 'edge':
      return sayMoment(value.edge, saying);
    case 'beyond':
      return sayMoment(value.beyond, saying);
    case 'result':
      return `the result of ${value.metric}`;
    case 'calculated':
      return `${sayValue(value.left, inside)} ${value.how} ${sayOperand(value.right, saying)}`;
    case 'or else':
      return `${sayValue(value.first, inside)}, or else ${sayOperand(value.second, inside)}`;
    case 'sorted':
      return saySorted(value, saying);
    default:
      return sayTold(value, saying);
  }
}

/** A value behind other words: a field of the record itself with `its`, and a text in quotes that would be taken for more of the sentence. */
export function sayOperand(value: Value, saying: Saying): string {
  const said = sayValue(value, saying);
  if (value.value === 'field') return said.startsWith('its ') ? said : `its ${said}`;
  const text = value.value === 'literal' && value.literal.literal === 'text' ? value.literal.text : '';
  return saying.mistakable(text) ? inQuotes(text) : said;
}

/** `created`, `its first touch's completed`, `entered Proposal`, `2026-01-31`, `now`, `the start of the month of closed`. */
export function sayMoment(moment: Moment, saying: Saying): string {
  switch (moment.moment) {
    case 'told':
      return sayTold(moment.told, saying);
    case 'day':
      return moment.day;
    case 'now':
      return 'now';
    case 'edge':
      return saying.apart(`the ${moment.which} of the ${moment.grain} of ${sayMoment(moment.of, saying)}`);
    case 'period':
      return `the period's ${moment.which}`;
    case 'beyond': {
      const one = sayMoment(moment.one, { ...saying, inner: true });
      return saying.apart(`the ${moment.which} of ${one} and ${sayMoment(moment.other, saying)}`);
    }
  }
}

/** `within 2 business days of assigned`. */
export function sayWindow({ duration, side, anchor }: Window, saying: Saying): string {
  return `within ${sayDuration(duration)} ${side === 'after' ? 'of' : 'before'} ${sayMoment(anchor, saying)}`;
}

/** Related records, as one or as many: `touches within 5 days before assigned where kind is call and direction is out`. */
export function sayRecords(records: Records, number: 'one' | 'many', saying: Saying): string {
  const name = records.term ?? records.kind;
  const written = sayName(name);
  const noun = number === 'one' || written !== name ? written : pluralOf(name);
  const when = records.when === null ? '' : ` ${sayWhen(records.when, { ...saying, inner: true })}`;
  const where = records.where.flatMap((condition) => (condition.is === 'test' ? [saying.test(condition)] : []));
  return `${noun}${when}${where.length === 0 ? '' : ` where ${where.join(' and ')}`}`;
}

/** `score`, `its lead's score`. */
export function sayPath(path: FieldPath): string {
  const digitsFirst = /^[\d-]/.test(path.field);
  return path.links.length === 0 && !digitsFirst ? sayName(path.field) : `its ${saySteps(path)}`;
}

/** A path without `its`, as it stands behind the record that it starts from: `owner's team`. */
export function saySteps({ links, field }: FieldPath): string {
  return [...links, field].map(sayName).join("'s ");
}

function sayTold(told: Told, saying: Saying): string {
  if (told.value === 'field') return sayPath(told.path);
  if (told.value === 'entered') {
    return `${told.which === 'first' ? '' : 'last '}entered ${sayText(told.choice, 'inside')}`;
  }
  const { which, records, by } = told.pick;
  const record = `its ${which} ${sayRecords(records, 'one', saying)}`;
  const plain = by === null && records.when === null && records.where.length === 0;
  if (plain) return `${saying.apart(record)}'s ${saySteps(told.path)}`;
  return saying.apart(`the ${saySteps(told.path)} of ${record}${by === null ? '' : ` by ${sayName(by)}`}`);
}

/** `Lost where lost is yes; Open where won is no and lost is no; or else Won`. */
function saySorted({ cases, others }: Value & { value: 'sorted' }, saying: Saying): string {
  const said = cases.map(({ name, when }) => `${name} where ${when.map((one) => sayAny(one, saying)).join(' and ')}`);
  return [...said, ...(others === null ? [] : [`or else ${others}`])].join('; ');
}

/** A sentence, or a group in one line. */
function sayAny(condition: Condition, saying: Saying): string {
  if (condition.is === 'test') return saying.test(condition);
  return `${condition.is} of (${condition.of.map((one) => sayAny(one, saying)).join(', ')})`;
}

function sayWhen(when: When, saying: Saying): string {
  switch (when.when) {
    case 'window':
      return sayWindow(when.window, saying);
    case 'order':
      return `${when.order} ${sayMoment(when.than, saying)}`;
    case 'between':
      return `between ${sayMoment(when.from, { ...saying, inner: true })} and ${sayMoment(when.to, saying)}`;
  }
}
